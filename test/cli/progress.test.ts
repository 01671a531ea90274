/** How far a long run is: one line on a terminal from the first second on, redrawn in place and gone at the end. */
import { describe, expect, it } from 'vitest';
import { countUp, followThreads } from '../../src/caseload/thread-counters.ts';
import { progressLine } from '../../src/progress/progress-line.ts';
import { showProgress } from '../../src/progress/show-progress.ts';
import { fileWith, fixture, folderWith } from '../support/files.ts';
import { type RunOptions, runCli } from '../support/run-cli.ts';

const CASES = fixture('tiny-service/caseload.csv');
const XTERM = { TERM: 'xterm-256color' };
const ESC = '\u001b';
/** Clears the rest of a line. */
const CLEARED = `${ESC}[K`;

/** A clock by which so many milliseconds pass each time somebody looks at it. */
function clock(milliseconds: number): () => number {
  let now = 5_000_000;
  return () => {
    now += milliseconds;
    return now;
  };
}

/** A run at a terminal on which each look at the clock costs 700 ms, so that almost everything takes over a second. */
function runSlowly(args: readonly string[], options: RunOptions = {}, columns = 100) {
  return runCli(args, { env: XTERM, progress: { now: clock(700), columns }, ...options });
}

/** What stood on the line, one after the other; what was said after it. Nothing else may act on the terminal. */
function drawnIn(stderr: string): { lines: string[]; after: string } {
  const [before = '', ...drawn] = stderr.split('\r');
  if (drawn.length === 0) return { lines: [], after: before };
  expect(before).toBe('');
  expect(drawn.every((text) => text.split(ESC).length === 2 && text.includes(CLEARED))).toBe(true);
  const after = drawn.at(-1)?.split(CLEARED) ?? [];
  expect(drawn.slice(0, -1).every((text) => text.length > CLEARED.length && text.endsWith(CLEARED))).toBe(
    true,
  );
  expect(after[0]).toBe('');
  return { lines: drawn.slice(0, -1).map((text) => text.slice(0, -CLEARED.length)), after: after[1] ?? '' };
}

/** So many rows of a case each, in `bytes` a row: more than fits what is read in one piece. */
function manyRows(rows: number, bytes: number): string {
  const row = (at: number) => {
    const start = `C${at},Y${at},2026-01-05,`;
    return `${start}${'x'.repeat(bytes - start.length - 1)}\n`;
  };
  return `case_id,child_id,start_date,remarks\n${Array.from({ length: rows }, (_, at) => row(at)).join('')}`;
}

