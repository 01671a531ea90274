/** A finished report as its reader has it: JSON, in which a count may be "[c]". */

export type Cell = string | number | boolean;
export type PublishedRow = Readonly<Record<string, Cell>>;

export interface PublishedPart {
  readonly by: string;
  readonly n: Cell;
  readonly known: Cell;
  readonly leftOut: readonly { readonly reason: string; readonly n: Cell }[];
}

export interface PublishedCohort extends Omit<PublishedPart, 'by'> {
  readonly parts?: readonly PublishedPart[];
}

export interface PublishedColumn {
  readonly key: string;
  readonly type: string;
  readonly of?: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

export interface PublishedTable {
  readonly name: string;
  readonly by: string | null;
  readonly cohort: PublishedCohort;
  readonly columns: readonly PublishedColumn[];
  readonly rows: readonly PublishedRow[];
  readonly withheld?: boolean;
  readonly withheldParts?: readonly string[];
}

export interface PublishedMetric {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly tables: readonly PublishedTable[];
  readonly notes: readonly string[];
}

export interface PublishedInput {
  readonly read: Cell;
  readonly used: Cell;
  readonly outOfScope: Cell;
  readonly duplicates: Cell;
  readonly rejected: Cell;
}

export interface PublishedReport {
  readonly provenance: {
    readonly disclosure: string;
    readonly threshold: number | null;
    readonly zeros?: string;
    readonly round?: number;
    readonly unit?: string;
    readonly asAt?: string | null;
    readonly options: Readonly<Record<string, string | readonly string[]>>;
    readonly inputs: readonly PublishedInput[];
  };
  readonly metrics: readonly PublishedMetric[];
  readonly problems: readonly { readonly rule: string; readonly severity: string; readonly count: Cell }[];
}

export const ALL = 'All';
export const WITHHELD = '[c]';
export const NOT_APPLICABLE = '[z]';
export const NOT_KNOWN = 'Not known';
export const NOT_MAPPED = 'Not mapped';

export function isNumber(cell: Cell | null | undefined): cell is number {
  return typeof cell === 'number';
}

/** The metrics that counted something, shown or withheld. */
export function countedMetrics({ metrics }: PublishedReport): readonly PublishedMetric[] {
  return metrics.filter(({ status }) => status === 'ok' || status === 'withheld');
}

/** The column of the breakdown, or null. */
export function breakdownOf(report: PublishedReport): string | null {
  const tables = report.metrics.flatMap((metric) => metric.tables);
  return tables.find(({ by }) => by !== null)?.by ?? optionOf(report, 'by')[0]?.toLowerCase() ?? null;
}

/** An option as it was given, under its flag or its name. */
export function optionOf({ provenance: { options } }: PublishedReport, name: string): readonly string[] {
  const given = options[`--${name}`] ?? options[name] ?? [];
  return typeof given === 'string' ? [given] : given;
}

/** What a row is called: its first words, or the standard and question of a judgement. */
export function nameOf(table: PublishedTable, row: PublishedRow): string {
  if (table.name === 'questions') return `${row.standard} ${row.question}`;
  return String(row[table.columns[0].key]);
}

export function rowsOfPart(table: PublishedTable, part: string): readonly PublishedRow[] {
  return table.by === null ? table.rows : table.rows.filter(({ by }) => by === part);
}
