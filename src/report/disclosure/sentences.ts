/** What a shareable report says of itself: how much is withheld, by which rule, and what that cannot do. */
import { type MetricReport, WITHHELD } from '../report.ts';
import type { RoundingBase } from './round-report.ts';
import type { Rules } from './rules.ts';

const CANNOT =
  "Somebody who holds another report, of last month or of another filter, can subtract; the service's information-governance lead decides what is published.";

export function roundedSentence(round: RoundingBase): string {
  return `Counts are rounded to the nearest ${round}, each on its own, so they may not add; [k] is not 0 but rounds to it. ${CANNOT}`;
}

/** How many figures stand withheld in the tables that are shown. */
export function withheldFigures(metrics: readonly MetricReport[]): number {
  const rows = metrics.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
  return rows.reduce((sum, row) => sum + Object.values(row).filter((cell) => cell === WITHHELD).length, 0);
}

export function withheldSentence(metrics: readonly MetricReport[], rules: Rules): string {
  const { threshold, hidesZeros } = rules;
  const rule = `(rule: counts under ${threshold}${hidesZeros ? ', zeros' : ''}, and what would reveal them)`;
  const withheld = metrics.filter(({ status }) => status === 'withheld');
  if (withheld.length > 0 && !metrics.some(({ status }) => status === 'ok')) {
    return `Nothing in this report may be shown ${rule}.`;
  }
  const whats = [
    numbered(withheldFigures(metrics), 'figure'),
    numbered(wholeTables(metrics), 'whole table'),
    numbered(hiddenValues(metrics), 'value of the breakdown', 'values of the breakdown'),
    numbered(withheld.length, 'metric'),
  ].flatMap((words) => words ?? []);
  const said = whats.length === 0 ? 'nothing had to be' : whats.join(', ');
  return `Small numbers withheld: ${said} ${rule}. ${CANNOT}`;
}

function numbered(count: number, one: string, many = `${one}s`): string | null {
  if (count === 0) return null;
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

function wholeTables(metrics: readonly MetricReport[]): number {
  return metrics.flatMap(({ tables }) => tables.filter(({ withheld }) => withheld)).length;
}

/** Values of the breakdown of which at least one table shows nothing. */
function hiddenValues(metrics: readonly MetricReport[]): number {
  const tables = metrics.flatMap((metric) => metric.tables);
  const hidden = tables.flatMap(({ cohort: { parts = [] }, withheldParts = [] }) => [
    ...withheldParts,
    ...parts.filter(({ n }) => n === WITHHELD).map(({ by }) => by),
  ]);
  return new Set(hidden).size;
}
