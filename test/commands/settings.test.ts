/** Other years and months beside the caseload: they must be others. */
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const caseload = (start: string) =>
  `case_id,child_id,ethnicity,start_date\nC1,Y1,Irish,${start}\nC2,Y2,Indian,${start}\n`;

/** A report on a caseload as at 31 October 2026, with other files of the given last start dates. */
async function report(flag: string, others: Readonly<Record<string, string>>, main = '2026-10-31') {
  const labels = Object.keys(others);
  const folder = folderWith({
    'main.csv': caseload(main),
    ...Object.fromEntries(labels.map((label, at) => [`${at}.csv`, caseload(others[label])])),
  });
  const given = labels.flatMap((label, at) => [flag, `${label}=${folder}/${at}.csv`]);
  const only = ['--only', 'ethnicity-mix,caseload-trend', '--baseline', 'birmingham'];
  return runCli(['report', `${folder}/main.csv`, ...only, ...given]);
}

describe('another year or month is refused, in one line and with nothing written,', () => {
  it.each<[string, string, Record<string, string>, string]>([
    [
      'when it has the as-at date of the caseload',
      '--year',
      { '2025': '2026-10-31' },
      '--year 2025: as at 2026-10-31 like the caseload itself; give a file of another year, or leave --year 2025 out',
    ],
    [
      'when two have the same',
      '--year',
      { '2024': '2025-10-31', '2025': '2025-10-31' },
      '--year 2025: as at 2025-10-31 like --year 2024; give a file of another year, or leave --year 2025 out',
    ],
    [
      'when it is called as the year of the caseload',
      '--year',
      { '2026': '2026-03-31' },
      '--year 2026: the caseload itself is of that year (as at 2026-10-31); give a file of another year, or leave --year 2026 out',
    ],
    [
      'when it is the financial year of the caseload, April 2026 to March 2027',
      '--year',
      { '2026/27': '2026-04-30' },
      '--year 2026/27: the caseload itself is of that year (as at 2026-10-31); give a file of another year, or leave --year 2026/27 out',
    ],
    [
      'when it is the month of the caseload',
      '--month',
      { '2026-10': '2026-10-15' },
      '--month 2026-10: the caseload itself is of that month (as at 2026-10-31); give a file of another month, or leave --month 2026-10 out',
    ],
  ])('%s', async (_what, flag, others, message) => {
    const { code, stdout, stderr } = await report(flag, others);
    expect([code, stdout, stderr]).toEqual([2, '', `yos-caseload: ${message}\n`]);
  });

  it('when a month is given twice', async () => {
    const folder = folderWith({ 'a.csv': caseload('2026-09-30'), 'b.csv': caseload('2026-09-15') });
    const months = ['a.csv', 'b.csv'].flatMap((file) => ['--month', `2026-09=${folder}/${file}`]);
    const { code, stderr } = await runCli(['caseload-trend', `${folder}/a.csv`, ...months]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--month 2026-09 is given twice')]);
  });
});

it.each<[string, Record<string, string>, string]>([
  ['--year', { '2024': '2024-10-31', '2025': '2025-10-31' }, '2026-10-31'],
  // 31 March 2026 is the last day of 2025/26.
  ['--year', { '2026/27': '2026-10-31' }, '2026-03-31'],
  ['--year', { '2024/25': '2025-03-31' }, '2026-03-31'],
  ['--month', { '2026-08': '2026-08-15', '2026-09': '2026-09-15' }, '2026-10-31'],
])('others are taken: %s %o', async (flag, others, main) => {
  expect(await report(flag, others, main)).toMatchObject({ code: 0, stderr: '' });
});
