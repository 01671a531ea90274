/** A file of Markdown while it is read: what its nodes are, and where they stand. */
import type { fromMarkdown } from 'mdast-util-from-markdown';

/** What a file holds, as a tree of CommonMark. */
export type BlockNode = ReturnType<typeof fromMarkdown>['children'][number];
export type SpanNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number];

export interface Source {
  /** What the file is called in errors. */
  readonly name: string;
  readonly text: string;
}

/** The line of a node, from 1. */
export function lineOf({ position }: BlockNode | SpanNode): number {
  return position?.start.line ?? 1;
}

/** A node as it was written, marks and all. */
export function writtenOf({ position }: BlockNode | SpanNode, { text }: Source): string {
  return position === undefined ? '' : text.slice(position.start.offset, position.end.offset);
}
