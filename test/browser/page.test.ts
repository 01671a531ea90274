/** The HTML report in a real browser: what a reader with any eyes, screen or printer meets. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, folderWith } from '../support/files.ts';
import { launch, open, reportPage } from './browser.ts';

const BIRMINGHAM = fixture('birmingham-like/caseload.csv');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A4 less the margins of the style sheet: 210 mm less twice 12, at 96 dots per 25.4 mm. */
const A4_WIDTH = Math.floor(((210 - 2 * 12) * 96) / 25.4);
const PHONE = 400;

const REPORTS = {
  shareable: [BIRMINGHAM, '--baseline', 'birmingham'],
  internal: [BIRMINGHAM, '--baseline', 'birmingham', '--internal', '--by-worker'],
  'by team': [BIRMINGHAM, '--by', 'team'],
  'of one metric with all its rows': [BIRMINGHAM, '--only', 'quality-equity', '--internal'],
} as const;
const NAMES = ['shareable', 'internal', 'by team', 'of one metric with all its rows'] as const;

let browser: Browser;
const pages = new Map<string, string>();

beforeAll(async () => {
  browser = await launch();
  for (const name of NAMES) pages.set(name, await reportPage(REPORTS[name]));
}, 60_000);
afterAll(() => browser.close());

const pageOf = (name: string) => pages.get(name) ?? '';

/** What axe finds, each as rule and place; all its rules, those of WCAG 2.2 AA among them. */
async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`);
}

describe.each(NAMES)('the report %s', (name) => {
  it.each(['light', 'dark'] as const)('has nothing that axe objects to in %s', async (colorScheme) => {
    const { page } = await open(browser, pageOf(name), { colorScheme });
    expect(await violationsIn(page)).toEqual([]);
  });

  it('asks for nothing, runs nothing and is under 1 MB', async () => {
    const html = pageOf(name);
    const { page, asked } = await open(browser, html);
    expect(asked).toEqual([]);
    expect(await page.locator('script, link, iframe, object, img, [onload], [onclick]').count()).toBe(0);
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
  });

  it('needs no scrolling sideways on a phone, but within wide tables that the keyboard reaches', async () => {
    const { page } = await open(browser, pageOf(name), { viewport: { width: PHONE, height: 800 } });
    const found = await page.evaluate(`({
      width: document.documentElement.scrollWidth,
      unreachable: [...document.querySelectorAll('.table')].filter((region) =>
        region.scrollWidth > region.clientWidth &&
        !(region.tabIndex === 0 && region.getAttribute('aria-label'))).length,
    })`);
    expect(found).toEqual({ width: PHONE, unreachable: 0 });
  });

  it('prints on A4 with no table and no chart cut off at the side', async () => {
    const { page } = await open(browser, pageOf(name), { viewport: { width: A4_WIDTH, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const cutOff = await page.evaluate(`[...document.querySelectorAll('table, td, th, svg')]
      .filter((part) => part.getBoundingClientRect().right > ${A4_WIDTH} + 0.5)
      .map((part) => part.outerHTML.slice(0, 80))`);
    expect(cutOff).toEqual([]);
  });
});

it('prints each metric from a page of its own, on A4', async () => {
  const { page } = await open(browser, pageOf('shareable'));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sheets = [...pdf.matchAll(/\/Type\s*\/Page\b[^s]/g)].length;
  // 595 by 842 points.
  expect(
    new Set(
      [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
        box.split(' ').map(Number).map(Math.round).join(' '),
      ),
    ),
  ).toEqual(new Set(['0 0 595 842']));
  expect(sheets).toBeGreaterThan(await page.locator('section[id^=metric-]').count());
});

it('lets the keyboard skip to the report first', async () => {
  const { page } = await open(browser, pageOf('shareable'));
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
});

it('shows what looks like markup in a name as the text it is', async () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&</svg><script>alert(2)</script>';
  const csv = readFileSync(BIRMINGHAM, 'utf8').replaceAll(
    /(?<=,)North(?=,)/g,
    `"${hostile.replaceAll('"', '""')}"`,
  );
  const folder = folderWith({ '<b>cases&.csv': csv });
  const { page, asked } = await open(
    browser,
    await reportPage([`${folder}/<b>cases&.csv`, '--only', 'workload,quality-consistency']),
  );
  expect(asked).toEqual([]);
  expect(await page.locator('script, img, b').count()).toBe(0);
  expect(await page.locator('th', { hasText: hostile }).count()).toBeGreaterThan(0);
  expect(await page.locator('header').textContent()).toContain('<b>cases&.csv');
  expect(await page.locator('svg desc').first().textContent()).toContain(hostile);
});
