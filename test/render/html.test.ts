/** The report as a page: its marks of structure, its words, and what it must never hold. */
import { describe, expect, it } from 'vitest';
import { html, markup, textOf } from '../../src/render/html/markup.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { ethnicityMix, reportOfTable, reportWith, sampleReport } from './sample-report.ts';
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
    const cells = found(await renderHtml(report), /<td class="n">([^<]*)<\/td>/g);
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
