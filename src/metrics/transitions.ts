import type { Values } from '../caseload/caseload.ts';
import { frameOf } from '../frame/frame.ts';
import { ADULT_AGE } from '../reference/age-bands.ts';
import { monthOfDay } from '../reference/quarter.ts';
import { childrenWithOpenCase } from './cohorts.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';

const MONTHS_PER_YEAR = 12;

/**
 * Who turns 18 soon? Children with an open case at the as-at date, by the month in which they turn 18: the age is
 * reached on the 1st of the month. Of a child with an age but no month of birth only the age is known. The rows of one
 * age are all children of that age.
 */
export const transitions = defineMetric({
  name: 'transitions',
  title: 'Transitions',
  question: 'Who turns 18 soon?',
  unit: 'children',
  cohort: 'children with an open case at the as-at date, residence Other left out',
  denominator: 'counts only: there are no shares',
  timing: 'day',
  needs: [['birth_month', 'age']],
  alsoReads: ['residence'],
  headline: { rowExample: '2026-12' },
  tables: [
    {
      name: 'months',
      title: 'Turning 18, by month',
      unit: 'children',
      about: {
        subject: 'children',
        count: 'children',
        within: { metric: 'age-bands', table: 'years', row: ({ age }) => String(age) },
      },
      columns: [
        { key: 'turning', label: 'Turning 18', type: 'text' },
        { key: 'age', label: 'Age now', type: 'text' },
        { key: 'children', label: 'Children', type: 'count' },
      ],
    },
  ],
  breakdown: 'internal',
  compute,
});

/** Some months in which the children of one age turn 18, and what they are called. */
interface TurningRow {
  readonly turning: string;
  readonly age: number;
  readonly children: number;
}

function compute(view: View): Counted {
  const { children, leftOut } = childrenWithOpenCase(view);
  const ages = view.childAges();
  let unknown = 0;
  for (let index = 0; index < children.length; index++) if (ages[children[index]] === 0) unknown++;
  const rows = turningRows(view, children, ages);
  return {
    n: children.length,
    known: children.length - unknown,
    leftOut,
    children,
    frames: {
      months: frameOf({
        turning: rows.map(({ turning }) => turning),
        age: rows.map(({ age }) => String(age)),
        children: rows.map((row) => row.children),
      }),
    },
    notes: notes(view),
  };
}

/**
 * By age, the oldest first: the months asked for, then, where they do not reach all of that age, those after them, then
 * those whose month is not known.
 */
function turningRows(view: View, children: Uint32Array, ages: Uint8Array): TurningRow[] {
  const { asAt } = view;
  const births = asAt === null ? null : view.childValues('birth_month');
  const ahead = view.settings.monthsAhead;
  const years = Math.max(1, Math.ceil(ahead / MONTHS_PER_YEAR));
  const now = asAt === null ? 0 : monthOfDay(asAt);
  const { inMonths, withoutMonth } = countTurning(children, ages, births, now, years);
  return Array.from({ length: years }, (_, year) => {
    const age = ADULT_AGE - 1 - year;
    const first = year * MONTHS_PER_YEAR;
    const shown = Math.min(MONTHS_PER_YEAR, ahead - first);
    const alreadyRow = { turning: `already ${age}, month not known`, age, children: withoutMonth[year] };
    // Without months of birth a 0 in each month would say that nobody turns 18 in it.
    if (births === null) return [alreadyRow];
    const ofAge = inMonths.slice(first, first + MONTHS_PER_YEAR);
    const months = ofAge.slice(0, shown).map((count, month) => ({
      turning: monthLabel(now + first + month + 1),
      age,
      children: count,
    }));
    const later = ofAge.slice(shown).reduce((sum, count) => sum + count, 0);
    const rest = { turning: `after ${monthLabel(now + ahead)}`, age, children: later };
    return [...months, ...(shown < MONTHS_PER_YEAR ? [rest] : []), alreadyRow];
  }).flat();
}

/** How many turn 18 in each of the months after `now`, and how many of each age do in a month that is not known. */
function countTurning(
  children: Uint32Array,
  ages: Uint8Array,
  births: Values | null,
  now: number,
  years: number,
): { inMonths: number[]; withoutMonth: number[] } {
  const inMonths = new Array<number>(years * MONTHS_PER_YEAR).fill(0);
  const withoutMonth = new Array<number>(years).fill(0);
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    const year = ADULT_AGE - 1 - ages[child];
    if (year < 0 || year >= years) continue;
    const birth = births === null ? 0 : births[child];
    if (birth === 0) withoutMonth[year]++;
    else inMonths[birth + ADULT_AGE * MONTHS_PER_YEAR - now - 1]++;
  }
  return { inMonths, withoutMonth };
}

/** `2026-11` of months since January 1970. */
function monthLabel(month: number): string {
  const year = Math.floor(month / MONTHS_PER_YEAR);
  return `${1970 + year}-${String(month - year * MONTHS_PER_YEAR + 1).padStart(2, '0')}`;
}

function notes(view: View): string[] {
  const { settings, unit } = view;
  const hasMonths = view.asAt !== null && view.column('birth_month') !== null;
  const months = settings.monthsAhead === 1 ? 'month' : `${settings.monthsAhead} months`;
  const who = unit === 'cases' ? 'Cases of those' : 'Those';
  return [
    hasMonths
      ? `The ${months} after that of the as-at date. The age of 18 is reached on the 1st of the month.`
      : 'Only ages are known, no months of birth: in which month somebody turns 18 cannot be said.',
    `${who} who are 18 already, and those whose age is not known, are in no row.`,
  ];
}
