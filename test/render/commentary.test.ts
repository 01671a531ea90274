/** What the service says in every format: in its place, with its lists and links, and never as more than text. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCommentary } from '../../src/commentary/add-commentary.ts';
import { commentaryBlock } from '../../src/render/commentary/html.ts';
import { commentaryLines, plainText } from '../../src/render/commentary/lines.ts';
import { commentaryBlocks, commentaryMarkdown } from '../../src/render/commentary/markdown.ts';
import { terminalCommentary } from '../../src/render/commentary/terminal.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { textOf } from '../../src/render/html/markup.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { textWidth } from '../../src/render/measure-text.ts';
import { renderOds } from '../../src/render/ods.ts';
import { paletteOf } from '../../src/render/palette.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { buildWorkbook } from '../../src/render/workbook/build-workbook.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import type { Commentary } from '../../src/report/commentary.ts';
import type { Report } from '../../src/report/report.ts';
import { anyMarkdown, blocks, read } from '../commentary/reading.ts';
import { ethnicityMix, sampleReport } from './sample-report.ts';
import { shareableReport } from './shareable-report.ts';
import { expectLinks, expectNoBlanks } from './workbook-checklist.ts';
import { open } from './workbook-reading.ts';

const NOTES = `# Summary

Two teams **closed**; see [the *new* plan](https://example.org/plan).

# Ethnicity

The share has **grown**.

3. ask
4. act
   - now

> Quoted.

# Age bands

Not recorded <b>yet</b>.

# Workload

=1+1
`;
const report = addCommentary(sampleReport, read(NOTES));

/** The part of a text from one mark to the next. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from + start.length);
  if (from < 0 || to < 0) throw new Error(`not in the text: ${start} ... ${end}`);
  return text.slice(from, to);
}

describe('the words of a service', () => {
  it('stand on the page between the question and the figures, a link with its address', async () => {
    const page = await renderHtml(report);
    expect(between(page, '<h2 id="metric-ethnicity-mix-heading">', '<p>268 children')).toBe(
      `<h2 id="metric-ethnicity-mix-heading">Ethnicity mix</h2>
<p class="question">Who are the children on the caseload?</p>
<div class="commentary">
<p class="says">What the service says</p>
<p>The share has <strong>grown</strong>.</p>
<ol start="3">
<li>ask</li>
<li>act<ul>
<li>now</li>
</ul>
</li>
</ol>
<blockquote>
<p>Quoted.</p>
</blockquote>
</div>
`,
    );
    const whole = commentaryBlock(report.commentary);
    expect(whole === null ? '' : textOf(whole)).toContain(
      '<a class="named" href="https://example.org/plan" rel="noreferrer">the <em>new</em> plan</a>',
    );
  });

  it('stand in Markdown as a quotation in the same place', () => {
    const markdown = renderMarkdown(report);
    expect(between(markdown, '## Ethnicity mix', '\n\n268 children')).toBe(`## Ethnicity mix

Who are the children on the caseload?

> **What the service says**
>
> The share has **grown**.
>
> 3. ask
> 4. act
>
>    * now
>
> > Quoted.`);
    expect(markdown.slice(0, markdown.indexOf('##'))).toContain(
      '> Two teams **closed**; see [the *new* plan](<https://example.org/plan>).\n',
    );
  });

  it('stand at the terminal in the same place, indented, with the address after a link', () => {
    const text = renderTerminal(report, { width: 70, colorLevel: 0 });
    expect(between(text, '  Ethnicity mix', '  268 children')).toBe(
      `  Ethnicity mix     Who are the children on the caseload?

  What the service says
    The share has grown.

    3. ask
    4. act
       - now

    > Quoted.

`,
    );
    expect(text.slice(0, text.indexOf('Ethnicity mix'))).toContain(
      `  What the service says
    Two teams closed; see the new plan (https://example.org/plan).
`,
    );
  });

  it('are lines of the CSV, each beside its metric and nowhere a formula', () => {
    const lines = parse<Record<string, string>>(renderCsv(report), { columns: true });
    const said = lines.filter(({ measure }) => measure === 'commentary');
    expect(said.map(({ metric, value }) => [metric, value])).toEqual([
      ['summary', 'Two teams closed; see the new plan (https://example.org/plan).'],
      ['ethnicity-mix', 'The share has grown. 3. ask 4. act - now > Quoted.'],
      ['age-bands', 'Not recorded <b>yet</b>.'],
      ['workload', "'=1+1"],
    ]);
    expect(lines.filter(({ measure }) => measure !== 'commentary')).toEqual(
      parse(renderCsv(sampleReport), { columns: true }),
    );
  });

  it('stand on the first sheet of a metric alone, under its question, and on the cover', () => {
    const { sheets } = buildWorkbook(report);
    const texts = (name: string) =>
      sheets.find((sheet) => sheet.name === name)?.lines.map(({ text }) => text) ?? [];
    const lines = texts('Ethnicity mix, ethnic groups');
    expect(lines[8]).toMatch(/^As at 27 October 2026 /);
    expect(lines.slice(0, 8)).toEqual([
      'INTERNAL: Ethnicity mix: Ethnic groups',
      'Who are the children on the caseload?',
      'What the service says:',
      'The share has grown.',
      '3. ask',
      '4. act',
      '   \u2022 now',
      '> Quoted.',
    ]);
    expect(texts('Ethnicity mix, ethnic categories')).not.toContain('What the service says:');
    const cover = texts('Cover');
    const said = cover.indexOf('What the service says');
    expect(cover[said + 1]).toBe('Two teams closed; see the new plan (https://example.org/plan).');
    expect(said).toBeGreaterThan(cover.indexOf('What stands out'));
    expect(said).toBeLessThan(cover.indexOf('Questions'));
  });

  it('are shown too where there are no figures', async () => {
    expect(between(await renderHtml(report), '<h2 id="metric-age-bands', '</section>')).toMatch(
      /How old are they\?<\/p>\n<div class="commentary">[\s\S]*Not recorded &lt;b&gt;yet&lt;\/b&gt;[\s\S]*Not shown: no column/,
    );
    expect(renderMarkdown(report)).toContain('> Not recorded &lt;b>yet&lt;/b>.\n\nNot shown: no column');
    expect(renderTerminal(report, { width: 70, colorLevel: 0 })).toContain(
      '    Not recorded <b>yet</b>.\n\n  Not shown: no column',
    );
    const contents = buildWorkbook(report).sheets.find(({ name }) => name === 'Contents')?.table?.rows ?? [];
    expect(contents.flatMap((row) => row.map((entry) => ('text' in entry ? entry.text : '')))).toContain(
      'Age bands. How old are they? What the service says: Not recorded <b>yet</b>.',
    );
  });

  it('are on the first sheet that there is when the first table is withheld', () => {
    const [groups, ...others] = ethnicityMix.tables;
    const metric = { ...ethnicityMix, tables: [{ ...groups, withheld: true as const, rows: [] }, ...others] };
    const { sheets } = buildWorkbook(addCommentary({ ...sampleReport, metrics: [metric] }, read(NOTES)));
    const withWords = sheets.filter(({ lines }) => lines.some(({ text }) => text === 'The share has grown.'));
    expect(withWords.map(({ name }) => name)).toEqual(['Ethnicity mix, categories']);
  });

  it('leave every format as it was where there are none', async () => {
    const without = addCommentary(shareableReport, new Map());
    expect(renderMarkdown(without)).toBe(renderMarkdown(shareableReport));
    expect(await renderHtml(without)).not.toContain('class="commentary"');
  });
});

/** The text of all lines, as it is read without mark-up. */
const plain = (commentary: Commentary) =>
  commentaryLines(commentary, '- ').map((line) => [line.first, plainText(line)]);

