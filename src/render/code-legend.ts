import type { Cell, Cohort, Report } from '../report/report.ts';
import { CODE_MEANINGS, isCode } from './format-cell.ts';

/** The codes that stand in the report, with their meanings. */
export function codeLegend(report: Report): string[] {
  const found = codesIn(report);
  const notes = report.metrics.flatMap((metric) => metric.notes);
  return [...CODE_MEANINGS]
    .filter(([code]) => found.has(code) || notes.some((note) => note.includes(code)))
    .map(([code, meaning]) => `${code} ${meaning}`);
}

/** Plain loops: V8 would still be at work on compiling anything finer when the run is over, and Node waits for it. */
function codesIn({ provenance, metrics, problems }: Report): ReadonlySet<Cell> {
  const found = new Set<Cell>();
  const look = (cell: Cell) => {
    if (isCode(cell)) found.add(cell);
  };
  for (const input of provenance.inputs) [input.used, input.outOfScope].forEach(look);
  for (const { cohort, rows } of metrics.flatMap(({ tables }) => tables)) {
    figuresOfCohort(cohort).forEach(look);
    for (const part of cohort.parts ?? []) figuresOfCohort(part).forEach(look);
    for (const row of rows) for (const key in row) look(row[key]);
  }
  for (const { count } of problems) look(count);
  return found;
}

function figuresOfCohort({ n, known, leftOut }: Omit<Cohort, 'parts'>): Cell[] {
  return [n, known, ...leftOut.map((reason) => reason.n)];
}
