/** Carries out what was decided: withheld counts and all that follows from them become codes. */
import { type About, type AlsoFollows, EVERY_ROW, type Follows } from '../../metrics/define-metric.ts';
import {
  type Cohort,
  type CohortPart,
  type Count,
  type Cell as Figure,
  NOT_AVAILABLE,
  type Row,
  type ShownColumn,
  type Table,
  WITHHELD,
} from '../report.ts';
import { isWithheld } from './cell.ts';
import { nameOf, rowsOf } from './mix.ts';
import type { Parts, TablePlan } from './plan.ts';

/** A table of one metric with everything that is decided of it. */
export interface TableDecision {
  readonly table: Table<number>;
  readonly about: About;
  /** Rows that are not in a report that is shared. */
  readonly isInternal: (row: Row) => boolean;
  /** All rows of the table, whichever are looked at. */
  readonly rows: readonly Row[];
  /** Columns that are known without the caseload, and those that all follow from a row besides their own. */
  readonly publicKeys: ReadonlySet<string>;
  readonly alsoFollows: ReadonlyMap<string, AlsoFollows>;
  readonly plan: TablePlan;
  readonly parts: Parts;
  /** Columns that are not shown at all. */
  readonly leftOut: ReadonlySet<string>;
  /** Only the protected count may be shown, since the others count what is not protected. */
  readonly onlyCount: boolean;
  /** Cases judged, withheld: they are the cohort's `known`. */
  readonly knownWithheld: ReadonlySet<string | null>;
}

export function withholdTable(decision: TableDecision, all: readonly TableDecision[]): Table {
  const { table, plan, parts, leftOut } = decision;
  const gone = plan.gone.get(table.name) ?? new Set();
  const columns = table.columns.filter(({ key }) => !leftOut.has(key));
  const also = alsoWithheld(decision, all);
  const rows = [parts.all, ...parts.shown]
    .filter((part) => !gone.has(part))
    .flatMap((part) =>
      rowsOf(table, part)
        .filter((row) => !decision.isInternal(row) && !plan.removed?.rows.has(row))
        .map((row) => withholdRow(row, part, columns, decision, also, all)),
    );
  const goneParts = parts.shown.filter((part) => gone.has(part));
  return {
    ...table,
    columns,
    cohort: cohortOf(table.cohort, decision),
    rows,
    ...(gone.has(parts.all) ? { withheld: true } : {}),
    ...(goneParts.length > 0 ? { withheldParts: goneParts } : {}),
  };
}

function withholdRow(
  row: Row,
  part: string | null,
  columns: readonly ShownColumn[],
  { table, about, plan, onlyCount, publicKeys }: TableDecision,
  also: ReadonlySet<string>,
  all: readonly TableDecision[],
): Row {
  const cell = plan.cells.get(row);
  const isCountWithheld = cell !== undefined && isWithheld(cell);
  const doesFollow = followsOf(about).some((follows) => followsWithheld(row, part, follows, all));
  const own = plan.alone?.get(row);
  const isTouched = isCountWithheld || doesFollow || onlyCount || also.size > 0 || own !== undefined;
  // Most rows of most reports are shown as they are.
  if (!isTouched && columns.length === table.columns.length) return row;
  const figureOf = ({ key, type }: ShownColumn): Figure => {
    if (type === 'text' || row[key] === NOT_AVAILABLE || publicKeys.has(key)) return row[key];
    const isCount = key === about.count;
    const isFollowing = doesFollow || onlyCount || also.has(key);
    return isCountWithheld || own?.has(key) || (isFollowing && !isCount) ? WITHHELD : row[key];
  };
  const figures = columns.map((column) => [column.key, figureOf(column)] as const);
  return { ...('by' in row ? { by: row.by } : {}), ...Object.fromEntries(figures) };
}

/** The columns that go since a row from which they all follow is withheld. */
function alsoWithheld(
  { alsoFollows, rows, table, about, plan }: TableDecision,
  all: readonly TableDecision[],
) {
  if (alsoFollows.size === 0) return new Set<string>();
  const isGone = (row: Row) =>
    plan.cells.get(row)?.why || followsOf(about).some((follows) => followsWithheld(row, null, follows, all));
  const names = rows.filter(isGone).map((row) => nameOf(row, table));
  const keys = [...alsoFollows].filter(
    ([, from]) => names.length > 0 && (from === EVERY_ROW || names.includes(from)),
  );
  return new Set(keys.map(([key]) => key));
}

function followsOf({ follows }: About): readonly Follows[] {
  return follows === undefined ? [] : [follows].flat();
}

/** Whether a row of the table that this one follows from is withheld, in the same part. */
function followsWithheld(
  row: Row,
  part: string | null,
  { table, on }: Follows,
  all: readonly TableDecision[],
): boolean {
  const source = all.find((one) => one.table.name === table);
  if (source === undefined) return true;
  return rowsOf(source.table, part).some((other) => {
    const cell = source.plan.cells.get(other);
    const isGone = (cell !== undefined && isWithheld(cell)) || source.plan.alone?.has(other);
    return isGone && isOn(on, row, other);
  });
}

function isOn(on: Follows['on'], row: Row, other: Row): boolean {
  if (typeof on === 'function') return on(row, other);
  return on === null || other[on] === row[on];
}

function cohortOf(cohort: Cohort<number>, { parts, knownWithheld }: TableDecision): Cohort {
  const known = (part: string | null, value: number): Count => (knownWithheld.has(part) ? WITHHELD : value);
  const { parts: all, ...own } = cohort;
  const shown = { ...own, known: known(parts.all, cohort.known) };
  if (all === undefined) return shown;
  return {
    ...shown,
    parts: all
      .filter(({ by }) => !parts.unnamed.has(by))
      .map(
        (part): CohortPart =>
          parts.hidden.includes(part.by)
            ? { by: part.by, n: WITHHELD, known: WITHHELD, leftOut: [] }
            : { ...part, known: known(part.by, part.known) },
      ),
  };
}