describe('at the terminal', () => {
  const canvas = (width: number, colorLevel: 0 | 1 = 0) => ({
    width,
    unicode: true,
    palette: paletteOf(colorLevel),
  });

  it('what is strong is bold, over the end of a line too', () => {
    expect(terminalCommentary(blocks('one **two three** four'), canvas(12, 1)).slice(1)).toEqual([
      '  one \u001b[1mtwo\u001b[22m',
      '  \u001b[1mthree\u001b[22m four',
    ]);
  });

  it('code keeps its spaces', () => {
    expect(terminalCommentary(blocks('```\na\n    b  c\n```'), canvas(40)).slice(1)).toEqual([
      '  a',
      '      b  c',
    ]);
  });

  it('lists that are nested too deep for the width go on below their marks', () => {
    const deep = Array.from({ length: 9 }, (_, depth) => `${' '.repeat(11 * depth)}999999999. word`).join(
      '\n',
    );
    const lines = terminalCommentary(blocks(deep), canvas(58));
    expect(lines.filter((line) => textWidth(line) > 58)).toEqual([]);
    expect(lines.join('').match(/999999999\./g)?.length).toBe(9);
    expect(lines.join('').match(/word/g)?.length).toBe(9);
  });

  it('no line is longer than the width, and colours change no character, whatever is said', () => {
    fc.assert(
      fc.property(anyBlocks, fc.integer({ min: 56, max: 100 }), (commentary, width) => {
        const lines = terminalCommentary(commentary, canvas(width));
        expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
        const coloured = ['\u001b[1m', '\u001b[22m', '\u001b[2m'].reduce(
          (text, colour) => text.replaceAll(colour, ''),
          terminalCommentary(commentary, canvas(width, 1)).join('\n'),
        );
        expect(coloured).toBe(lines.join('\n'));
        const letters = (text: string) => text.replace(/[^A-Za-z]/g, '');
        const all = plain(commentary).map(([, text]) => text);
        expect(letters(lines.slice(1).join(''))).toBe(letters(all.join('')));
      }),
      { numRuns: 300 },
    );
  });
});

