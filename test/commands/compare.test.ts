import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/compare/comparison.ts';
import { pairOf, rowOf, service } from '../compare/services.ts';
import { fixture, folderWith, namesIn, readFixture } from '../support/files.ts';
import { runCli, runFormats, runJson } from '../support/run-cli.ts';

const TINY = fixture('tiny-service/caseload.csv');
const CITY = fixture('birmingham-like/caseload.csv');
const ARRESTS = fixture('partner-city/arrests.csv');
const MAP = fixture('partner-city/map.csv');
const PARTNER = [
  '--map',
  `chicago:${MAP}`,
  '--count-cases',
  'chicago',
  '--ethnicity-list',
  'chicago:as-recorded',
];

const compare = (...args: readonly string[]) => runCli(['compare', ...args]);
const comparison = (...args: readonly string[]) => runJson<Comparison>(['compare', ...args]);

/** Two services without a child in common: 56 of 70 and 48 of 80 are boys. */
function twoServices() {
  const folder = folderWith({
    'home.csv': service('sex', { Male: 56, Female: 14 }),
    'away.csv': service('sex', { Male: 48, Female: 32 }, 'Z'),
  });
  return [join(folder, 'home.csv'), join(folder, 'away.csv')];
}

async function refusal(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await compare(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr;
}

describe('inputs and their names', () => {
  test('a file is called as it is, without its ending, or by NAME=', async () => {
    const [home, away] = twoServices();
    const { inputs, direction } = await comparison(home, `other-city=${away}`);
    expect(inputs.map(({ name }) => name)).toEqual(['home', 'other-city']);
    expect(direction).toBe('home less other-city');
  });

  test('a folder is one input', async () => {
    const { inputs } = await comparison(fixture('two-teams-two-files'), `city=${CITY}`);
    expect(inputs[0].name).toBe('two-teams-two-files');
    expect(inputs[0].provenance.inputs.map(({ file }) => file)).toEqual(['north.csv', 'south.csv']);
  });

  test('standard input can be one of them', async () => {
    const { inputs } = await runJson<Comparison>(['compare', 'typed=-', CITY], {
      stdin: readFixture('tiny-service/caseload.csv'),
    });
    expect(inputs.map(({ name }) => name)).toEqual(['typed', 'caseload']);
  });

  test.each([
    ['none', [], 'needs two inputs or more, and none is given'],
    ['one', [CITY], 'only one is given'],
    ['a name twice', [`a=${CITY}`, `a=${TINY}`], 'two inputs are called a; name each'],
    ['the same base name', [CITY, TINY], 'two inputs are called caseload'],
    ['a name with a space', [`a b=${CITY}`, TINY], '"a b" is no name'],
    ['standard input twice', ['a=-', 'b=-'], 'can be read only once'],
    ['no such file', [`a=${CITY}`, 'b=nowhere.csv'], 'nowhere.csv: no such file'],
  ] as const)('refused: %s', async (_, args, words) => {
    expect(await refusal(...args)).toContain(words);
  });
});

describe('flags for all inputs or for one', () => {
  const inputs = [`birmingham=${CITY}`, `chicago=${ARRESTS}`];

  test('a service abroad by its own mapping, list and unit', async () => {
    const { inputs: read, metrics } = await comparison(...inputs, ...PARTNER);
    expect(read.map(({ provenance, ethnicityList }) => [provenance.unit, ethnicityList])).toEqual([
      ['children', '2021'],
      ['cases', 'as-recorded'],
    ]);
    expect(read[0].provenance.options).toEqual({});
    const reasons = metrics.map(({ name, tables }) => [name, tables[0].pairs[0].reason?.split(':')[0]]);
    expect(reasons).toEqual([
      ['ethnicity-mix', 'other classification'],
      ['age-bands', 'other unit'],
      ['sex-mix', 'other unit'],
      ['disposal-mix', 'missing column'],
      ['workload', 'missing column'],
      ['court-quality', 'missing column'],
    ]);
  });

  test('--count-cases without a name is of all', async () => {
    const { inputs: read, pairs } = await comparison(...inputs, '--map', MAP, '--count-cases');
    expect(read.map(({ provenance }) => provenance.unit)).toEqual(['cases', 'cases']);
    expect(pairs[0].children).toBe('unknown');
  });

  test('a value of its own wins over that of all', async () => {
    const { inputs: read } = await comparison(
      `a=${CITY}`,
      `b=${TINY}`,
      '--as-at',
      'b:2026-10-01',
      '--as-at',
      '2026-10-15',
    );
    expect(read.map(({ provenance }) => provenance.asAt)).toEqual(['2026-10-15', '2026-10-01']);
  });

  test.each([
    ['a map', ['--map', `chcago:${MAP}`], 'there is no input "chcago"; did you mean chicago?'],
    ['a date', ['--as-at', 'hamburg:2026-10-31'], 'the inputs are birmingham, chicago'],
    ['a filter', ['--where', 'hamburg:sex=Male'], 'there is no input "hamburg"'],
    ['a unit', ['--count-cases', 'chicgo'], 'did you mean chicago?'],
    ['a header', ['--map', 'chicgo:HERITAGE=ethnicity'], 'did you mean chicago?'],
  ] as const)('%s of an input that is not there', async (_, args, words) => {
    expect(await refusal(...inputs, ...args)).toContain(words);
  });

  test('a colon in a header of theirs is no prefix', async () => {
    const csv = service('Sex: recorded', { Male: 12 });
    const folder = folderWith({ 'a.csv': csv, 'b.csv': csv.replaceAll('Y', 'Z') });
    const { metrics } = await comparison(
      join(folder, 'a.csv'),
      join(folder, 'b.csv'),
      '--map',
      'Sex: recorded=sex',
      '--only',
      'sex-mix',
    );
    expect(metrics[0].tables[0].pairs[0].status).toBe('compared');
  });

  test('--count-cases before the inputs takes one of them for a name, and says so', async () => {
    expect(await refusal('--count-cases', ...inputs)).toContain('write the flag after the inputs');
  });

  test('what is wrong with an input is said under its name', async () => {
    expect(await refusal(...inputs, '--as-at', 'birmingham:soon')).toContain(
      'birmingham: --as-at soon: not a date',
    );
  });

  test.each([
    [['--ethnicity-list', 'chicago:2012'], 'did you mean 2011?'],
    [['--only', 'sex-mix', '--from', '2026-04-01'], 'which speaks of one day'],
    [['--only', 'sexmix'], 'did you mean sex-mix?'],
    [['--from', '2026-05-01', '--to', 'chicago:2026-04-01'], 'lies after --to'],
    [['--internal', '--threshold', '3'], '--internal shows all numbers'],
    [['--format', 'html'], 'no such format'],
  ] as const)('%s is refused', async (args, words) => {
    expect(await refusal(...inputs, ...args)).toContain(words);
  });
});

describe('different children, the same children', () => {
  test('two services get a range and a verdict', async () => {
    // Newcombe (1998), example (a), and Fisher as in compare-reports.test.ts.
    const { pairs, metrics, tests } = await comparison(...twoServices(), '--only', 'sex-mix');
    expect(pairs[0]).toMatchObject({ children: 'different', movement: null });
    expect(tests.tested).toBe(2);
    const male = metrics[0].tables[0].pairs[0].rows.find(({ sex }) => sex === 'Male');
    expect(male?.difference_lower).toBeCloseTo(0.0524, 4);
    expect(male?.verdict).toBe('higher');
  });

  test('one child in both makes them two dates of one service', async () => {
    const [home, away] = twoServices();
    const folder = folderWith({ 'c.csv': `${service('sex', { Male: 11 }, 'Q')}\nKQ99,Y3,2026-05-11,Male` });
    const { pairs } = await comparison(home, join(folder, 'c.csv'), '--only', 'sex-mix');
    expect(pairs[0].children).toBe('shared');
    expect((await comparison(home, away, '--only', 'sex-mix')).pairs[0].children).toBe('different');
  });

  test('ids that are alike by chance can be said to be so', async () => {
    const folder = folderWith({
      'a.csv': service('sex', { Male: 11, Female: 9 }),
      'b.csv': service('sex', { Male: 12 }),
    });
    const files = [join(folder, 'a.csv'), join(folder, 'b.csv'), '--only', 'sex-mix'];
    expect((await comparison(...files)).pairs[0].children).toBe('shared');
    const said = await comparison(...files, '--different-children');
    expect(said.pairs[0]).toMatchObject({ children: 'different' });
    expect(said.pairs[0].basis).toContain('--different-children');
  });

  test('who joined and who left, by hand', async () => {
    // Open on 1 July: A to F (E ends that day and is closed, F is held for another service): A, B, C, D.
    // Open on 1 October: A, B, G, H, I.
    const csv = [
      'case_id,child_id,sex,residence,start_date,end_date',
      'K1,A,Male,Home,2026-01-05,',
      'K2,B,Male,Home,2026-01-05,',
      'K3,C,Male,Home,2026-01-05,2026-09-01',
      'K4,D,Male,Home,2026-01-05,2026-10-01',
      'K5,E,Male,Home,2026-01-05,2026-07-01',
      'K6,F,Male,Other,2026-01-05,',
      'K7,G,Male,Home,2026-08-01,',
      'K8,H,Male,Home,2026-08-01,',
      'K9,I,Male,Home,2026-10-01,',
    ].join('\n');
    const folder = folderWith({ 'now.csv': csv, 'before.csv': csv });
    const args = [join(folder, 'now.csv'), join(folder, 'before.csv'), '--as-at', 'before:2026-07-01'];
    const internal = await comparison(...args, '--only', 'sex-mix', '--internal');
    expect(internal.pairs[0].movement).toEqual({ onlyInFirst: 3, onlyInOther: 2, inBoth: 2 });
    const { stdout } = await compare(...args, '--only', 'sex-mix', '--internal');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '2 are in both, 3 joined (in now alone), 2 left (in before alone).',
    );
    const shared = await comparison(...args, '--only', 'sex-mix');
    expect(shared.pairs[0].movement).toEqual({ onlyInFirst: '[c]', onlyInOther: '[c]', inBoth: '[c]' });
  });

  test('no id of a child, case or worker is printed in any format', async () => {
    const csv = service(
      'sex,worker_id,disposal,planning_desistance',
      { 'Male,WID9,Referral order,Yes': 12 },
      'CID9',
    );
    const folder = folderWith({ 'a.csv': csv, 'b.csv': csv });
    const files = [join(folder, 'a.csv'), join(folder, 'b.csv')];
    for (const text of Object.values(await runFormats(['compare', ...files, '--internal']))) {
      expect(text).not.toMatch(/WID9|CID9/);
    }
  });
});

