/** The coded columns of all files to one column each, over all rows in the order of the inputs. */
import type { EthnicityList } from '../reference/ethnicity.ts';
import { type Column, type Values, valuesFor } from './caseload.ts';
import type { CodedColumn } from './code-rows.ts';
import { type ColumnName, columnDefinitions, type Definition } from './columns.ts';
import { textOf } from './dictionary.ts';
import { labelReader, type ValueAliases } from './labels.ts';
import type { RuleName } from './problem-rules.ts';
import { isoDate, isoMonth } from './read-dates.ts';
import type { RawFile } from './read-file.ts';
import {
  cellReader,
  joinIdentifiers,
  readDistinct,
  standsForNone,
  type ValuesOfCodes,
} from './read-values.ts';

/** Cells of one file's column that break a rule, by code. */
export interface BrokenCells {
  readonly file: number;
  readonly column: ColumnName;
  readonly codes: Values;
  readonly rules: ReadonlyMap<number, { rule: RuleName; label?: string }>;
}

export interface CombinedRows {
  readonly columns: ReadonlyMap<ColumnName, Column>;
  /** First row of each file, and at the end the number of rows. */
  readonly starts: readonly number[];
  readonly brokenCells: readonly BrokenCells[];
}

/** A residence that is not read is Home: the case counts here unless the file says otherwise. */
const HOME = 1;

export function combineFiles(
  files: readonly RawFile[],
  list: EthnicityList,
  aliases: ValueAliases,
): CombinedRows {
  const starts = [0];
  for (const { rows } of files) starts.push(starts[starts.length - 1] + rows.rows);
  const columns = new Map<ColumnName, Column>();
  const brokenCells: BrokenCells[] = [];
  for (const definition of columnDefinitions()) {
    const coded = files.map((file) => file.columns.get(definition.name) ?? null);
    if (coded.every((column) => column === null)) continue;
    const { column, rules } = combineColumn(definition, coded, starts, list, aliases);
    columns.set(definition.name, column);
    coded.forEach((one, file) => {
      if (one !== null && rules[file].size > 0) {
        brokenCells.push({ file, column: definition.name, codes: one.codes, rules: rules[file] });
      }
    });
  }
  return { columns, starts, brokenCells };
}

function combineColumn(
  definition: Definition,
  coded: readonly (CodedColumn | null)[],
  starts: readonly number[],
  list: EthnicityList,
  aliases: ValueAliases,
): { column: Column; rules: ValuesOfCodes['rules'][] } {
  const { name, type } = definition;
  const read =
    type === 'identifier' ? readIdentifiers(definition, coded) : readOthers(definition, coded, list, aliases);
  const [only] = coded;
  const values = read.isSame && only !== null ? only.codes : valuesOfRows(definition, coded, starts, read);
  return {
    column: { name, type, values, size: read.size, text: read.text },
    rules: read.files.map(({ rules }) => rules),
  };
}

function valuesOfRows(
  { name }: Definition,
  coded: readonly (CodedColumn | null)[],
  starts: readonly number[],
  { files, size }: ReadFiles,
): Values {
  const values = placeFor(size - 1, starts[starts.length - 1], coded, files);
  const missing = name === 'residence' ? HOME : 0;
  coded.forEach((column, file) => {
    const rows = values.subarray(starts[file], starts[file + 1]);
    if (column === null) {
      rows.fill(missing);
      return;
    }
    const valueByCode = files[file].values.map((value) => value || missing);
    translate(column.codes, valueByCode, rows);
  });
  return values;
}

/** Values take the place of the codes of an only file, where they fit and nobody asks for its codes any more. */
function placeFor(
  largest: number,
  rows: number,
  [only, ...others]: readonly (CodedColumn | null)[],
  [{ rules }]: readonly ValuesOfCodes[],
): Values {
  const isFree = only !== null && others.length === 0 && rules.size === 0;
  return isFree && largest < 2 ** (8 * only.codes.BYTES_PER_ELEMENT) ? only.codes : valuesFor(largest, rows);
}

function translate(codes: Values, valueByCode: Uint32Array, into: Values): void {
  for (let row = 0; row < into.length; row++) into[row] = valueByCode[codes[row]];
}

interface ReadFiles {
  files: ValuesOfCodes[];
  /** The codes of the one file are the values as they are. */
  isSame?: boolean;
  size: number;
  text: (value: number) => string;
}

const NOTHING: ValuesOfCodes = { values: new Uint32Array(1), rules: new Map() };

function readIdentifiers(definition: Definition, coded: readonly (CodedColumn | null)[]): ReadFiles {
  const { dictionary, valuesOfCodes } = joinIdentifiers(
    coded.map((column) => column?.dictionary ?? null),
    standsForNone(definition),
  );
  const isSame = valuesOfCodes === 'same';
  return {
    files: isSame
      ? [NOTHING]
      : valuesOfCodes.map((values) => (values === null ? NOTHING : { values, rules: new Map() })),
    isSame,
    size: dictionary.size + 1,
    text: (value) => textOf(dictionary, value),
  };
}

function readOthers(
  definition: Definition,
  coded: readonly (CodedColumn | null)[],
  list: EthnicityList,
  aliases: ValueAliases,
): ReadFiles {
  const hasLabels =
    definition.type === 'category' || definition.type === 'yes-no' || definition.type === 'yes-no-na';
  const labels = hasLabels ? labelReader(definition, list, aliases) : null;
  const read = cellReader(definition, labels);
  const files = coded.map((column) => (column === null ? NOTHING : readDistinct(column, read)));
  if (labels !== null) {
    const words = labels.labels;
    return { files, size: words.length + 1, text: (value) => (value === 0 ? '' : words[value - 1]) };
  }
  const largest = files.reduce(
    (most, { values }) => values.reduce((max, value) => Math.max(max, value), most),
    0,
  );
  const text =
    definition.type === 'date'
      ? isoDate
      : definition.type === 'month'
        ? isoMonth
        : (value: number) => (value === 0 ? '' : String(value));
  return { files, size: largest + 1, text };
}