/** What is read of any Markdown that has nothing of a heading; cleaned as reports are before they are shown. */
const anyBlocks = anyMarkdown
  .map((text) => text.replaceAll('#', '').replace(/^([ \t>]*)[-=]+[ \t]*$/gm, '$1.'))
  .map((text) => blocks(text.replaceAll('\u001b', '\ufffd').replaceAll('\u202e', '\ufffd')));

const TAG =
  /<(?:\/?(?:p|ul|ol|li|blockquote|pre|code|strong|em)|\/(?:a|div)|p class="says"|div class="commentary"|ol start="\d+"|a (?:class="named" )?href="(https:\/\/[^"<>]+)" rel="noreferrer")>/g;

describe('whatever is said', () => {
  it.each([
    ['words', 'word '.repeat(16_000)],
    ['one word', 'w'.repeat(80_000)],
    ['one word of wide letters', '\u4e2d'.repeat(80_000)],
    ['code after a space', `\` ${'c'.repeat(80_000)}\``],
    ['signs that are escaped', '\\|'.repeat(40_000)],
    ['a paragraph of stressed words', '**a** b '.repeat(100)],
  ])('%s are shown within seconds, however many there are', async (_, text) => {
    const start = performance.now();
    const long = addCommentary(sampleReport, new Map([['workload', blocks(text)]]));
    renderMarkdown(long);
    renderTerminal(long, { width: 80, colorLevel: 1 });
    renderCsv(long);
    await renderHtml(long);
    await renderXlsx(long);
    // On a quiet machine each takes a quarter of a second.
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('a page has no tag and no attribute but ours, and the text as it is', () => {
    fc.assert(
      fc.property(anyBlocks, (commentary) => {
        const block = commentaryBlock(commentary);
        if (block === null) return;
        const page = textOf(block);
        const text = page.replace(TAG, '');
        expect(text).not.toMatch(/[<>"']/);
        const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
        const shown = Object.entries(entities).reduceRight(
          (all, [entity, sign]) => all.replaceAll(entity, sign),
          text.replace('What the service says', ''),
        );
        const words = (said: string) => said.replace(/\s/g, '');
        // Without the addresses, which a page has in its links.
        const said = textsOf(commentary).join('');
        expect(words(shown)).toBe(words(said));
        const open = page.match(/<[a-z]+/g)?.length ?? 0;
        expect(page.match(/<\//g)?.length ?? 0).toBe(open);
      }),
      { numRuns: 500 },
    );
  });

  it('Markdown read anew by another parser says the same, and has no link that was not said', () => {
    fc.assert(
      fc.property(anyBlocks, (commentary) => {
        const anew = blocks(commentaryBlocks(commentary).join('\n\n'));
        expect(plain(anew)).toEqual(plain(commentary));
        expect(linksOf(anew)).toEqual(linksOf(commentary));
      }),
      { numRuns: 2000 },
    );
  });

  it('Markdown has no heading, no HTML and no line outside the quotation', () => {
    fc.assert(
      fc.property(anyBlocks, (commentary) => {
        const lines = commentaryMarkdown(commentary).split('\n');
        expect(lines.filter((line) => line !== '' && !line.startsWith('>'))).toEqual([]);
        const [said, ...more] = blocks(commentaryMarkdown(commentary));
        expect([said?.kind ?? 'quote', more]).toEqual(['quote', []]);
      }),
      { numRuns: 300 },
    );
  });

  it('no cell of a workbook is a formula or a link out, and no row is blank', async () => {
    const said = (commentary: Commentary): Report =>
      addCommentary(
        sampleReport,
        new Map(['summary', 'workload', 'age-bands'].map((name) => [name, commentary])),
      );
    const oneOf = fc.array(anyBlocks, { minLength: 30, maxLength: 30 }).map((all) => all.flat());
    await fc.assert(
      fc.asyncProperty(oneOf, async (commentary) => {
        for (const bytes of [await renderXlsx(said(commentary)), await renderOds(said(commentary))]) {
          const book = open(bytes);
          const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet));
          expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([]);
          expectLinks(book);
          expectNoBlanks(book);
        }
      }),
      { numRuns: 10 },
    );
  });
});

function linksOf(commentary: Commentary): string[] {
  return commentary.flatMap((block) => {
    if (block.kind === 'paragraph') {
      const links = block.spans.map(({ link = '' }) => link);
      // A link of several styles is one.
      return links.filter((link, place) => link !== '' && link !== links[place - 1]);
    }
    if (block.kind === 'list') return block.items.flatMap(linksOf);
    return block.kind === 'quote' ? linksOf(block.blocks) : [];
  });
}

function textsOf(commentary: Commentary): string[] {
  return commentary.flatMap((block) => {
    if (block.kind === 'paragraph') return block.spans.map(({ text }) => text);
    if (block.kind === 'code') return [...block.lines];
    return block.kind === 'quote' ? textsOf(block.blocks) : block.items.flatMap(textsOf);
  });
}
