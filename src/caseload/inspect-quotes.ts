const LF = 10;
const CR = 13;
const QUOTE = 34;
const QUOTES_AROUND = 2;

/** What the quotes of a stretch of bytes look like, from the first byte of a record on. */
export interface QuoteFindings {
  /** A quote inside an unquoted field, or text after a closing quote. */
  hasStrayQuote: boolean;
  /** The line on which a quote that is still open began; null when none is. */
  openQuoteLine: number | null;
  /** Line ends seen, inside quotes too; CR LF is one. */
  lineEnds: number;
  longestFieldBytes: number;
  /** The line on which the longest field begins. */
  longestFieldLine: number;
}

/**
 * Walks over bytes with the quoting rules of csv-parse (`relax_quotes`), to say what csv-parse does not: whether a
 * field was irregular, and where a quote that was never closed began.
 */
export function inspectQuotes(
  bytes: Uint8Array,
  at: number,
  end: number,
  delimiter: number,
  line: number,
): QuoteFindings {
  const findings: QuoteFindings = {
    hasStrayQuote: false,
    openQuoteLine: null,
    lineEnds: 0,
    longestFieldBytes: 0,
    longestFieldLine: line,
  };
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let fieldStart = at;
  let fieldLine = line;
  const endField = (position: number) => {
    const length = position - fieldStart - (state === 'closed' ? QUOTES_AROUND : 0);
    if (length > findings.longestFieldBytes) {
      findings.longestFieldBytes = length;
      findings.longestFieldLine = fieldLine;
    }
    fieldStart = position + 1;
    fieldLine = line + findings.lineEnds;
    state = 'start';
  };
  for (let position = at; position < end; position++) {
    const byte = bytes[position];
    const isLineEnd = byte === LF || (byte === CR && (position + 1 >= end || bytes[position + 1] !== LF));
    if (isLineEnd) findings.lineEnds++;
    if (state === 'quoted') {
      if (byte === QUOTE) state = 'closed';
    } else if (state === 'closed' && byte === QUOTE) {
      state = 'quoted';
    } else if (byte === delimiter || byte === LF || byte === CR) {
      endField(position);
    } else if (byte === QUOTE && state === 'start') {
      state = 'quoted';
    } else {
      if (state === 'closed' || byte === QUOTE) findings.hasStrayQuote = true;
      state = 'plain';
    }
  }
  if (state === 'quoted') findings.openQuoteLine = fieldLine;
  endField(end);
  return findings;
}
