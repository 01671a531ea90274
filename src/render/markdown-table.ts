import { escapeMarkdown } from './escape-markdown.ts';

export interface MarkdownColumn {
  readonly heading: string;
  readonly isRight: boolean;
}

/** A table of GitHub-flavoured Markdown that shows the texts as they are. */
export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => escapeMarkdown(column.heading))),
    line(columns.map((column) => (column.isRight ? '---:' : '---'))),
    ...rows.map((cells) => line(cells.map(escapeMarkdown))),
  ].join('\n');
}
