/**
 * Ethnic groups and categories, and the labels and codes that case systems use for them.
 *
 * Sources: the ethnic groups of the 2021, 2011 and 2001 Censuses of England and Wales as listed by GOV.UK
 * (ethnicity facts and figures, style guide: ethnic groups); the self-defined codes (16+1, 18+1) as used by
 * the police, courts and HM Prison and Probation Service; the Department for Education's school census codes.
 * The grouping into five follows the Youth Justice Board: Asian, Black, Mixed, Other, White, Not known.
 *
 * W3 (and W4, W8) is read as Gypsy or Irish Traveller and W5 as Roma: systems differ, but all are White here.
 */

export const ETHNIC_GROUPS = ['Asian', 'Black', 'Mixed', 'Other', 'White'] as const;
export type EthnicGroup = (typeof ETHNIC_GROUPS)[number];

export const ETHNICITY_LISTS = ['2021', '2011', '2001', 'as-recorded'] as const;
export type EthnicityList = (typeof ETHNICITY_LISTS)[number];

export interface EthnicCategory {
  readonly label: string;
  readonly group: EthnicGroup;
  readonly aliases: readonly string[];
}

const CHINESE = 'Chinese';

export const ETHNIC_CATEGORIES: readonly EthnicCategory[] = [
  { label: 'Indian', group: 'Asian', aliases: ['A1', 'AIND'] },
  { label: 'Pakistani', group: 'Asian', aliases: ['A2', 'APKN'] },
  { label: 'Bangladeshi', group: 'Asian', aliases: ['A3', 'ABAN'] },
  {
    label: CHINESE,
    group: 'Asian',
    aliases: ['A4', 'O1', 'CHNE', 'Chinese or other ethnic group - Chinese'],
  },
  {
    label: 'Any other Asian background',
    group: 'Asian',
    aliases: ['A9', 'AOTH', 'Other Asian', 'Other Asian background', 'Asian other', 'Any other Asian'],
  },
  { label: 'Caribbean', group: 'Black', aliases: ['B1', 'BCRB', 'Black Caribbean', 'West Indian'] },
  { label: 'African', group: 'Black', aliases: ['B2', 'BAFR', 'Black African'] },
  {
    label: 'Any other Black, Black British, or Caribbean background',
    group: 'Black',
    aliases: [
      'B9',
      'BOTH',
      'Any other Black background',
      'Any other Black',
      'Other Black',
      'Other Black background',
      'Black other',
      'Any other Black, African or Caribbean background',
      'Other Black/African/Caribbean background',
      'Any other Black/African/Caribbean background',
      'Any other Black, Black British, African or Caribbean background',
    ],
  },
  {
    label: 'White and Black Caribbean',
    group: 'Mixed',
    aliases: [
      'M1',
      'MWBC',
      'White & Black Caribbean',
      'White/Black Caribbean',
      'Mixed White and Black Caribbean',
    ],
  },
  {
    label: 'White and Black African',
    group: 'Mixed',
    aliases: ['M2', 'MWBA', 'White & Black African', 'White/Black African', 'Mixed White and Black African'],
  },
  {
    label: 'White and Asian',
    group: 'Mixed',
    aliases: ['M3', 'MWAS', 'White & Asian', 'White/Asian', 'Mixed White and Asian'],
  },
  {
    label: 'Any other Mixed or multiple ethnic background',
    group: 'Mixed',
    aliases: [
      'M9',
      'MOTH',
      'Any other Mixed background',
      'Any other Mixed',
      'Other Mixed',
      'Other Mixed background',
      'Mixed other',
      'Any other Mixed/multiple ethnic background',
      'Any other Mixed or multiple background',
    ],
  },
  {
    label: 'English, Welsh, Scottish, Northern Irish or British',
    group: 'White',
    aliases: [
      'W1',
      'WBRI',
      'White British',
      'British',
      'White English',
      'White Welsh',
      'White Scottish',
      'White Northern Irish',
      'English',
      'Welsh',
      'Scottish',
      'Northern Irish',
      'White UK',
      'English/Welsh/Scottish/Northern Irish/British',
      'English, Welsh, Scottish, Northern Irish, British',
      'English, Welsh, Scottish or Northern Irish',
      'Welsh/English/Scottish/Northern Irish/British',
      'Welsh, English, Scottish, Northern Irish or British',
    ],
  },
  { label: 'Irish', group: 'White', aliases: ['W2', 'WIRI', 'White Irish'] },
  {
    label: 'Gypsy or Irish Traveller',
    group: 'White',
    aliases: [
      'W3',
      'W4',
      'W8',
      'WIRT',
      'Gypsy',
      'Irish Traveller',
      'Traveller of Irish heritage',
      'Traveller',
      'Gypsy/Irish Traveller',
      'Irish Traveller/Gypsy',
      'Gypsy, Irish Traveller',
      'Gypsy and Irish Traveller',
      'Gypsy & Irish Traveller',
      'White Gypsy or Irish Traveller',
      'Traveller - Irish heritage',
    ],
  },
  {
    label: 'Roma',
    group: 'White',
    aliases: ['W5', 'WROM', 'Gypsy/Roma', 'Gypsy or Roma', 'Roma Gypsy', 'White Roma'],
  },
  {
    label: 'Any other White background',
    group: 'White',
    aliases: ['W9', 'WOTH', 'Other White', 'Other White background', 'White other', 'Any other White'],
  },
  { label: 'Arab', group: 'Other', aliases: ['O2', 'Other Arab'] },
  {
    label: 'Any other ethnic group',
    group: 'Other',
    aliases: [
      'O9',
      'OOTH',
      'Any other',
      'Any other group',
      'Any other background',
      'Any other ethnic background',
      'Any other ethnicity',
      'Other ethnic group - any other',
      'Other ethnicity',
      'Other ethnic background',
    ],
  },
  ...ETHNIC_GROUPS.map((group) => ({ label: `${group}, not further specified`, group, aliases: [group] })),
];

