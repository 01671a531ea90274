/** What a reader can work out of the court quality of a shared report: from its JSON alone. */
import type { Cohort, Count, Report, Row, Table } from '../../../src/report/report.ts';
import { metricOf } from '../../support/reports.ts';
import { boundsOn, type Range, rangeOf, type Sum, type Unknown } from './exhaustive.ts';

export interface Withheld extends Range {
  readonly part: string;
  readonly what: string;
}

/** A count that is published, or an unknown in its place. */
type Value = number | Unknown;

/** The judgements of one part: how many cases it has, how many were judged at all, and on each question. */
interface Judged {
  readonly part: string;
  readonly n: Value;
  readonly cases: Value;
  readonly questions: ReadonlyMap<string, Value>;
}

const ALL = 'All';

/** The withheld counts of cases judged, each with the smallest and the largest it can be. */
export function judgedRanges(report: Report): Withheld[] {
  return judgedWith(report, rangeOf);
}

/** The same, by what each single sum rules out: quick for large reports, and at times too wide. */
export function judgedBounds(report: Report): Withheld[] {
  return judgedWith(report, boundsOn);
}

function judgedWith(report: Report, work: typeof rangeOf): Withheld[] {
  const { tables } = metricOf(report, 'court-quality');
  const [questions, , summary] = tables;
  const { cohort } = questions;
  const shown = (cohort.parts ?? []).filter(({ n }) => n !== '[c]');
  const all = judgedOf(questions, summary, cohort, cohort.parts === undefined ? null : ALL);
  const parts = shown.map((part) => judgedOf(questions, summary, part, part.by));
  const every = cohort.parts === undefined ? [all] : [all, ...parts, notShown(all, parts)];
  const sums = [...every.flatMap(within), ...(every.length > 1 ? across(all, every.slice(1)) : [])];
  return [all, ...parts].flatMap((one) => {
    const values = [['cases judged', one.cases] as const, ...one.questions];
    return values.flatMap(([what, value]) => {
      const range = typeof value === 'number' ? null : work(value, sums);
      return range === null ? [] : [{ part: one.part, what, ...range }];
    });
  });
}

function countOrUnknown(count: unknown, most: Count): Value {
  if (typeof count === 'number') return count;
  return { least: 1, ...(typeof most === 'number' ? { most } : {}) };
}

function judgedOf(questions: Table, summary: Table, { n }: Pick<Cohort, 'n'>, part: string | null): Judged {
  const isOf = (row: Row) => part === null || row.by === part;
  const named = questions.rows
    .filter(isOf)
    .map((row) => [`${row.standard} ${row.question}`, countOrUnknown(row.judged, n)] as const);
  return {
    part: part ?? ALL,
    n: countOrUnknown(n, n),
    cases: countOrUnknown(summary.rows.find(isOf)?.judged_cases, n),
    questions: new Map(named),
  };
}

/** Cases of parts that are not shown, taken together. */
function notShown(all: Judged, parts: readonly Judged[]): Judged {
  const n = numberOf(all.n) - parts.reduce((sum, part) => sum + numberOf(part.n), 0);
  const unknown = (): Value => (n === 0 ? 0 : { least: 0, most: n });
  const questions = [...all.questions.keys()].map((name) => [name, unknown()] as const);
  return { part: 'not shown', n, cases: unknown(), questions: new Map(questions) };
}

function numberOf(value: Value): number {
  if (typeof value !== 'number') throw new Error('the size of a shown part is a number');
  return value;
}

/** No question has more cases than were judged at all, and those judged were judged on some question. */
function within({ cases, n, questions }: Judged): Sum[] {
  const each = [...questions.values()];
  return [
    sumOf([n], [cases], 'more'),
    ...each.map((question) => sumOf([cases], [question], 'more')),
    sumOf(each, [cases], 'more'),
  ];
}

/** Each case is in one part. */
function across(all: Judged, parts: readonly Judged[]): Sum[] {
  const questions = [...all.questions.keys()].map((name) =>
    sumOf(
      parts.map((part) => part.questions.get(name) ?? 0),
      [all.questions.get(name) ?? 0],
      'same',
    ),
  );
  return [
    sumOf(
      parts.map(({ cases }) => cases),
      [all.cases],
      'same',
    ),
    ...questions,
  ];
}

/** That some values are as many as others, or at least as many. */
function sumOf(values: readonly Value[], others: readonly Value[], than: 'same' | 'more'): Sum {
  const unknown = (some: readonly Value[]) => some.filter((one) => typeof one !== 'number');
  const known = (some: readonly Value[]) =>
    some.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
  const excess: Unknown[] = than === 'more' ? [{ least: 0 }] : [];
  return {
    plus: unknown(values),
    minus: [...unknown(others), ...excess],
    total: known(others) - known(values),
  };
}
