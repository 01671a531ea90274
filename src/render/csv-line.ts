export type Field = string | number | boolean;

/** A spreadsheet takes a cell that begins so for a formula; a lone hyphen is harmless and often means "none". */
const FORMULA_START = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One line of CSV (RFC 4180, CRLF at the end). Text that a spreadsheet would take for a formula gets an apostrophe in
 * front; numbers stay numbers.
 */
export function csvLine(fields: readonly Field[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(field: Field): string {
  if (typeof field !== 'string') return String(field);
  const safe = field !== '-' && FORMULA_START.test(field) ? `'${field}` : field;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
