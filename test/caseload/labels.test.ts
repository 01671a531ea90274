import { describe, expect, it } from 'vitest';
import { type ColumnName, columnDefinition } from '../../src/caseload/columns.ts';
import { labelReader, type ValueAliases } from '../../src/caseload/labels.ts';
import type { EthnicityList } from '../../src/reference/ethnicity.ts';

const NO_ALIASES: ValueAliases = new Map();

/** What a cell is taken for: a label, 'not known', or null for a label of no known category. */
function taken(name: ColumnName, cell: string, aliases = NO_ALIASES, list: EthnicityList = '2021') {
  const reader = labelReader(columnDefinition(name), list, aliases);
  const code = reader.read(cell);
  if (code === null) return null;
  return code === 0 ? 'not known' : reader.labels[code - 1];
}

const BRITISH = 'English, Welsh, Scottish, Northern Irish or British';
const OTHER_BLACK = 'Any other Black, Black British, or Caribbean background';
const OTHER_MIXED = 'Any other Mixed or multiple ethnic background';

/** The 19 categories of the 2021 Census with their headings. */
const CENSUS_2021: readonly (readonly [string, readonly string[]])[] = [
  ['Asian or Asian British', ['Indian', 'Pakistani', 'Bangladeshi', 'Chinese', 'Any other Asian background']],
  ['Black, Black British, Caribbean or African', ['Caribbean', 'African', OTHER_BLACK]],
  [
    'Mixed or multiple ethnic groups',
    ['White and Black Caribbean', 'White and Black African', 'White and Asian', OTHER_MIXED],
  ],
  ['White', [BRITISH, 'Irish', 'Gypsy or Irish Traveller', 'Roma', 'Any other White background']],
  ['Other ethnic group', ['Arab', 'Any other ethnic group']],
];
const UNDER_HEADINGS = CENSUS_2021.flatMap(([heading, labels]) =>
  labels.map((label) => [heading, label] as const),
);

