/** Whether a service leaves out ages that another has: nobody of them, and more than chance would leave out. */

import { NOT_KNOWN } from '../caseload/groups.ts';
import { isNumber, type Report, type Row } from '../report/report.ts';
import { fisherExact } from '../stats/fisher-exact.ts';

interface Named {
  readonly name: string;
  readonly report: Report;
}

/** Ages at one end that nobody of the input has: "under 14", "over 17". */
interface Limit {
  readonly words: string;
  readonly ages: ReadonlySet<string>;
}

const CLEAR = 0.05;

/**
 * Ages that nobody of one of the two has, though the other has some.
 * @param which those that chance would hardly explain (Fisher's exact test, p under 0.05), or the others
 * @returns "other age limits: nobody under 14 in hamburg", or null where there are none
 */
export function describeOtherAges(first: Named, other: Named, which: 'clear' | 'unclear'): string | null {
  const words = [...limitsAgainst(first, other, which), ...limitsAgainst(other, first, which)];
  return words.length === 0 ? null : `other age limits: ${words.join(', ')}`;
}

function limitsAgainst(limited: Named, wider: Named, which: 'clear' | 'unclear'): string[] {
  const years = yearsOf(limited);
  const others = yearsOf(wider);
  if (years === null || others === null) return [];
  return limitsOf(years.rows).flatMap(({ words, ages }) => {
    const count = others.rows
      .filter(({ age }) => ages.has(String(age)))
      .reduce((sum, { children, cases }) => sum + numberOr0(children ?? cases), 0);
    if (count === 0) return [];
    const isClear = fisherExact(0, years.known, count, Math.max(0, others.known - count)) < CLEAR;
    return isClear === (which === 'clear') ? [`nobody ${words} in ${limited.name}`] : [];
  });
}

function yearsOf({ report }: Named): { rows: readonly Row[]; known: number } | null {
  const metric = report.metrics.find(({ name }) => name === 'age-bands');
  const table = metric?.tables.find(({ name }) => name === 'years');
  if (table === undefined || !isNumber(table.cohort.known)) return null;
  return { rows: table.rows.filter(({ age }) => age !== NOT_KNOWN), known: table.cohort.known };
}

/** A count that is withheld is none of nobody, but how much it adds is not known. */
function numberOr0(value: unknown): number {
  return isNumber(value) ? value : 0;
}

/** The ages at either end that are shown as 0. */
function limitsOf(rows: readonly Row[]): Limit[] {
  const isSome = rows.map(({ children, cases }) => (children ?? cases) !== 0);
  const first = isSome.indexOf(true);
  const last = isSome.lastIndexOf(true);
  if (first < 0) return [];
  const names = rows.map(({ age }) => String(age));
  return [
    ...(first > 0 ? [{ words: `under ${names[first]}`, ages: new Set(names.slice(0, first)) }] : []),
    ...(last < names.length - 1
      ? [{ words: `over ${names[last]}`, ages: new Set(names.slice(last + 1)) }]
      : []),
  ];
}
