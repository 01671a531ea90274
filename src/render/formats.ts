import type { Report } from '../report/report.ts';
import { renderCsv } from './csv.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTerminal, type TerminalOptions } from './terminal.ts';

/**
 * A way to write a report. `render` is pure; formats that are not for a terminal ignore its options.
 * `extensions` are the endings, without a dot, by which `-o file.ext` picks the format.
 */
export interface Format {
  readonly render: (report: Report, options: TerminalOptions) => string | Uint8Array;
  readonly extensions: readonly string[];
}

/** Every format there is. To add one: write its file and add a line here. */
export const formats = {
  terminal: { render: renderTerminal, extensions: ['txt'] },
  markdown: { render: renderMarkdown, extensions: ['md', 'markdown'] },
  csv: { render: renderCsv, extensions: ['csv'] },
  json: { render: renderJson, extensions: ['json'] },
} as const satisfies Readonly<Record<string, Format>>;

/** The name of a format, as `--format` takes it. */
export type FormatName = keyof typeof formats;

/** The names of all formats, in the order of the list. */
export function formatNames(): FormatName[] {
  return Object.keys(formats).filter((name): name is FormatName => Object.hasOwn(formats, name));
}
