/** Reports made by hand of the metrics without a breakdown: rows as the report has them, columns by their keys. */
import type { Counts } from './hand-made.ts';
import type { Cell, PublishedCohort, PublishedMetric, PublishedRow } from './published.ts';

/** What the columns of these metrics are; a key of texts is not listed. */
const TYPES: Readonly<Record<string, string>> = {
  ...typed('count', [
    ...[
      'children',
      'cases',
      'answered',
      'other_years',
      'judged',
      'sufficient',
      'before_judged',
      'after_judged',
    ],
    ...['starts', 'ends', 'before', 'after', 'joined', 'left', 'suitable', 'rows', 'filled', 'missing'],
    ...['due', 'on_time', 'done', 'outstanding'],
  ]),
  ...typed('number', ['population', 'person_years', 'change', 'tested', 'median_days']),
  ...typed('rate', ['rate_per_1000', 'relative_rate']),
  ...typed('share', ['share', 'others_share', 'service_share']),
  ...typed('difference', ['difference']),
  ...typed('lower', ['difference_lower']),
  ...typed('upper', ['difference_upper']),
  ...typed('probability', ['p', 'p_holm']),
  ...typed('verdict', ['verdict', 'reading']),
  ...typed('measure', ['value_of_measure']),
};

function typed(type: string, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, type]));
}

export interface Sized {
  readonly n: Cell;
  readonly known?: Cell;
  readonly leftOut?: Counts;
}

/** A metric that is shown, each of its tables by the rows it has; some may have a cohort of their own. */
export function furtherOf(
  name: string,
  size: Sized,
  tables: Readonly<Record<string, readonly PublishedRow[]>>,
  sizes: Readonly<Record<string, Sized>> = {},
): PublishedMetric {
  const shown = Object.entries(tables).map(([table, rows]) => ({
    name: table,
    by: null,
    cohort: cohortOf(sizes[table] ?? size),
    columns: Object.keys(rows[0] ?? {}).map((key) => ({ key, type: TYPES[key] ?? 'text' })),
    rows,
  }));
  return { name, status: 'ok', tables: shown, notes: [] };
}

function cohortOf({ n, known = n, leftOut = {} }: Sized): PublishedCohort {
  return { n, known, leftOut: Object.entries(leftOut).map(([reason, count]) => ({ reason, n: count })) };
}

/** Withheld whole, since its cohort is too small. */
export function tooSmall(name: string, what = 'children'): PublishedMetric {
  const message = `Withheld: fewer than 10 ${what}, or too few of whom the answer is known.`;
  return { name, status: 'withheld', message, tables: [], notes: [] };
}

/** Rows of a text and a count. */
export function rowsOf(text: string, count: string, cells: Counts): PublishedRow[] {
  return Object.entries(cells).map(([name, cell]) => ({ [text]: name, [count]: cell }));
}
