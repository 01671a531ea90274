/** `--map`: their headers and labels to ours, one by one or from a file. */
import { readFileSync, statSync } from 'node:fs';
import { type ColumnName, columnDefinitions, compact } from '../caseload/columns.ts';
import { joined, toUtf8 } from '../caseload/decode.ts';
import { UserError } from '../caseload/errors.ts';
import { DELIMITERS, findHeader, separatorLine } from '../caseload/find-header.ts';
import { labelReader } from '../caseload/labels.ts';
import { isDevice } from '../caseload/list-files.ts';
import { openSources } from '../caseload/load.ts';
import type { Mapping } from '../caseload/map-columns.ts';
import { parseColumn } from '../caseload/parse-column.ts';
import { readRecords } from '../caseload/read-csv.ts';

const HEADER = ['theirs', 'ours', 'column'];
/** Stands for all yes/no columns in a mapping file. */
const YES_NO = 'yes-no';

/**
 * The mapping of all `--map` options. Each is `their header=our column`, or a CSV file with the columns theirs, ours
 * and column: with column empty, `theirs` is a header and `ours` a column; with column filled, `theirs` is a label in
 * that column (or in all yes/no columns: `yes-no`) and `ours` the label it stands for.
 *
 * @throws UserError for a column or label of ours that does not exist, with the file and line
 */
export function readMapping(given: readonly string[]): Mapping {
  const headers = new Map<string, ColumnName>();
  const values = new Map<string, Map<string, string>>();
  const pairs = given.filter(isPair);
  for (const text of given) {
    if (isPair(text)) addHeader(headers, text);
    else addFile(headers, values, text);
  }
  return { headers, values, named: pairs.map((text) => text.slice(0, text.lastIndexOf('=')).trim()) };
}

/** The files among the `--map` options. */
export function mappingFiles(given: readonly string[]): string[] {
  return given.filter((text) => !isPair(text));
}

function isPair(text: string): boolean {
  return text.includes('=');
}

function addHeader(headers: Map<string, ColumnName>, text: string): void {
  const at = text.lastIndexOf('=');
  const theirs = compact(text.slice(0, at));
  if (theirs === '') throw new UserError(`--map ${text}: write it as "their header=our column"`);
  headers.set(theirs, parseColumn(text.slice(at + 1), '--map'));
}

function addFile(
  headers: Map<string, ColumnName>,
  values: Map<string, Map<string, string>>,
  path: string,
): void {
  for (const { theirs, ours, column, line } of readLines(path)) {
    const where = `--map ${path} line ${line}`;
    if (theirs === '' || (column === '' && compact(theirs) === '')) {
      throw new UserError(`${where}: theirs is empty; fill in the header or label that stands in your files`);
    }
    if (column === '') headers.set(compact(theirs), parseColumn(ours, where));
    else addLabel(values, theirs, ours, column, where);
  }
}

/** The lines of a mapping file that say something. */
function readLines(path: string) {
  const { records, header } = recordsOf(path);
  const names = header.map((cell) => cell.toLowerCase());
  const positions = HEADER.map((name) => names.indexOf(name));
  if (positions.slice(0, 2).includes(-1))
    throw new UserError(`--map ${path}: the first line must be theirs,ours,column`);
  return records.flatMap(({ cells, line }) => {
    const [theirs, ours, column] = positions.map((position) => (cells[position] ?? '').trim());
    return theirs + ours + column === '' ? [] : [{ theirs, ours, column, line }];
  });
}

/** The header and the records below it, in whatever encoding and with whatever delimiter they are written. */
function recordsOf(path: string) {
  const [{ chunks, encoding, markBytes }] = openSources([{ name: `--map ${path}`, bytes: bytesOf(path) }]);
  const text = joined([...toUtf8(chunks(), encoding, markBytes)]);
  const separator = separatorLine(text);
  const body = text.subarray(separator?.bytes ?? 0);
  const firstLine = separator === null ? 1 : 2;
  const delimiters = separator === null ? DELIMITERS : [separator.delimiter];
  const header = findHeader(body, firstLine, delimiters, (cell) => HEADER.includes(cell.toLowerCase()));
  try {
    const records = [...readRecords([body], header?.delimiter ?? ',', firstLine)];
    return { header: header?.cells ?? [], records: records.slice(header?.recordsBefore ?? 0) };
  } catch (error) {
    throw error instanceof UserError ? new UserError(`--map ${path} ${error.message}`) : error;
  }
}

function bytesOf(path: string): Uint8Array {
  if (path.trim() === '') {
    throw new UserError('--map "": empty; write it as "their header=our column" or name a mapping file');
  }
  try {
    if (!isDevice(statSync(path))) return readFileSync(path);
  } catch {
    // Said below, as for a device.
  }
  throw new UserError(`--map ${path}: neither "their header=our column" nor a file that can be read`);
}

function addLabel(
  values: Map<string, Map<string, string>>,
  theirs: string,
  ours: string,
  column: string,
  where: string,
): void {
  const name = compact(column) === 'yesno' ? YES_NO : parseColumn(column, where);
  const definition = columnDefinitions().find(
    (one) => one.name === name || (name === YES_NO && one.type === 'yes-no-na'),
  );
  if (definition === undefined || !['category', 'yes-no', 'yes-no-na'].includes(definition.type)) {
    throw new UserError(
      `${where}: ${column} has no labels to map; labels are in columns such as ethnicity and disposal`,
    );
  }
  if (labelReader(definition, '2021', new Map()).read(ours) === null) {
    throw new UserError(`${where}: "${ours}" is no label of ${name}; see yos-caseload columns`);
  }
  const labels = values.get(name) ?? new Map<string, string>();
  values.set(name, labels.set(compact(theirs), ours));
}
