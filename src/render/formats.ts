import type { Report } from '../report/report.ts';
import type { Logo } from './html/logo.ts';
import type { TerminalOptions } from './terminal.ts';

export interface RenderOptions extends TerminalOptions {
  /** For the head of a page, which alone has room for it. */
  readonly logo?: Logo | null;
}

/**
 * A way to write a report. `render` is pure and loads what it needs, and heeds what of the options it can.
 * `extensions` are the endings, without a dot, by which `-o file.ext` picks the format.
 */
export interface Format {
  readonly render: (report: Report, options: RenderOptions) => Promise<string | Uint8Array>;
  readonly extensions: readonly string[];
}

/** Every format there is. To add one: write its file and add a line here. */
export const formats = {
  terminal: {
    render: async (report, options) => (await import('./terminal.ts')).renderTerminal(report, options),
    extensions: ['txt'],
  },
  markdown: {
    render: async (report) => (await import('./markdown.ts')).renderMarkdown(report),
    extensions: ['md', 'markdown'],
  },
  csv: { render: async (report) => (await import('./csv.ts')).renderCsv(report), extensions: ['csv'] },
  json: { render: async (report) => (await import('./json.ts')).renderJson(report), extensions: ['json'] },
  html: {
    render: async (report, { logo }) => (await import('./html.ts')).renderHtml(report, logo ?? null),
    extensions: ['html', 'htm'],
  },
  xlsx: { render: async (report) => (await import('./xlsx.ts')).renderXlsx(report), extensions: ['xlsx'] },
  ods: { render: async (report) => (await import('./ods.ts')).renderOds(report), extensions: ['ods'] },
} as const satisfies Readonly<Record<string, Format>>;

/** The name of a format, as `--format` takes it. */
export type FormatName = keyof typeof formats;

/** The names of all formats, in the order of the list. */
export function formatNames(): FormatName[] {
  return Object.keys(formats).filter((name): name is FormatName => Object.hasOwn(formats, name));
}
