/** What the service says as lines of words, for formats that have no lists and links of their own. */
import type { Block, Commentary, Span } from '../../report/commentary.ts';
import { textWidth, wrapText } from '../measure-text.ts';
import { isOwnAddress, linkRuns } from './link-runs.ts';

/** Above the words of the service, so that nobody takes them for those of the tool. */
export const SERVICE_SAYS = 'What the service says';

export interface CommentaryLine {
  /** What stands before the text: marks of lists and quotes. */
  readonly first: string;
  /** What stands before it where it goes on. */
  readonly rest: string;
  /** With the address after a link, as text. */
  readonly spans: readonly Span[];
}

/** A line for each paragraph, item and line of code. */
export function commentaryLines(commentary: Commentary, bullet: string): CommentaryLine[] {
  return linesOf(commentary, { first: '', rest: '' }, bullet);
}

export function plainText({ spans }: Pick<CommentaryLine, 'spans'>): string {
  return spans.map(({ text }) => text).join('');
}

/** Its text in lines of at most `width`; code keeps the spaces it begins with as long as it fits. */
export function wrappedText({ spans }: Pick<CommentaryLine, 'spans'>, width: number): string[] {
  const text = plainText({ spans });
  if (spans.every(({ code }) => code) && textWidth(text) <= width) return [text];
  return wrapText(text, width);
}

/** All of it in one line: a cell of a table of data. */
export function commentarySentence(commentary: Commentary, bullet: string): string {
  return commentaryLines(commentary, bullet)
    .map((line) => `${line.first}${plainText(line)}`.trim())
    .filter((text) => text !== '')
    .join(' ');
}

type Marks = Pick<CommentaryLine, 'first' | 'rest'>;

function linesOf(blocks: Commentary, { first, rest }: Marks, bullet: string): CommentaryLine[] {
  return blocks.flatMap((block, place) =>
    blockLines(block, { first: place === 0 ? first : rest, rest }, bullet),
  );
}

function blockLines(block: Block, { first, rest }: Marks, bullet: string): CommentaryLine[] {
  if (block.kind === 'paragraph') return [{ first, rest, spans: withAddresses(block.spans) }];
  if (block.kind === 'quote')
    return linesOf(block.blocks, { first: `${first}> `, rest: `${rest}> ` }, bullet);
  const before = (place: number) => (place === 0 ? first : rest);
  if (block.kind === 'code') {
    return block.lines.map((text, place) => ({ first: before(place), rest, spans: [{ text, code: true }] }));
  }
  return block.items.flatMap((item, place) => {
    const mark = block.start === undefined ? bullet : `${block.start + place}. `;
    const marks = { first: before(place) + mark, rest: rest + ' '.repeat(mark.length) };
    return item.length === 0 ? [{ ...marks, spans: [] }] : linesOf(item, marks, bullet);
  });
}

/** "the plan (https://example.org/plan)"; an address that is its own text stands once. */
function withAddresses(spans: readonly Span[]): Span[] {
  return linkRuns(spans).flatMap((run) => {
    if (run.link === null || isOwnAddress(run)) return run.spans;
    return [...run.spans, { text: ` (${run.link})` }];
  });
}