describe('the line', () => {
  it('says what is read, then that it is computed, and is gone before the last word', async () => {
    const { lines, after } = drawnIn((await runSlowly(['report', CASES])).stderr);
    expect(lines[0]).toMatch(/^reading caseload\.csv {2}\|/);
    // Of the fixture's 13 rows.
    expect(lines).toContain('computing  13 rows');
    expect(lines).toContain('computing court quality  13 rows');
    expect(lines.at(-1)).toBe('making tables  13 rows');
    expect(after).toBe('');
  });

  it('says which file is written, and is gone before it is said that it was', async () => {
    const path = `${folderWith()}/report.md`;
    const { lines, after } = drawnIn((await runSlowly(['report', CASES, '-o', path], {}, 200)).stderr);
    expect(lines.at(-1)).toMatch(/^writing .*\/report\.md|^writing .*…$/);
    expect(after).toMatch(/^yos-caseload: wrote [^\n]*\n$/);
  });

  it('is gone before an error is said', async () => {
    const { code, stderr } = await runSlowly(['report', fileWith('case_id,child_id\nC1,"Y1\n')]);
    const { lines, after } = drawnIn(stderr);
    expect([code, lines.length > 0]).toEqual([2, true]);
    expect(after).toMatch(/^yos-caseload: cases\.csv line 2: a quote [^\n]*\n$/);
  });

  it('is not there before a second is over', async () => {
    const quick = { env: XTERM, progress: { now: clock(1) } };
    expect((await runCli(['report', CASES], quick)).stderr).toBe('');
  });

  it.each([
    ['where standard error is none', XTERM, false],
    ['that is dumb', { TERM: 'dumb' }, true],
  ])('is not drawn on a terminal %s', (_, env, isTTY) => {
    let now = 0;
    const texts: string[] = [];
    const terminal = { isTTY, columns: 80, write: (text: string) => texts.push(text) };
    const { watch, close } = showProgress({ env, terminal: () => terminal, now: () => now });
    watch.begin(0, 10);
    now = 5000;
    watch.open('a.csv').read(1, 1);
    close();
    expect(texts).toEqual([]);
  });

  it('is not drawn on a dumb terminal, whatever is run', async () => {
    expect((await runSlowly(['report', CASES], { env: { TERM: 'dumb' } })).stderr).toBe('');
  });

  it('changes nothing of what is computed', async () => {
    const args = ['report', fixture('birmingham-like/caseload.csv'), '--format', 'json'];
    expect((await runSlowly(args)).stdout).toBe((await runCli(args)).stdout);
  });

  it('has no colours, with NO_COLOR or without', async () => {
    for (const env of [XTERM, { ...XTERM, NO_COLOR: '1' }, { ...XTERM, FORCE_COLOR: '1' }]) {
      const { stderr } = await runSlowly(['report', CASES], { env });
      expect(drawnIn(stderr).lines.length).toBeGreaterThan(0);
    }
  });

  it('shows a file name that would act on the terminal, and does not let it', async () => {
    const path = fileWith('case_id,child_id\nC1,Y1\n', 'a\u001b[31m\rb\u202e.csv');
    const { lines } = drawnIn((await runSlowly(['report', path])).stderr);
    expect(lines[0]).toContain('reading a\ufffd[31m\ufffdb\ufffd.csv');
    const plain = await runSlowly(['report', path], { env: {} });
    expect(drawnIn(plain.stderr).lines[0]).toContain('reading a?[31m?b?.csv');
  });
});

describe.each([
  ['report', ['report', CASES]],
  ['a metric', ['workload', CASES]],
  ['validate', ['validate', CASES]],
  ['columns', ['columns', CASES]],
  ['late', ['late', CASES, '--internal']],
  ['compare', ['compare', `a=${CASES}`, `b=${fixture('birmingham-like/caseload.csv')}`]],
  ['standard input', ['report', '-']],
])('%s', (_, args) => {
  it('says that it reads', async () => {
    const stdin = 'case_id,child_id,ethnicity\nC1,Y1,White British\n';
    const { lines } = drawnIn((await runSlowly(args, { stdin })).stderr);
    expect(lines.some((line) => /^reading (?:caseload\.csv|-) /.test(line))).toBe(true);
  });
});

