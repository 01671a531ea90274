/** What people read of a comparison, shared by the formats for them. */
import type {
  ComparedInput,
  ComparedTable,
  ComparedTables,
  Comparison,
  Pair,
} from '../compare/comparison.ts';
import { type Cohort, isNumber, type Row, type ShownColumn, type Table } from '../report/report.ts';
import { sharesSentence, whoSentence } from './describe-cohort.ts';
import { dateInWords, inputName, inputSentence, optionTexts } from './describe-report.ts';
import { CODE_MEANINGS, formatCount, formatShare } from './format-cell.ts';

/** The cohort of rows that are of no single one: their sentences are made here. */
const NO_COHORT: Cohort = { n: 0, known: 0, leftOut: [] };

/** What a test tells; p is for those who work on with the data. */
const TOLD = new Set(['difference_lower', 'difference_upper', 'verdict']);

type Figure = Row[string] | undefined;

/** Which way differences go: "differences are birmingham less other-city, in percentage points". */
export function directionSentence({ direction }: Comparison): string {
  return `differences are ${direction}, in percentage points`;
}

export function disclosureWords({ disclosure }: Comparison): string {
  return disclosure === 'internal'
    ? 'small numbers are shown: not for sharing'
    : 'small numbers withheld as [c]';
}

/** "as at 31 October 2026", the options as given and what was found in the data. */
export function inputTexts({ provenance, problems }: ComparedInput): string[] {
  const { asAt } = provenance;
  const grave = problems.filter(({ severity }) => severity !== 'information');
  return [
    ...provenance.inputs.map((input) => `${inputName(input)}: ${inputSentence(input)}`),
    asAt === null ? 'a snapshot without a date' : `as at ${dateInWords(asAt)}`,
    ...optionTexts(provenance),
    ...(grave.length === 0 ? [] : ['with problems in the data: yos-caseload validate lists them']),
  ];
}

/**
 * A compared table as the renderers of reports take one: an input in one column, a share with what it is of where that
 * differs by row, else with its count.
 */
export function readableTable(
  { name, title, unit }: Pick<ComparedTables, 'name' | 'title' | 'unit'>,
  pair: ComparedTable,
): Table {
  if (pair.status === 'side-by-side') return plainTable(name, title, unit, pair.columns, pair.rows);
  const isOfRow = hasOwnDenominators(name);
  const columns: ShownColumn[] = [
    ...pair.columns.filter(({ type }) => type === 'text'),
    { key: 'first', label: pair.first, type: 'count' },
    { key: 'other', label: pair.other, type: 'count' },
    ...pair.columns.filter(({ key }) => key === 'difference' || (pair.testing !== 'none' && TOLD.has(key))),
  ];
  const rows = pair.rows.map((row) => ({
    ...row,
    first: sideText(row.first_share, row.first_count, row.first_of, isOfRow),
    other: sideText(row.other_share, row.other_count, row.other_of, isOfRow),
  }));
  return plainTable(name, title, unit, columns, rows);
}

/** Judgements: each question is shared over those judged on it. */
function hasOwnDenominators(table: string): boolean {
  return table === 'questions';
}

/** "51.7% of 60" or "34.9% (128)"; a count without a share stands alone. */
function sideText(share: Figure, count: Figure, of: Figure, isOfRow: boolean): string {
  if (isNumber(share)) {
    const words = formatShare(share);
    if (isOfRow) return isNumber(of) ? `${words} of ${formatCount(of)}` : words;
    return isNumber(count) ? `${words} (${formatCount(count)})` : words;
  }
  return isNumber(count) && !isOfRow ? `(${formatCount(count)})` : String(share);
}

function plainTable(
  name: string,
  title: string,
  unit: string,
  columns: readonly ShownColumn[],
  rows: readonly Row[],
): Table {
  return { name, title, unit, by: null, cohort: NO_COHORT, columns, rows };
}

/** How many there are of what in either; the difference only where it was worked out. */
export function sizesTable({ first, other, sizes, children }: Pair): Table {
  const columns: ShownColumn[] = [
    { key: 'measure', label: 'Number of', type: 'text' },
    { key: 'first_value', label: first, type: 'count' },
    { key: 'other_value', label: other, type: 'count' },
    ...(children === 'shared' ? [{ key: 'difference', label: 'Difference', type: 'count' } as const] : []),
  ];
  const rows = sizes.map((row) => ({ ...row, difference: signed(row.difference) }));
  return plainTable('sizes', 'How many', 'children', columns, rows);
}

