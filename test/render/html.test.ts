/** The report as a page: its marks of structure, its words, and what it must never hold. */
import { describe, expect, it } from 'vitest';
import { html, markup, textOf } from '../../src/render/html/markup.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import type { Table as AnyTable, ShownColumn } from '../../src/report/report.ts';
import { ethnicityMix, reportOfTable, reportWith, sampleReport, sexMixByTeam } from './sample-report.ts';
import { roundedReport, shareableReport } from './shareable-report.ts';

const found = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, text]) => text);

/** The cells of right-aligned columns, as they are shown. */
function figuresOf(markdown: string): string[] {
  const lines = markdown.split('\n');
  const isDivider = (line = '') => /^\| -/.test(line);
  let isRight: boolean[] = [];
  return lines.flatMap((line, index) => {
    const cells = line.slice(2, -2).split(' | ');
    if (isDivider(line)) isRight = cells.map((cell) => cell.endsWith(':'));
    if (!line.startsWith('| ') || isDivider(line) || isDivider(lines[index + 1])) return [];
    return cells.filter((_, at) => isRight[at]).map((cell) => cell.replaceAll('\\', ''));
  });
}

describe('a template', () => {
  it('makes text of whatever is put into it, in attributes too', () => {
    const hostile = `<script>"a" & 'b'</script>`;
    expect(textOf(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;">&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;</p>',
    );
  });

  it('takes other templates, lists of them and nothing as they are', () => {
    const items = ['<a>', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(textOf(html`<ul>${items}</ul>${null}${2}`)).toBe('<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li></ul>2');
  });

  it('is not deceived by plain data that looks like a template', () => {
    const read: string = JSON.parse('["<b>"]')[0];
    expect(textOf(html`${[read]}`)).toBe('&lt;b&gt;');
    expect(textOf(html`${markup('<b>')}`)).toBe('<b>');
  });
});

describe('the page', () => {
  it('has a language, a title, one h1, an h2 for each metric and an h3 for each table', async () => {
    const page = await renderHtml(sampleReport);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(found(page, /<title>(.*?)<\/title>/g)[0]).toBe('INTERNAL: Caseload report, as at 27 October 2026');
    expect(found(page, /<h1>(.*?)<\/h1>/g)).toEqual(['Caseload report']);
    const metrics = found(page, /<section id="metric-[^>]*>\n<h2[^>]*>(.*?)<\/h2>/g);
    expect(metrics).toEqual(sampleReport.metrics.map(({ title }) => title));
    const tables = sampleReport.metrics.flatMap((metric) => metric.tables.map(({ title }) => title));
    expect(found(page, /<h3>(.*?)<\/h3>/g)).toEqual(tables);
  });

  it('lists its sections with links that lead to them', async () => {
    const page = await renderHtml(sampleReport);
    const targets = found(page, /<a href="#([^"]*)">/g);
    expect(targets).toContain('metric-ethnicity-mix');
    expect(targets).toContain('provenance');
    for (const target of targets) expect(found(page, new RegExp(`id="(${target})"`, 'g'))).toEqual([target]);
  });

  it('names each table, and each row and column of it', async () => {
    const page = await renderHtml(reportOfTable(ethnicityMix.tables[0]));
    const [table] = found(page, /(<table>[\s\S]*?<\/table>)/g);
    expect(table).toContain('<caption>');
    expect(found(table, /<th scope="col"[^>]*>(.*?)<\/th>/g)).toEqual([
      'Group',
      'Children',
      'Share',
      '95% range',
      'Share of all',
    ]);
    expect(found(table, /<th scope="row"[^>]*>(.*?)<\/th>/g)).toEqual(
      ethnicityMix.tables[0].rows.map(({ group }) => group),
    );
  });

  it.each([
    ['internal', sampleReport],
    ['shareable', shareableReport],
    ['rounded', roundedReport],
  ])('shows the figures of a report that is %s as Markdown does', async (_kind, report) => {
    const cells = found(await renderHtml(report), /<td class="n"[^>]*>([^<]*)<\/td>/g);
    const inMarkdown = figuresOf(renderMarkdown(report));
    expect(cells.length).toBeGreaterThan(10);
    // After the tables of metrics come those of problems and provenance.
    expect(cells).toEqual(inMarkdown.slice(0, cells.length));
  });

  it('is stamped INTERNAL only where it is, and otherwise says what is withheld', async () => {
    expect(await renderHtml(sampleReport)).toContain('<p class="stamp">INTERNAL</p>');
    const page = await renderHtml(shareableReport);
    expect(page).not.toContain('INTERNAL');
    expect(page).toContain('small numbers withheld as [c]');
    expect(page).toContain(shareableReport.disclosure?.sentence);
  });

  it('loads nothing and runs nothing', async () => {
    const page = await renderHtml(sampleReport);
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|form|base)\b|\son\w+=|@import|url\(/i);
    expect(page).toContain('content="default-src &#39;none&#39;');
    expect(found(page, /(?:href|src)="([^"]*)"/g).filter((address) => !address.startsWith('#'))).toEqual([]);
  });

  it('shows markup in names, titles, notes and file names as text', async () => {
    const hostile = '</title><script>alert(1)</script>';
    const [metric] = sampleReport.metrics;
    const tables = metric.tables.map((table) => ({
      ...table,
      title: hostile,
      rows: table.rows.map((row) => ({ ...row, group: hostile, category: hostile })),
    }));
    const [input] = sampleReport.provenance.inputs;
    const page = await renderHtml(
      reportWith({
        metrics: [
          { ...metric, title: hostile, question: hostile, caveat: hostile, notes: [hostile], tables },
        ],
        provenance: { ...sampleReport.provenance, config: hostile, inputs: [{ ...input, file: hostile }] },
      }),
    );
    expect(page).not.toContain('<script');
    expect(found(page, /(<\/title>)/g)).toHaveLength(1 + found(page, /(<title id="chart)/g).length);
    expect(page).toContain('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('has no character that acts instead of being read', async () => {
    const [metric] = sampleReport.metrics;
    const page = await renderHtml(reportWith({ metrics: [{ ...metric, title: 'a\u202eb\u0000c' }] }));
    expect(page).toContain('a\ufffdb\ufffdc');
  });
});

type Table = AnyTable<number>;

/** A table of as many columns and rows as wanted, the first of names. */
function tableOf(columns: number, rows: number): Table {
  const figures = Array.from({ length: columns - 1 }, (_, index) => `figure_${index + 1}`);
  return {
    name: 'wide',
    title: 'Wide',
    unit: 'children',
    by: null,
    cohort: { n: 9, known: 9, leftOut: [] },
    columns: [
      { key: 'name', label: 'Name', type: 'text' },
      ...figures.map((key): ShownColumn => ({ key, label: key.replace('_', ' '), type: 'count' })),
    ],
    rows: Array.from({ length: rows }, (_, index) => ({
      name: `row ${index}`,
      ...Object.fromEntries(figures.map((key, at) => [key, at])),
    })),
  };
}

/** How the first table of a page is set. */
async function settingOf(table: Table) {
  const page = await renderHtml(reportOfTable(table));
  const [kinds] = found(page, /<div class="table ?([^"]*)"/g);
  return { kinds, isTabStop: page.includes('tabindex="0"'), hasHint: page.includes('class="hint"') };
}

describe('a table, by its number of columns', () => {
  it('stays a table up to five, and is no stop of the Tab key', async () => {
    expect(await settingOf(tableOf(5, 200))).toEqual({ kinds: '', isTabStop: false, hasHint: false });
  });

  it('is stacked on a phone from six on: each figure then carries its heading', async () => {
    expect(await settingOf(tableOf(6, 30))).toEqual({ kinds: 'cards', isTabStop: false, hasHint: false });
    const page = await renderHtml(reportOfTable(tableOf(6, 30)));
    expect(page).toContain('<td class="n" data-name="figure 5">4</td>');
    expect(page).toContain('<th scope="row">row 29</th>');
  });

  it('is scrolled on a phone when it has too many rows for that, and says so', async () => {
    expect(await settingOf(tableOf(6, 101))).toEqual({ kinds: 'scroll', isTabStop: true, hasHint: true });
  });

  it('may have to be scrolled on a tablet from seven on', async () => {
    expect(await settingOf(tableOf(7, 30))).toEqual({
      kinds: 'cards scroll',
      isTabStop: true,
      hasHint: false,
    });
  });

  it('is set closer from eight on', async () => {
    expect(await settingOf(tableOf(8, 24))).toEqual({
      kinds: 'cards wide whole scroll',
      isTabStop: true,
      hasHint: false,
    });
  });

  it('breaks no word but one that is longer than any of ours', async () => {
    const [row] = tableOf(2, 1).rows;
    const names = ['accommodation_suitable', 'x'.repeat(25)];
    const table = { ...tableOf(2, 1), rows: names.map((name) => ({ ...row, name })) };
    expect(
      found(await renderHtml(reportOfTable(table)), /<th scope="row"( class="break")?>/g).slice(0, 2),
    ).toEqual([undefined, ' class="break"']);
  });
});

describe('a chart', () => {
  /** As many rows as wanted, of which the first is listed. */
  const listed = (rows: number): Table => ({
    ...tableOf(3, rows),
    highlights: { column: 'name', words: ['row 0'] },
    chart: { kind: 'bars', of: 'figure_2' },
  });
  const pageOf = (table: Table) => {
    const [metric] = sampleReport.metrics;
    return renderHtml(reportWith({ metrics: [{ ...metric, tables: [table], notes: [] }, sexMixByTeam] }));
  };
  const all = /<details class="rows"><summary>([^<]*)<\/summary>([\s\S]*?)<\/details>/;

  it('has all its rows in a table to be opened where some are listed, and its description says so', async () => {
    const page = await pageOf(listed(40));
    const [, summary, inside] = all.exec(page) ?? [];
    expect(summary).toBe('All 40 rows of the chart as a table');
    // The rows and the headings.
    expect(inside.match(/<tr>/g)).toHaveLength(41);
    expect(found(page, /<desc[^>]*>([^<]*)</g)[0]).toMatch(
      /All 40 rows of the chart as a table can be opened below\.$/,
    );
  });

  it('says where its rows are when they are too many for a page', async () => {
    const page = await pageOf(listed(1001));
    expect(page).not.toMatch(all);
    const where = 'All rows are in the workbook, the CSV, the JSON and the report of this metric alone.';
    expect(page).toContain(`${where}</p>`);
    expect(page).toContain(`${where}</desc>`);
  });

  it('is followed by its one table where that lists all', async () => {
    const page = await pageOf({ ...tableOf(3, 4), chart: { kind: 'bars', of: 'figure_2' } });
    expect(page).not.toMatch(all);
    expect(page).toContain('The table that follows has these figures.</desc>');
  });

  it('has a short name; what it shows is its description, which a listener may skip', async () => {
    const page = await pageOf(listed(4));
    const [name, description] = [/aria-labelledby="(chart[^"]*)"/, /aria-describedby="(chart[^"]*)"/].map(
      (pattern) => pattern.exec(page)?.[1],
    );
    expect(page).toContain(`<title id="${name}">Chart: Ethnicity mix, Wide</title>`);
    expect(page).toContain(`<desc id="${description}">`);
    expect(found(await pageOf(listed(400)), /<desc[^>]*>([^<]*)</g)[0].length).toBeLessThan(200);
  });

  it('says that it is of the whole where its table is broken down', async () => {
    const [table] = sexMixByTeam.tables;
    const line = 'The chart is of the whole; the table below has it as All, and then by team.</figcaption>';
    expect(await pageOf({ ...table, chart: { kind: 'bars', of: 'children' } })).toContain(line);
    expect(await pageOf(listed(4))).not.toContain('The chart is of the whole');
  });
});

describe('the notes of a metric', () => {
  const pageOf = (notes: readonly string[]) => {
    const [metric] = sampleReport.metrics;
    return renderHtml(reportWith({ metrics: [{ ...metric, notes }] }));
  };

  it('are three and every warning, and others to be opened', async () => {
    const notes = ['a', 'b', 'c', 'd', 'e', 'Warning: f', 'g'];
    const page = await pageOf(notes);
    const [inView, toBeOpened] = found(page, /<ul class="notes">([\s\S]*?)<\/ul>/g);
    expect(found(inView, /<li>(.*?)<\/li>/g)).toEqual(['a', 'b', 'c', 'Warning: f']);
    expect(found(toBeOpened, /<li>(.*?)<\/li>/g)).toEqual(['d', 'e', 'g']);
    expect(page).toContain('<summary>3 more notes</summary>');
  });

  it('are all in view where it would hide but two', async () => {
    const page = await pageOf(['a', 'b', 'c', 'd', 'e']);
    expect(page).not.toContain('<details');
    expect(page).toContain('<li>e</li>');
  });
});
