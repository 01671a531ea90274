/** A commentary file: under the name of each metric what the service says of it. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { UserError } from '../caseload/errors.ts';
import { sectionNamed, sectionNear } from '../metrics/sections.ts';
import type { Commentary } from '../report/commentary.ts';
import { blocksOf } from './blocks.ts';
import { refuseTangled } from './refuse-tangled.ts';
import { type BlockNode, lineOf, type Source, writtenOf } from './source.ts';
import { spansOf } from './spans.ts';

type Heading = Extract<BlockNode, { type: 'heading' }>;

/** A heading of the file with what stands under it. */
interface Part {
  readonly heading: Heading;
  /** As its reader sees it. */
  readonly title: string;
  /** By a line of = or - below it, which is not always meant so. */
  readonly isUnderlined: boolean;
  readonly nodes: BlockNode[];
}

/**
 * Reads the Markdown (CommonMark) of a commentary: a heading of any level names a section, and what is under it is said
 * of that section. Only text, emphasis, code, lists, quotes and https links have a meaning; all else is text as it was
 * written.
 * @param name what the file is called in errors
 * @returns what is said of each section, by its name; none of those with nothing under their heading
 * @throws UserError with the first mistake and how many more there are
 */
export function readCommentary(text: string, name: string): ReadonlyMap<string, Commentary> {
  const source = { name, text: text.replace(/^\ufeff+/, '') };
  refuseTangled(source.text, name);
  const { before, parts } = divided(source);
  refuseMistakes(mistakesOf(before, parts), name);
  return new Map(
    parts.flatMap(({ title, nodes }): [string, Commentary][] => {
      const section = sectionNamed(title)?.name ?? null;
      const blocks = blocksOf(nodes, source);
      return section === null || blocks.length === 0 ? [] : [[section, blocks]];
    }),
  );
}

/** A heading inside a list or a quote heads nothing. */
function divided(source: Source): { before: readonly BlockNode[]; parts: readonly Part[] } {
  const before: BlockNode[] = [];
  const parts: Part[] = [];
  for (const node of fromMarkdown(source.text).children) {
    if (node.type === 'heading') {
      const title = spansOf(node.children, source).map(({ text }) => text);
      const isUnderlined = !writtenOf(node, source).startsWith('#');
      parts.push({ heading: node, title: title.join(''), isUnderlined, nodes: [] });
    } else {
      (parts.at(-1)?.nodes ?? before).push(node);
    }
  }
  return { before, parts };
}

interface Mistake {
  readonly line: number;
  readonly message: string;
}

function mistakesOf(before: readonly BlockNode[], parts: readonly Part[]): Mistake[] {
  if (parts.length === 0) {
    return [{ line: 1, message: 'no heading; put the name of a metric above each text, as # ethnicity-mix' }];
  }
  const loose = before
    .slice(0, 1)
    .map((node) => ({ line: lineOf(node), message: 'text before the first heading; put it under one' }));
  const lines = new Map<string, number>();
  return [...loose, ...parts.flatMap((part) => headingMistakes(part, lines))];
}

/** @param lines where each section was named so far; it is told of this one */
function headingMistakes(part: Part, lines: Map<string, number>): Mistake[] {
  const line = lineOf(part.heading);
  const section = sectionNamed(part.title)?.name ?? null;
  if (section === null) return [{ line, message: unknown(part) }];
  const first = lines.get(section);
  lines.set(section, first ?? line);
  if (first === undefined) return [];
  return [{ line, message: `${section} has a heading on line ${first} already; put both texts under one` }];
}

const LONGEST_TITLE = 60;

function unknown({ title, isUnderlined }: Part): string {
  if (title === '') return 'a heading without words; name the metric that the text is about';
  const characters = [...title.slice(0, 2 * LONGEST_TITLE)];
  const shown =
    characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}\u2026` : title;
  const near = sectionNear(title);
  const hint =
    near === null
      ? 'yos-caseload metrics lists their names, and summary is one'
      : `did you mean ${near.name}?`;
  const why = isUnderlined ? ', which the line under it makes a heading' : '';
  return `there is no metric "${shown}"${why}; ${hint}`;
}

function refuseMistakes(mistakes: readonly Mistake[], name: string): void {
  const [first, ...more] = mistakes;
  if (first === undefined) return;
  const rest =
    more.length === 0 ? '' : ` (and ${more.length} more ${more.length === 1 ? 'mistake' : 'mistakes'})`;
  throw new UserError(`${name}:${first.line}: ${first.message}${rest}`);
}
