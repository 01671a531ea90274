/** What was done, in words: by column and by line, never by cell. */
import { isIdentifier, type PreparedColumn, type PreparedExport } from './prepare-export.ts';
import type { RawExport } from './read-export.ts';

/** So many lines are named; of more there is a number. */
const LINES_NAMED = 10;

/** A row for each column: its header, the column it is written as, what was done to its cells. */
export function columnRows(columns: readonly PreparedColumn[]): string[][] {
  return columns.map(({ match, name, treatment, counts }) => {
    const header = match.shown === '' ? `(column ${match.index + 1}, no header)` : match.shown;
    if (treatment.does === 'left out' || counts === null)
      return [header, '-', `left out: ${treatment.does === 'left out' ? treatment.why : ''}`];
    return [header, name, cellWords(treatment.does, counts)];
  });
}

function cellWords(
  does: 'pseudonyms' | 'birth months' | 'as written',
  counts: NonNullable<PreparedColumn['counts']>,
): string {
  const { changed, asWritten, blank, unreadable, identifying, formulas } = counts;
  const cells = (count: number, words: string) => (count === 0 ? [] : [`${count} ${words}`]);
  const done = {
    pseudonyms: [
      `pseudonyms in ${numbered(changed, 'cell')}`,
      ...cells(asWritten, 'of no worker, as written'),
    ],
    'birth months': [
      `months of birth in ${numbered(changed, 'cell')}`,
      ...cells(asWritten, 'months already, as written'),
    ],
    'as written': ['as written'],
  }[does];
  return [
    ...done,
    ...cells(blank, 'blank'),
    ...cells(unreadable, 'blanked as unreadable'),
    ...cells(identifying, 'blanked, which looked like identifiers of people'),
    ...cells(formulas, 'that a spreadsheet would run as formulas'),
  ].join('; ');
}

/** The rows, and the lines that are none. */
export function rowLines(name: string, raw: RawExport, { rows }: PreparedExport): string[] {
  const read = raw.rows.rows;
  const notRows = [
    ...counted(raw.header.titleLines, 'line', 'above the header'),
    ...counted(raw.rows.blanks.count, 'empty line', ''),
    ...counted(raw.totalsLines.length, 'totals line', 'at the end'),
  ];
  return [
    `${name}: ${numbered(read, 'row')} = ${rows.length} written + ${read - rows.length} left out`,
    ...(notRows.length === 0 ? [] : [`left out as well, being no rows: ${notRows.join(', ')}`]),
  ];
}

/** The rows that are left out, by their lines, and why: something to mend, or to know of. */
export function leftOutRows({ misaligned, rows }: RawExport, { noCases, written }: PreparedExport): string[] {
  return [
    ...linesWords(
      [...misaligned].map((row) => rows.lines[row]),
      'cells have slipped into other columns, so that nobody can say which are names; left out (look for a cell that should stand in quotes)',
    ),
    ...linesWords(
      Array.from(noCases, (row) => rows.lines[row]),
      written.some(isIdentifier)
        ? 'neither case_id nor child_id, as in the footer of a report; left out'
        : 'nothing but what is left out; left out as well',
    ),
  ];
}

function linesWords(lines: readonly number[], words: string): string[] {
  if (lines.length === 0) return [];
  const named = lines.slice(0, LINES_NAMED).join(', ');
  const more = lines.length > LINES_NAMED ? ` and ${lines.length - LINES_NAMED} more` : '';
  return [`${lines.length === 1 ? 'line' : 'lines'} ${named}${more}: ${words}`];
}

function counted(count: number, noun: string, where: string): string[] {
  return count === 0 ? [] : [`${numbered(count, noun)} ${where}`.trim()];
}

function numbered(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
