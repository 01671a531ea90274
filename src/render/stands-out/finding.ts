/** What a summary says of one part of a report, and the words it is said in. */
import {
  type Cell,
  type MetricReport,
  NOT_AVAILABLE,
  type Provenance,
  type Report,
  type Row,
  type Table,
  WITHHELD,
} from '../../report/report.ts';
import { wholeRows } from '../charts/chart-rows.ts';
import { dateInWords } from '../describe-report.ts';
import { formatCell, formatCount, formatInterval } from '../format-cell.ts';
import { textInWords } from '../shown-words.ts';
import { isWithheldWhole } from '../withheld-words.ts';

/** Sentences by what they are; each is true by the figures that are shown. What has none is left out. */
export interface Finding {
  /** Ratings below Good. */
  readonly ratings?: readonly string[];
  /** What stands after a correction for all that was compared with it. */
  readonly clear?: readonly string[];
  readonly missing?: readonly string[];
  readonly notClear?: readonly string[];
  readonly tooFew?: readonly string[];
  /** What stands in the report as a code. */
  readonly withheld?: readonly string[];
}

/** A difference is clear when its corrected probability is under it. */
export const CLEAR = 0.05;

/** A table and its rows of the whole. */
export interface Shown {
  readonly metric: MetricReport;
  readonly table: Table;
  readonly rows: readonly Row[];
}

/** A table of which something is shown; null without one. */
export function shownTable({ metrics }: Pick<Report, 'metrics'>, name: string, table: string): Shown | null {
  const metric = metrics.find((one) => one.name === name);
  const found = metric?.tables.find((one) => one.name === table);
  if (metric === undefined || found === undefined) return null;
  const rows = wholeRows(found);
  return rows.length === 0 ? null : { metric, table: found, rows };
}

/** "Equity of court quality: all comparisons", of a table that is withheld whole. */
export function withheldWhole({ metrics }: Report, name: string, table: string, what: string): Finding {
  const metric = metrics.find((one) => one.name === name);
  const found = metric?.tables.find((one) => one.name === table);
  if (metric === undefined || found === undefined || !isWithheldWhole(found)) return {};
  return { withheld: [`${metric.title}: all ${what}.`] };
}

/** A cell in words, as its column shows it. */
export function say({ table }: Pick<Shown, 'table'>, row: Row, key: string): string {
  const column = table.columns.find((one) => one.key === key);
  return column === undefined ? '' : formatCell(column, row[key]);
}

/** "31.2 - 42.8", of the bounds of a figure. */
export function sayRange({ table }: Pick<Shown, 'table'>, row: Row, of: string): string {
  const bound = (type: 'lower' | 'upper') =>
    table.columns.find((column) => column.type === type && column.of === of)?.key ?? '';
  const type = table.columns.find(({ key }) => key === of)?.type;
  return formatInterval(row[bound('lower')], row[bound('upper')], type);
}

/** "Planning, safety of the child". */
export function questionInWords({ standard, question }: Row): string {
  return `${textInWords('standard', String(standard))}, ${textInWords('question', String(question))}`;
}

/** "21.7 percentage points" of a difference, without its sign. */
export function points(shown: Shown, row: Row, key: string): string {
  return `${say(shown, row, key).replace(/^[+-]/, '')} percentage points`;
}

/** True for what is withheld, and for what does not follow from rounded counts. */
export function isHidden(cell: Cell | undefined, { round }: Pick<Provenance, 'round'>): boolean {
  return cell === WITHHELD || (cell === NOT_AVAILABLE && round !== undefined);
}

/** "1 change", "24 changes". @param words of one, of several */
export function counted(number: number, [one, several]: readonly [string, string]): string {
  return `${formatCount(number)} ${number === 1 ? one : several}`;
}

/** As a list of its own: empty where there is nothing to count. */
export function countedAs(title: string, number: number, words: readonly [string, string]): string[] {
  return number === 0 ? [] : [`${title}: ${counted(number, words)}.`];
}

/** "none of the 3 changes shown is clear", or, where some are, "the other 2 of 3 changes shown are not". */
export function notClearOf(number: number, clear: number, words: readonly [string, string]): string[] {
  const rest = number - clear;
  if (rest === 0) return [];
  if (number === 1) return [`the 1 ${words[0]} is not clear`];
  if (clear === 0) return [`none of the ${counted(number, words)} is clear`];
  return [
    `the other ${formatCount(rest)} of ${counted(number, words)} ${rest === 1 ? 'is' : 'are'} not clear`,
  ];
}

const MOST = 5;

/** The first five sentences, and how many more there are. */
export function firstOf(sentences: readonly string[], title: string): string[] {
  const more = sentences.length - MOST;
  if (more <= 0) return [...sentences];
  return [
    ...sentences.slice(0, MOST),
    `${title}: ${more} more ${more === 1 ? 'is' : 'are'} clear, in its table.`,
  ];
}

/** "18 of 60 cases judged were sufficient". */
export function sufficientOfJudged(shown: Shown, row: Row): string {
  const were = row.sufficient === 1 ? 'was' : 'were';
  return `${say(shown, row, 'sufficient')} of ${say(shown, row, 'judged')} cases judged ${were} sufficient`;
}

/** The smallest p first: what is clearest is said first. */
export function byProbability<T>(clear: readonly T[], probabilityOf: (one: T) => number): T[] {
  return [...clear].sort((one, other) => probabilityOf(one) - probabilityOf(other));
}

/** "September 2026" of `2026-09`. */
export function monthInWords(month: string): string {
  return dateInWords(`${month}-01`).replace(/^1 /, '');
}

/** "age band", but "SEND": a label of ours as it stands within a sentence. */
export function inSentence(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** With a capital at its head. */
export function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** " in the period" where figures of events and judgements are of one that was chosen. */
export function inPeriod({ provenance: { options } }: Report): string {
  return ['from', '--from', 'to', '--to'].some((name) => Object.hasOwn(options, name))
    ? ' in the period'
    : '';
}

/** Whom the shares of all are of: with a filter they are no longer the whole service. */
export function allOf({ provenance: { options } }: Report): string {
  return isFiltered(options) ? 'all cases of this report' : 'the whole service';
}

export function isFiltered(options: Provenance['options']): boolean {
  return ['where', '--where'].some((name) => Object.hasOwn(options, name) && options[name].length > 0);
}
