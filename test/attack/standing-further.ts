/** Figures of the metrics without a breakdown that follow from a withheld count and still stand. */
import { type Book, FURTHER_METRICS } from './book.ts';
import type { Finding } from './finding.ts';
import {
  ALL,
  type Cell,
  countedMetrics,
  isNumber,
  NOT_APPLICABLE,
  type PublishedColumn,
  type PublishedMetric,
  type PublishedRow,
  type PublishedTable,
  WITHHELD,
} from './published.ts';

/** What is worked out from the counts of a row. Numbers that are known without the caseload are none. */
const DERIVED = ['share', 'lower', 'upper', 'difference', 'rate', 'probability', 'verdict', 'number', 'flag'];
const KNOWN_ANYWAY = ['population', 'person_years', 'population_share'];
const CODES: readonly Cell[] = [WITHHELD, '[x]', NOT_APPLICABLE];

/** Tables in which each count is withheld by itself: they have nothing else. */
const EACH_ALONE = ['month_ends'];

export function standingFurther({ report, asked }: Book): Finding[] {
  return countedMetrics(report)
    .filter(({ name }) => FURTHER_METRICS.includes(name))
    .flatMap((metric) => [
      ...(asked.by === null || metric.tables.length === 0
        ? []
        : [fault(metric, metric.tables[0], '', 'it is for internal reports only when there is a breakdown')]),
      ...metric.tables.flatMap((table) => standingIn(metric, table)),
    ]);
}

function fault({ name }: PublishedMetric, table: PublishedTable, row: string, because: string): Finding {
  const place = { metric: name, table: table.name, part: ALL, row };
  return { kind: 'stands', place, low: null, high: null, because: [because] };
}

function standingIn(metric: PublishedMetric, table: PublishedTable): Finding[] {
  if (EACH_ALONE.includes(table.name)) return [];
  const found = table.rows.flatMap((row) =>
    table.columns.flatMap((column) => {
      if (CODES.includes(row[column.key])) return [];
      const because = whyGone(metric, table, row, column);
      const words = table.columns.filter(({ type }) => type === 'text').map(({ key }) => row[key]);
      return because === null
        ? []
        : [
            fault(
              metric,
              table,
              `${words.slice(0, 4).join(' ')}, ${column.key}`,
              `${column.key} is ${row[column.key]}: ${because}`,
            ),
          ];
    }),
  );
  // All of a table follow from the same: one of them says it.
  const first = found.find(({ because: [why] }) => why.includes(CORRECTED));
  return found.filter((one) => one === first || !one.because[0].includes(CORRECTED));
}

const CORRECTED = 'it is corrected for all comparisons tested, of which one is withheld';

/** Why a figure that stands should not. */
function whyGone(
  metric: PublishedMetric,
  table: PublishedTable,
  row: PublishedRow,
  { key, type }: PublishedColumn,
): string | null {
  if (type === 'measure')
    return isNumber(row[key]) && isPlanGone(metric) ? 'cases planned before release are withheld' : null;
  if (!DERIVED.includes(type) || KNOWN_ANYWAY.includes(key)) return null;
  // A change is of two counts, whoever joined or left.
  const isOfTwo = key === 'change' && [row.before, row.after].every(isNumber);
  if (isGone(table, row) && !isOfTwo) return 'a count of its row is withheld';
  if (key === 'p_holm' && table.rows.some((other) => isGone(table, other))) return CORRECTED;
  if (key.startsWith('relative_rate') && isWhiteGone(metric, table))
    return 'it is over the rate of White, which is withheld';
  if (table.name === 'summary')
    return isAnyGone(metric, 'comparisons') ? 'it counts comparisons of which one is withheld' : null;
  return null;
}

function isGone({ columns }: PublishedTable, row: PublishedRow): boolean {
  return columns.some(({ key, type }) => type === 'count' && row[key] === WITHHELD);
}

function isAnyGone({ tables }: PublishedMetric, name: string): boolean {
  const table = tables.find((one) => one.name === name);
  return table?.rows.some((row) => isGone(table, row)) ?? true;
}

function isWhiteGone({ tables }: PublishedMetric, table: PublishedTable): boolean {
  const own = table.columns.some(({ type }) => type === 'count') ? table : tables[0];
  return own.rows.some((row) => row.group === 'White' && isGone(own, row));
}

function isPlanGone({ tables }: PublishedMetric): boolean {
  const answers = tables.find(({ name }) => name === 'answers');
  return (answers?.rows ?? []).some(
    (row) =>
      row.aspect === 'plan_before_release' && row.answer === 'before release' && row.cases === WITHHELD,
  );
}