describe('audit periods', () => {
  const dates = [`now=${CITY}`, `before=${CITY}`, '--as-at', 'before:2026-07-31', '--only', 'quality'];

  test('periods that do not meet give different audited cases', async () => {
    const { pairs, metrics } = await comparison(
      ...dates,
      '--from',
      'now:2026-07-01',
      '--to',
      'before:2026-06-30',
    );
    expect(pairs[0]).toMatchObject({ children: 'shared', auditedCases: 'different' });
    expect(metrics[0].tables[0].pairs[0].testing).toBe('newcombe-and-fisher');
  });

  test.each([
    ['by a day', ['--from', 'now:2026-06-30', '--to', 'before:2026-06-30']],
    ['where one has none', ['--from', 'now:2026-07-01']],
    ['wholly', ['--from', '2026-04-01']],
  ] as const)('periods that overlap %s are refused where cases are in both', async (_, args) => {
    const words = await refusal(...dates, ...args);
    expect(words).toContain('overlap, and the same cases are in both');
    expect(words).toContain('--from now:');
  });

  test('of different services the same period is what is asked for', async () => {
    const { code } = await compare(...twoServices(), `city=${CITY}`, '--from', '2026-04-01');
    expect(code).toBe(0);
  });

  test('without a period the same audits are told, and not tested', async () => {
    const { metrics } = await comparison(...dates);
    expect(metrics[0].tables[0].pairs[0]).toMatchObject({ status: 'compared', testing: 'none' });
  });
});

