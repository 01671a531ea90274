/** Reports made by hand, as small as a test needs them. */
import {
  type Cell,
  isNumber,
  NOT_APPLICABLE,
  NOT_KNOWN,
  type PublishedColumn,
  type PublishedMetric,
  type PublishedPart,
  type PublishedReport,
  type PublishedRow,
  type PublishedTable,
  WITHHELD,
} from './published.ts';

export type Counts = Readonly<Record<string, Cell>>;

export interface HandMadePart {
  readonly n: Cell;
  readonly known?: Cell;
  readonly leftOut?: Counts;
  /** Per table its counts by row; a table that is not there is withheld whole. */
  readonly tables?: Readonly<Record<string, Counts>>;
}

export interface HandMade {
  readonly by?: string;
  readonly all: HandMadePart;
  readonly parts?: Readonly<Record<string, HandMadePart>>;
  readonly notes?: readonly string[];
}

interface Shape {
  readonly text: string;
  readonly count: string;
  readonly share: boolean;
}

const SHAPES: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  'ethnicity-mix': {
    groups: { text: 'group', count: 'children', share: true },
    categories: { text: 'category', count: 'children', share: true },
  },
  'age-bands': {
    years: { text: 'age', count: 'children', share: true },
    bands: { text: 'band', count: 'children', share: true },
  },
  'sex-mix': { sexes: { text: 'sex', count: 'children', share: true } },
  'disposal-mix': {
    groups: { text: 'group', count: 'cases', share: true },
    disposals: { text: 'disposal', count: 'cases', share: false },
  },
  workload: {
    teams: { text: 'team', count: 'cases', share: false },
    distribution: { text: 'cases', count: 'workers', share: false },
  },
};

/** A shareable report of some metrics, threshold 5, zeros shown, of one file of which all rows are used. */
export function handMade(
  rows: number,
  metrics: readonly PublishedMetric[],
  provenance: Partial<PublishedReport['provenance']> = {},
): PublishedReport {
  const input = { read: rows, used: rows, outOfScope: 0, duplicates: 0, rejected: 0 };
  return {
    provenance: {
      disclosure: 'shareable',
      threshold: 5,
      zeros: 'show',
      options: {},
      inputs: [input],
      ...provenance,
    },
    metrics,
    problems: [],
  };
}

export function withheldMetric(name: string): PublishedMetric {
  return { name, status: 'withheld', message: 'the cohort is too small', tables: [], notes: [] };
}

/** A metric with the shares that follow from its counts, and no share of a withheld one. */
export function metricOf(name: string, { by, all, parts = {}, notes = [] }: HandMade): PublishedMetric {
  const tables = Object.entries(SHAPES[name]).map(([table, shape]): PublishedTable => {
    const entries = Object.entries(parts);
    const own = by === undefined ? rowsOf(shape, all, table) : rowsOf(shape, all, table, 'All');
    const isWhole = (part: HandMadePart) => part.tables?.[table] === undefined;
    return {
      name: table,
      by: by ?? null,
      cohort: {
        ...cohortOf(all),
        ...(by === undefined
          ? {}
          : { parts: entries.map(([value, part]) => ({ by: value, ...cohortOf(part) })) }),
      },
      columns: columnsOf(shape),
      rows: [...own, ...entries.flatMap(([value, part]) => rowsOf(shape, part, table, value))],
      ...(isWhole(all) ? { withheld: true } : {}),
      withheldParts: entries.filter(([, part]) => isNumber(part.n) && isWhole(part)).map(([value]) => value),
    };
  });
  return { name, status: 'ok', tables, notes };
}

function cohortOf({ n, known = n, leftOut = {} }: HandMadePart): Omit<PublishedPart, 'by'> {
  return { n, known, leftOut: Object.entries(leftOut).map(([reason, count]) => ({ reason, n: count })) };
}

function columnsOf({ text, count, share }: Shape): PublishedColumn[] {
  const columns = [
    { key: text, type: 'text' },
    { key: count, type: 'count' },
  ];
  if (!share) return columns;
  return [...columns, { key: 'share', type: 'share', numerator: count, denominator: 'known' }];
}

function rowsOf(
  { text, count, share }: Shape,
  part: HandMadePart,
  table: string,
  by?: string,
): PublishedRow[] {
  const { n, known = n, tables = {} } = part;
  return Object.entries(tables[table] ?? {}).map(([name, cell]) => ({
    ...(by === undefined ? {} : { by }),
    [text]: name,
    [count]: cell,
    ...(share ? { share: shareOf(name, cell, known) } : {}),
  }));
}

function shareOf(name: string, cell: Cell, known: Cell): Cell {
  if (name === NOT_KNOWN || known === 0) return NOT_APPLICABLE;
  return isNumber(cell) && isNumber(known) ? cell / known : WITHHELD;
}

const STANDARDS = ['assessment', 'planning', 'delivery', 'reviewing'];
const QUESTIONS = ['desistance', 'child_safety', 'others_safety'];

/** Court quality of which only the questions are shown: judged of the twelve, half of them sufficient. */
export function qualityOf(
  n: Cell,
  judgedCases: Cell,
  judged: readonly Cell[],
  leftOut: Counts = {},
): PublishedMetric {
  const rows = STANDARDS.flatMap((standard, at) =>
    QUESTIONS.map((question, index): PublishedRow => {
      const count = judged[3 * at + index];
      const sufficient = isNumber(count) ? Math.floor(count / 2) : WITHHELD;
      return { standard, question, judged: count, sufficient };
    }),
  );
  const cohort = cohortOf({ n, known: judgedCases, leftOut });
  const columns = [
    { key: 'standard', type: 'text' },
    { key: 'question', type: 'text' },
    { key: 'judged', type: 'count' },
    { key: 'sufficient', type: 'count' },
  ];
  const tables = [{ name: 'questions', by: null, cohort, columns, rows }];
  return { name: 'court-quality', status: 'ok', tables, notes: [] };
}
