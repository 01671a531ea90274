/** The HTML report in a real browser: what a reader with any eyes, screen or printer meets. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, folderWith } from '../support/files.ts';
import { launch, open, openWindow, reportPage } from './browser.ts';

const BIRMINGHAM = fixture('birmingham-like/caseload.csv');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A4 less the margins of the style sheet: 210 mm less twice 12, at 96 dots per 25.4 mm. */
const A4_WIDTH = Math.floor(((210 - 2 * 12) * 96) / 25.4);
const A4_ON_ITS_SIDE = Math.floor(((297 - 2 * 12) * 96) / 25.4);
const PHONE = 400;

const OWN = folderWithOwn();
const REPORTS = {
  shareable: [BIRMINGHAM, '--baseline', 'birmingham'],
  internal: [BIRMINGHAM, '--baseline', 'birmingham', '--internal', '--by-worker'],
  'by team': [BIRMINGHAM, '--by', 'team'],
  'of one metric with all its rows': [BIRMINGHAM, '--only', 'quality-equity', '--internal'],
  "with all that is the service's own": [BIRMINGHAM, ...OWN.flags, '--sections', OWN.sections],
} as const;
const NAMES = [
  'shareable',
  'internal',
  'by team',
  'of one metric with all its rows',
  "with all that is the service's own",
] as const;
const PICTURES: ReadonlyMap<string, number> = new Map([["with all that is the service's own", 1]]);

/** A logo, a commentary, recommendations and a limit of cases. */
function folderWithOwn() {
  const folder = mkdtempSync(join(tmpdir(), 'yos-caseload-page-'));
  const put = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const words = [
    '**Strong** and `code`',
    '',
    '- an item',
    '',
    '1. [a report](https://example.org/a)',
    '',
    '> said',
  ];
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  return {
    folder,
    sections: 'summary,ages,workload,quality,improvement-plan',
    flags: [
      ...['--title', 'Report to the board', '--service', 'Anytown Youth Justice Service'],
      ...['--logo', put('arms.svg', logo), '--config', put('own.yaml', 'case-limit: 14\n')],
      ...['--notes', put('words.md', ['# Summary', ...words, '# Quality', ...words].join('\n'))],
      ...['--actions', fixture('improvement-plan/actions.csv')],
    ],
  };
}

let browser: Browser;
const pages = new Map<string, string>();

beforeAll(async () => {
  browser = await launch();
  for (const name of NAMES) pages.set(name, await reportPage(REPORTS[name]));
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(OWN.folder, { recursive: true });
});

const pageOf = (name: string) => pages.get(name) ?? '';

