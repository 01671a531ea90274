/** The short answer lists of the data dictionary and the words that case systems use for them. */

export interface Answer {
  readonly label: string;
  readonly aliases: readonly string[];
}

export const SEXES: readonly Answer[] = [
  { label: 'Female', aliases: ['F', 'Girl', 'Woman', '2', 'Females'] },
  { label: 'Male', aliases: ['M', 'Boy', 'Man', '1', 'Males'] },
  {
    label: 'Other',
    aliases: [
      'O',
      'X',
      'Non-binary',
      'Nonbinary',
      'Intersex',
      'Indeterminate',
      'Transgender',
      'Other gender',
      'Not specified (indeterminate)',
    ],
  },
];

export const INTERVENTION_LEVELS: readonly Answer[] = [
  { label: 'Standard', aliases: ['S', 'STD', 'Standard level'] },
  { label: 'Enhanced', aliases: ['E', 'ENH', 'Enhanced level'] },
  { label: 'Intensive', aliases: ['I', 'INT', 'Intensive level'] },
];

export const LEVELS: readonly Answer[] = [
  { label: 'Low', aliases: ['L', 'Low risk'] },
  { label: 'Medium', aliases: ['M', 'Med', 'Moderate', 'Medium risk'] },
  { label: 'High', aliases: ['H', 'High risk'] },
  { label: 'Very high', aliases: ['VH', 'V high', 'Very high risk', 'V. high'] },
];

export const RESIDENCES: readonly Answer[] = [
  {
    label: 'Home',
    aliases: [
      'Local',
      'H',
      'Home service',
      'Resident',
      'Own',
      'Home case',
      'Home YOT',
      'Home YOS',
      'Home YJS',
    ],
  },
  {
    label: 'Other',
    aliases: [
      'O',
      'Host',
      'Hosted',
      'Other service',
      'Caretaking',
      'Caretaker',
      'Out of area',
      'OTHER',
      'Hosting',
      'Host service',
      'Other YOT',
      'Other YOS',
      'Other YJS',
    ],
  },
];

/** NA is an answer of its own in the audit columns and missing in the others. */
export const YES_NO_NA: readonly Answer[] = [
  { label: 'Yes', aliases: ['Y', '1', 'True', 'T'] },
  { label: 'No', aliases: ['N', '0', 'False', 'F'] },
  { label: 'NA', aliases: ['N/A', 'Not applicable', 'n.a.'] },
];

/** Read as missing without a warning in every short answer list. */
export const UNKNOWN_ANSWERS: readonly string[] = [
  'Unknown',
  'Not known',
  'Not stated',
  'Not recorded',
  'NK',
  'Null',
  'None recorded',
  'Not specified',
  'U',
  'Not assessed',
  'Prefer not to say',
  'Refused',
  'Not yet known',
  'Missing',
];
