/**
 * What a synthetic caseload looks like: every share and length in one place.
 *
 * Published, of Birmingham:
 * - children aged 10-17 by ethnic group: ONS, Census 2021, table RM032 (ethnic group by age and sex), E08000025;
 * - more than 370 children, more than 140 staff; just over half of the children not in mainstream education;
 *   court planning and reviewing Inadequate (HM Inspectorate of Probation, October 2020);
 * - children with learning difficulties or disabilities over half; excessive workloads; the diversity needs of
 *   children not consistently met (HM Inspectorate of Probation, March 2023);
 * - 78.9 % of custodial sentences to Black, Asian and Mixed children, none to a girl (Youth Justice Plan 2022/23).
 * All else is our invention: a service of this size and kind, not Birmingham's own figures.
 */
import type { JudgementName } from '../caseload/columns.ts';
import type { DisposalGroup } from '../reference/disposals.ts';
import type { EthnicGroup } from '../reference/ethnicity.ts';

/** About 370 children with an open case of this service's own; seven children for ten cases. */
export const DEFAULT_CASES = 600;
export const DEFAULT_SEED = 1;
export const DEFAULT_AS_AT = '2026-10-31';

/** Published: Birmingham, children aged 10-17, 21 March 2021. */
export const POPULATION: Readonly<Record<EthnicGroup, number>> = {
  Asian: 51_818,
  Black: 17_883,
  Mixed: 10_696,
  Other: 8_033,
  White: 42_740,
};

/** Category, group and parts of 100 within the group: invented, with Gypsy, Roma and Traveller children present. */
export const ETHNICITIES = [
  ['Indian', 'Asian', 12],
  ['Pakistani', 'Asian', 56],
  ['Bangladeshi', 'Asian', 17],
  ['Chinese', 'Asian', 2],
  ['Any other Asian background', 'Asian', 13],
  ['Caribbean', 'Black', 32],
  ['African', 'Black', 49],
  ['Any other Black, Black British, or Caribbean background', 'Black', 19],
  ['White and Black Caribbean', 'Mixed', 56],
  ['White and Black African', 'Mixed', 11],
  ['White and Asian', 'Mixed', 17],
  ['Any other Mixed or multiple ethnic background', 'Mixed', 16],
  ['English, Welsh, Scottish, Northern Irish or British', 'White', 84],
  ['Irish', 'White', 2],
  ['Gypsy or Irish Traveller', 'White', 4],
  ['Roma', 'White', 4],
  ['Any other White background', 'White', 6],
  ['Arab', 'Other', 48],
  ['Any other ethnic group', 'Other', 52],
] as const;
export const NOT_KNOWN = 'Not known';
export type EthnicLabel = (typeof ETHNICITIES)[number][0] | typeof NOT_KNOWN;
export const SHARE_OF_UNKNOWN_ETHNICITY = 0.02;

export const SEX_WEIGHTS = [
  ['Male', 845],
  ['Female', 145],
  ['Other', 4],
  [NOT_KNOWN, 6],
] as const;
export type SexLabel = (typeof SEX_WEIGHTS)[number][0];

/** Ages at the as-at date; at 18 an order that began before the birthday goes on. */
export const AGE_WEIGHTS = [
  [10, 0.5],
  [11, 1],
  [12, 3.5],
  [13, 7],
  [14, 13],
  [15, 20],
  [16, 25],
  [17, 27],
  [18, 3],
] as const;

export const CASES_PER_CHILD = [
  [1, 67],
  [2, 23],
  [3, 10],
] as const;