describe('ethnicity', () => {
  it.each(UNDER_HEADINGS)('%s: %s is read alone and below its heading', (heading, label) => {
    expect(taken('ethnicity', label)).toBe(label);
    expect(taken('ethnicity', label.toUpperCase())).toBe(label);
    for (const between of [' - ', ': ', ' – ', '/', ' '])
      expect(taken('ethnicity', `${heading}${between}${label}`)).toBe(label);
  });

  it.each([
    ['A1', 'Indian'],
    ['A2', 'Pakistani'],
    ['A3', 'Bangladeshi'],
    ['A4', 'Chinese'],
    ['A9', 'Any other Asian background'],
    ['B1', 'Caribbean'],
    ['B2', 'African'],
    ['B9', OTHER_BLACK],
    ['M1', 'White and Black Caribbean'],
    ['M2', 'White and Black African'],
    ['M3', 'White and Asian'],
    ['M9', OTHER_MIXED],
    ['W1', BRITISH],
    ['W2', 'Irish'],
    ['W3', 'Gypsy or Irish Traveller'],
    ['W4', 'Gypsy or Irish Traveller'],
    ['W5', 'Roma'],
    ['W8', 'Gypsy or Irish Traveller'],
    ['W9', 'Any other White background'],
    ['O1', 'Chinese'],
    ['O2', 'Arab'],
    ['O9', 'Any other ethnic group'],
    ['NS', 'not known'],
    ['UN', 'not known'],
    ['Z1', 'not known'],
  ])('the code %s is %s', (code, label) => {
    expect(taken('ethnicity', code)).toBe(label);
    expect(taken('ethnicity', code.toLowerCase())).toBe(label);
  });

  it.each([
    ['WBRI', BRITISH],
    ['WIRI', 'Irish'],
    ['WIRT', 'Gypsy or Irish Traveller'],
    ['WROM', 'Roma'],
    ['WOTH', 'Any other White background'],
    ['MWBC', 'White and Black Caribbean'],
    ['MWBA', 'White and Black African'],
    ['MWAS', 'White and Asian'],
    ['MOTH', OTHER_MIXED],
    ['AIND', 'Indian'],
    ['APKN', 'Pakistani'],
    ['ABAN', 'Bangladeshi'],
    ['AOTH', 'Any other Asian background'],
    ['BCRB', 'Caribbean'],
    ['BAFR', 'African'],
    ['BOTH', OTHER_BLACK],
    ['CHNE', 'Chinese'],
    ['OOTH', 'Any other ethnic group'],
    ['REFU', 'not known'],
    ['NOBT', 'not known'],
  ])('the school census code %s is %s', (code, label) => {
    expect(taken('ethnicity', code)).toBe(label);
  });

  it.each([
    ['White British', BRITISH],
    ['W1 - White British', BRITISH],
    ['White British (W1)', BRITISH],
    ['W1: White - British', BRITISH],
    ['White - English/Welsh/Scottish/Northern Irish/British', BRITISH],
    ['Asian or Asian British - Indian', 'Indian'],
    ['A1 - Asian or Asian British - Indian', 'Indian'],
    ['Asian or Asian British: Any other Asian background', 'Any other Asian background'],
    ['Black or Black British - Caribbean', 'Caribbean'],
    ['Black or Black British - Any other Black background', OTHER_BLACK],
    ['Black/African/Caribbean/Black British: African', 'African'],
    ['Mixed - White & Black Caribbean', 'White and Black Caribbean'],
    ['Mixed/multiple ethnic groups: Any other Mixed/multiple ethnic background', OTHER_MIXED],
    ['Chinese or other ethnic group - Chinese', 'Chinese'],
    ['Chinese or other ethnic group - Any other', 'Any other ethnic group'],
    ['Other ethnic group - Arab', 'Arab'],
    ['White - Gypsy or Irish Traveller', 'Gypsy or Irish Traveller'],
    ['White: Gypsy/Roma', 'Roma'],
  ])('%j is %s', (cell, label) => {
    expect(taken('ethnicity', cell)).toBe(label);
  });

  it.each([
    ['Asian', 'Asian, not further specified'],
    ['Asian or Asian British', 'Asian, not further specified'],
    ['BLACK', 'Black, not further specified'],
    ['Black or Black British', 'Black, not further specified'],
    ['Mixed', 'Mixed, not further specified'],
    ['Dual heritage', 'Mixed, not further specified'],
    ['White', 'White, not further specified'],
    ['Other', 'Other, not further specified'],
    ['Other ethnic group', 'Other, not further specified'],
  ])('%j names only a group: %s', (cell, label) => {
    expect(taken('ethnicity', cell)).toBe(label);
  });

  it.each([
    'Not known',
    'unknown',
    'Not stated',
    'Refused',
    'Information not obtainable',
    'Prefer not to say',
  ])('%j is not known, without a word about it', (cell) => {
    expect(taken('ethnicity', cell)).toBe('not known');
  });

  it.each(['IC1', 'IC2', 'IC3', 'IC4', 'IC5', 'IC6', 'ic3', 'IC3 - Black', 'IC4 - Asian', 'Black (IC3)'])(
    '%j is what an officer observed, so no label of a self-defined ethnicity',
    (cell) => {
      expect(taken('ethnicity', cell)).toBeNull();
    },
  );

  it.each([
    'Klingon',
    'White - Indian',
    'Asian or Asian British - Irish',
    'constructor',
    '__proto__',
    'BAME',
    'W7',
  ])('%j is of no known category', (cell) => {
    expect(taken('ethnicity', cell)).toBeNull();
  });

  it('keeps the labels of the file under as-recorded, but for the few that say it is not known', () => {
    const reader = labelReader(columnDefinition('ethnicity'), 'as-recorded', NO_ALIASES);
    expect(
      ['HISPANIC', 'Black', 'black', 'HISPANIC', 'Unknown', 'NOT KNOWN', 'Not stated', 'Refused'].map(
        reader.read,
      ),
    ).toEqual([1, 2, 2, 1, 0, 0, 0, 0]);
    expect(reader.labels).toEqual(['HISPANIC', 'Black']);
  });
});

