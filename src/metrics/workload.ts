import type { Column } from '../caseload/caseload.ts';
import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { NOT_KNOWN, UNALLOCATED } from '../caseload/groups.ts';
import { frameOf } from '../frame/frame.ts';
import { NOT_APPLICABLE, NOT_AVAILABLE } from '../report/report.ts';
import { gini } from '../stats/gini.ts';
import { quantile } from '../stats/quantile.ts';
import { openCases } from './cohorts.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';
import { counter, groupRows, type RowsOfValue } from './group-rows.ts';
import { holderNames } from './holder-names.ts';

/**
 * Is the work shared fairly? Open cases per worker and team at the as-at date; cases held for another service count,
 * since the work is done here. The spread is over workers with an open case; Unallocated is no worker. Without a staff
 * file hours are not known, so nothing is divided by full-time equivalents and there is no limit to be over.
 */
export const workload = defineMetric({
  name: 'workload',
  title: 'Workload',
  question: 'Is the work shared fairly?',
  unit: 'cases',
  cohort: 'open cases at the as-at date, residence Other included: the work is done here',
  denominator: 'workers with an open case, Unallocated left out',
  timing: 'day',
  needs: [['worker_id']],
  alsoReads: ['team'],
  tables: [
    {
      name: 'workers',
      title: 'Workers',
      unit: 'cases',
      about: { subject: 'work', count: 'cases', sizesOf: ['worker_id'], staff: true },
      chart: { kind: 'bars', of: 'cases' },
      columns: [
        { key: 'worker', label: 'Worker', type: 'text' },
        { key: 'team', label: 'Team of most cases', type: 'text' },
        { key: 'fte', label: 'FTE', type: 'number' },
        { key: 'cases', label: 'Cases', type: 'count' },
        { key: 'children', label: 'Children', type: 'count' },
        { key: 'points', label: 'Points', type: 'number' },
        { key: 'cases_per_fte', label: 'Cases per FTE', type: 'number' },
        { key: 'points_per_fte', label: 'Points per FTE', type: 'number' },
        { key: 'status', label: 'Status', type: 'verdict' },
      ],
    },
    {
      name: 'teams',
      title: 'Teams',
      unit: 'cases',
      about: { subject: 'work', count: 'cases', record: [NOT_KNOWN], sizesOf: ['team'] },
      chart: { kind: 'bars', of: 'cases' },
      columns: [
        { key: 'team', label: 'Team', type: 'text' },
        { key: 'workers', label: 'Workers', type: 'count' },
        { key: 'fte', label: 'FTE', type: 'number' },
        { key: 'cases', label: 'Cases', type: 'count' },
        { key: 'children', label: 'Children', type: 'count' },
        { key: 'cases_per_fte', label: 'Cases per FTE', type: 'number' },
      ],
    },
    {
      name: 'summary',
      title: 'Spread over workers',
      unit: 'cases',
      about: { subject: 'work', follows: { table: 'workers', on: null } },
      columns: [
        { key: 'measure', label: 'Measure', type: 'text' },
        { key: 'value', label: 'Value', type: 'measure', counts: ['workers', 'cases', 'unallocated'] },
      ],
    },
  ],
  compute,
});

interface Holder {
  /** The worker or team as a code; 0 is nobody. */
  readonly value: number;
  readonly name: string;
  readonly rows: Uint32Array;
  readonly children: number;
}

const NOBODY = 0;

function compute(view: View): Counted {
  const { rows, leftOut } = openCases(view, false);
  const worker = view.column('worker_id');
  if (worker === null) throw new Error('workload needs worker_id');
  const team = view.column('team');
  const teams = holders(view, team, rows, NOT_KNOWN);
  return {
    n: rows.length,
    known: rows.length,
    leftOut,
    children: childrenOf(view, rows),
    frames: {
      workers: () => workersFrame(view, holders(view, worker, rows, UNALLOCATED), team),
      teams: teamsFrame(teams, worker),
      summary: summaryFrame(rows.length, casesPerWorker(worker, rows)),
    },
    notes: [
      'Cases per worker, not per hours worked: without a staff file full-time equivalents are not known ([x]) and no limit applies. A worker counts in every team in which they hold a case.',
    ],
  };
}

