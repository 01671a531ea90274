/**
 * What identifies a child or a member of staff, by header and by content. Nothing of this may be in a caseload file.
 *
 * Sources of the patterns: GOV.UK "Postcode formats" (BS 7666); the NHS Data Dictionary (NHS number, modulus 11
 * check digit); the Police National Computer identifier YYYY/NNNNNNNC; Ofcom's national numbering plan.
 */

/** Kinds of identifier and the headers that announce them, compared without case, spaces and punctuation. */
export const IDENTIFYING_HEADERS: readonly { kind: string; headers: readonly string[] }[] = [
  {
    kind: 'names',
    headers: [
      'name',
      'names',
      'full name',
      'first name',
      'first names',
      'forename',
      'forenames',
      'given name',
      'given names',
      'middle name',
      'middle names',
      'surname',
      'last name',
      'family name',
      'known as',
      'preferred name',
      'alias',
      'aliases',
      'also known as',
      'aka',
      'maiden name',
      'previous surname',
      'initials and surname',
      'nickname',
      'nicknames',
      'next of kin',
    ],
  },
  {
    kind: 'dates of birth',
    headers: [
      'dob',
      'dob date',
      'date of birth',
      'date birth',
      'birth date',
      'birthday',
      'born',
      'date born',
    ],
  },
  {
    kind: 'addresses',
    headers: [
      'address',
      'addresses',
      'full address',
      'street',
      'street name',
      'house number',
      'house name',
      'house no',
      'address line',
      'road',
      'road name',
      'flat',
      'flat number',
      'flat no',
      'uprn',
    ],
  },
  {
    kind: 'postcodes',
    headers: ['postcode', 'post code', 'postal code', 'zip', 'zip code', 'pcode', 'postcode of residence'],
  },
  {
    kind: 'NHS numbers',
    headers: ['nhs', 'nhs number', 'nhs no', 'nhs num', 'nhs id', 'nhs ref', 'nhs reference'],
  },
  {
    kind: 'PNC numbers',
    headers: [
      'pnc',
      'pnc number',
      'pnc no',
      'pnc id',
      'pnc ref',
      'pnc reference',
      'police national computer',
      'police national computer number',
      'police national computer id',
    ],
  },
  {
    kind: 'National Insurance numbers',
    headers: [
      'ni',
      'ni number',
      'nino',
      'ni no',
      'national insurance number',
      'national insurance no',
      'national insurance',
      'nat ins no',
    ],
  },
  {
    kind: 'e-mail addresses',
    headers: ['email', 'e-mail', 'email address', 'e-mail address', 'mail address'],
  },
  {
    kind: 'phone numbers',
    headers: [
      'phone',
      'phone number',
      'phone no',
      'telephone',
      'telephone number',
      'telephone no',
      'tel',
      'tel no',
      'landline',
      'landline number',
      'mob',
      'mob no',
      'mobile',
      'mobile number',
      'mobile phone',
      'mobile no',
      'contact number',
      'contact no',
      'contact phone',
    ],
  },
];

/** Whose identifier a header may say it is, and which of several: words that may stand around one of the headers. */
export const PERSON_WORDS: readonly string[] = [
  ...['child', 'childs', 'children', 'childrens', 'young person', 'young persons', 'young people', 'yp'],
  ...[
    'client',
    'clients',
    'service user',
    'service users',
    'subject',
    'person',
    'persons',
    'individual',
    'offender',
  ],
  ...[
    'worker',
    'workers',
    'case worker',
    'caseworker',
    'key worker',
    'keyworker',
    'social worker',
    'lead worker',
  ],
  ...['support worker', 'intervention worker', 'case manager', 'case holder', 'case owner', 'case officer'],
  ...[
    'officer',
    'officers',
    'supervising officer',
    'responsible officer',
    'probation officer',
    'police officer',
  ],
  ...[
    'practitioner',
    'practitioners',
    'lead practitioner',
    'manager',
    'managers',
    'team manager',
    'line manager',
  ],
  ...[
    'supervisor',
    'team leader',
    'staff',
    'yot',
    'yos',
    'yjs',
    'allocated',
    'assigned',
    'author',
    'assessor',
  ],
  ...['auditor', 'reviewer', 'referrer', 'mentor', 'teacher', 'solicitor', 'gp', 'doctor'],
  ...[
    'parent',
    'parents',
    'carer',
    'carers',
    'foster carer',
    'mother',
    'mothers',
    'father',
    'fathers',
    'guardian',
  ],
  ...['sibling', 'brother', 'sister', 'family', 'next of kin', 'victim', 'victims', 'co defendant'],
  ...['contact', 'home', 'work', 'personal', 'private', 'daytime', 'evening', 'emergency', 'alternative'],
  ...['current', 'previous', 'former', 'primary', 'secondary', 'main', 'other', 'last known', 'usual'],
  ...['residential', 'correspondence', 'postal', 'permanent', 'temporary', 'legal', 'preferred', 'birth'],
];

/** What stands between such words and says nothing: "Parent or carer name", "DOB dd/mm/yyyy". */
export const JOINING_WORDS: readonly string[] = [
  ...['of', 'the', 'or', 'and', 'for', 's', 'details', 'dd mm yyyy', 'dd mm yy', 'yyyy mm dd'],
];

/** A role before a name, whatever stands before it: "Project worker name", "Area manager surname". */
export const NAME_OF_ROLE =
  /(?:worker|officer|manager|practitioner|supervisor|carer|parent|child|person|client|victim)s?(?:full|first|last|sur|fore|given)?names?$/;

