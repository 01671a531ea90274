import type { Cell, Cohort, Report, Table } from '../report/report.ts';
import { CODE_MEANINGS, isCode } from './format-cell.ts';

/** The codes that stand in the report, with their meanings. */
export function codeLegend(report: Report): string[] {
  const found = new Set<string>();
  for (const cell of figuresOf(report)) if (isCode(cell)) found.add(cell);
  const notes = report.metrics.flatMap((metric) => metric.notes);
  return [...CODE_MEANINGS]
    .filter(([code]) => found.has(code) || notes.some((note) => note.includes(code)))
    .map(([code, meaning]) => `${code} ${meaning}`);
}

function* figuresOf({ provenance, metrics, problems }: Report): Generator<Cell> {
  for (const { used, outOfScope } of provenance.inputs) yield* [used, outOfScope];
  for (const { tables } of metrics) for (const table of tables) yield* figuresOfTable(table);
  for (const { count } of problems) yield count;
}

function* figuresOfTable({ cohort, rows }: Table): Generator<Cell> {
  for (const one of [cohort, ...(cohort.parts ?? [])]) yield* figuresOfCohort(one);
  for (const row of rows) yield* Object.values(row);
}

function figuresOfCohort({ n, known, leftOut }: Omit<Cohort, 'parts'>): Cell[] {
  return [n, known, ...leftOut.map((reason) => reason.n)];
}