/** The rows by who holds them, in the order of the names, those held by nobody last. */
function holders(view: View, column: Column | null, rows: Uint32Array, nobody: string): Holder[] {
  const groups = column === null ? nobodys(rows) : groupRows(rows, column.values, column.size);
  const names = namesOf(column, view, nobody);
  return groups
    .map(({ value, rows: held }) => ({
      value,
      name: names.of(value),
      rows: held,
      children: countChildren(view, held),
    }))
    .sort((one, other) => names.position(one.value) - names.position(other.value));
}

function nobodys(rows: Uint32Array): RowsOfValue[] {
  return rows.length === 0 ? [] : [{ value: NOBODY, rows }];
}

/** Without the column all cases are nobody's. */
function namesOf(column: Column | null, { ethnicityList }: View, nobody: string) {
  if (column === null) return { of: () => nobody, position: () => 0 };
  return holderNames(column, ethnicityList, nobody);
}

function countChildren({ scratch, children }: View, rows: Uint32Array): number {
  if (rows.length < 2) return rows.length;
  const { perChild, base } = scratch();
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const child = children[rows[index]];
    if (perChild[child] !== base) count++;
    perChild[child] = base;
  }
  return count;
}

/** The children of some cases, each once. */
function childrenOf({ scratch, children }: View, rows: Uint32Array): Uint32Array {
  const { perChild, base } = scratch();
  const met = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const child = children[rows[index]];
    if (perChild[child] === base) continue;
    perChild[child] = base;
    met[count++] = child;
  }
  return met.subarray(0, count);
}

function workersFrame(view: View, workers: readonly Holder[], team: Column | null) {
  const unavailable = workers.map(() => NOT_AVAILABLE);
  const teamOf = teamOfMost(view, team);
  return frameOf({
    worker: workers.map(({ name }) => name),
    team: workers.map(({ rows }) => teamOf(rows)),
    fte: unavailable,
    cases: workers.map(({ rows }) => rows.length),
    children: workers.map(({ children }) => children),
    points: unavailable,
    cases_per_fte: unavailable,
    points_per_fte: unavailable,
    status: workers.map(({ value }) => (value === NOBODY ? 'unallocated' : 'no limit')),
  });
}

/** The team of most of the cases; of several, the first by name. */
function teamOfMost(view: View, team: Column | null): (rows: Uint32Array) => string {
  if (team === null) return () => NOT_KNOWN;
  const names = namesOf(team, view, NOT_KNOWN);
  const countTeams = counter(team.values, team.size);
  return (rows) => {
    let name = '';
    let most = 0;
    countTeams(rows, (value, count) => {
      const isFirst = count > most || (count === most && compareUtf8(names.of(value), name) < 0);
      if (isFirst) [name, most] = [names.of(value), count];
    });
    return name;
  };
}

function teamsFrame(teams: readonly Holder[], worker: Column) {
  const unavailable = teams.map(() => NOT_AVAILABLE);
  const countWorkers = counter(worker.values, worker.size);
  const countHolders = (rows: Uint32Array) => {
    let holders = 0;
    countWorkers(rows, (value) => {
      if (value !== NOBODY) holders++;
    });
    return holders;
  };
  return frameOf({
    team: teams.map(({ name }) => name),
    workers: teams.map(({ rows }) => countHolders(rows)),
    fte: unavailable,
    cases: teams.map(({ rows }) => rows.length),
    children: teams.map(({ children }) => children),
    cases_per_fte: unavailable,
  });
}

/** How many cases each worker with a case has; those of nobody left out. */
function casesPerWorker({ values, size }: Column, rows: Uint32Array): number[] {
  const cases: number[] = [];
  counter(values, size)(rows, (value, count) => {
    if (value !== NOBODY) cases.push(count);
  });
  return cases;
}

function summaryFrame(cases: number, perWorker: readonly number[]) {
  const sorted = [...perWorker].sort((one, other) => one - other);
  const held = sorted.reduce((sum, value) => sum + value, 0);
  const spread: Record<string, () => number> = {
    mean: () => held / sorted.length,
    median: () => quantile(sorted, 0.5),
    lower_quartile: () => quantile(sorted, 0.25),
    upper_quartile: () => quantile(sorted, 0.75),
    maximum: () => sorted[sorted.length - 1],
    gini: () => gini(sorted),
  };
  const values = Object.values(spread).map((value) => (sorted.length === 0 ? NOT_APPLICABLE : value()));
  return frameOf({
    measure: ['workers', 'cases', 'unallocated', ...Object.keys(spread)],
    value: [sorted.length, cases, cases - held, ...values],
  });
}
