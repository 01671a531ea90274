/** The inside of a paragraph: stretches of text with their emphasis, and links that are safe to follow. */
import type { Span } from '../report/commentary.ts';
import { DEEPEST, tooDeep } from './refuse-tangled.ts';
import { lineOf, type Source, type SpanNode, writtenOf } from './source.ts';

type Style = Omit<Span, 'text'>;

/** Line ends, tabs and runs of spaces, as HTML and Markdown take them: one space. */
const SPACES = /[\t-\r \u0085\u2028\u2029]+/g;

/** What is neither text nor emphasis nor a safe link is text as it was written. The title of a link is left out. */
export function spansOf(nodes: readonly SpanNode[], source: Source): Span[] {
  return tidied(nodes.flatMap((node) => styled(node, {}, source, 1)));
}

/** A text without any mark-up. */
export function plainSpans(text: string): Span[] {
  return tidied([{ text }]);
}

function styled(node: SpanNode, style: Style, source: Source, depth: number): Span[] {
  if (depth > DEEPEST) throw tooDeep(source.name, lineOf(node));
  const inside = (nodes: readonly SpanNode[], more: Style) =>
    nodes.flatMap((child) => styled(child, { ...style, ...more }, source, depth + 1));
  if (node.type === 'text') return [{ ...style, text: node.value }];
  if (node.type === 'inlineCode') return [{ ...style, text: node.value, code: true }];
  if (node.type === 'break') return [{ ...style, text: ' ' }];
  if (node.type === 'strong') return inside(node.children, { strong: true });
  if (node.type === 'emphasis') return inside(node.children, { emphasis: true });
  if (node.type === 'link') {
    const link = safeAddress(node.url);
    const spans = link === null ? [] : inside(node.children, { link });
    if (spans.some(({ text }) => text.trim() !== '')) return spans;
  }
  return [{ ...style, text: writtenOf(node, source) }];
}

/** An address that a link may have, as browsers read it: https with a host, and no name or password in it. */
export function safeAddress(address: string): string | null {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { protocol, hostname, username, password, href } = new URL(address);
  const isSafe = protocol === 'https:' && hostname !== '' && username === '' && password === '';
  return isSafe ? href : null;
}

/** One space where there were several, also where two stretches meet; none at the ends; neighbours alike as one. */
function tidied(spans: readonly Span[]): Span[] {
  const tidy: Span[] = [];
  for (const { text, ...style } of spans) {
    const last = tidy.at(-1);
    const single = text.replace(SPACES, ' ');
    const fitting = last === undefined || last.text.endsWith(' ') ? single.replace(/^ /, '') : single;
    if (fitting === '') continue;
    if (last !== undefined && isAlike(last, style))
      tidy.splice(-1, 1, { ...last, text: last.text + fitting });
    else tidy.push({ ...style, text: fitting });
  }
  return withoutLastSpace(tidy);
}

function withoutLastSpace(spans: readonly Span[]): Span[] {
  const last = spans.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return [...spans];
  const text = last.text.slice(0, -1);
  return [...spans.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])];
}

function isAlike(one: Style, other: Style): boolean {
  return (
    one.strong === other.strong &&
    one.emphasis === other.emphasis &&
    one.code === other.code &&
    one.link === other.link
  );
}