describe('disposals', () => {
  it.each([
    // The enumerations of the Youth Justice Board's reporting queries: court.
    ['REFERRAL_ORDER', 'Referral order'],
    ['YOUTH_REHABILITATION_ORDER', 'Youth rehabilitation order'],
    ['DETENTION_AND_TRAINING_ORDER', 'Detention and training order'],
    ['DTO_LICENCE', 'DTO licence'],
    ['SECTION_226_LIFE', 'Section 226'],
    ['SECTION_226_B', 'Section 226'],
    ['SECTION_250', 'Section 250'],
    ['SECTION_254', 'Section 254'],
    ['SECTION_259', 'Section 259'],
    ['SECTION_90_92_DETENTION', 'Section 90'],
    ['SECTION_90_91_DETENTION', 'Section 91'],
    // Out of court.
    ['YOUTH_CAUTION', 'Youth caution'],
    ['YOUTH_CONDITIONAL_CAUTION', 'Youth conditional caution'],
    ['COMMUNITY_RESOLUTION', 'Community resolution'],
    ['COMMUNITY_RESOLUTION_WITH_YOT_INTERVENTION', 'Community resolution'],
    ['COMMUNITY_RESOLUTION_POLICE_FACILITATED', 'Community resolution'],
    ['COMMUNITY_RESOLUTION_OTHER_AGENCY_FACILITATED', 'Community resolution'],
    ['COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT', 'Community resolution'],
    ['NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT', 'Outcome 20'],
    ['NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT', 'Outcome 22'],
    ['NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT', 'Outcome 22'],
    ['OTHER_INFORMAL_ACTION_YOT_INVOLVEMENT', 'Other informal action'],
    ['OTHER_INFORMAL_ACTION_NO_YOT_INVOLVEMENT', 'Other informal action'],
    // Remand.
    ['REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION', 'Remand to local authority accommodation'],
    ['REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_TAG', 'Remand to local authority accommodation'],
    ['REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_GPS_TAG', 'Remand to local authority accommodation'],
    ['REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_RADIO_TAG', 'Remand to local authority accommodation'],
    ['REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_CURFEW', 'Remand to local authority accommodation'],
    ['REMAND_IN_CUSTODY', 'Remand to youth detention'],
    ['COURT_ORDERED_SECURE_REMAND', 'Remand to youth detention'],
    // Published types of bail and remand.
    ['Bail Supervision and Support', 'Bail supervision'],
    ['ISS Bail', 'ISS bail'],
    ['RLAA', 'Remand to local authority accommodation'],
    ['RYDA', 'Remand to youth detention'],
    // As people write them.
    ['referral order', 'Referral order'],
    ['YRO', 'Youth rehabilitation order'],
    ['YRO with ISS', 'Youth rehabilitation order with ISS'],
    ['Youth Rehabilitation Order (ISS)', 'Youth rehabilitation order with ISS'],
    ['DTO', 'Detention and training order'],
    ['S.250', 'Section 250'],
    ['s91', 'Section 91'],
    ['Reparation Order', 'Reparation order'],
    ['Absolute discharge', 'Absolute discharge'],
    ['Conditional Discharge', 'Conditional discharge'],
    ['Compensation order', 'Compensation'],
    ['Turnaround', 'Turnaround'],
    ['Outcome 21', 'Outcome 21'],
  ])('%j is %s', (cell, label) => {
    expect(taken('disposal', cell)).toBe(label);
  });

  it.each([
    'NO_INTERVENTION',
    'Unconditional Bail',
    'Conditional Bail',
    'Reprimand',
    'Drug Treatment and Testing Order',
  ])('%j is listed as not mapped', (cell) => {
    expect(taken('disposal', cell)).toBeNull();
  });
});

