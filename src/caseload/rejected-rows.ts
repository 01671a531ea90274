import type { BuiltCaseload } from './build-caseload.ts';
import { toUtf8 } from './decode.ts';
import type { RuleName } from './problem-rules.ts';
import { readRecords } from './read-csv.ts';
import { afterBytes, type RawFile } from './read-file.ts';

/** A rejected row as it stands in its file. */
export interface RejectedRow {
  readonly file: number;
  readonly line: number;
  readonly rule: RuleName;
  readonly cells: readonly string[];
}

/** Rejected rows under one header, that of all files together. */
export interface RejectedTable {
  readonly header: readonly string[];
  readonly rows: readonly RejectedRow[];
}

/** Reads the rejected rows once more, cell by cell: the caseload keeps values, not what was written. */
export function readRejectedRows({ files, rejections }: BuiltCaseload): RejectedRow[] {
  return files.flatMap(({ source, delimiter, skipBytes, firstLine }, file) => {
    const rules = new Map(
      rejections.filter((one) => one.file === file).map(({ line, rule }) => [line, rule]),
    );
    if (rules.size === 0) return [];
    const utf8 = afterBytes(toUtf8(source.chunks(), source.encoding, source.markBytes), skipBytes);
    const rows: RejectedRow[] = [];
    for (const { cells, line } of readRecords(utf8, delimiter, firstLine)) {
      const rule = rules.get(line);
      if (rule !== undefined) rows.push({ file, line, rule, cells });
    }
    return rows;
  });
}

/**
 * The rejected rows with every cell under the header it has in its file. A file without a header leaves it empty,
 * columns dropped for what they hold are left out, and cells beyond the header of their file stand at the end.
 */
export function tabulateRejectedRows(built: BuiltCaseload): RejectedTable {
  const shown = built.files.map(shownColumns);
  const places = new Map<string, { at: number; name: string }>();
  for (const { key, name } of shown.flat()) {
    if (!places.has(key)) places.set(key, { at: places.size, name });
  }
  const rows = readRejectedRows(built).map((row) => {
    const cells = Array.from(places, () => '');
    const file = built.files[row.file];
    if (mayHoldDropped(file, row)) return { ...row, cells };
    for (const { key, index } of shown[row.file]) cells[places.get(key)?.at ?? 0] = row.cells[index] ?? '';
    return { ...row, cells: [...cells, ...row.cells.slice(file.header.cells.length)] };
  });
  return { header: Array.from(places.values(), ({ name }) => name), rows };
}

/** The columns that are shown; a header that stands twice in a file is told apart by its turn. */
function shownColumns({ header, dropped }: RawFile) {
  const left = new Set(dropped.map(({ index }) => index));
  const turns = new Map<string, number>();
  return header.cells.flatMap((name, index) => {
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return left.has(index) ? [] : [{ key: `${turn} ${name}`, name, index }];
  });
}

/** In a row with too many cells nobody knows which of them is the one that was to be left out. */
function mayHoldDropped({ header, dropped }: RawFile, { cells }: RejectedRow): boolean {
  return dropped.length > 0 && cells.length > header.cells.length;
}
