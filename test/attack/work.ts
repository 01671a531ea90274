/** What holds within the workload: cases allocated and not, the workers who hold them, the spread. */
import { type Book, hasTable, metricNamed, rowsOf, stateOf } from './book.ts';
import { cohortCount, hiddenCount, publicCount, rowCount } from './counts.ts';
import { type Cell, isNumber, rowsOfPart } from './published.ts';
import { atLeast, equate, minus, plus } from './system.ts';

const METRIC = 'workload';

export function relateWork(book: Book, part: string): void {
  if (metricNamed(book, METRIC) === undefined) return;
  const { system } = book;
  const cases = cohortCount(book, METRIC, part, 'n');
  const unallocated = measure(book, part, 'unallocated');
  equate(
    system,
    [
      [cases, 1],
      [measure(book, part, 'cases'), -1],
    ],
    0,
    'the summary has the cases of the cohort',
  );
  atLeast(
    system,
    [
      [cases, 1],
      [unallocated, -1],
    ],
    0,
    'no more cases unallocated than cases',
  );
  relateSpread(book, part, cases, unallocated);
  if (hasTable(book, METRIC, 'teams')) relateTeams(book, part, unallocated);
  if (hasTable(book, METRIC, 'workers') && stateOf(book, METRIC, 'workers', part) === 'shown') {
    const nobody = rowCount(book, METRIC, 'workers', part, 'Unallocated');
    equate(
      system,
      [
        [nobody, 1],
        [unallocated, -1],
      ],
      0,
      'the summary has the cases of nobody',
    );
  }
}

/** A figure of the summary as it stands. */
function measured(book: Book, part: string, name: string): Cell | undefined {
  if (stateOf(book, METRIC, 'summary', part) === 'hidden') return undefined;
  const summary = metricNamed(book, METRIC)?.tables.find((table) => table.name === 'summary');
  const rows = summary === undefined ? [] : rowsOfPart(summary, part);
  return rows.find((row) => row.measure === name)?.value;
}

function measure(book: Book, part: string, name: string): number {
  const place = { metric: METRIC, table: 'summary', part, row: name };
  const cell = measured(book, part, name);
  return cell === undefined ? hiddenCount(book, place) : publicCount(book, place, cell, 0, false);
}

/** A worker holds a case; the mean is of the cases that are allocated. */
function relateSpread(book: Book, part: string, cases: number, unallocated: number): void {
  const { system } = book;
  const workers = measured(book, part, 'workers');
  if (!isNumber(workers)) return;
  const allocated = [
    [cases, 1],
    [unallocated, -1],
  ] as const;
  atLeast(system, allocated, workers, 'each worker of the summary holds a case', true);
  const mean = measured(book, part, 'mean');
  if (isNumber(mean))
    equate(system, allocated, Math.round(mean * workers), 'the mean is of the allocated cases', true);
  const maximum = measured(book, part, 'maximum');
  if (isNumber(maximum))
    atLeast(
      system,
      minus([cases]).concat(plus([unallocated])),
      -maximum * workers,
      'no worker has more than the maximum',
      true,
    );
}

/** In each team its workers hold a case each, beside those of nobody. */
function relateTeams(book: Book, part: string, unallocated: number): void {
  const { system } = book;
  const teams = rowsOf(book, METRIC, 'teams');
  const nobodys = teams.map((row) =>
    hiddenCount(book, { metric: METRIC, table: 'teams unallocated', part, row }),
  );
  equate(system, [...plus(nobodys), ...minus([unallocated])], 0, 'the cases of nobody are of the teams');
  teams.forEach((team, index) => {
    const cases = rowCount(book, METRIC, 'teams', part, team);
    const workers = rowCount(book, METRIC, 'teams', part, team, 'workers');
    const terms = [...plus([cases]), ...minus([nobodys[index], workers])];
    atLeast(system, terms, 0, 'each worker of a team holds a case there');
  });
}