describe('short answers', () => {
  it.each(['Yes', 'yes', 'Y', 'y', '1', 'true', 'TRUE'])('%j is Yes', (cell) => {
    expect(taken('send', cell)).toBe('Yes');
    expect(taken('planning_desistance', cell)).toBe('Yes');
  });

  it.each(['No', 'NO', 'N', 'n', '0', 'false', 'False'])('%j is No', (cell) => {
    expect(taken('send', cell)).toBe('No');
    expect(taken('planning_desistance', cell)).toBe('No');
  });

  it.each(['NA', 'N/A', 'n/a', 'Not applicable'])('%j is not applicable', (cell) => {
    expect(taken('planning_desistance', cell)).toBe('NA');
  });

  it.each(['Unknown', 'not known'])('%j is missing and not No', (cell) => {
    expect(taken('send', cell)).toBe('not known');
    expect(taken('planning_desistance', cell)).toBe('not known');
  });

  it.each(['maybe', '2', 'Yes and no', 'ja', 'sufficient'])('%j is neither', (cell) => {
    expect(taken('send', cell)).toBeNull();
  });

  it.each([
    ['residence', 'Home', 'Home'],
    ['residence', 'Local', 'Home'],
    ['residence', 'OTHER', 'Other'],
    ['residence', 'elsewhere', null],
    ['sex', 'F', 'Female'],
    ['sex', 'male', 'Male'],
    ['sex', '1', 'Male'],
    ['sex', '2', 'Female'],
    ['sex', 'Other', 'Other'],
    ['sex', 'Not known', 'not known'],
    ['sex', 'B', null],
    ['intervention_level', 'ENHANCED', 'Enhanced'],
    ['risk_to_others', 'very high', 'Very high'],
    ['risk_to_others', 'Very-High', 'Very high'],
    ['safety_wellbeing', 'medium', 'Medium'],
    ['likelihood_of_reoffending', 'severe', null],
  ] as const)('in %s %j is %s', (name, cell, label) => {
    expect(taken(name, cell)).toBe(label);
  });
});

describe('labels mapped by the user', () => {
  const aliases: ValueAliases = new Map([
    ['ethnicity', new Map([['brum1', 'Roma']])],
    [
      'yes-no',
      new Map([
        ['ja', 'Yes'],
        ['metfully', 'Yes'],
      ]),
    ],
    ['disposal', new Map([['reprimand', 'Outcome 22']])],
    ['send', new Map([['ehcp', 'Yes']])],
  ]);

  it('come before ours, without regard to case and punctuation', () => {
    expect(taken('ethnicity', 'BRUM-1', aliases)).toBe('Roma');
    expect(taken('disposal', 'Reprimand', aliases)).toBe('Outcome 22');
    expect(taken('ethnicity', 'Irish', aliases)).toBe('Irish');
  });

  it('for yes-no hold in every such column', () => {
    expect(taken('care_experienced', 'Ja', aliases)).toBe('Yes');
    expect(taken('reviewing_desistance', 'met (fully)', aliases)).toBe('Yes');
    expect(taken('sex', 'Ja', aliases)).toBeNull();
  });

  it('for one yes-no column leave those for all of them in force', () => {
    expect(taken('send', 'EHCP', aliases)).toBe('Yes');
    expect(taken('send', 'Ja', aliases)).toBe('Yes');
  });
});

describe('a code beside the label', () => {
  const read = (name: 'sex' | 'send' | 'risk_to_others' | 'residence' | 'ethnicity', cell: string) => {
    const reader = labelReader(columnDefinition(name), '2021', new Map());
    const code = reader.read(cell);
    return code === null || code === 0 ? code : reader.labels[code - 1];
  };
  it.each([
    ['sex', 'M - Male', 'Male'],
    ['sex', 'Female (F)', 'Female'],
    ['send', 'Y - Yes', 'Yes'],
    ['send', 'No (N)', 'No'],
    ['risk_to_others', 'VH: Very high', 'Very high'],
    ['residence', 'H - Home', 'Home'],
    ['ethnicity', 'w1 - white british', 'English, Welsh, Scottish, Northern Irish or British'],
  ] as const)('is passed over: %s "%s"', (name, cell, label) => {
    expect(read(name, cell)).toBe(label);
  });
});
