/** Which metric a heading names. */
import { nearest } from '../caseload/nearest.ts';
import type { Section } from '../metrics/sections.ts';

/** The name of the section that a heading means, or null; and, of one that means none, the nearest name. */
export interface SectionNames {
  readonly named: (heading: string) => string | null;
  readonly near: (heading: string) => string | null;
}

export function sectionNames(sections: readonly Section[]): SectionNames {
  const names = new Map(
    sections.flatMap(({ name, called }) =>
      [name, ...called].map((word): [string, string] => [keyOf(word), name]),
    ),
  );
  return {
    named: (heading) => names.get(keyOf(heading)) ?? null,
    near: (heading) => names.get(nearest(keyOf(heading), [...names.keys()]) ?? '') ?? null,
  };
}

/** Letters and digits alone, in words: "Ethnicity mix:" is "ethnicity-mix". */
function keyOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