/** Words that name a group only, beyond the group's own name. */
const GROUP_WORDS: Record<EthnicGroup, readonly string[]> = {
  Asian: ['Asian or Asian British', 'Asian British', 'Asian/Asian British', 'Asian, Asian British'],
  Black: [
    'Black or Black British',
    'Black British',
    'Black/Black British',
    'Black, Black British, Caribbean or African',
    'Black/African/Caribbean/Black British',
    'Black, African, Caribbean or Black British',
    'Black or African or Caribbean or Black British',
    'Black, Caribbean or African',
  ],
  Mixed: [
    'Mixed or multiple ethnic groups',
    'Mixed/multiple ethnic groups',
    'Mixed or multiple',
    'Mixed multiple',
    'Dual heritage',
    'Mixed heritage',
    'Mixed ethnicity',
    'Mixed race',
    'Mixed or dual heritage',
    'Mixed background',
    'Mixed parentage',
    'Mixed or multiple ethnic group',
  ],
  Other: [
    'Other ethnic group',
    'Other ethnic groups',
    'Other group',
    'Chinese or other ethnic group',
    'Chinese or other',
  ],
  White: ['White ethnic group'],
};

/** Labels and codes that say the ethnicity is not known; they are outside every share. */
export const UNKNOWN_ETHNICITY = [
  'Not known',
  'Unknown',
  'Not stated',
  'Refused',
  'NS',
  'UN',
  'Z',
  'Z1',
  'N',
  'NREC',
  'REFU',
  'NOBT',
  'Not obtained',
  'Not recorded',
  'Information not obtainable',
  'Information not obtained',
  'Information refused',
  'Info not obtainable',
  'Prefer not to say',
  'Prefers not to say',
  'Declined',
  'Declined to say',
  'Not given',
  'Not provided',
  'Not yet obtained',
  'Missing',
  'Blank',
  'None',
  'Null',
  'N/A',
  'NA',
  'Not applicable',
  'Not specified',
  'Not disclosed',
  'Undisclosed',
  'Do not know',
  "Don't know",
  'DK',
  'NK',
  'Ethnicity not stated',
  'Ethnicity not known',
  'Ethnicity unknown',
  'Unknown/not recorded',
  'Not known/not stated',
  'Not known or not stated',
  'Not obtainable',
  'MERGE',
  'ETH03',
  'ETH04',
  'ETH05',
] as const;

/** The few labels that mean Not known when a service keeps its own categories (`as-recorded`). */
export const UNKNOWN_AS_RECORDED = ['Unknown', 'Not known', 'Not stated', 'Refused'] as const;

/** The five-way group of a category; only Chinese depends on the list (Other in the 2001 Census). */
export function ethnicGroup(category: EthnicCategory, list: EthnicityList): EthnicGroup {
  return category.label === CHINESE && list === '2001' ? 'Other' : category.group;
}

/**
 * Group headings that some systems put before a category ("Asian or Asian British - Indian"), each with the labels
 * that may stand under it: those of its group, and Chinese under Other as in the 2001 list.
 */
export function ethnicHeadings(): readonly { heading: string; labels: readonly string[] }[] {
  return ETHNIC_GROUPS.flatMap((group) => {
    const labels = ETHNIC_CATEGORIES.filter((category) => category.group === group).map(({ label }) => label);
    if (group === 'Other') labels.push(CHINESE);
    return [group, ...GROUP_WORDS[group]].map((heading) => ({ heading, labels }));
  });
}

/** All labels and codes of a category, its own label first. */
export function ethnicAliases(category: EthnicCategory): readonly string[] {
  const isGroupOnly = category.label === `${category.group}, not further specified`;
  return [category.label, ...category.aliases, ...(isGroupOnly ? GROUP_WORDS[category.group] : [])];
}
