/** Mixes for tests: small tables of counts, with a breakdown or without, and what a reader knows of a plan for them. */
import type { About } from '../../../src/metrics/define-metric.ts';
import type { Cell } from '../../../src/report/disclosure/cell.ts';
import type { CrossedColumn } from '../../../src/report/disclosure/crossed-table.ts';
import type { DeclaredTable, Mix } from '../../../src/report/disclosure/mix.ts';
import type { Parts, TablePlan } from '../../../src/report/disclosure/plan.ts';
import type { Row, ShownColumn } from '../../../src/report/report.ts';
import { columnOf, nestedColumnOf } from './crossed.ts';

const COLUMNS: readonly ShownColumn[] = [
  { key: 'name', label: 'Name', type: 'text' },
  { key: 'group', label: 'Group', type: 'text' },
  { key: 'children', label: 'Children', type: 'count' },
];

/** Counts of rows, by part; `group` says under which subtotal a row is. */
export interface Counts {
  readonly rows: readonly { readonly name: string; readonly group: string }[];
  readonly parts: readonly { readonly by: string; readonly counts: readonly number[] }[];
}

export const ALL = 'All';

/** Rows under one total, zeros listed. The counts of all come first among the parts. */
export function flatMix({ rows, parts }: Counts): Mix {
  const made = parts.flatMap(({ by, counts }) =>
    rows.map(({ name, group }, at) => ({ by, name, group, children: counts[at] })),
  );
  const top = declared('top', made, { subject: 'children', count: 'children' });
  return { top, detail: null, of: [top], isSlice: false };
}

/** Subtotals, zeros listed, and the rows they are made of, zeros not listed. */
export function nestedMix({ rows, parts }: Counts): Mix {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const tops = parts.flatMap(({ by, counts }) =>
    groups.map((name) => {
      const children = rows.reduce((sum, row, at) => sum + (row.group === name ? counts[at] : 0), 0);
      return { by, name, group: name, children };
    }),
  );
  const { top } = flatMix({ rows, parts });
  const listed = top.table.rows.filter(({ children }) => children !== 0);
  const groupTable = declared('top', tops, { subject: 'children', count: 'children' });
  const detail = declared('detail', listed, {
    subject: 'children',
    count: 'children',
    within: { table: 'top', row: ({ group }) => String(group) },
  });
  return { top: groupTable, detail, of: [groupTable, detail], isSlice: false };
}

function declared(name: string, rows: readonly Row[], about: About): DeclaredTable {
  const cohort = { n: 0, known: 0, leftOut: [] };
  return {
    table: { name, title: name, unit: 'children', by: 'team', cohort, columns: COLUMNS, rows },
    about,
    columns: [],
  };
}

/** What is to be seen of a plan, read from its rows alone: a count, or what is known of one that is withheld. */
export function seenOf(counts: Counts, mix: Mix, parts: Parts, plan: TablePlan): CrossedColumn[] {
  const find = (one: DeclaredTable, by: string, name: string, value: number): Cell => {
    if (plan.gone.get(one.table.name)?.has(by)) return { value, lowest: 0, figures: 0, why: 'table' };
    const row = one.table.rows.find((row) => row.by === by && row.name === name);
    const isWithheld = row !== undefined && (plan.cells.get(row)?.why ?? null) !== null;
    // A row that is not listed is 0; where zeros are shown, one that is withheld is at least 1.
    return { value, lowest: Math.min(value, 1), figures: 0, why: isWithheld ? 'secondary' : null };
  };
  const shown = [parts.all ?? ALL, ...parts.shown].map((by) => {
    const column = counts.parts.find((part) => part.by === by);
    if (column === undefined) throw new Error(`no part ${by}`);
    const kind = by === ALL ? 'all' : 'part';
    return columnAs(kind, counts, column.counts, mix, (one, name, value) => find(one, by, name, value));
  });
  const hidden = counts.parts.filter(({ by }) => parts.hidden.includes(by));
  if (hidden.length === 0) return shown;
  const rest = counts.rows.map((_, at) => hidden.reduce((sum, part) => sum + part.counts[at], 0));
  const hiddenCell = (_one: DeclaredTable, _name: string, value: number): Cell => {
    return { value, lowest: 0, figures: 0, why: 'table' };
  };
  return [...shown, columnAs('rest', counts, rest, mix, hiddenCell)];
}

function columnAs(
  kind: CrossedColumn['kind'],
  { rows }: Counts,
  counts: readonly number[],
  { top, detail }: Mix,
  cellOf: (table: DeclaredTable, name: string, value: number) => Cell,
): CrossedColumn {
  if (detail === null) {
    return columnOf(
      kind,
      rows.map(({ name }, at) => cellOf(top, name, counts[at])),
    );
  }
  const groups = [...new Set(rows.map(({ group }) => group))];
  return nestedColumnOf(
    kind,
    groups.map((group) => {
      const own = rows.flatMap((row, at) => (row.group === group ? [at] : []));
      const sum = own.reduce((total, at) => total + counts[at], 0);
      return [cellOf(top, group, sum), ...own.map((at) => cellOf(detail, rows[at].name, counts[at]))];
    }),
  );
}
