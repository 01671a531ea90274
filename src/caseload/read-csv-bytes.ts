import { byteOrderMark, joined, toUtf8, utf8Check } from './decode.ts';
import { DELIMITERS, findHeader, separatorLine } from './find-header.ts';
import { isRecognised, NO_MAPPING } from './map-columns.ts';
import { readRecords } from './read-csv.ts';

/**
 * All records of a CSV as arrays of strings, the header first; a blank line is one empty string.
 *
 * The encoding (UTF-8, UTF-16 with byte order mark, else windows-1252) and the delimiter (comma, semicolon, tab or
 * pipe, from the header or a first line `sep=;`) are found; line ends may be LF, CRLF, CR or mixed; quotes that stand
 * where none belongs are kept as text.
 *
 * @throws UserError for a quote that is never closed or a field over 1 MiB, with the line where it began
 */
export function readCsv(bytes: Uint8Array): string[][] {
  const mark = byteOrderMark(bytes);
  const isUtf8 = utf8Check();
  const encoding = mark?.encoding ?? (isUtf8(bytes) && isUtf8(new Uint8Array(0)) ? 'utf-8' : 'windows-1252');
  const text = joined([...toUtf8([bytes], encoding, mark?.bytes ?? 0)]);
  const separator = separatorLine(text);
  const body = separator === null ? text : text.subarray(separator.bytes);
  const delimiters = separator === null ? DELIMITERS : [separator.delimiter];
  const firstLine = separator === null ? 1 : 2;
  const header = findHeader(body, firstLine, delimiters, (cell) => isRecognised(cell, NO_MAPPING));
  return [...readRecords([body], header?.delimiter ?? ',', firstLine)].map(({ cells }) => cells);
}
