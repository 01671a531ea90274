/**
 * Disposals, the six groups they fall into, and what case systems call them.
 *
 * Sources: the enumerations and legal outcome groups of the Youth Justice Board's published reporting queries
 * (Youth Justice Application Framework); sections are of the Sentencing Act 2020, old 90 and 91 of the Powers
 * of Criminal Courts (Sentencing) Act 2000.
 */

export const DISPOSAL_GROUPS = [
  'Diversion and prevention',
  'Pre-court',
  'First-tier',
  'Community',
  'Custody',
  'Remand and bail',
] as const;
export type DisposalGroup = (typeof DISPOSAL_GROUPS)[number];

export interface Disposal {
  readonly label: string;
  readonly group: DisposalGroup;
  readonly aliases: readonly string[];
  /** A discharge, fine or compensation: the service normally has no work to do, so none to judge. */
  readonly withoutIntervention?: true;
}

export const DISPOSALS: readonly Disposal[] = [
  {
    label: 'Community resolution',
    group: 'Diversion and prevention',
    aliases: [
      'CR',
      'Community resolutions',
      'Community resolution with YOT intervention',
      'Community resolution with YJS involvement',
      'Community resolution with YJS intervention',
      'Community resolution police facilitated',
      'Community resolution other agency facilitated',
      'Community resolution with YOS intervention',
      'Outcome 8',
      'Youth community resolution',
    ],
  },
  {
    label: 'Outcome 20',
    group: 'Diversion and prevention',
    aliases: [
      'No further action outcome 20',
      'NFA outcome 20',
      'OC20',
      'No further action outcome 20 21',
      'Outcome 20/21',
      'No further action outcome 20 21 with YJS involvement',
    ],
  },
  {
    label: 'Outcome 21',
    group: 'Diversion and prevention',
    aliases: [
      'No further action outcome 21',
      'No further action outcome 21 with YJS involvement',
      'NFA outcome 21',
      'OC21',
    ],
  },
  {
    label: 'Outcome 22',
    group: 'Diversion and prevention',
    aliases: [
      'No further action outcome 22',
      'No further action outcome 22 with YJS involvement',
      'NFA outcome 22',
      'OC22',
      'Deferred prosecution',
      'Outcome 22 deferred prosecution',
      'No further action outcome 22 deferred prosecution caution with YJS involvement',
      'No further action outcome 22 deferred prosecution caution',
      'Outcome 22 deferred prosecution or caution',
      'Deferred caution',
      'Deferred prosecution/caution',
    ],
  },
  {
    label: 'Prevention',
    group: 'Diversion and prevention',
    aliases: [
      'Prevention programme',
      'Youth prevention',
      'Prevention intervention',
      'Preventative',
      'Prevention support',
      'Targeted prevention',
    ],
  },
  {
    label: 'Turnaround',
    group: 'Diversion and prevention',
    aliases: ['Turnaround programme', 'Turn around'],
  },
  {
    label: 'Other informal action',
    group: 'Diversion and prevention',
    aliases: [
      'Informal action',
      'Other informal action YOT involvement',
      'Other informal action no YOT involvement',
      'Diversion',
      'Diversion programme',
      'Triage',
      'Youth diversion',
      'Informal disposal',
    ],
  },
  {
    label: 'Youth caution',
    group: 'Pre-court',
    aliases: [
      'YC',
      'Caution',
      'Youth cautions',
      'Youth caution with YJS intervention',
      'Youth caution with intervention',
    ],
  },
  {
    label: 'Youth conditional caution',
    group: 'Pre-court',
    aliases: ['YCC', 'Conditional caution', 'Youth conditional cautions'],
  },
  {
    label: 'Referral order',
    group: 'First-tier',
    aliases: ['RO', 'REFO', 'Referral orders', 'Referral', 'Extended referral order'],
  },
  { label: 'Reparation order', group: 'First-tier', aliases: ['RepO', 'Reparation'] },
  {
    label: 'Absolute discharge',
    group: 'First-tier',
    aliases: ['AD', 'Discharged absolutely'],
    withoutIntervention: true,
  },
  {
    label: 'Conditional discharge',
    group: 'First-tier',
    aliases: ['CD', 'Discharged conditionally'],
    withoutIntervention: true,
  },
  {
    label: 'Discharge',
    group: 'First-tier',
    aliases: ['Discharge order', 'Absolute or conditional discharge', 'Absolute/conditional discharge'],
    withoutIntervention: true,
  },
  {
    label: 'Fine',
    group: 'First-tier',
    aliases: ['Fines', 'Court fine', 'Fined'],
    withoutIntervention: true,
  },
  {
    label: 'Compensation',
    group: 'First-tier',
    aliases: ['Compensation order', 'Compensation orders'],
    withoutIntervention: true,
  },
  {
    label: 'Youth rehabilitation order',
    group: 'Community',
    aliases: [
      'YRO',
      'Youth rehabilitation orders',
      'Youth rehabilitation',
      'Youth rehab order',
      'YRO without ISS',
      'Youth rehabilitation order without ISS',
    ],
  },
  {
    label: 'Youth rehabilitation order with ISS',
    group: 'Community',
    aliases: [
      'YRO with ISS',
      'YRO ISS',
      'YRO + ISS',
      'YRO & ISS',
      'YRO and ISS',
      'YRO w/ ISS',
      'Youth rehabilitation order ISS',
      'Youth rehabilitation order with intensive supervision and surveillance',
      'YRO with intensive supervision and surveillance',
      'Youth rehabilitation order intensive supervision and surveillance',
      'Youth rehabilitation order + ISS',
      'ISS YRO',
    ],
  },
  {
    label: 'Detention and training order',
    group: 'Custody',
    aliases: [
      'DTO',
      'Detention & training order',
      'Detention and training orders',
      'DTO custody',
      'DTO custodial',
      'Detention training order',
    ],
  },
  {
    label: 'DTO licence',
    group: 'Custody',
    aliases: [
      'DTO license',
      'Detention and training order licence',
      'DTO community',
      'DTO supervision',
      'DTO notice of supervision',
    ],
  },
  {
    label: 'Section 226',
    group: 'Custody',
    aliases: [
      'S226',
      'S.226',
      'Sec 226',
      'Section 226 life',
      'Section 226B',
      'S226B',
      'S226 life',
      'Section 226 detention',
    ],
  },
  {
    label: 'Section 250',
    group: 'Custody',
    aliases: [
      'S250',
      'S.250',
      'Sec 250',
      'Section 250 detention',
      'S250 detention',
      'Section 250 custody',
      'Section 250 licence',
    ],
  },
  {
    label: 'Section 254',
    group: 'Custody',
    aliases: [
      'S254',
      'S.254',
      'Sec 254',
      'Section 254 detention',
      'Extended sentence',
      'Section 254 extended sentence',
    ],
  },
  {
    label: 'Section 259',
    group: 'Custody',
    aliases: [
      'S259',
      'S.259',
      'Sec 259',
      'Section 259 detention',
      'Detention at His Majesty’s pleasure',
      'Section 259 murder',
    ],
  },
  {
    label: 'Section 90',
    group: 'Custody',
    aliases: [
      'S90',
      'S.90',
      'Sec 90',
      'Section 90 detention',
      'Section 90 92 detention',
      'Section 90-92 detention',
      'Section 90/92',
    ],
  },
  {
    label: 'Section 91',
    group: 'Custody',
    aliases: [
      'S91',
      'S.91',
      'Sec 91',
      'Section 91 detention',
      'Section 90 91 detention',
      'Section 90-91 detention',
      'Section 90/91',
      'S90/91',
      'S.90/91',
      'S90-91',
    ],
  },
  {
    label: 'Remand to local authority accommodation',
    group: 'Remand and bail',
    aliases: [
      'RLAA',
      'Remand to LA accommodation',
      'RILAA',
      'Remand to local authority',
      'Remand to local authority accommodation and tag',
      'Remand to local authority accommodation tag',
      'Remand to local authority accommodation GPS tag',
      'Remand to local authority accommodation radio tag',
      'Remand to local authority accommodation curfew',
      'Remand to local authority accommodation and GPS tag',
      'Remand to local authority accommodation and radio tag',
      'Remand to local authority accommodation and curfew',
      'Remanded to local authority accommodation',
      'Local authority remand',
    ],
  },
  {
    label: 'Remand to youth detention',
    group: 'Remand and bail',
    aliases: [
      'RYDA',
      'Remand to youth detention accommodation',
      'Remand in custody',
      'Remanded in custody',
      'Court ordered secure remand',
      'Secure remand',
      'RIC',
      'Remanded to youth detention accommodation',
      'Youth detention accommodation',
      'Custodial remand',
      'YDA remand',
      'Remand to YDA',
    ],
  },
  {
    label: 'Bail supervision',
    group: 'Remand and bail',
    aliases: [
      'Bail supervision and support',
      'BSS',
      'Bail supervision & support',
      'Bail support',
      'Bail support and supervision',
      'Bail support programme',
      'Bail supervision programme',
    ],
  },
  {
    label: 'ISS bail',
    group: 'Remand and bail',
    aliases: [
      'Bail ISS',
      'Bail with ISS',
      'Intensive supervision and surveillance bail',
      'ISSP bail',
      'Bail intensive supervision and surveillance',
      'Conditional bail with ISS',
    ],
  },
];