/** Disposal, group and weight. */
export const DISPOSAL_WEIGHTS = [
  ['Community resolution', 'Diversion and prevention', 10],
  ['Outcome 20', 'Diversion and prevention', 0.8],
  ['Outcome 21', 'Diversion and prevention', 1],
  ['Outcome 22', 'Diversion and prevention', 7],
  ['Prevention', 'Diversion and prevention', 4],
  ['Turnaround', 'Diversion and prevention', 5],
  ['Other informal action', 'Diversion and prevention', 1],
  ['Youth caution', 'Pre-court', 5],
  ['Youth conditional caution', 'Pre-court', 7],
  ['Referral order', 'First-tier', 24],
  ['Reparation order', 'First-tier', 1],
  ['Absolute discharge', 'First-tier', 0.4],
  ['Conditional discharge', 'First-tier', 1.4],
  ['Fine', 'First-tier', 0.6],
  ['Compensation', 'First-tier', 0.4],
  ['Youth rehabilitation order', 'Community', 13],
  ['Youth rehabilitation order with ISS', 'Community', 4],
  ['Detention and training order', 'Custody', 4],
  ['DTO licence', 'Custody', 2.5],
  ['Section 226', 'Custody', 0.3],
  ['Section 250', 'Custody', 3.5],
  ['Section 254', 'Custody', 0.6],
  ['Section 259', 'Custody', 0.4],
  ['Section 90', 'Custody', 0.2],
  ['Section 91', 'Custody', 0.3],
  ['Remand to local authority accommodation', 'Remand and bail', 1.5],
  ['Remand to youth detention', 'Remand and bail', 2.5],
  ['Bail supervision', 'Remand and bail', 3],
  ['ISS bail', 'Remand and bail', 1.5],
] as const satisfies readonly (readonly [string, DisposalGroup, number])[];
export type DisposalLabel = (typeof DISPOSAL_WEIGHTS)[number][0];

/** Orders with which the service has no work, so none to audit. */
export const WITHOUT_WORK: ReadonlySet<DisposalLabel> = new Set<DisposalLabel>([
  'Absolute discharge',
  'Conditional discharge',
  'Fine',
  'Compensation',
]);

/** Of custody drawn for a child of another group than Asian, Black or Mixed, the part kept: gives the 78.9 %. */
export const CUSTODY_KEPT = 0.42;
export const YOUNGEST_IN_CUSTODY = 14;

/** The longest that a case has been open, in days. */
export const LONGEST_OPEN: Readonly<Record<DisposalGroup, number>> = {
  'Diversion and prevention': 110,
  'Pre-court': 110,
  'First-tier': 290,
  Community: 420,
  Custody: 500,
  'Remand and bail': 100,
};
export const SHARE_OPEN = { firstCase: 0.9, furtherCase: 0.35 } as const;
export const SHARE_WITH_PLANNED_END = 0.6;
export const SHARE_OTHER_RESIDENCE = 0.04;
export const SHARE_UNALLOCATED = 0.04;
export const SHARE_SAME_WORKER = 0.75;

export const SHARE_AUDITED = 0.28;
export const DAYS_BEFORE_AUDIT = 45;
export const DAYS_BEFORE_REVIEW = 90;

/**
 * For each judgement the chance of Yes among Yes and No, and of NA. Published is only that court planning and
 * reviewing were Inadequate (commonly: under 50 % on the lowest question) and assessment was not among the worst.
 */
export const SUFFICIENT: Readonly<Record<JudgementName, readonly [yes: number, notApplicable: number]>> = {
  assessment_desistance: [0.76, 0],
  assessment_child_safety: [0.69, 0],
  assessment_others_safety: [0.67, 0],
  planning_desistance: [0.58, 0],
  planning_child_safety: [0.46, 0.1],
  planning_others_safety: [0.44, 0.12],
  delivery_desistance: [0.7, 0.02],
  delivery_child_safety: [0.62, 0.1],
  delivery_others_safety: [0.6, 0.12],
  reviewing_desistance: [0.55, 0.05],
  reviewing_child_safety: [0.44, 0.15],
  reviewing_others_safety: [0.42, 0.17],
};

/** Cases of a worker and workers of a team; a national extract has no more than these at most. */
export const CASES_PER_WORKER = 15;
export const WORKERS_PER_TEAM = 8;
export const MOST_WORKERS = 30_000;
export const MOST_TEAMS = 150;
