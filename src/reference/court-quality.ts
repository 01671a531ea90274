/**
 * How inspectors judge court disposals: four standards of three questions each, and the bands of the share of cases
 * judged sufficient. As commonly described for the HM Inspectorate of Probation youth programme 2018-2024; the
 * rules and guidance themselves should be checked before anyone relies on the edges.
 */
export const QUALITY_BANDS = [
  { label: 'Inadequate', fromPercent: 0, score: 0 },
  { label: 'Requires improvement', fromPercent: 50, score: 1 },
  { label: 'Good', fromPercent: 65, score: 2 },
  { label: 'Outstanding', fromPercent: 80, score: 3 },
] as const;

/** A share this near to the edge of a band is one where an inspector may use discretion. */
export const NEAR_BOUNDARY_POINTS = 5;

export const BEST_SCORE = 3;

/**
 * The band of `sufficient` of `judged` cases: the percentage is rounded half up to a whole number first, worked out on
 * whole numbers, so that no rounding of fractions moves a rating.
 */
export function qualityBand(sufficient: number, judged: number): (typeof QUALITY_BANDS)[number] {
  const percent = Math.floor((200 * sufficient + judged) / (2 * judged));
  return QUALITY_BANDS.findLast(({ fromPercent }) => percent >= fromPercent) ?? QUALITY_BANDS[0];
}

/** Whether the share lies within 5 percentage points of the edge of a band, ends included. */
export function isNearBoundary(sufficient: number, judged: number): boolean {
  return QUALITY_BANDS.slice(1).some(
    ({ fromPercent }) => Math.abs(100 * sufficient - fromPercent * judged) <= NEAR_BOUNDARY_POINTS * judged,
  );
}
