/** Reports opened in Chromium, as a reader opens the file. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `${CHROMIUM} is not there: apt-get install --no-install-recommends chromium, or name another in CHROMIUM`,
    );
  }
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}

/** The page that `report` writes. */
export async function reportPage(args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runCli(['report', ...args, '--format', 'html']);
  if (stdout === '') throw new Error(`no page: ${stderr}`);
  return stdout;
}

export interface Opened {
  readonly page: Page;
  /** All that the page asked for besides itself, and what the browser had to say about it. */
  readonly asked: readonly string[];
}

/** The page as a file in a window of its own, for the time of a test. */
export async function open(browser: Browser, html: string): Promise<Opened> {
  const { close, ...opened } = await openWindow(browser, html);
  onTestFinished(close);
  return opened;
}

/** The same for as long as its opener needs it. */
export async function openWindow(
  browser: Browser,
  html: string,
): Promise<Opened & { readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'yos-caseload-window-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    // A picture within the page is asked for nowhere else.
    if (request.url() !== url && !request.url().startsWith('data:image/')) asked.push(request.url());
  });
  page.on('console', (message) => asked.push(message.text()));
  page.on('dialog', (dialog) => asked.push(`dialog: ${dialog.message()}`));
  await page.goto(url);
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true });
  };
  return { page, asked, close };
}