/**
 * Words of headers beyond those of the dictionary. Two capitalised words are how a person is written ("Jane Smith")
 * and how a header is ("Charge Type"): what has one of these words in it is a header.
 */
export const HEADER_WORDS: readonly string[] = [
  ...[
    'column',
    'field',
    'item',
    'value',
    'flag',
    'indicator',
    'count',
    'total',
    'amount',
    'score',
    'rating',
    'rank',
  ],
  ...[
    'comment',
    'comments',
    'note',
    'notes',
    'reason',
    'source',
    'detail',
    'details',
    'summary',
    'category',
    'class',
  ],
  ...[
    'charge',
    'charges',
    'statute',
    'offences',
    'gravity',
    'seriousness',
    'plea',
    'verdict',
    'breach',
    'curfew',
  ],
  ...[
    'area',
    'district',
    'region',
    'borough',
    'locality',
    'location',
    'school',
    'college',
    'club',
    'provider',
  ],
  ...[
    'referral',
    'police',
    'station',
    'arrest',
    'bail',
    'remand',
    'hours',
    'days',
    'weeks',
    'months',
    'quarter',
  ],
  ...[
    'period',
    'version',
    'created',
    'updated',
    'modified',
    'active',
    'stage',
    'phase',
    'tier',
    'band',
    'needs',
  ],
  ...[
    'health',
    'mental',
    'substance',
    'misuse',
    'speech',
    'language',
    'social',
    'services',
    'youth',
    'justice',
  ],
  ...['visit', 'visits', 'session', 'sessions', 'appointments', 'attendance', 'compliance', 'hobby'],
];

export interface ContentPattern {
  readonly kind: string;
  /** Whether a cell looks like one; it has been through `plainCell`. */
  readonly matches: (cell: string) => boolean;
  /** The same for a column of pseudonyms, where a number alone may be a pseudonym. */
  readonly matchesPseudonym?: (cell: string) => boolean;
  /** A cell of this shape that does not match clears the whole column (NHS numbers with a wrong check digit). */
  readonly shape?: (cell: string) => boolean;
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;
const PNC = /^(?:\d{2}|\d{4})\/\d{1,7}[A-Z]$/i;
/** Alone, or as mail programs write it with the name before it: `Jane Doe <a@example.org>`. */
const EMAIL = /^(?:[^<>@]*<)?[^\s<>@]+@[^\s<>@]+\.[A-Z]{2,}>?$/i;
const PHONE = /^(?:0|(?:\+44|0044)0?)[1-37-9]\d{8,9}$/;
/** With the code of the country but no sign before it. */
const PHONE_WITHOUT_SIGN = /^44[1-37]\d{9}$/;
const TEN_DIGITS = /^\d{3}[ -]?\d{3}[ -]?\d{4}$/;
/** 0000000000 and 9999999999 have the right check digit, and are what people type for none. */
const ONE_DIGIT_ONLY = /^(\d)(?:[ -]?\1)+$/;

export const CONTENT_PATTERNS: readonly ContentPattern[] = [
  { kind: 'postcodes', matches: (cell) => POSTCODE.test(cell) },
  { kind: 'NHS numbers', matches: isNhsNumber, shape: hasNhsShape },
  { kind: 'PNC numbers', matches: (cell) => PNC.test(cell) },
  { kind: 'e-mail addresses', matches: (cell) => EMAIL.test(cell) },
  { kind: 'phone numbers', matches: isPhoneNumber, matchesPseudonym: isWrittenAsPhoneNumber },
];

/** A cell with its characters composed, each run of white space one space, none around it, and plain hyphens. */
export function plainCell(cell: string): string {
  // Most cells are ASCII without a space, of which nothing would change.
  if (/^[!-~]*$/.test(cell)) return cell;
  return cell
    .normalize('NFKC')
    .replace(/[\s\u200b\u2060]+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
}

function hasNhsShape(cell: string): boolean {
  return TEN_DIGITS.test(cell) && !ONE_DIGIT_ONLY.test(cell);
}

/** Ten digits of which the last is 11 less the weighted sum modulo 11 (11 counts as 0, 10 is never given out). */
function isNhsNumber(cell: string): boolean {
  if (!hasNhsShape(cell)) return false;
  const digits = [...cell.replace(/[ -]/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

function isPhoneNumber(cell: string): boolean {
  const digits = cell.replace(/[\s().-]/g, '');
  // Ten digits starting with 0 are rare as phone numbers and common as padded case numbers.
  return (PHONE.test(digits) && digits.length >= 11) || PHONE_WITHOUT_SIGN.test(digits);
}

/** What no padded number is: the code of the country, or a mobile number in its groups. */
function isWrittenAsPhoneNumber(cell: string): boolean {
  return /^(?:\(?(?:\+44|0044)|07\d*[ .-])/.test(cell) && isPhoneNumber(cell);
}

/** Two or more capitalised words of letters, or `Surname, Forename`: how a person is written. */
export function looksLikePersonName(cell: string): boolean {
  const plain = plainCell(cell);
  if (!/[ ,]/.test(plain)) return false;
  return (
    /^\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*)+$/u.test(plain) ||
    /^\p{Lu}[\p{L}\p{M}'’ -]*, ?\p{Lu}[\p{L}\p{M}'’ .-]*$/u.test(plain)
  );
}
