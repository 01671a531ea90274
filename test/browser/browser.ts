/** Reports opened in Chromium, as a reader opens the file. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { folderWith } from '../support/files.ts';
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

/** The page as a file in a window of its own. */
export async function open(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const file = join(folderWith(), 'report.html');
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== url) asked.push(request.url());
  });
  page.on('console', (message) => asked.push(message.text()));
  page.on('dialog', (dialog) => asked.push(`dialog: ${dialog.message()}`));
  await page.goto(url);
  return { page, asked };
}
