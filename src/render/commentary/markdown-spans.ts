/** The inside of a paragraph as Markdown that shows exactly its text. */
import type { Span } from '../../report/commentary.ts';
import { escapeMarkdown, escapeMarkdownLine } from '../escape-markdown.ts';
import { linkRuns } from './link-runs.ts';

/** A mark of emphasis holds between these on every reader; elsewhere the words stand without it. */
const MAY_PRECEDE = /(?:^|[\s("'])$/;
const MAY_FOLLOW = /^(?:$|[\s.,;:!?)"'])/;

export function markdownLine(spans: readonly Span[]): string {
  let line = '';
  for (const { link, spans: inside } of linkRuns(spans)) {
    const isStart = line === '';
    if (link === null) {
      line += styledText(inside, isStart);
    } else {
      // After an exclamation mark the link would be a picture.
      line = line.replace(/!$/, '\\!');
      line += `[${styledText(inside, false)}](<${escapeAddress(link)}>)`;
    }
  }
  return line;
}

/** Between angle brackets a backslash and an ampersand still mean something. */
function escapeAddress(address: string): string {
  return address.replaceAll('\\', '\\\\').replaceAll('&', '&amp;');
}

function styledText(spans: readonly Span[], isStart: boolean): string {
  const kept = joined(
    spans.map((span, place) => withMarksThatHold(span, spans[place - 1], spans[place + 1])),
  );
  return kept.map((span, place) => spanText(span, isStart && place === 0)).join('');
}

function isStressed({ strong, emphasis }: Span): boolean {
  return strong === true || emphasis === true;
}

/** The span, without emphasis where its marks would be read in another way. */
function withMarksThatHold(span: Span, before: Span | undefined, after: Span | undefined): Span {
  if (!isStressed(span)) return span;
  const holds =
    span.text.trim() !== '' &&
    (/^\s/.test(span.text) || meets(before, MAY_PRECEDE, /\s$/)) &&
    (/\s$/.test(span.text) || meets(after, MAY_FOLLOW, /^\s/));
  return holds ? span : { text: span.text, ...(span.code ? { code: true } : {}) };
}

/** Whether a neighbour lets marks stand beside it: with marks of its own only where a space parts them. */
function meets(neighbour: Span | undefined, fits: RegExp, space: RegExp): boolean {
  if (neighbour === undefined) return true;
  if (isStressed(neighbour)) return space.test(neighbour.text);
  return neighbour.code === true || fits.test(neighbour.text);
}

/** Text that is split without a mark between is escaped as one: a link can begin in one half and end in the other. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    const isSame = last !== undefined && !isStressed(last) && !isStressed(span) && last.code === span.code;
    if (isSame) all.splice(-1, 1, { ...last, text: last.text + span.text });
    else all.push(span);
  }
  return all;
}

function spanText(span: Span, isStart: boolean): string {
  const isLineStart = isStart && !isStressed(span);
  const escaped = isLineStart ? escapeMarkdownLine(span.text) : escapeMarkdown(span.text);
  const safe = span.code ? codeText(span.text) : withoutBrackets(escaped);
  if (!isStressed(span)) return safe;
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(safe) ?? [];
  const mark = (span.strong ? '**' : '') + (span.emphasis ? '*' : '');
  return `${before}${mark}${inner}${mark}${after}`;
}

/** The codes of a table, as [c], could begin a link with what follows them here. */
function withoutBrackets(escaped: string): string {
  return escaped.replace(/\[([ckxz])\]/g, '\\[$1\\]');
}

/** Between more backticks than are in it; a space at both ends, which readers take away, parts them from its own. */
function codeText(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const isPadded = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' '));
  return isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** How many backticks stand together at most. */
export function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
