/**
 * Characters that mean something to GitHub-flavoured Markdown wherever they stand. The brackets of the codes [c],
 * [k], [x] and [z] stay readable, unless what follows would make a link of them.
 */
const SPECIAL = /[\\`*|~]|\[(?![ckxz]\](?![([:]))|(?<!\[[ckxz])\]|\](?=[([:])/g;
/**
 * An underscore inside a word stays a plain one in GitHub-flavoured Markdown, so file names stay readable. Words are of
 * ASCII here: which other characters are letters depends on the version of Unicode, and so on that of Node.
 */
const OUTER_UNDERSCORE = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
const LINK_STARTS = /:(?=\/\/)|(?<=www)\.|@/gi;
/** What would begin a heading, a quote or a list at the start of a line. */
const LINE_START = /^(\s*)([#>+=-]|\d+(?=[.)]))/;

/** Text from a report as Markdown that shows exactly that text: no mark-up, no HTML, no links come of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    .replace(OUTER_UNDERSCORE, '\\_')
    .replace(LINK_STARTS, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

/** The same for text at the start of a line or a list item. */
export function escapeMarkdownLine(text: string): string {
  const escaped = escapeMarkdown(text);
  return escaped.replace(LINE_START, (_all, space: string, start: string) =>
    /\d/.test(start) ? `${space}&#${start.codePointAt(0)};${start.slice(1)}` : `${space}\\${start}`,
  );
}
