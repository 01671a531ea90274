/** The attack on what the real command gives for every fixture, with breakdowns, filters and other rules. */
import { expect, test } from 'vitest';
import { fixture } from '../support/files.ts';
import { attack } from './attack.ts';
import { printFindings } from './finding.ts';
import { reportOf } from './run-case.ts';

const PARTNER_CITY = [
  '--count-cases',
  '--map',
  fixture('partner-city/map.csv'),
  '--ethnicity-list',
  'as-recorded',
];
const FIXTURES: readonly (readonly [name: string, files: readonly string[], options: readonly string[]])[] = [
  ['birmingham-like', ['caseload.csv'], []],
  ['tiny-service', ['caseload.csv'], []],
  ['messy-export', ['caseload.csv'], []],
  ['two-date-styles', ['words.csv'], []],
  ['encodings-and-delimiters', ['utf-8.csv'], []],
  ['open-cases-snapshot', ['caseload.csv'], []],
  ['two-teams-two-files', ['north.csv', 'south.csv'], []],
  ['partner-city', ['arrests.csv'], PARTNER_CITY],
  ['identifiers', ['not-nhs-numbers.csv'], []],
];
const BREAKDOWNS = [[], ...['sex', 'ethnicity', 'team', 'age', 'disposal'].map((by) => ['--by', by])];
const FILTERS = [
  [],
  ['--where', 'sex=Male'],
  ['--where', 'ethnicity=White'],
  ['--where', 'team=North'],
  ['--where', 'disposal=Referral order', '--where', 'disposal=Youth rehabilitation order'],
  ['--where', 'age=15-17', '--where', 'sex=Male'],
];
const RULES = [[], ['--threshold', '10'], ['--zeros', 'hide'], ['--threshold', '10', '--zeros', 'hide']];

/** Each breakdown with each filter, and by turns the rules. */
const OPTIONS = BREAKDOWNS.flatMap((by, row) =>
  FILTERS.map((where, column) => [...by, ...where, ...RULES[(row + column) % RULES.length]]),
);
const SHOWN_FINDINGS = 3;
const TIME = { timeout: 60_000 };

test.each(FIXTURES)(
  'no withheld count is told to less than the threshold in any report on %s',
  TIME,
  async (name, files, own) => {
    const paths = files.map((file) => fixture(`${name}/${file}`));
    const leaks: string[] = [];
    let attacked = 0;
    for (const options of OPTIONS) {
      const report = await reportOf([...paths, ...own, ...options]);
      // A fixture without a column of the question says so instead.
      if (report === null) continue;
      attacked++;
      const found = await attack(report, { sample: 1, explained: leaks.length === 0 ? SHOWN_FINDINGS : 0 });
      if (found.length === 0) continue;
      const more = `${found.length} findings, the first of them:`;
      leaks.push(`${name} ${options.join(' ')}: ${more}\n${printFindings(found.slice(0, SHOWN_FINDINGS))}`);
    }
    expect(attacked).toBeGreaterThan(0);
    expect(leaks.join('\n\n')).toBe('');
  },
);
