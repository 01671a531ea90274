/** `--map`: their headers and labels to ours, one by one or from a file. */
import { readFileSync, statSync } from 'node:fs';
import { type ColumnName, compact } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import { isDevice } from '../caseload/list-files.ts';
import type { Mapping } from '../caseload/map-columns.ts';
import { findLabelledColumn, isOwnLabel, labelledDefinition } from '../caseload/own-labels.ts';
import { parseColumn } from '../caseload/parse-column.ts';
import { readSmallCsv } from '../caseload/read-small-csv.ts';

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
  const csv = readSmallCsv({ name: path, bytes: bytesOf(path) }, '--map', ['theirs', 'ours'], ['column']);
  for (const { line, cells } of csv.records) {
    const { theirs, ours, column } = cells;
    const where = `${csv.where} line ${line}`;
    if (theirs === '' || (column === '' && compact(theirs) === '')) {
      throw new UserError(`${where}: theirs is empty; fill in the header or label that stands in your files`);
    }
    if (column === '') headers.set(compact(theirs), parseColumn(ours, where));
    else addLabel(values, theirs, ours, column, where);
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
  const name = findLabelledColumn(column) ?? parseColumn(column, where);
  const definition = labelledDefinition(name);
  if (definition === null) {
    throw new UserError(
      `${where}: ${column} has no labels to map; labels are in columns such as ethnicity and disposal`,
    );
  }
  if (!isOwnLabel(definition, ours)) {
    throw new UserError(`${where}: "${ours}" is no label of ${name}; see yos-caseload columns`);
  }
  const labels = values.get(name) ?? new Map<string, string>();
  values.set(name, labels.set(compact(theirs), ours));
}
