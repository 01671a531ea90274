/** Files made to keep a reader of Markdown busy: each is read or refused in one line, and soon. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../src/caseload/errors.ts';
import type { Commentary } from '../../src/report/commentary.ts';
import { anyMarkdown, blocks, read } from './reading.ts';

const SIZE = 250_000;
const filled = (piece: string, length = SIZE) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
/** As many lines as may be, in pieces. */
const lines = (piece: string) => piece.repeat(Math.floor(2990 / (piece.split('\n').length - 1)));
/** Paragraphs with as many marks each as may be, and as many as may be in all. */
const paragraphs = (piece: string, marks: number) =>
  Array.from({ length: 19 }, () => piece.repeat(Math.floor(500 / marks))).join('\n\n');

const HOSTILE: Readonly<Record<string, string>> = {
  'quotes in quotes': filled('>'),
  'quotes with spaces': filled('> '),
  'lists in lists': filled('- 1. '),
  'numbers in numbers': filled('1. '),
  'lists indented ever deeper': Array.from({ length: 480 }, (_, depth) => `${'  '.repeat(depth)}- a`).join(
    '\n',
  ),
  'lists as far in as they may be': lines(`${' '.repeat(110)}- a\n`),
  'lists that go in and out': Array.from(
    { length: 2900 },
    (_, line) => `${' '.repeat(2 * (line % 55))}- a`,
  ).join('\n'),
  brackets: filled('['),
  'brackets and back': filled('[', SIZE / 2) + filled(']', SIZE / 2),
  pictures: filled('!['),
  stars: filled('*'),
  'stars that open': filled('*a '),
  'stars and lines': filled('*_'),
  backticks: filled('`a``b```c'),
  'angle brackets': filled('<a <!-- '),
  ampersands: filled('&'),
  backslashes: filled('\\'),
  spaces: `a${filled(' ')}b`,
  'words in one line': filled('word '),
  'empty lines': filled('\n'),
  'headings underlined': lines('a\n=\n'),
  headings: lines('# a\n'),
  items: lines('- a\n'),
  'items of ten lists each': lines(`${'- '.repeat(10)}a\n`),
  'items in quotes': lines('> - a\n'),
  'items far apart': lines('>  - a\n\n'),
  'lazy lines': `> > > > a\n${lines('b\n')}`,
  'definitions never ended': lines('[a]:\n'),
  definitions: lines('[a]: b\n'),
  'tables never ended': lines('|\n'),
  'paragraphs of stars and lines': paragraphs('*_a', 2),
  'paragraphs of stars that close': paragraphs('a*', 1),
  'paragraphs of brackets': paragraphs('[', 1),
  'paragraphs of links that do not end': paragraphs('[a](', 1),
  'emphasis in emphasis': `${'*a '.repeat(200)}${'b* '.repeat(200)}`,
};

it.each(Object.entries(HOSTILE))('%s are read or refused within seconds', (_, text) => {
  const start = performance.now();
  try {
    expect(Array.isArray(blocks(text))).toBe(true);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.lines).toHaveLength(1);
    expect(error.message).toMatch(/^notes\.md(?::\d+)?: .{10,250}$/);
  }
  // The worst takes a second on a quiet machine; read without limits, most of these take minutes.
  expect(performance.now() - start).toBeLessThan(10_000);
});

it('ten levels of lists are read and eleven refused, whether on one line or on many', () => {
  const onOne = (levels: number) => `${'- '.repeat(levels)}a`;
  const onMany = (levels: number) =>
    Array.from({ length: levels }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
  const refused = /^notes\.md:\d+: lists or quotes nested more than 10 deep; write them with fewer levels$/;
  for (const nested of [onOne, onMany]) {
    expect(levelsOf(blocks(nested(10)))).toBe(10);
    expect(() => blocks(nested(11))).toThrow(refused);
  }
  expect(blocks(filled('- ', 80))).toHaveLength(1);
});

function levelsOf(commentary: Commentary): number {
  return commentary.reduce((most, block) => {
    const inside = block.kind === 'list' ? block.items : block.kind === 'quote' ? [block.blocks] : [];
    return Math.max(most, ...inside.map((inner) => 1 + levelsOf(inner)));
  }, 0);
}

it('whatever a file holds, it is read, or refused in one line with the place', () => {
  const heading = fc.constantFrom('# ages\n', '\n# Workload\n', '\nSummary\n===\n', '\n# nonsense\n', '');
  const file = fc.array(fc.tuple(heading, anyMarkdown), { maxLength: 4 });
  fc.assert(
    fc.property(file, (parts) => {
      try {
        for (const said of read(parts.flat().join('')).values()) expect(said.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        expect(error.lines).toHaveLength(1);
        expect(error.message).toMatch(/^notes\.md:[1-9]\d*: [^\n]+$/);
      }
    }),
    { numRuns: 1000 },
  );
});

const LINE_ENDS = /[\n-\r\u0085\u2028\u2029]/;

/** Every text there is, wherever it stands. */
function textsOf(commentary: Commentary): string[] {
  return commentary.flatMap((block) => {
    if (block.kind === 'paragraph') return block.spans.map(({ text }) => text);
    if (block.kind === 'code') return [...block.lines];
    return block.kind === 'quote' ? textsOf(block.blocks) : block.items.flatMap(textsOf);
  });
}

it('no text has a line end, and no word is dropped', () => {
  // Words that are letters wherever they stand: not a number of a list, an entity, or a title of a link.
  const words = fc.uniqueArray(fc.stringMatching(/^q[a-z]{4}$/), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(words, fc.array(anyMarkdown, { minLength: 5, maxLength: 5 }), (marked, around) => {
      const text = marked.map((word, place) => `${around[place]} ${word} `).join('\n');
      // The first words after the marks of a block of code name its language.
      fc.pre(!/```|~~~|^[ \t>]*[-=]+[ \t]*$/m.test(text));
      const all = textsOf(blocks(text.replaceAll('#', '')));
      expect(all.filter((one) => LINE_ENDS.test(one))).toEqual([]);
      expect(marked.filter((word) => !all.some((one) => one.includes(word)))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
