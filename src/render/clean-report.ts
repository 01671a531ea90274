import type { Report } from '../report/report.ts';

/**
 * Characters that steer a terminal or a reader and are not seen: control characters (ESC, line ends, tabs),
 * format characters (bidi controls, zero widths, tags), line separators and halves of surrogate pairs.
 * The zero-width joiner stays, because emoji are made with it.
 */
const UNSEEN = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Most texts, told apart quickly. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/** The text with a visible placeholder for every character that could act instead of being read. */
export function cleanText(text: string, placeholder = '\ufffd'): string {
  return PRINTABLE_ASCII.test(text) ? text : text.replace(UNSEEN, placeholder);
}

/**
 * The report with every text safe to print, wherever in the report it stands.
 * A report is plain data (its JSON form is exactly the report), so a round trip through JSON reaches all of it
 * and no text added to the report one day can be forgotten here.
 */
export function cleanReport<R extends Report>(report: R, placeholder?: string): R {
  const json = JSON.stringify(report);
  // In JSON, what is not seen is beyond ASCII or behind a backslash.
  if (PRINTABLE_ASCII.test(json) && !json.includes('\\')) return report;
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? cleanText(value, placeholder) : value,
  );
}
