/** Paragraphs, lists, quotes and code under a heading. */
import type { Block, Commentary } from '../report/commentary.ts';
import { DEEPEST, tooDeep } from './refuse-tangled.ts';
import { type BlockNode, lineOf, type Source, writtenOf } from './source.ts';
import { plainSpans, spansOf } from './spans.ts';

const LINE_END = /\r\n|[\n-\r\u0085\u2028\u2029]/;
const TAB = '    ';

/** The blocks that have something to show. What Markdown has besides is a paragraph as it was written. */
export function blocksOf(nodes: readonly BlockNode[], source: Source, depth = 0): Commentary {
  return nodes.map((node) => blockOf(node, source, depth)).filter(isShown);
}

function blockOf(node: BlockNode, source: Source, depth: number): Block {
  if (depth > DEEPEST) throw tooDeep(source.name, lineOf(node));
  if (node.type === 'paragraph') return { kind: 'paragraph', spans: spansOf(node.children, source) };
  if (node.type === 'blockquote') {
    return { kind: 'quote', blocks: blocksOf(node.children, source, depth + 1) };
  }
  if (node.type === 'list') {
    const items = node.children.map((item) => blocksOf(item.children, source, depth + 1));
    return { kind: 'list', ...(node.ordered ? { start: node.start ?? 1 } : {}), items };
  }
  if (node.type === 'code') return { kind: 'code', lines: codeLines(node.value) };
  return { kind: 'paragraph', spans: plainSpans(writtenOf(node, source)) };
}

/** Tabs as spaces: a tab is a control character, which no report shows. */
function codeLines(code: string): string[] {
  return code.split(LINE_END).map((line) => line.replaceAll('\t', TAB));
}

function isShown(block: Block): boolean {
  if (block.kind === 'paragraph') return block.spans.length > 0;
  if (block.kind === 'quote') return block.blocks.length > 0;
  if (block.kind === 'code') return block.lines.some((line) => line.trim() !== '');
  return block.items.some((item) => item.length > 0);
}
