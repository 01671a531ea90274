/** The coded rows of the parts of one file, read side by side, to those of the file. */
import { valuesFor } from './caseload.ts';
import type { CodedColumn, CodedRows } from './code-rows.ts';
import type { ContentCount } from './content-count.ts';
import { mergeDictionary } from './dictionary.ts';

/**
 * Joins the parts in order. Codes of later parts are turned into those of the first, so that the result is the same
 * as if one had read the whole.
 */
export function joinRows(parts: readonly CodedRows[]): CodedRows {
  const [first, ...others] = parts;
  if (others.length === 0) return first;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const linesBefore = before(parts.map((part) => part.lastLine));
  const rowsBefore = before(parts.map((part) => part.rows));
  const lines = new Uint32Array(rows);
  const marks = new Uint8Array(rows);
  parts.forEach((part, index) => {
    const into = lines.subarray(rowsBefore[index], rowsBefore[index] + part.rows);
    for (let row = 0; row < part.rows; row++) into[row] = part.lines[row] + linesBefore[index];
    marks.set(part.marks, rowsBefore[index]);
  });
  const inFile = (line: number, index: number) => line + linesBefore[index];
  return {
    rows,
    lastLine: parts.reduce((sum, part) => sum + part.lastLine, 0),
    columns: first.columns.map((_, column) =>
      joinColumn(
        parts.map((part) => part.columns[column]),
        rowsBefore,
        rows,
      ),
    ),
    lines,
    marks,
    contents: first.contents.map((_, column) =>
      joinContents(
        parts.map((part) => part.contents[column]),
        linesBefore,
      ),
    ),
    strayQuoteLines: parts.flatMap((part, index) => part.strayQuoteLines.map((line) => inFile(line, index))),
    totals: parts.flatMap((part, index) =>
      part.totals.map(({ row, line }) => ({ row: row + rowsBefore[index], line: inFile(line, index) })),
    ),
    blanks: joinBlanks(parts, linesBefore),
  };
}

/** What comes before each part. */
function before(sizes: readonly number[]): number[] {
  let sum = 0;
  return sizes.map((size) => {
    sum += size;
    return sum - size;
  });
}

function joinColumn(parts: readonly CodedColumn[], rowsBefore: readonly number[], rows: number): CodedColumn {
  const [{ dictionary }, ...others] = parts;
  const codesHere = others.map((part) => mergeDictionary(dictionary, part.dictionary));
  const codes = valuesFor(dictionary.size, rows);
  codes.set(parts[0].codes);
  others.forEach((part, index) => {
    const codeHere = codesHere[index];
    const into = codes.subarray(rowsBefore[index + 1], rowsBefore[index + 1] + part.codes.length);
    for (let row = 0; row < into.length; row++) into[row] = codeHere[part.codes[row]];
  });
  return { dictionary, codes };
}

function joinContents(parts: readonly ContentCount[], linesBefore: readonly number[]): ContentCount {
  const joined: ContentCount = { filled: 0, firstLine: 0, kinds: new Map(), cleared: new Set() };
  parts.forEach((part, index) => {
    joined.filled += part.filled;
    if (joined.firstLine === 0 && part.firstLine > 0) joined.firstLine = part.firstLine + linesBefore[index];
    for (const [kind, cells] of part.kinds) joined.kinds.set(kind, (joined.kinds.get(kind) ?? 0) + cells);
    for (const kind of part.cleared) joined.cleared.add(kind);
  });
  return joined;
}

function joinBlanks(parts: readonly CodedRows[], linesBefore: readonly number[]): CodedRows['blanks'] {
  const index = parts.findIndex(({ blanks }) => blanks.count > 0);
  return {
    count: parts.reduce((sum, { blanks }) => sum + blanks.count, 0),
    firstLine: index === -1 ? 0 : parts[index].blanks.firstLine + linesBefore[index],
  };
}
