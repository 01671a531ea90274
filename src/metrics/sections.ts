/** The parts of a report that a service chooses, orders and comments on: its metrics, and two that are made of them. */
import { compact } from '../caseload/columns.ts';
import { nearest } from '../caseload/nearest.ts';
import { metrics } from './index.ts';

export interface Section {
  readonly name: string;
  /** All that it may be called, its name among them; case, spaces and punctuation do not matter. */
  readonly called: readonly string[];
}

/** What stands out. */
export const SUMMARY = 'summary';
/** The service's recommendations. */
export const IMPROVEMENT_PLAN = 'improvement-plan';

/** In the order in which a report has them when none are chosen. */
export const SECTIONS: readonly Section[] = [
  { name: SUMMARY, called: [SUMMARY, 'What stands out'] },
  ...metrics.map(({ name, aliases = [], title }) => ({ name, called: [name, ...aliases, title] })),
  { name: IMPROVEMENT_PLAN, called: [IMPROVEMENT_PLAN, 'actions'] },
];

/** The section that goes by a name, an alias or a title; null when there is none. */
export function sectionNamed(text: string): Section | null {
  const words = compact(text);
  return SECTIONS.find(({ called }) => called.some((one) => compact(one) === words)) ?? null;
}

/** The section that a mistyped name most likely means; null when none is near. */
export function sectionNear(text: string): Section | null {
  const guess = nearest(
    compact(text),
    SECTIONS.flatMap(({ called }) => called.map(compact)),
  );
  return guess === null ? null : sectionNamed(guess);
}
