/** What a reader of a shared report can tell of a number that one metric withholds from what another says. */
import type { Cohort, CohortPart, Report } from '../../../src/report/report.ts';
import { metricOf, tableOf } from '../../support/reports.ts';
import { boundsOn, type Sum, type Unknown } from './exhaustive.ts';
import type { Told } from './services.ts';

const COURT = ['First-tier', 'Community', 'Custody'];
const OTHER = ['Diversion and prevention', 'Pre-court', 'Remand and bail'];

type Value = number | Unknown;
const total = (values: readonly Value[]) =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
const unknowns = (values: readonly Value[]) => values.filter((value) => typeof value !== 'number');

/** One sum of values equals another, or is larger by no more than `most`. */
function sum(larger: readonly Value[], smaller: readonly Value[], most = 0): Sum {
  const more: Unknown[] = most === 0 ? [] : [{ least: 0, ...(Number.isFinite(most) ? { most } : {}) }];
  return {
    plus: unknowns(larger),
    minus: [...unknowns(smaller), ...more],
    total: total(smaller) - total(larger),
  };
}

function told(what: string, value: Value, sums: readonly Sum[]): Told[] {
  const range = typeof value === 'number' ? null : boundsOn(value, sums);
  return range === null ? [] : [{ what, ...range }];
}

const leftOut = ({ leftOut: all }: Pick<Cohort, 'leftOut'>, reason?: string) =>
  all.filter((one) => reason === undefined || one.reason === reason).reduce((n, one) => n + Number(one.n), 0);
const counted = (value: unknown, least: number): Value => (typeof value === 'number' ? value : { least });

/** All rows used, from a metric that counts cases. */
export const usedRows = (cohort: Pick<Cohort, 'n' | 'leftOut'>) => Number(cohort.n) + leftOut(cohort);

/**
 * Disposal groups: the mix counts the open cases at home of each, court quality all that were used. The ones it leaves
 * out are of the groups that are no court's, so the mix has no more than these of them, and fewer by the closed ones.
 */
export function disposalGroups(report: Report): Told[] {
  const mix = tableOf(report, 'disposal-mix', 'groups');
  const court = tableOf(report, 'court-quality', 'questions').cohort;
  const rows = mix.rows.filter(({ by }) => by === undefined || by === 'All');
  const values = new Map(rows.map(({ group, cases }) => [String(group), counted(cases, 1)]));
  const of = (groups: readonly string[]) => groups.map((group) => values.get(group) ?? 0);
  const closed = leftOut(mix.cohort);
  const unjudged = 'discharges, fines and compensation without a judgement';
  const sums = [
    sum([Number(mix.cohort.n)], [...values.values()]),
    sum([leftOut(court, 'other disposal groups')], of(OTHER), closed),
    sum([Number(court.n) + leftOut(court, unjudged)], of(COURT), closed),
  ];
  return [...values].flatMap(([group, value]) => told(group, value, sums));
}

interface Sizes {
  readonly by: string;
  /** Rows used, open cases at home, cases of court disposals, children. */
  readonly used: Value;
  readonly open: Value;
  readonly court: Value;
  readonly children: Value;
}

/**
 * The parts of a breakdown by what is known of a child: how many rows each has is known as soon as one metric of cases
 * shows it; no metric has more than these; of a part whose disposals are shown the open court cases are known.
 */
export function partSizes(report: Report): Told[] {
  const cohorts = ['disposal-mix', 'court-quality', 'ethnicity-mix'].map(
    (name) => metricOf(report, name).tables[0].cohort,
  );
  const [disposals, court, children] = cohorts;
  const names = [...new Set(cohorts.flatMap(({ parts = [] }) => parts.map(({ by }) => by)))];
  // The not known may not be named where they are few.
  const sizes = [...names.map((by) => sizesOf(by, disposals, court, children)), unnamed()];
  const within = sizes.flatMap(({ by, used, open, court: ofCourt, children: some }) => {
    const [least, most] = openCourtCases(report, by);
    const floor = Math.max(
      0,
      least - leftOut(court, 'discharges, fines and compensation without a judgement'),
    );
    return [
      sum([used], [open], Number.POSITIVE_INFINITY),
      sum([open], [some], Number.POSITIVE_INFINITY),
      sum([ofCourt], [floor], Number.POSITIVE_INFINITY),
      sum([used], [ofCourt, most], Number.POSITIVE_INFINITY),
    ];
  });
  const across = [
    sum(
      [usedRows(disposals)],
      sizes.map(({ used }) => used),
    ),
    sum(
      [Number(disposals.n)],
      sizes.map(({ open }) => open),
    ),
    sum(
      [Number(court.n)],
      sizes.map((size) => size.court),
    ),
    // A child may be in several parts where the note says so.
    sum(
      sizes.map((size) => size.children),
      [Number(children.n)],
      metricOf(report, 'ethnicity-mix').several === undefined ? 0 : Number.POSITIVE_INFINITY,
    ),
  ];
  const sums = [...within, ...across];
  return sizes
    .filter(({ by }) => by !== '')
    .flatMap((size) => [
      ...told(`${size.by}: open cases`, size.open, sums),
      ...told(`${size.by}: court cases`, size.court, sums),
      ...told(`${size.by}: children`, size.children, sums),
    ]);
}

function sizesOf(by: string, ...[disposals, court, children]: readonly Cohort[]): Sizes {
  const partOf = ({ parts = [] }: Cohort): CohortPart | undefined => parts.find((part) => part.by === by);
  // A part that a metric does not name has nobody there, or is of the not known and few.
  const isRecord = by === 'Not known' || by === 'Not mapped';
  const sizeOf = (part: CohortPart | undefined, lowest = 1): Value =>
    part === undefined ? (isRecord ? { least: 0 } : 0) : counted(part.n, lowest);
  const shown = [partOf(disposals), partOf(court)].find((part) => part !== undefined && part.n !== '[c]');
  return {
    by,
    used: shown === undefined ? { least: 0 } : usedRows(shown),
    open: sizeOf(partOf(disposals)),
    // Of a part that is named for its children, no case need be a court's.
    court: sizeOf(partOf(court), 0),
    children: sizeOf(partOf(children)),
  };
}

function unnamed(): Sizes {
  return { by: '', used: { least: 0 }, open: { least: 0 }, court: { least: 0 }, children: { least: 0 } };
}

/** At least how many open cases of a part are a court's, and at least how many are not. */
function openCourtCases(report: Report, by: string): [number, number] {
  const rows = tableOf(report, 'disposal-mix', 'groups').rows.filter((row) => row.by === by);
  const of = (isOne: (group: string) => boolean) =>
    rows
      .filter(({ group, cases }) => isOne(String(group)) && typeof cases === 'number')
      .reduce((n, { cases }) => n + Number(cases), 0);
  return [of((group) => COURT.includes(group)), of((group) => !COURT.includes(group))];
}