describe('commands that write data', () => {
  it('prepare says that it reads, and that it writes', async () => {
    const folder = folderWith();
    const args = ['prepare', fixture('prepare/export.csv'), '--key-file', `${folder}/k`, '-o', `${folder}/c`];
    const { lines } = drawnIn((await runSlowly(args, {}, 200)).stderr);
    expect(lines[0]).toMatch(/^reading export\.csv/);
    expect(lines.at(-1)).toMatch(/^writing \//);
  });

  it('generate says how much it has written', async () => {
    const args = ['generate', '--cases', '3000', '-o', `${folderWith()}/made.csv`];
    const { lines } = drawnIn((await runSlowly(args, {}, 200)).stderr);
    expect(lines.at(-1)).toMatch(/^writing .* \d+ kB so far$/);
  });
});

describe('rows and share', () => {
  // 9 MB: chunk by chunk, as every large file is read.
  const path = () => fileWith(manyRows(9_000, 1000), 'large.csv');
  const sharesOf = (lines: readonly string[]) =>
    lines.flatMap((line) => [...(/ (\d+)% /.exec(`${line} `)?.slice(1) ?? [])].map(Number));

  it('go up to all that is there', async () => {
    const { lines } = drawnIn((await runSlowly(['report', path(), '--threads', '1'])).stderr);
    const shares = sharesOf(lines);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect([shares[0] <= 10, (shares.at(-1) ?? 0) >= 90, Math.max(...shares) <= 100]).toEqual([
      true,
      true,
      true,
    ]);
    expect(lines.at(-1)).toBe('making tables  9,000 rows');
  });

  it('do so of what comes on standard input', async () => {
    const { lines } = drawnIn((await runSlowly(['report', '-'], { stdin: manyRows(9_000, 1000) })).stderr);
    expect(sharesOf(lines).length).toBeGreaterThan(10);
    expect(lines.at(-1)).toBe('making tables  9,000 rows');
  });

  it('count no row twice when a file is read again without the columns left out', async () => {
    const named = manyRows(2_000, 1000).replace('remarks', 'surname');
    const args = ['report', fileWith(named), '--drop-identifiers'];
    expect(drawnIn((await runSlowly(args)).stderr).lines.at(-1)).toBe('making tables  2,000 rows');
  });

  it('count no row twice when threads cannot read a file after all', async () => {
    // Half of its line ends, and the middle of the file, lie inside quotes.
    const cell = `"${'one,\n'.repeat(100)}"`;
    const rows = Array.from({ length: 17_000 }, (_, at) => `C${at},Y${at},2026-01-05,${cell}\n`);
    const file = fileWith(`case_id,child_id,start_date,remarks\n${rows.join('')}`);
    const { lines } = drawnIn((await runSlowly(['report', file, '--threads', '3'])).stderr);
    expect(lines.at(-1)).toBe('making tables  17,000 rows');
  });

  it('are those of several files together', async () => {
    const folder = folderWith({ 'a.csv': manyRows(1_000, 100), 'b.csv': manyRows(500, 100) });
    const args = ['report', folder, '--count-cases'];
    expect(drawnIn((await runSlowly(args)).stderr).lines.at(-1)).toBe('making tables  1,500 rows');
  });
});

describe('threads', () => {
  it('are told of by what they have read since the last time', () => {
    const told: [number, number][] = [];
    const watch = {
      read: (bytes: number, rows: number) => void told.push([bytes, rows]),
      lookedOver: () => {},
      again: () => {},
    };
    const { counters, tell, stop } = followThreads(2, watch);
    countUp({ counters, thread: 0 }, 1 << 20, 4096);
    tell();
    countUp({ counters, thread: 1 }, 3 << 20, 5000);
    countUp({ counters, thread: 0 }, 1 << 20, 1);
    tell();
    stop();
    countUp({ counters, thread: 0 }, 1 << 20, 1);
    tell();
    expect(told).toEqual([
      [1 << 20, 4096],
      [4 << 20, 5001],
    ]);
  });

  it('may read more than 2 GiB', () => {
    let bytesTold = 0;
    const read = (bytes: number) => {
      bytesTold = bytes;
    };
    const watch = { read, lookedOver: () => {}, again: () => {} };
    const { counters, tell } = followThreads(1, watch);
    for (let chunk = 0; chunk < 5000; chunk++) countUp({ counters, thread: 0 }, 1 << 20, 1);
    tell();
    expect(bytesTold).toBe(5000 * 2 ** 20);
  });
});

describe('the pace', () => {
  it.each([
    ['of a file read in small steps', 1, 1_000_000],
    ['of many small files one after the other', 1, 1],
  ])('%s is ten times in any second at most', (_, step, perFile) => {
    let now = 0;
    const drawn: number[] = [];
    const terminal = { isTTY: true, columns: 80, write: () => drawn.push(now) };
    const { watch } = showProgress({ env: XTERM, terminal: () => terminal, now: () => now });
    while (now < 10_000) {
      watch.begin(0, perFile);
      const file = watch.open('a.csv');
      for (let done = 0; done < perFile && now < 10_000; done += step, now += 3) file.read(step, 1);
      watch.end();
    }
    expect(drawn[0]).toBeGreaterThanOrEqual(1000);
    expect(drawn.length).toBeGreaterThan(30);
    const busiest = Math.max(
      ...drawn.map((from) => drawn.filter((at) => at >= from && at < from + 1000).length),
    );
    expect(busiest).toBeLessThanOrEqual(10);
  });

  it('does not look at the terminal in the first second', () => {
    let now = 0;
    const terminal = () => {
      throw new Error('looked at');
    };
    const { watch, close } = showProgress({ env: XTERM, terminal, now: () => now });
    watch.begin(100, 100);
    for (const file = watch.open('a.csv'); now < 999; now++) file.read(0.1, 1);
    watch.end();
    expect(close).not.toThrow();
  });

  it('is over once the line is closed, though threads go on', () => {
    let now = 0;
    const texts: string[] = [];
    const terminal = { isTTY: true, columns: 80, write: (text: string) => texts.push(text) };
    const { watch, close } = showProgress({ env: XTERM, terminal: () => terminal, now: () => now });
    watch.begin(0, 100);
    const file = watch.open('a.csv');
    now = 1500;
    file.read(10, 10);
    close();
    now = 3000;
    file.read(10, 10);
    expect([texts.length, texts.at(-1)]).toEqual([2, `\r${CLEARED}`]);
  });
});

describe('the words', () => {
  const standing = { doing: 'reading october.csv', share: 0.37, soFar: '412,000 rows', secondsLeft: 4.2 };

  it('are what is done, a bar, the share, the rows and the time left', () => {
    // 0.37 of 20 cells are 7.4: 7 whole blocks and 3 of 8 parts (59.2 eighths, rounded).
    expect(progressLine(standing, 100, true)).toBe(
      'reading october.csv  |███████▍            |   37%  412,000 rows  about 4 seconds left',
    );
    expect(progressLine(standing, 100, false)).toBe(
      'reading october.csv  |#######             |   37%  412,000 rows  about 4 seconds left',
    );
  });

  it.each([
    [0.2, 'about 1 second left'],
    [1.49, 'about 1 second left'],
    [1.5, 'about 2 seconds left'],
    [59.4, 'about 59 seconds left'],
    [59.5, 'about 1 minute left'],
    [89, 'about 1 minute left'],
    [91, 'about 2 minutes left'],
    [7200, 'about 120 minutes left'],
  ])('say %f seconds as people do', (secondsLeft, words) => {
    expect(progressLine({ ...standing, secondsLeft }, 200, true)).toMatch(new RegExp(` ${words}$`));
  });

  it('say no more than is known', () => {
    const line = { doing: 'computing', share: null, soFar: '', secondsLeft: null };
    expect(progressLine(line, 80, true)).toBe('computing');
  });

  // After 2 seconds a quarter of the work is done: the rest takes three times as long.
  it('work out the time left from the time taken', () => {
    let now = 0;
    const texts: string[] = [];
    const terminal = { isTTY: true, columns: 120, write: (text: string) => texts.push(text) };
    const { watch } = showProgress({ env: XTERM, terminal: () => terminal, now: () => now });
    watch.begin(0, 400);
    const file = watch.open('a.csv');
    now = 2000;
    file.read(100, 1);
    expect(texts[0]).toContain(' 25%  1 row  about 6 seconds left');
  });

  it.each([1, 5, 12, 20, 30, 40, 60, 79, 80, 120])('are never wider than %i columns', (width) => {
    // Each of these characters takes two columns.
    const wide = (text: string) =>
      [...text].reduce((sum, one) => sum + (/[\u4e00-\u9fff]/.test(one) ? 2 : 1), 0);
    for (const doing of ['reading october.csv', `reading ${'名'.repeat(60)}.csv`, 'x'.repeat(500)]) {
      for (const unicode of [true, false]) {
        expect(wide(progressLine({ ...standing, doing }, width, unicode))).toBeLessThanOrEqual(width);
      }
    }
  });

  it('leave the last column of the terminal free', async () => {
    for (const columns of [20, 40, 80]) {
      const { lines } = drawnIn((await runSlowly(['report', CASES], {}, columns)).stderr);
      expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThan(columns);
    }
  });
});
