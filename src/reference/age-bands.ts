/**
 * Ages of children on a caseload. Criminal responsibility begins at 10 (Children and Young Persons Act 1933, s.50);
 * the Youth Justice Board reports in the bands 10-14 and 15-17. A child who turns 18 during an order stays on the
 * caseload, as a group of its own.
 */
export const YEARS = [10, 11, 12, 13, 14, 15, 16, 17] as const;
export const ADULT_AGE = 18;
export const ADULTS = '18 and over';
/** Nobody older is on a caseload of children, whose orders end by then: a greater age is a mistake. */
export const OLDEST_AGE = 25;

export interface AgeBand {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export const AGE_BANDS: readonly AgeBand[] = [
  { label: '10-14', from: 10, to: 14 },
  { label: '15-17', from: 15, to: 17 },
  { label: ADULTS, from: ADULT_AGE, to: Number.POSITIVE_INFINITY },
];
