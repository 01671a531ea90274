import type { Column } from '../caseload/caseload.ts';
import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { NOT_KNOWN, UNALLOCATED } from '../caseload/groups.ts';
import { frameOf } from '../frame/frame.ts';
import { NOT_AVAILABLE } from '../report/report.ts';
import { openCases } from './cohorts.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';
import { counter } from './group-rows.ts';
import { casesPerWorker, distributionFrame, summaryFrame } from './spread-of-cases.ts';
import { childrenOf, type Holder, holders, NOBODY, namesOf } from './work-holders.ts';

/**
 * Is the work shared fairly? Open cases per worker and team at the as-at date; cases held for another service count,
 * since the work is done here. The spread is over workers with an open case; Unallocated is no worker. Without a staff
 * file hours are not known, so nothing is divided by full-time equivalents; a limit is one of cases, and only there
 * when the service has set one.
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
  headline: {
    rowExample: 'median',
    number: {
      words: 'largest caseload of a worker',
      table: 'summary',
      column: 'value',
      row: { measure: 'maximum' },
      better: 'lower',
    },
  },
  tables: [
    {
      name: 'workers',
      title: 'Workers',
      unit: 'cases',
      about: { subject: 'work', count: 'cases', sizesOf: ['worker_id'], staff: true },
      chart: { kind: 'bars', of: 'cases', nobody: UNALLOCATED },
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
      chart: { kind: 'bars', of: 'cases', nobody: NOT_KNOWN },
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
      name: 'distribution',
      title: 'Workers by how many cases they hold',
      unit: 'cases',
      about: { subject: 'work', follows: { table: 'workers', on: null }, rowsTell: true },
      chart: { kind: 'distribution', of: 'workers' },
      columns: [
        { key: 'cases', label: 'Cases', type: 'text' },
        { key: 'workers', label: 'Workers', type: 'count', unit: 'workers' },
      ],
    },
    {
      name: 'summary',
      title: 'Spread over workers',
      unit: 'cases',
      about: { subject: 'work', follows: { table: 'workers', on: null } },
      columns: [
        { key: 'measure', label: 'Measure', type: 'text' },
        {
          key: 'value',
          label: 'Value',
          type: 'measure',
          counts: ['workers', 'cases', 'unallocated', 'over_limit'],
        },
      ],
    },
  ],
  compute,
});

function compute(view: View): Counted {
  const { rows, leftOut } = openCases(view, false);
  const worker = view.column('worker_id');
  if (worker === null) throw new Error('workload needs worker_id');
  const team = view.column('team');
  const teams = holders(view, team, rows, NOT_KNOWN);
  const perWorker = casesPerWorker(worker, rows);
  const { caseLimit } = view.settings;
  return {
    n: rows.length,
    known: rows.length,
    leftOut,
    children: childrenOf(view, rows),
    frames: {
      workers: () => workersFrame(view, holders(view, worker, rows, UNALLOCATED), team),
      teams: teamsFrame(teams, worker),
      distribution: () => distributionFrame(perWorker),
      summary: summaryFrame(rows.length, perWorker, caseLimit),
    },
    ...(caseLimit === null ? {} : { limits: { workers: caseLimit, distribution: caseLimit } }),
    notes: [noteOn(caseLimit)],
  };
}

function noteOn(limit: number | null): string {
  const applies = limit === null ? 'no limit applies' : 'the limit is one of cases';
  const own = `The limit of ${limit} open cases for a worker is the service's own, from its config file; there is no national one.`;
  return [
    `Cases per worker, not per hours worked: without a staff file full-time equivalents are not known ([x]) and ${applies}.`,
    ...(limit === null ? [] : [own]),
    'A worker counts in every team in which they hold a case.',
  ].join(' ');
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
    status: workers.map((worker) => statusOf(worker, view.settings.caseLimit)),
  });
}

/** By the number of cases alone; the cases of nobody have no limit. */
function statusOf({ value, rows }: Holder, limit: number | null): string {
  if (value === NOBODY) return 'unallocated';
  if (limit === null) return 'no limit';
  return rows.length > limit ? 'over' : 'within';
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