/** Rules of axe that colours decide; the others find the same in light and dark. */
const OF_COLOURS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** What axe finds, each as rule and place: all its rules, those of WCAG 2.2 AA among them, or some of them. */
async function violationsIn(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = JSON.stringify({
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } }),
  });
  return page.evaluate<string[]>(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`);
}

/** One window for each report, which is looked at in one way after the other. */
describe.each(NAMES)('the report %s', (name) => {
  let page: Page;
  let asked: readonly string[];
  let close: () => Promise<void>;
  const look = async (width: number, media: 'screen' | 'print' = 'screen') => {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia({ media, colorScheme: 'light' });
  };

  beforeAll(async () => {
    ({ page, asked, close } = await openWindow(browser, pageOf(name)));
  });
  afterAll(() => close());

  it('asks for nothing, runs nothing and is under 1 MB', async () => {
    const html = pageOf(name);
    expect(asked).toEqual([]);
    expect(await page.locator('script, link, iframe, object, [onload], [onclick]').count()).toBe(0);
    expect(await page.locator('img').count()).toBe(PICTURES.get(name) ?? 0);
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
  });

  it('has nothing that axe objects to in light and in dark', async () => {
    await look(1280);
    await page.evaluate(AXE);
    expect(await violationsIn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsIn(page, OF_COLOURS)).toEqual([]);
  });

  it.each([
    ['a small phone', 360],
    ['a phone', PHONE],
    ['a tablet', 768],
  ])(
    'needs no scrolling sideways on %s, but within wide tables that the keyboard reaches',
    async (_on, width) => {
      await look(width);
      const found = await page.evaluate(`({
      width: document.documentElement.scrollWidth,
      unreachable: [...document.querySelectorAll('.table')].filter((region) =>
        region.scrollWidth > region.clientWidth &&
        !(region.tabIndex === 0 && region.getAttribute('aria-label'))).length,
    })`);
      expect(found).toEqual({ width, unreachable: 0 });
    },
  );

  it.each([
    ['upright', A4_WIDTH, 'section:not(.landscape)'],
    ['on its side', A4_ON_ITS_SIDE, 'section.landscape'],
  ])('prints on A4 %s with no table and no chart cut off at the side', async (_which, width, sections) => {
    await look(width, 'print');
    const cutOff = await page.evaluate(`[...document.querySelectorAll('${sections}')]
      .flatMap((section) => [...section.querySelectorAll('table, td, th, svg')])
      .filter((part) => part.getBoundingClientRect().right > ${width} + 0.5)
      .map((part) => part.outerHTML.slice(0, 80))`);
    expect(cutOff).toEqual([]);
  });

  it.each([
    ['on a phone', PHONE, 'screen'],
    ['in print', A4_WIDTH, 'print'],
  ] as const)('breaks no word of a table %s', async (_where, width, media) => {
    await look(width, media);
    expect(await page.evaluate(BROKEN_WORDS)).toEqual([]);
  });

  it('is a table to a screen reader on a phone too, with as many rows and named cells as on a desk', async () => {
    await look(PHONE);
    const onPhone = await rolesOf(page);
    await look(1280);
    const onDesk = await rolesOf(page);
    expect(onDesk.row).toBeGreaterThan(10);
    expect(onPhone).toEqual(onDesk);
  });

  it('has charts with short names and longer descriptions', async () => {
    await look(1280);
    const charts = (await nodesOf(page)).filter(
      ({ role, name: title }) => role.value === 'image' && title.value.startsWith('Chart: '),
    );
    expect(charts).toHaveLength(await page.locator('figure').count());
    for (const { name: title, description } of charts) {
      expect(title.value.length).toBeLessThan(100);
      expect(description.value).toMatch(/\.$/);
    }
  });
});

/** Words of tables that stand on more than one line; those in cells for longer ones than ours may. */
const BROKEN_WORDS = `[...document.querySelectorAll('td:not(.break), th:not(.break)')].flatMap((cell) => {
  const text = cell.firstChild;
  if (text === null || text.nodeType !== 3 || cell.closest('details, .said') !== null) return [];
  // On cards the headings stand in each cell, and their row is there for screen readers alone.
  if (cell.closest('thead')?.clientWidth === 1) return [];
  return [...text.data.matchAll(/[^ -]+/g)].filter(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word);
})`;

interface Node {
  readonly role: { readonly value: string };
  readonly name: { readonly value: string };
  readonly description: { readonly value: string };
}

/** What assistive technology is told of the page. */
async function nodesOf(page: Page): Promise<Node[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: { value: String(role?.value) },
      name: { value: String(name?.value) },
      description: { value: String(description?.value ?? '') },
    }));
}

async function rolesOf(page: Page): Promise<Record<string, number>> {
  const roles = (await nodesOf(page)).map(({ role }) => role.value);
  const counted = ['table', 'row', 'columnheader', 'rowheader', 'cell'];
  return Object.fromEntries(counted.map((one) => [one, roles.filter((role) => role === one).length]));
}

interface Printed {
  /** Width and height of each page, in points. */
  readonly sizes: readonly string[];
  /** The sections that the contents lead to: the page and the place on it, which is 842 at the top of upright A4. */
  readonly sections: ReadonlyMap<string, { readonly page: string; readonly top: number }>;
}

async function print(page: Page): Promise<Printed> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
    box.split(' ').slice(2).map(Number).map(Math.round).join(' '),
  );
  const places = pdf.matchAll(/\/(metric-[a-z-]+) \[(\d+) 0 R \/XYZ \d+ ([\d.]+) \d+\]/g);
  return {
    sizes,
    sections: new Map([...places].map(([, id, number, top]) => [id, { page: number, top: Number(top) }])),
  };
}

it('prints each metric from the top of a page of its own, on A4', async () => {
  const { page } = await open(browser, pageOf('shareable'));
  const { sizes, sections } = await print(page);
  expect(new Set(sizes)).toEqual(new Set(['595 842']));
  const places = [...sections.values()];
  expect(places).toHaveLength(await page.locator('section[id^=metric-]').count());
  expect(new Set(places.map((place) => place.page)).size).toBe(places.length);
  for (const { top } of places) expect(top).toBeGreaterThan(780);
});

it('prints metrics that have nothing to show one below the other', async () => {
  const { page } = await open(browser, pageOf('by team'));
  const { sections } = await print(page);
  const short = await page.locator('section.short').evaluateAll((all) => all.map(({ id }) => id));
  expect(short.length).toBeGreaterThan(4);
  const pages = new Set(short.map((id) => sections.get(id)?.page));
  expect(pages.size).toBeLessThanOrEqual(2);
});

it('prints a table of more columns than an upright page has room for on its side', async () => {
  const { page } = await open(browser, pageOf('of one metric with all its rows'));
  const { sizes } = await print(page);
  expect(sizes[0]).toBe('595 842');
  expect(sizes[1]).toBe('842 595');
  expect(sizes.at(-1)).toBe('595 842');
});

/** What Chromium has understood of the marks at the edges of printed pages. */
async function marksOf(page: Page) {
  return page.evaluate<Record<string, string>>(`Object.fromEntries([...document.styleSheets[0].cssRules]
    .filter((rule) => rule instanceof CSSPageRule && rule.selectorText === '')
    .flatMap((rule) => [...rule.cssRules].map(({ name, style }) => [name, style.content])))`);
}

it('has INTERNAL at the edge of every printed page of a report that is, and the number of the page', async () => {
  const number = 'counter(page) " / " counter(pages)';
  const title = '"Caseload report, as at 31 October 2026"';
  const { page: internal } = await open(browser, pageOf('internal'));
  expect(await marksOf(internal)).toEqual({
    'top-right': '"INTERNAL"',
    'bottom-left': title,
    'bottom-right': number,
  });
  const { page: shareable } = await open(browser, pageOf('shareable'));
  expect(await marksOf(shareable)).toEqual({ 'bottom-left': title, 'bottom-right': number });
});

it('has a title that looks like style at the foot of a page as the text it is', async () => {
  const title = '"}</style>*{display:none}\\a ü';
  const { page } = await open(browser, await reportPage([BIRMINGHAM, '--only', 'sex-mix', '--title', title]));
  const shown = await page.evaluate('getComputedStyle(document.body).display');
  expect(shown).toBe('block');
  const foot = (await marksOf(page))['bottom-left'];
  // As the browser writes a string: a backslash before quotes and backslashes.
  expect(foot.slice(1, -1).replace(/\\(.)/g, '$1')).toBe(`${title}, as at 31 October 2026`);
});

it('prints the notes that a reader has to open, and not the rows that are as well in other files', async () => {
  const { page } = await open(browser, pageOf('internal'));
  const areShown = (what: string) =>
    page
      .locator(what)
      .evaluateAll((all) => all.map((one) => one.checkVisibility({ contentVisibilityAuto: true })));
  const [notes, rows] = ['details.more li', 'details.rows table'];
  expect((await areShown(notes)).length).toBeGreaterThan(5);
  expect(new Set(await areShown(notes))).toEqual(new Set([false]));
  await page.emulateMedia({ media: 'print' });
  expect(new Set(await areShown(notes))).toEqual(new Set([true]));
  expect(new Set(await areShown(rows))).toEqual(new Set([false]));
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
