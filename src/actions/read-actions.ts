/** Reads a service's recommendations from a little CSV: what is to be done, by whom, by when, and how far it is. */
import { compact } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import type { CaseloadInput } from '../caseload/load.ts';
import { type Day, isPlainNumber, MISSING, readDay } from '../caseload/read-dates.ts';
import { readSmallCsv } from '../caseload/read-small-csv.ts';
import { cleanText } from '../render/clean-report.ts';
import { shorten } from '../render/measure-text.ts';
import type { Action, Actions } from './actions.ts';
import { completionOf } from './completion.ts';
import { readFigure } from './read-figure.ts';
import { identifierKind } from './refuse-identifiers.ts';
import { oneLine, type WholeColumn, wholeTable } from './whole-table.ts';

const OPTION = '--actions';
const LONGEST_HEADER = 60;
/** A list of thousands is of something else, and would fill the report. */
const MOST_ACTIONS = 1000;
const MOST_MISTAKES = 20;

/** Each column with the names under which it is read. */
const COLUMNS = {
  recommendation: ['recommendation', 'recommendations', 'action', 'actions'],
  owner: ['owner', 'owner_code', 'lead'],
  due: ['due_date', 'due', 'deadline'],
  status: ['status'],
  metric: ['metric'],
  target: ['target'],
} as const;
type ColumnOfActions = keyof typeof COLUMNS;
const NAMES: readonly ColumnOfActions[] = ['recommendation', 'owner', 'due', 'status', 'metric', 'target'];
const ALIASES: readonly string[] = NAMES.flatMap((name) => COLUMNS[name]);

/** A line of the file, its cells by column and each on one line. */
interface ActionLine {
  readonly line: number;
  readonly cells: Readonly<Record<ColumnOfActions, string>>;
}

/**
 * The columns recommendation, owner, due_date, status, metric and target, in any order; only the first is required, and
 * further columns and totals lines at the end are passed over.
 *
 * @throws UserError with the mistakes at once (of many the first), each with the file and the line and without a cell but
 *   the name of a metric or a number: a recommendation that is empty, a date or target that is not understood or does not
 *   fit its metric, a metric that is none or needs a row; columns that identify people; and for a file that is no CSV
 *   with a recommendation, or has too many
 */
export function readActions(input: CaseloadInput): Actions {
  const csv = readSmallCsv(input, OPTION, [], ALIASES);
  const { columns, totalsLines } = wholeTable(csv);
  const places = placesOf(columns, csv.where);
  const records = csv.records.filter(({ line }) => !totalsLines.has(line));
  if (records.length > MOST_ACTIONS) throw new UserError(tooMany(csv.where, records.length));
  // What is wrong in its lines would be said of the wrong file.
  refuse(csv.where, identifyingColumns(columns, csv.where));
  const lines = records.map(({ line, cells }) => ({ line, cells: cellsOf(cells, places) }));
  const isSerial = isOfSerials(lines);
  const read = lines.map((line) => readAction(line, isSerial));
  const mistakes = read.flatMap(({ action, mistakes: said }) =>
    said.map((mistake) => `${csv.where} line ${action.line}: ${mistake}`),
  );
  refuse(csv.where, mistakes);
  if (lines.length === 0) throw new UserError(`${csv.where}: a header but no recommendations`);
  const actions = read.map(({ action }) => action);
  return { file: csv.source.name, sha256: csv.source.sha256, actions };
}

function tooMany(where: string, count: number): string {
  return `${where}: ${count} recommendations are more than the ${MOST_ACTIONS} that a plan may have; take out those that are done or dropped, or give another file`;
}

/** Nobody reads on after so many. @throws UserError unless there are none */
function refuse(where: string, mistakes: readonly string[]): void {
  if (mistakes.length === 0) return;
  const more = mistakes.length - MOST_MISTAKES;
  const rest = more > 0 ? [`${where}: and ${more} more ${more === 1 ? 'mistake' : 'mistakes'}`] : [];
  throw new UserError([...mistakes.slice(0, MOST_MISTAKES), ...rest]);
}

/** By column the name under which the file has it. @throws UserError for none of a recommendation, or two of one */
function placesOf(columns: readonly WholeColumn[], where: string): ReadonlyMap<ColumnOfActions, string> {
  const given = new Set(columns.map(({ header }) => compact(header)));
  const found = NAMES.flatMap((name) =>
    COLUMNS[name].filter((alias) => given.has(compact(alias))).map((alias) => [name, alias] as const),
  );
  const places = new Map(found);
  const twice = found.find(([name, alias]) => places.get(name) !== alias);
  if (twice !== undefined)
    throw new UserError(
      `${where}: ${twice[1]} and ${places.get(twice[0])} are the same column; take one out`,
    );
  if (!places.has('recommendation'))
    throw new UserError(
      `${where}: no column recommendation; the header must be recommendation,owner,due_date,status,metric,target (all but the first may be left out)`,
    );
  return places;
}

function cellsOf(
  cells: Readonly<Record<string, string>>,
  places: ReadonlyMap<ColumnOfActions, string>,
): ActionLine['cells'] {
  const cell = (name: ColumnOfActions) => oneLine(cells[places.get(name) ?? ''] ?? '');
  return {
    recommendation: cell('recommendation'),
    owner: cell('owner'),
    due: cell('due'),
    status: cell('status'),
    metric: cell('metric'),
    target: cell('target'),
  };
}

/** One line for each column that identifies people, those that are passed over among them. */
function identifyingColumns(columns: readonly WholeColumn[], where: string): string[] {
  return columns.flatMap(({ header, cells }) => {
    const letters = compact(header);
    const isOwner = COLUMNS.owner.some((alias) => compact(alias) === letters);
    const isOurs = ALIASES.some((alias) => compact(alias) === letters);
    const kind = identifierKind({ header, isOurs, isOwner, cells });
    return kind === null ? [] : [`${where}: ${identifies(header, kind, isOwner)}`];
  });
}

function identifies(header: string, kind: string, isOwner: boolean): string {
  const label = `"${cleanText(shorten(header, LONGEST_HEADER, '...'))}"`;
  const mend =
    isOwner && kind === 'names' ? 'write the post or a code, as Head of Service' : 'take the column out';
  return `identifies children or staff in ${label} (${kind}); ${mend}`;
}

/** Days as Excel counts them: every date is a number. */
function isOfSerials(lines: readonly ActionLine[]): boolean {
  const filled = lines.map(({ cells }) => cells.due).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every(isPlainNumber);
}

function readAction(
  { line, cells }: ActionLine,
  isSerial: boolean,
): { action: Action; mistakes: readonly string[] } {
  const { recommendation, owner, status, target } = cells;
  const due = dueOf(cells.due, isSerial);
  const { figure, mistakes } = readFigure(cells.metric, target);
  const action = {
    ...{ line, recommendation, owner, status, target, figure },
    ...completionOf(status),
    due: typeof due === 'number' ? due : MISSING,
  };
  return {
    action,
    mistakes: [
      ...(recommendation === '' ? ['the recommendation is empty; write it, or clear the line'] : []),
      ...(typeof due === 'number' ? [] : [due]),
      ...mistakes,
    ],
  };
}

/** The day, or what is wrong with it. */
function dueOf(cell: string, isSerial: boolean): Day | string {
  if (cell === '') return MISSING;
  const read = readDay(cell, isSerial);
  if (typeof read === 'object') return read.day;
  return read === 'sentinel'
    ? 'the due date is not between 1990 and 2100; leave it empty where there is none'
    : 'the due date is not understood; write it as 2026-10-31 or 31/10/2026';
}