describe('what may be shared', () => {
  test('a part beside the whole is refused: one could be subtracted from the other', async () => {
    const files = [`all=${CITY}`, `north=${CITY}`];
    expect(await refusal(...files, '--where', 'north:team=North')).toContain('could be had by subtracting');
    expect(await refusal(...files, '--where', 'north:team=North', '--different-children')).toContain(
      'subtracting',
    );
    expect((await compare(...files, '--where', 'north:team=North', '--internal')).code).toBe(0);
  });

  test('two parts without a row in common are compared', async () => {
    const args = ['--where', 'n:team=North', '--where', 's:team=South', '--only', 'sex-mix'];
    expect((await compare(`n=${CITY}`, `s=${CITY}`, ...args)).code).toBe(0);
  });

  test('small numbers are withheld in every format, and an internal one says what it is', async () => {
    const folder = folderWith({
      'a.csv': service('sex', { Male: 2011, Female: 1013, Other: 3 }),
      'b.csv': service('sex', { Male: 2017, Female: 1019 }, 'Z'),
    });
    const files = [join(folder, 'a.csv'), join(folder, 'b.csv'), '--only', 'sex-mix'];
    for (const text of Object.values(await runFormats(['compare', ...files]))) {
      expect(text).toContain('[c]');
      // With the children of known sex, 3027, either of the others would give the 3.
      expect(text).not.toMatch(/\b1013\b|1,013/);
      expect(text).not.toContain('INTERNAL');
    }
    const { terminal, markdown, csv } = await runFormats(['compare', ...files, '--internal']);
    expect(terminal).toMatch(/^ {2}INTERNAL/);
    expect(markdown).toMatch(/^# INTERNAL/);
    expect(csv).toContain(',internal\r\n');
  });

  test('--threshold is that of every input', async () => {
    const args = [...twoServices(), '--only', 'sex-mix', '--threshold', '20'];
    const { threshold, inputs, metrics } = await comparison(...args);
    expect([threshold, ...inputs.map(({ provenance }) => provenance.threshold)]).toEqual([20, 20, 20]);
    const female = metrics[0].tables[0].pairs[0].rows.find(({ sex }) => sex === 'Female');
    expect(female).toMatchObject({ first_count: '[c]', other_count: 32, difference: '[c]' });
  });
});

describe('formats and files', () => {
  test('at the terminal no line is longer than the width, and who is compared is named', async () => {
    const args = ['compare', `birmingham=${CITY}`, `chicago=${ARRESTS}`, `tiny=${TINY}`, ...PARTNER];
    for (const columns of [60, 80, 120]) {
      const { stdout } = await runCli(args, { columns });
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
    const { stdout } = await runCli(args, { columns: 120 });
    expect(stdout).toContain('differences are birmingham less each of the others, in percentage points');
    expect(stdout).toContain('Ethnic categories of chicago');
    expect(stdout).toContain('Warning: The as-at dates lie 212 days apart');
  });

  test('a CSV has a line for each row, and its provenance beside it', async () => {
    const folder = folderWith();
    const target = join(folder, 'comparison.csv');
    const { code } = await compare(...twoServices(), '--only', 'sex-mix', '-o', target);
    expect(code).toBe(0);
    expect(namesIn(folder)).toEqual(['comparison.csv', 'comparison.csv.provenance.json']);
    expect(await refusal(...twoServices(), '-o', target)).toContain('is there already');
  });

  test('an input is never written over', async () => {
    const [home, away] = twoServices();
    expect(await refusal(home, away, '-o', away, '--force')).toContain('is one of the files to read');
  });

  test('the lines of a CSV say what stands in the JSON', async () => {
    const files = twoServices();
    const { stdout } = await compare(...files, '--only', 'sex-mix', '--format', 'csv');
    const json = await comparison(...files, '--only', 'sex-mix');
    const male = rowOf(pairOf(json, 'sex-mix', 'sexes'), 'Male');
    const line = stdout.split('\r\n').find((one) => one.startsWith('sex-mix,sexes,Male,home,away,share,'));
    expect(line?.split(',').slice(6, 12)).toEqual(['0.8', '0.6', '56', '70', '48', '80']);
    expect(line).toContain(
      `,${male.difference},${male.difference_lower},${male.difference_upper},${male.p},`,
    );
    expect(line).toContain(',higher,');
  });

  test('what is wrong with the data of one input decides the exit code', async () => {
    const messy = fixture('messy-export/caseload.csv');
    expect((await compare(`a=${TINY}`, `b=${messy}`)).code).toBe(1);
    expect((await compare(`a=${TINY}`, `b=${messy}`, '--fail-on', 'never')).code).toBe(0);
  });
});
