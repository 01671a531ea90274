/** `--map`: their headers and labels to ours, one by one or from a file. */
import * as fs from 'node:fs';
import { type ColumnName, columnDefinitions, compact } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import { labelReader } from '../caseload/labels.ts';
import type { Mapping } from '../caseload/map-columns.ts';
import { parseColumn } from '../caseload/parse-column.ts';
import { readCsv } from '../caseload/read-csv-bytes.ts';

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
  const pairs = given.filter((text) => text.includes('='));
  for (const text of given) {
    if (text.includes('=')) addHeader(headers, text);
    else addFile(headers, values, text);
  }
  return { headers, values, named: pairs.map((text) => text.slice(0, text.lastIndexOf('=')).trim()) };
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
  const [header, ...rows] = readRows(path);
  const positions = HEADER.map((name) =>
    (header ?? []).findIndex((cell) => cell.trim().toLowerCase() === name),
  );
  if (positions.slice(0, 2).some((position) => position === -1)) {
    throw new UserError(`--map ${path}: the first line must be theirs,ours,column`);
  }
  rows.forEach((cells, index) => {
    const [theirs, ours, column] = positions.map((position) => (cells[position] ?? '').trim());
    if (theirs === '' && ours === '') return;
    const where = `--map ${path} line ${index + 2}`;
    if (column === '') headers.set(compact(theirs), parseColumn(ours, where));
    else addLabel(values, theirs, ours, column, where);
  });
}

function readRows(path: string): string[][] {
  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(path);
  } catch {
    throw new UserError(`--map ${path}: neither "their header=our column" nor a file that can be read`);
  }
  return readCsv(bytes);
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
