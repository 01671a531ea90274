import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { metrics } from '../../src/metrics/index.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { VERSION } from '../../src/version.ts';
import { loadNow } from '../support/load-now.ts';

const CSV =
  'case_id,child_id,worker_id,sex,age,start_date\nC1,YP1,W1,F,15,2026-10-01\nC2,YP2,,M,16,2026-09-01\n';
const folder = mkdtempSync(join(tmpdir(), 'very-private-folder-'));
const file = join(folder, 'october.csv');
writeFileSync(file, CSV);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.useRealTimers();
});

const reportOf = (given = {}) => buildReport(loadNow(file), { metrics, given });

test('says what was read, by name and fingerprint, and what became of the rows', () => {
  expect(reportOf().provenance).toEqual({
    tool: 'yos-caseload',
    version: VERSION,
    unit: 'children',
    asAt: '2026-10-01',
    asAtFrom: 'latest-start-date',
    disclosure: 'internal',
    threshold: null,
    config: null,
    options: {},
    inputs: [
      {
        file: 'october.csv',
        sha256: createHash('sha256').update(CSV).digest('hex'),
        encoding: 'utf-8',
        delimiter: ',',
        read: 2,
        used: 2,
        outOfScope: 0,
        duplicates: 0,
        rejected: 0,
      },
    ],
  });
});

test('names no folder, no user and no machine', () => {
  const text = JSON.stringify(reportOf());
  for (const word of [folder, 'very-private-folder', tmpdir(), homedir(), process.cwd()]) {
    expect(text.includes(word)).toBe(false);
  }
  // A user or machine called like a word of the report would be found in any case.
  for (const word of [userInfo().username, hostname()].filter((name) => name.length > 8)) {
    expect(text.includes(word)).toBe(false);
  }
});

test('is the same whenever it is made', () => {
  vi.useFakeTimers({ now: new Date('2001-01-01T00:00:00Z') });
  const before = JSON.stringify(reportOf());
  vi.setSystemTime(new Date('2049-12-31T23:59:59Z'));
  expect(JSON.stringify(reportOf())).toBe(before);
});

test('keeps the options that change figures as they were given', () => {
  const given = { '--where': ['team=North'], '--by': 'team' };
  expect(reportOf(given).provenance.options).toEqual(given);
});

test.each([
  ['the flag', { asAt: '2026-12-01' }, '2026-12-01', 'flag'],
  ['nothing, for a snapshot', {}, null, 'none'],
])('the as-at date comes from %s', (_, options, asAt, asAtFrom) => {
  const bytes = new TextEncoder().encode('case_id,child_id,sex\nC1,YP1,F\n');
  const { provenance } = buildReport(loadNow({ name: 'x.csv', bytes }, options), { metrics });
  expect([provenance.asAt, provenance.asAtFrom]).toEqual([asAt, asAtFrom]);
});

test('says that cases were counted when they were', () => {
  const { provenance } = buildReport(loadNow(file, { countCases: true }), { metrics });
  expect(provenance.unit).toBe('cases');
});
