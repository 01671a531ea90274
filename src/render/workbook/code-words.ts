/** The codes that stand on sheets, with their meanings. */
import { CODE_MEANINGS } from '../format-cell.ts';
import { type Entry, type Sheet, textOf } from './workbook.ts';

/** All codes there are, in brackets as no other words of ours are. */
const CODE = /\[[a-z]\]/g;

export interface CodeMeaning {
  readonly code: string;
  readonly meaning: string;
}

/** Those in a table or in texts around it, in the order of a legend. */
export function codesIn(rows: readonly (readonly Entry[])[], texts: readonly string[] = []): CodeMeaning[] {
  const found = new Set<string>();
  const look = (text: string) => {
    // Most are a code and nothing else; only words around one need be searched.
    if (text.length === 3) found.add(text);
    else if (text.includes('[')) for (const [code] of text.matchAll(CODE)) found.add(code);
  };
  for (const row of rows) for (const entry of row) look(textOf(entry));
  texts.forEach(look);
  return [...CODE_MEANINGS].flatMap(([code, meaning]) => (found.has(code) ? [{ code, meaning }] : []));
}

/** Those of whole sheets. */
export function codesOnSheets(sheets: readonly Sheet[]): CodeMeaning[] {
  const rows = sheets.flatMap(({ table }) => table?.rows ?? []);
  return codesIn(
    rows,
    sheets.flatMap(({ lines }) => lines.map(({ text }) => text)),
  );
}

/** "[c] small numbers withheld; [z] not applicable.", or null without any. */
export function codeSentence(codes: readonly CodeMeaning[]): string | null {
  if (codes.length === 0) return null;
  return `${codes.map(({ code, meaning }) => `${code} ${meaning}`).join('; ')}.`;
}
