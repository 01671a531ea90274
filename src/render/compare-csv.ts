import type {
  ComparedMetric,
  ComparedTable,
  ComparedTables,
  Comparison,
  Pair,
} from '../compare/comparison.ts';
import type { Row, Table } from '../report/report.ts';
import { csvLine, type Field } from './csv-line.ts';

/** The columns of the long table, in their order. */
const HEADER = [
  'metric',
  'table',
  'group',
  'first',
  'other',
  'measure',
  'first_value',
  'other_value',
  'first_count',
  'first_of',
  'other_count',
  'other_of',
  'difference',
  'lower',
  'upper',
  'p',
  'p_adjusted',
  'verdict',
  'note',
  'first_as_at',
  'other_as_at',
  'disclosure',
] as const;

type Line = Readonly<Partial<Record<(typeof HEADER)[number], Field>>>;

/**
 * A comparison as one long CSV table (RFC 4180, CRLF): a line for each row of each pair, unrounded. What cannot be
 * compared has a line that says why, then a line for each row of either input, under `first` alone.
 */
export function renderComparisonCsv(comparison: Comparison): string {
  const dates = new Map(comparison.inputs.map(({ name, provenance }) => [name, provenance.asAt ?? '']));
  const lines = [...comparison.pairs.flatMap(pairLines), ...comparison.metrics.flatMap(metricLines)];
  const records = lines.map((line) => {
    const full: Line = {
      ...line,
      first_as_at: dates.get(String(line.first)) ?? '',
      other_as_at: dates.get(String(line.other)) ?? '',
      disclosure: comparison.disclosure,
    };
    return HEADER.map((name) => full[name] ?? '');
  });
  return [HEADER, ...records].map(csvLine).join('');
}

/** What belongs beside a CSV: where its figures come from and what must be said of them, as JSON. */
export function renderComparisonProvenance(comparison: Comparison): string {
  const { metrics, ...rest } = comparison;
  const caveats = Object.fromEntries(
    metrics.flatMap(({ name, caveat }) => (caveat === undefined ? [] : [[name, caveat]])),
  );
  return `${JSON.stringify({ ...rest, caveats }, null, 2)}\n`;
}

function pairLines({ first, other, sizes, movement, warnings, basis }: Pair): Line[] {
  const names = { first, other };
  return [
    { ...names, measure: 'basis', note: basis },
    ...warnings.map((note): Line => ({ ...names, measure: 'warning', note })),
    ...sizes.map(
      ({ measure, first_value, other_value, difference }): Line => ({
        ...names,
        measure: String(measure),
        first_value,
        other_value,
        difference,
      }),
    ),
    ...movementLines(names, movement),
  ];
}

function movementLines(names: Line, movement: Pair['movement']): Line[] {
  if (movement === null) return [];
  return [
    { ...names, measure: 'children in first alone', first_value: movement.onlyInFirst },
    { ...names, measure: 'children in other alone', other_value: movement.onlyInOther },
    { ...names, measure: 'children in both', first_value: movement.inBoth, other_value: movement.inBoth },
  ];
}

function metricLines(metric: ComparedMetric): Line[] {
  return metric.tables.flatMap((tables) => [
    ...tables.pairs.flatMap((pair) => comparedLines(metric, tables, pair)),
    ...tables.own.flatMap(({ input, table }) => ownLines(metric, input, table)),
  ]);
}

function comparedLines(metric: ComparedMetric, tables: ComparedTables, pair: ComparedTable): Line[] {
  const place = { metric: metric.name, table: tables.name, first: pair.first, other: pair.other };
  const note = [pair.reason, ...pair.notes, metric.caveat].filter((text) => text != null).join(' ');
  if (pair.status === 'not-comparable')
    return [{ ...place, measure: 'status', first_value: pair.status, note }];
  if (pair.status === 'side-by-side') {
    return pair.rows.map(({ measure, first_value, other_value }) => ({
      ...place,
      measure: String(measure),
      first_value,
      other_value,
      note,
    }));
  }
  return pair.rows.map((row) => ({
    ...place,
    group: groupOf(pair.columns, row),
    measure: 'share',
    first_value: row.first_share,
    other_value: row.other_share,
    first_count: row.first_count,
    first_of: row.first_of,
    other_count: row.other_count,
    other_of: row.other_of,
    difference: row.difference,
    lower: row.difference_lower,
    upper: row.difference_upper,
    p: row.p,
    p_adjusted: row.p_adjusted,
    verdict: row.verdict,
    note,
  }));
}

/** What names a row: its texts. */
function groupOf(columns: Table['columns'], row: Row): string {
  const texts = columns.filter(({ type }) => type === 'text');
  return texts.map(({ key }) => String(row[key] ?? '')).join(' / ');
}

/** Counts and shares of one input; bands and ratings are not compared. */
function ownLines(metric: ComparedMetric, input: string, table: Table): Line[] {
  const figures = table.columns.filter(({ type }) => ['count', 'share', 'measure'].includes(type));
  return table.rows.flatMap((row) =>
    figures.map(({ key }) => ({
      metric: metric.name,
      table: table.name,
      group: groupOf(table.columns, row),
      first: input,
      measure: key,
      first_value: row[key],
      note: metric.caveat ?? '',
    })),
  );
}
