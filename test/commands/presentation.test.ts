/** A report as the service wants it shown: its title and name, its logo, its sections in their order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { fileWith, fixture, folderWith } from '../support/files.ts';
import { runCli, runJson } from '../support/run-cli.ts';

const CASES = fixture('birmingham-like/caseload.csv');
const ARMS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const SERVICE = ['--title', 'Report to the board', '--service', 'Anytown Youth Justice Service'];

async function textOf(args: readonly string[], format: string): Promise<string> {
  return (await runCli(['report', CASES, ...args, '--format', format])).stdout;
}

async function refusalOf(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['report', CASES, ...args]);
  expect([code, stdout]).toEqual([2, '']);
  return stderr.replace(/^yos-caseload: /, '').trimEnd();
}

describe('the title and the name of the service', () => {
  const only = ['--only', 'ages', ...SERVICE];

  it('are the first words at the terminal', async () => {
    expect(await textOf(only, 'terminal')).toMatch(
      /^ {2}Report to the board {3}Anytown Youth Justice Service\n {2}as at 31 October 2026 /,
    );
  });

  it('are the heading of the Markdown', async () => {
    expect(await textOf(only, 'markdown')).toMatch(
      /^# Report to the board\n\nAnytown Youth Justice Service\n\nAs at 31 October 2026 /,
    );
  });

  it('are heading and tab of the page', async () => {
    const page = await textOf(only, 'html');
    expect(page).toContain('<h1>Report to the board</h1>');
    expect(page).toContain('<p class="service">Anytown Youth Justice Service</p>');
    expect(page).toContain(
      '<title>Report to the board, Anytown Youth Justice Service, as at 31 October 2026</title>',
    );
  });

  it('are in the JSON, and beside the CSV', async () => {
    const { title, service } = await runJson<Report>(['report', CASES, ...only]);
    expect([title, service]).toEqual(['Report to the board', 'Anytown Youth Justice Service']);
    const folder = folderWith();
    await runCli(['report', CASES, ...only, '-o', join(folder, 'report.csv')]);
    const beside = JSON.parse(readFileSync(join(folder, 'report.csv.provenance.json'), 'utf8'));
    expect([beside.title, beside.service]).toEqual([title, service]);
  });

  it('come after the stamp of an internal report', async () => {
    expect(await textOf([...only, '--internal'], 'markdown')).toMatch(/^# INTERNAL: Report to the board\n/);
    expect(await textOf([...only, '--internal'], 'html')).toContain('<title>INTERNAL: Report to the board,');
  });

  it('are text, whatever they hold', async () => {
    const hostile = [
      '--only',
      'ages',
      '--title',
      '<img src=x onerror=alert(1)> [a](javascript:b)',
      '--service',
    ];
    const page = await textOf([...hostile, '</title><script>alert(1)</script>'], 'html');
    expect(page).not.toMatch(/<img|<script/);
    expect(page).toContain('<h1>&lt;img src=x onerror=alert(1)&gt; [a](javascript:b)</h1>');
    const markdown = await textOf([...hostile, '# \u001b[31m*one*'], 'markdown');
    expect(markdown).toContain('# &lt;img src=x onerror=alert(1)> \\[a\\](javascript:b)');
    expect(markdown).toContain('\n\\# \ufffd\\[31m\\*one\\*\n');
    const terminal = await textOf([...hostile, '\u001b]0;x\u0007'], 'terminal');
    expect(['\u001b', '\u0007'].filter((character) => terminal.includes(character))).toEqual([]);
  });

  it('have some words, and not too many', async () => {
    for (const title of ['', '  ', 'x'.repeat(121)])
      expect(await refusalOf('--title', title)).toBe('--title: give it some words, up to 120 characters');
    expect(await refusalOf('--service', '\n')).toBe('--service: give it some words, up to 120 characters');
  });
});

describe('the sections', () => {
  const namesOf = ({ metrics }: Report) => metrics.map(({ name }) => name);

  it('are those metrics that were named, in that order, by name, alias or title', async () => {
    const report = await runJson<Report>(['report', CASES, '--sections', 'quality, Sex mix,age-bands']);
    expect(namesOf(report)).toEqual(['court-quality', 'sex-mix', 'age-bands']);
    expect(report.sections).toEqual(['court-quality', 'sex-mix', 'age-bands']);
  });

  it('have the same figures in any order', async () => {
    const [one, other] = await Promise.all(
      ['ethnicity,workload,quality', 'quality,workload,ethnicity'].map((sections) =>
        runJson<Report>(['report', CASES, '--sections', sections]),
      ),
    );
    expect(other.metrics.toReversed()).toEqual(one.metrics);
  });

  it('are the headings of a page, what stands out where it was put', async () => {
    const headings = async (sections: string) =>
      [...(await textOf(['--sections', sections], 'html')).matchAll(/<h2[^>]*>([^<]*)</g)]
        .map(([, heading]) => heading)
        .slice(0, 4);
    expect(await headings('quality,summary,ages')).toEqual([
      'Contents',
      'Court quality',
      'What stands out',
      'Age bands',
    ]);
    expect(await headings('summary,quality,ages')).toEqual([
      'What stands out',
      'Contents',
      'Court quality',
      'Age bands',
    ]);
    expect(await headings('quality,ages')).toEqual([
      'Contents',
      'Court quality',
      'Age bands',
      'Codes and what is withheld',
    ]);
  });

  it.each([
    ['quallity', '--sections: there is no section "quallity"; did you mean court-quality?'],
    ['ages,age-bands', '--sections: age-bands is there twice; name each once'],
    ['summary', '--sections: names no metric, so there is nothing to show; add one of them'],
    ['ages,improvement-plan', '--sections improvement-plan: give the recommendations with --actions FILE'],
  ])('cannot be "%s"', async (sections, words) => {
    expect(await refusalOf('--sections', sections)).toBe(words);
  });

  it('are not named together with --only', async () => {
    expect(await refusalOf('--sections', 'ages', '--only', 'ages')).toBe(
      '--sections and --only do not fit: --sections chooses too, and orders; leave --only out',
    );
  });
});

describe('the logo', () => {
  it('is a picture within the page, with words for those who do not see it', async () => {
    const logo = fileWith(ARMS, 'arms.svg');
    const page = await textOf(['--only', 'ages', '--logo', logo, '--service', 'Anytown'], 'html');
    const data = Buffer.from(ARMS).toString('base64');
    expect(page).toContain(
      `<img class="logo" alt="Logo of Anytown" src="data:image/svg+xml;base64,${data}">`,
    );
    expect(page).toContain('form-action &#39;none&#39;; img-src data:');
  });

  it('opens the page to pictures only where there is one', async () => {
    expect(await textOf(['--only', 'ages'], 'html')).not.toContain('img-src');
  });

  it('that is none is refused before anything is read', async () => {
    const logo = fileWith('words', 'arms.png');
    expect(await refusalOf('--logo', logo, '-o', join(folderWith(), 'a.html'))).toBe(
      `--logo ${logo}: no SVG or PNG image; save the logo as one of them`,
    );
  });
});

describe('a config', () => {
  const config = (text: string) => {
    const folder = folderWith({ 'yos.yaml': text, 'arms.svg': ARMS });
    return ['--config', join(folder, 'yos.yaml')];
  };
  const TEXT =
    'title: Of the config\nservice: Anytown\nlogo: arms.svg\nsections: [sex-mix, summary, quality]\n';

  it('sets all of it, the logo beside itself', async () => {
    const page = await textOf(config(TEXT), 'html');
    expect(page).toContain('<h1>Of the config</h1>');
    expect(page).toContain('alt="Logo of Anytown"');
    expect([...page.matchAll(/<section[^>]* id="([^"]*)"/g)].map(([, id]) => id).slice(0, 3)).toEqual([
      'metric-sex-mix',
      'summary',
      'metric-court-quality',
    ]);
  });

  it('gives way to flags', async () => {
    const given = [...config(TEXT), '--title', 'Of the flag', '--sections', 'ages'];
    const { title, service, sections } = await runJson<Report>(['report', CASES, ...given]);
    expect([title, service, sections]).toEqual(['Of the flag', 'Anytown', ['age-bands']]);
  });

  it('and what it names are never written over', async () => {
    const [, path] = config(TEXT);
    for (const file of [path, join(path, '..', 'arms.svg')]) {
      const given = ['--config', path, '-o', file, '--format', 'html', '--force'];
      expect(await refusalOf(...given)).toBe(`${file}: is one of the files to read; write to another`);
    }
  });

  it('adds no sections to the metrics asked for by name', async () => {
    const named = await runJson<Report>(['report', CASES, ...config(TEXT), '--only', 'quality']);
    expect(named.metrics.map(({ name }) => name)).toEqual(['court-quality']);
    const command = await runJson<Report>(['ages', CASES, ...config(TEXT)]);
    expect([command.title, command.metrics.map(({ name }) => name)]).toEqual([
      'Of the config',
      ['age-bands'],
    ]);
  });
});
