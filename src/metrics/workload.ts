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
      columns: [
        { key: 'measure', label: 'Measure', type: 'text' },
        { key: 'value', label: 'Value', type: 'measure' },
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
  const workers = holders(view, worker, rows, UNALLOCATED);
  const teams = holders(view, team, rows, NOT_KNOWN);
  const perWorker = workers.filter(({ value }) => value !== NOBODY).map((one) => one.rows.length);
  return {
    n: rows.length,
    known: rows.length,
    leftOut,
    children: childrenOf(view, rows),
    frames: {
      workers: workersFrame(workers, team),
      teams: teamsFrame(teams, worker),
      summary: summaryFrame(rows.length, perWorker),
    },
    notes: [
      'Cases per worker, not per hours worked: without a staff file full-time equivalents are not known ([x]) and no limit applies. A worker counts in every team in which they hold a case.',
    ],
  };
}

/** The rows by who holds them, in the order of the names, those held by nobody last. */
function holders(view: View, column: Column | null, rows: Uint32Array, nobody: string): Holder[] {
  const groups = column === null ? nobodys(rows) : groupRows(rows, column.values, column.size);
  return groups
    .map(({ value, rows: held }) => ({
      value,
      name: nameOf(column, value, nobody),
      rows: held,
      children: childrenOf(view, held).length,
    }))
    .sort(
      (one, other) =>
        Number(one.value === NOBODY) - Number(other.value === NOBODY) || compareUtf8(one.name, other.name),
    );
}

function nobodys(rows: Uint32Array): RowsOfValue[] {
  return rows.length === 0 ? [] : [{ value: NOBODY, rows }];
}

/** A team that is called as we call the lack of one is told apart from it. */
function nameOf(column: Column | null, value: number, nobody: string): string {
  if (column === null || value === NOBODY) return nobody;
  const name = column.text(value);
  return name === nobody ? `${name} (${column.name})` : name;
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

function workersFrame(workers: readonly Holder[], team: Column | null) {
  const unavailable = workers.map(() => NOT_AVAILABLE);
  const countTeams = team === null ? () => new Map([[NOBODY, 1]]) : counter(team.values, team.size);
  return frameOf({
    worker: workers.map(({ name }) => name),
    team: workers.map(({ rows }) => teamOfMost(countTeams(rows), team)),
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
function teamOfMost(cases: ReadonlyMap<number, number>, team: Column | null): string {
  const most = Math.max(...cases.values());
  const names = [...cases]
    .filter(([, count]) => count === most)
    .map(([value]) => nameOf(team, value, NOT_KNOWN));
  return names.sort(compareUtf8)[0];
}

function teamsFrame(teams: readonly Holder[], worker: Column) {
  const unavailable = teams.map(() => NOT_AVAILABLE);
  const countWorkers = counter(worker.values, worker.size);
  return frameOf({
    team: teams.map(({ name }) => name),
    workers: teams.map(
      ({ rows }) => [...countWorkers(rows).keys()].filter((value) => value !== NOBODY).length,
    ),
    fte: unavailable,
    cases: teams.map(({ rows }) => rows.length),
    children: teams.map(({ children }) => children),
    cases_per_fte: unavailable,
  });
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
