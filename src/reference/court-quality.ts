/**
 * How the shares of court work judged sufficient are banded: by the framework 2018-2024, as commonly described. The
 * rules and guidance themselves should be checked before anyone relies on the edges.
 */
import { FRAMEWORK_2018_2024 } from './framework-2018-2024.ts';

/** From the lowest to the highest. */
export const QUALITY_BANDS = FRAMEWORK_2018_2024.rating.bands;

/** A share this near to the edge of a band is one where an inspector may use discretion. */
export const NEAR_BOUNDARY_POINTS = FRAMEWORK_2018_2024.rating.nearBoundaryPoints;

export const BEST_SCORE = Math.max(...QUALITY_BANDS.map(({ score }) => score));

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
