/** What the service says, written anew as Markdown in which nothing but our own marks has a meaning. */
import type { Block, Commentary } from '../../report/commentary.ts';
import { SERVICE_SAYS } from './lines.ts';
import { longestRun, markdownLine } from './markdown-spans.ts';

const SHORTEST_FENCE = 3;
const LARGEST_NUMBER = 999_999_999;

/** One block: a quotation, so that it is plain where the words of the service end. Empty where it says nothing. */
export function commentaryMarkdown(commentary: Commentary | undefined): string {
  if (commentary === undefined || commentary.length === 0) return '';
  return quoted([`**${SERVICE_SAYS}**`, ...commentaryBlocks(commentary)].join('\n\n'));
}

/** To be parted by empty lines. */
export function commentaryBlocks(commentary: Commentary, depth = 0): string[] {
  let lists = 0;
  return commentary.map((block) => {
    lists = block.kind === 'list' ? lists + 1 : 0;
    return blockMarkdown(block, lists, depth);
  });
}

/** @param lists how many lists there are in a row, up to this block */
function blockMarkdown(block: Block, lists: number, depth: number): string {
  if (block.kind === 'paragraph') return markdownLine(block.spans);
  if (block.kind === 'code') return fenced(block.lines);
  if (block.kind === 'quote') return quoted(commentaryBlocks(block.blocks, depth + 1).join('\n\n'));
  // Two lists with the same mark would be one, and three such marks in a line a rule.
  const isOther = (lists + depth) % 2 === 0;
  const start = block.start;
  return block.items
    .map((item, index) => {
      const number = Math.min((start ?? 0) + index, LARGEST_NUMBER);
      const mark = start === undefined ? (isOther ? '* ' : '- ') : `${number}${isOther ? ')' : '.'} `;
      return indented(commentaryBlocks(item, depth + 1).join('\n\n'), mark);
    })
    .join('\n');
}

function quoted(text: string): string {
  return text.replace(/^(?!$)/gm, '> ').replace(/^$/gm, '>');
}

function indented(text: string, mark: string): string {
  if (text === '') return mark.trim();
  return mark + text.replace(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`);
}

function fenced(lines: readonly string[]): string {
  const longest = lines.reduce((most, line) => Math.max(most, longestRun(line)), 0);
  const fence = '`'.repeat(Math.max(SHORTEST_FENCE, longest + 1));
  return [fence, ...lines, fence].join('\n');
}