/** A difference of counts with its sign, as those of shares have. */
function signed(value: Figure): string {
  if (!isNumber(value)) return value === undefined ? '' : String(value);
  const text = formatCount(Math.abs(value));
  if (value === 0) return text;
  return `${value > 0 ? '+' : '-'}${text}`;
}

/** Who is in one alone and in both, by the order of the dates; null where that was not counted. */
export function movementSentence({ first, other, movement, daysApart }: Pair): string | null {
  if (movement === null) return null;
  const ofFirst = aloneWords(first, daysApart ?? 0);
  const ofOther = aloneWords(other, -(daysApart ?? 0));
  const both = `${formatCount(movement.inBoth)} are in both`;
  const firstAlone = `${formatCount(movement.onlyInFirst)} ${ofFirst}`;
  const otherAlone = `${formatCount(movement.onlyInOther)} ${ofOther}`;
  return `Of the children with an open case in either, ${both}, ${firstAlone}, ${otherAlone}.`;
}

/** Those in the later input alone joined in between, those in the earlier one left. */
function aloneWords(input: string, daysLater: number): string {
  if (daysLater === 0) return `are in ${input} alone`;
  return `${daysLater > 0 ? 'joined' : 'left'} (in ${input} alone)`;
}

/** Who the shares are of, one sentence for each input. */
export function cohortSentences(tables: ComparedTables, pair: ComparedTable): string[] {
  const { first, other, cohorts, status } = pair;
  if (cohorts === null) return [];
  const sentence = (input: string, cohort: Cohort) =>
    [`${input}: ${whoSentence(emptyTable(tables), cohort)}`, ...sharesWords(tables, status, cohort)].join(
      '; ',
    );
  return [sentence(first, cohorts.first), sentence(other, cohorts.other)];
}

function sharesWords(tables: ComparedTables, status: ComparedTable['status'], cohort: Cohort): string[] {
  if (status === 'side-by-side') return [];
  if (hasOwnDenominators(tables.name)) {
    return [`${formatCount(cohort.known)} judged; each share is of those judged on the question`];
  }
  return [sharesSentence(emptyTable(tables), cohort, false)].flatMap((words) => words ?? []);
}

/** For sentences about a table: its names, and that it has a count and a share. */
function emptyTable({ name, title, unit, known }: ComparedTables): Table {
  const columns: ShownColumn[] = [
    { key: 'count', label: '', type: 'count' },
    { key: 'share', label: '', type: 'share', numerator: 'count' },
  ];
  return { ...plainTable(name, title, unit, columns, []), ...(known === undefined ? {} : { known }) };
}

/** Who an input's own table is about. */
export function ownSentence({ input, table }: ComparedTables['own'][number]): string {
  const shares = sharesSentence(table, table.cohort, false);
  return `${input}: ${whoSentence(table, table.cohort)}${shares === null ? '' : `; ${shares}`}`;
}

/** Without bands and ratings: they are not compared, and beside each other they would be. */
export function ownTable(table: Table): Table {
  const columns = table.columns.filter(({ type }) => type !== 'verdict' && type !== 'flag');
  return { ...table, columns };
}

/** "Not comparable: other unit: ...". */
export function notComparableSentence({ reason }: ComparedTable): string {
  return `Not comparable: ${reason ?? 'no reason'}.`;
}

/** The codes that stand in the comparison, with their meanings. */
export function codesIn({ pairs, metrics }: Comparison): string[] {
  const found = new Set<unknown>();
  const look = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>) => {
    for (const row of rows) for (const { key } of columns) found.add(row[key]);
  };
  const names = { name: '', title: '', unit: '' };
  for (const pair of pairs) {
    look(sizesTable(pair));
    for (const count of Object.values(pair.movement ?? {})) found.add(count);
  }
  for (const { pairs: compared, own } of metrics.flatMap(({ tables }) => tables)) {
    for (const pair of compared) {
      look(readableTable(names, pair));
      for (const { n, known } of Object.values(pair.cohorts ?? {})) found.add(n).add(known);
    }
    for (const { table } of own) look(ownTable(table));
  }
  return [...CODE_MEANINGS].flatMap(([code, meaning]) => (found.has(code) ? [`${code} ${meaning}`] : []));
}
