/** The fixtures that a report can be made of, each with the arguments of its README. */
import { fixture } from '../support/files.ts';

export interface FixtureRun {
  readonly fixture: string;
  readonly args: readonly string[];
  /** 1 where rows are rejected. */
  readonly exitCode: 0 | 1;
}

function run(name: string, files: readonly string[], options: readonly string[] = [], exitCode: 0 | 1 = 0) {
  return { fixture: name, args: [...files.map((file) => fixture(`${name}/${file}`)), ...options], exitCode };
}

export const FIXTURE_RUNS: readonly FixtureRun[] = [
  run('birmingham-like', ['caseload.csv']),
  run('tiny-service', ['caseload.csv']),
  run('messy-export', ['caseload.csv'], [], 1),
  run('two-date-styles', ['british.csv']),
  run('encodings-and-delimiters', ['utf-16le-tabs-crlf.csv']),
  run('open-cases-snapshot', ['caseload.csv']),
  run('two-teams-two-files', ['north.csv', 'south.csv'], ['--by', 'team']),
  run(
    'partner-city',
    ['arrests.csv'],
    ['--count-cases', '--map', fixture('partner-city/map.csv'), '--ethnicity-list', 'as-recorded'],
  ),
];

/** How the report on a fixture is run. */
export function runOf(name: string): FixtureRun {
  const found = FIXTURE_RUNS.find((one) => one.fixture === name);
  if (found === undefined) throw new Error(`no run on ${name}`);
  return found;
}

/** So many girls in North and boys in South, each with one case. */
export function service(girls: number, boys: number): string {
  const rows = Array.from(
    { length: girls + boys },
    (_, at) =>
      `K${at},Y${at},${at < girls ? 'Female' : 'Male'},${at < girls ? 'North' : 'South'},Fine,2026-05-11`,
  );
  return ['case_id,child_id,sex,team,disposal,start_date', ...rows].join('\n');
}
