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
    ],
  },
  {
    kind: 'dates of birth',
    headers: ['dob', 'd.o.b.', 'date of birth', 'birth date', 'birthdate', 'birthday', 'born', 'date born'],
  },
  {
    kind: 'addresses',
    headers: [
      'address',
      'addresses',
      'home address',
      'full address',
      'current address',
      'postal address',
      'street',
      'street name',
      'house number',
      'house name',
      'house no',
      'address line',
      'address line 1',
      'address line 2',
      'address line 3',
      'address line 4',
      'address 1',
      'address 2',
      'address 3',
      'address 4',
      'address1',
      'uprn',
    ],
  },
  {
    kind: 'postcodes',
    headers: [
      'postcode',
      'post code',
      'postal code',
      'zip code',
      'home postcode',
      'pcode',
      'postcode of residence',
    ],
  },
  { kind: 'NHS numbers', headers: ['nhs', 'nhs number', 'nhs no', 'nhs num', 'nhs id'] },
  {
    kind: 'PNC numbers',
    headers: [
      'pnc',
      'pnc number',
      'pnc no',
      'pnc id',
      'pncid',
      'police national computer number',
      'police national computer id',
    ],
  },
  {
    kind: 'National Insurance numbers',
    headers: [
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
      'mobile',
      'mobile number',
      'mobile phone',
      'mobile no',
      'home phone',
      'contact number',
      'contact no',
      'contact phone',
    ],
  },
];

/** Whose identifier a header may say it is; the words are left off before the header is looked up. */
export const PERSON_WORDS: readonly string[] = [
  'child',
  'childs',
  'childrens',
  'young persons',
  'young person',
  'young people',
  'yp',
  'client',
  'clients',
  'service user',
  'subject',
  'person',
  'individual',
  'offender',
  'worker',
  'case worker',
  'caseworker',
  'case manager',
  'case holder',
  'key worker',
  'keyworker',
  'allocated worker',
  'officer',
  'supervising officer',
  'responsible officer',
  'practitioner',
  'manager',
  'staff',
  'parent',
  'parents',
  'carer',
  'carers',
  'parent carer',
  'mother',
  'mothers',
  'father',
  'fathers',
  'guardian',
  'victim',
  'victims',
  'contact',
  'next of kin',
  'home',
  'current',
  'primary',
  'main',
  'yot worker',
  'yos worker',
  'lead practitioner',
  'lead worker',
];

export interface ContentPattern {
  readonly kind: string;
  /** Whether a trimmed cell looks like one. */
  readonly matches: (cell: string) => boolean;
  /** A cell of this shape that does not match clears the whole column (NHS numbers with a wrong check digit). */
  readonly shape?: (cell: string) => boolean;
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;
const PNC = /^(?:\d{2}|\d{4})\/\d{1,7}[A-Z]$/i;
const EMAIL = /^[^\s@]+@[^\s@]+\.[A-Z]{2,}$/i;
const PHONE = /^(?:0[1-37-9]\d{8,9}|(?:\+44|0044)(?:0)?[1-37-9]\d{8,9})$/;
const TEN_DIGITS = /^\d{3}[ -]?\d{3}[ -]?\d{4}$/;

export const CONTENT_PATTERNS: readonly ContentPattern[] = [
  { kind: 'postcodes', matches: (cell) => POSTCODE.test(cell) },
  { kind: 'NHS numbers', matches: isNhsNumber, shape: (cell) => TEN_DIGITS.test(cell) },
  { kind: 'PNC numbers', matches: (cell) => PNC.test(cell) },
  { kind: 'e-mail addresses', matches: (cell) => EMAIL.test(cell) },
  { kind: 'phone numbers', matches: isPhoneNumber },
];

/** Ten digits of which the last is 11 less the weighted sum modulo 11 (11 counts as 0, 10 is never given out). */
function isNhsNumber(cell: string): boolean {
  if (!TEN_DIGITS.test(cell)) return false;
  const digits = [...cell.replace(/[ -]/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

function isPhoneNumber(cell: string): boolean {
  const digits = cell.replace(/[\s().-]/g, '');
  // Ten digits starting with 0 are rare as phone numbers and common as padded case numbers.
  return PHONE.test(digits) && digits.length >= 11;
}

/** Two or more capitalised words of letters, or `Surname, Forename`: how a person is written. */
export function looksLikePersonName(cell: string): boolean {
  if (!/[\s,]/.test(cell)) return false;
  return (
    /^\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)+$/u.test(cell) ||
    /^\p{Lu}[\p{L}'’ -]*,\s*\p{Lu}[\p{L}'’ .-]*$/u.test(cell)
  );
}
