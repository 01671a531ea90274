/** What bad input gets: one line that says what is wrong and what to do, exit code 2, nothing written. */
import { readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixture, folderWith, namesIn, readFixture } from '../support/files.ts';
import { type RunOptions, runCli } from '../support/run-cli.ts';

const CASES = fixture('tiny-service/caseload.csv');
const HEADER = 'case_id,child_id,disposal,start_date\n';
const MEBIBYTE = 2 ** 20;
const ROW = 'K1,Y1,Referral order,2026-05-11\n';

async function refusal(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, options);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return stderr;
}

describe('an input that cannot be read is refused in one line that says', () => {
  it('which file is missing, and to look at its name', async () => {
    expect(await refusal(['report', 'no-such-file.csv'])).toMatch(
      /no-such-file\.csv.*(check|name|look|spell)/,
    );
  });

  it('which folder holds no CSV, and what to name instead', async () => {
    const folder = folderWith({ 'notes.txt': 'nothing here' });
    expect(await refusal(['report', folder])).toMatch(/no \.csv file.*(name|put|choose|save|export)/);
  });

  it.each([
    ['empty', ''],
    ['of empty lines', '\n \n\n'],
    ['a byte order mark alone', '\ufeff'],
  ])('that a file is %s, and to export it again', async (_what, content) => {
    const folder = folderWith({ 'cases.csv': content });
    expect(await refusal(['report', `${folder}/cases.csv`])).toMatch(/cases\.csv.*empty.*export it again/);
  });

  it('that there is a header and no row', async () => {
    const folder = folderWith({ 'cases.csv': HEADER });
    expect(await refusal(['report', `${folder}/cases.csv`])).toMatch(/cases\.csv.*header.*no rows.*export/);
  });

  it('that a file is no text, with the line', async () => {
    const stderr = await refusal(['report', fixture('messy-export/refused/nul-byte.csv')]);
    expect(stderr).toMatch(/nul-byte\.csv.*line 3.*NUL.*export it again/);
  });

  it('that a picture is no CSV', async () => {
    const png = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]);
    const folder = folderWith({ 'picture.csv': png });
    expect(await refusal(['report', `${folder}/picture.csv`])).toContain('picture.csv');
  });

  it('where a quote was opened, and in which file', async () => {
    const stderr = await refusal(['report', CASES, fixture('messy-export/refused/quote-never-closed.csv')]);
    expect(stderr).toMatch(/quote-never-closed\.csv.*line 3.*quote.*never closed/);
  });

  it.each([
    ['a field of more than 1 MiB', (field: string) => `K2,Y2,${field},2026-05-12,`],
    ['one in quotes', (field: string) => `K2,Y2,"${field}",2026-05-12,`],
    ['one in a column of no interest', (field: string) => `K2,Y2,Fine,2026-05-12,${field}`],
  ])('on which line %s begins', async (_what, row) => {
    const cases = `${HEADER.trim()},Comments\n${ROW.trim()},\n${row('x'.repeat(MEBIBYTE + 1))}\n`;
    const folder = folderWith({ 'cases.csv': cases });
    expect(await refusal(['report', `${folder}/cases.csv`])).toMatch(/line 3.*1 MiB/);
  });

  it('nothing about a field of 1 MiB, which is read', async () => {
    const stdin = `${HEADER.trim()},Comments\n${ROW.trim()},${'x'.repeat(MEBIBYTE)}\n`;
    expect((await runCli(['report', '-'], { stdin })).code).toBe(0);
  });

  it('which two headers stand for one column, in which file, and how to choose', async () => {
    const stderr = await refusal(['report', fixture('messy-export/needs-choices.csv')]);
    expect(stderr).toContain('"Ethnic Origin"');
    expect(stderr).toContain('--map "Officer Defined Ethnicity=ethnicity"');
    expect(stderr).toContain('needs-choices.csv');
  });

  it('that a header stands there twice', async () => {
    const stderr = await refusal(['report', fixture('messy-export/refused/same-header-twice.csv')]);
    expect(stderr).toMatch(/"disposal".*"Disposal"/);
  });

  it('that there is no identifier of children, with the nearest header and --count-cases', async () => {
    const folder = folderWith({ 'cases.csv': 'case_id,chyld_id,start_date\nK1,Y1,2026-05-11\n' });
    const stderr = await refusal(['report', `${folder}/cases.csv`]);
    expect(stderr).toMatch(/child_id.*--map "chyld_id=child_id".*--count-cases/);
  });

  it('that the as-at date has to be given, when the latest start date is a slip', async () => {
    const stderr = await refusal(['report', fixture('messy-export/as-at-slip.csv')]);
    expect(stderr).toMatch(/line 4.*start_date.*--as-at/);
  });

  it('that the as-at date has to be given, when there are ends and no starts', async () => {
    const folder = folderWith({ 'cases.csv': 'case_id,child_id,end_date\nK1,Y1,2026-05-11\n' });
    expect(await refusal(['report', `${folder}/cases.csv`])).toMatch(/start_date.*end_date.*--as-at/);
  });

  it('that a name is empty', async () => {
    for (const command of ['report', 'validate', 'columns'])
      expect(await refusal([command, ''])).toMatch(/"": an empty name; name a caseload CSV/);
  });

  it.each([
    ['goes through a file', 'ok.csv/x', /a part of the path is a file/],
    ['is a link to itself', 'loop', /a link that leads back to itself/],
    ['is too long', 'x'.repeat(300), /longer than a name may be/],
  ])('that a path %s', async (_what, name, says) => {
    const folder = folderWith({ 'ok.csv': HEADER + ROW });
    symlinkSync('loop', `${folder}/loop`);
    for (const command of ['report', 'validate', 'columns'])
      expect(await refusal([command, `${folder}/${name}`])).toMatch(says);
  });

  it('nothing about a broken link in a folder, which is passed over', async () => {
    const folder = folderWith({ 'ok.csv': HEADER + ROW });
    symlinkSync('nowhere.csv', `${folder}/x.csv`);
    const { code, stdout } = await runCli(['report', folder]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('ok.csv')]);
  });

  // /dev/null stands for all devices: /dev/zero would never end, were it read.
  it('that a device is no file', async () => {
    expect(await refusal(['report', '/dev/null'])).toMatch(/is a device.*name a CSV, or - for standard/);
    expect(await refusal(['report', CASES, '--map', '/dev/null'])).toMatch(/neither.*nor a file/);
  });

  it('that standard input is empty', async () => {
    expect(await refusal(['report', '-'], { stdin: '' })).toMatch(/empty/);
  });

  it('that standard input can be read once', async () => {
    expect(await refusal(['report', '-', '-'], { stdin: HEADER + ROW })).toContain('only once');
  });
});

describe('a flag that makes no sense is refused in one line', () => {
  it.each([
    ['an unknown column in --map', ['--map', 'Origin=ethnicty'], /--map.*"ethnicty".*ethnicity\?/],
    ['a --map that is neither a pair nor a file', ['--map', 'no-such-map.csv'], /no-such-map\.csv.*neither/],
    ['an empty --map', ['--map', ''], /--map "": empty; write it as "their header=our column"/],
    ['an empty -o', ['-o', ''], /-o "": an empty name; name a file, or - for the screen/],
    ['an empty -o with a format', ['-o', '', '--format', 'json'], /-o "": an empty name/],
    ['an unknown column in --by', ['--by', 'tem'], /--by.*"tem".*team\?/],
    ['a column that the file lacks in --by', ['--by', 'send'], /--by send.*no column send.*columns/],
    ['dates in --by', ['--by', 'start_date'], /--by start_date.*dates.*team/],
    ['an unknown column in --where', ['--where', 'tem=North'], /--where.*"tem".*team\?/],
    ['a column that the file lacks in --where', ['--where', 'send=Yes'], /--where send.*no column send/],
    ['a --where without a value', ['--where', 'team'], /--where team.*column=value/],
    ['a label that no list has in --where', ['--where', 'sex=Mal'], /--where sex=Mal.*"Male"\?/],
    ['an as-at date that is none', ['--as-at', '31/31/2026'], /--as-at 31\/31\/2026.*2026-10-31/],
    ['an as-at date in words', ['--as-at', 'yesterday'], /--as-at yesterday.*2026-10-31/],
    ['a --from that is no date', ['--from', 'May'], /--from May.*2026-10-31/],
    ['a period that ends before it begins', ['--from', '2026-06-01', '--to', '2026-05-31'], /--from.*--to/],
    ['an unknown metric', ['--only', 'ethnicty'], /--only.*"ethnicty".*ethnicity\?/],
    ['an unknown format', ['--format', 'jsn'], /--format jsn.*json\?/],
    ['a format of another tool', ['--format', 'docx'], /--format docx.*terminal, markdown, csv, json/],
    ['an ending that is no format', ['-o', 'report.docx'], /report\.docx.*\.md.*--format/],
    ['two letters changed about, a near miss too', ['--by', 'taem'], /"taem".*team\?/],
    ['an unknown flag', ['--asat', '2026-05-31'], /--asat.*--as-at\?/],
    ['an unknown list of ethnicities', ['--ethnicity-list', '2022'], /2022.*2021.*2001/],
    ['an unknown severity', ['--fail-on', 'everything'], /everything.*error.*warning.*never/],
  ])('%s', async (_what, flags, says) => {
    expect(await refusal(['report', CASES, ...flags])).toMatch(says);
  });

  it.each([
    ['reprot', /reprot.*report\?/],
    ['zzz', /zzz.*--help/],
  ])('the unknown command %s', async (command, says) => {
    expect(await refusal([command, CASES])).toMatch(says);
  });

  it('help on an unknown command', async () => {
    expect((await runCli(['help', 'reprot'])).stderr).toMatch(/reprot/);
  });

  it.each([
    ['an unknown column', 'theirs,ours,column\nOrigin,ethnicty,\n', /line 2.*"ethnicty".*ethnicity\?/],
    ['an unknown label', 'theirs,ours,column\nIC4,Martian,ethnicity\n', /line 2.*"Martian"/],
    ['another header', 'from,to\nOrigin,ethnicity\n', /theirs,ours,column/],
    ['no line', '', /theirs,ours,column/],
    ['a label that is empty', 'theirs,ours,column\n,Irish,ethnicity\n', /map\.csv line 2: theirs is empty/],
    ['a column and nothing else', 'theirs,ours,column\n,,ethnicity\n', /map\.csv line 2: theirs is empty/],
    ['a header that is empty', 'theirs,ours,column\n ,ethnicity,\n', /map\.csv line 2: theirs is empty/],
    ['a header of signs alone', 'theirs,ours,column\n--,ethnicity,\n', /map\.csv line 2: theirs is empty/],
    [
      'a mistake below a quoted line end',
      'theirs,ours,column\n"Their\r\nown\nword",Irish,ethnicity\nIC4,Martian,ethnicity\n',
      /map\.csv line 5: "Martian"/,
    ],
    [
      'a mistake below empty lines and a sep= line',
      'sep=;\ntheirs;ours;column\n;;\n\nIC4;Martian;ethnicity\n',
      /map\.csv line 5: "Martian"/,
    ],
    [
      'a quote that is not closed',
      'theirs,ours,column\nA,Irish,ethnicity\n"B,Irish,ethnicity\n',
      /map\.csv line 3: a quote/,
    ],
    ['a NUL byte', 'theirs,ours,column\nA\0,Irish,ethnicity\n', /map\.csv line 2: a NUL byte/],
  ])('a mapping file with %s, with its line', async (_what, content, says) => {
    const map = `${folderWith({ 'map.csv': content })}/map.csv`;
    expect(await refusal(['report', CASES, '--map', map])).toMatch(says);
  });
});

describe('a mapping file', () => {
  it('may have lines of commas alone, and is right about all others', async () => {
    const map = 'theirs,ours,column\n,,\n"Their\nteam",team,\n,,\n';
    const folder = folderWith({
      'map.csv': map,
      'cases.csv': 'case_id,child_id,Their team,start_date\nK1,Y1,North,2026-05-11\n',
    });
    const { stdout } = await runCli(['columns', `${folder}/cases.csv`, '--map', `${folder}/map.csv`]);
    expect(stdout).toMatch(/Their team +team +mapped by hand/);
  });
});

describe('an output that cannot be written is refused before anything is read', () => {
  it.each([
    ['in a link to itself', 'loop/x.md', /a link that leads back to itself/],
    ['through a file', 'ok.csv/x.md', /a part of the path is a file/],
    ['under a name of 300 characters', `${'x'.repeat(297)}.md`, /longer than a name may be/],
    [
      'under a name that leaves no room for the provenance beside it',
      `${'x'.repeat(246)}.csv`,
      /longer than/,
    ],
  ])('%s', async (_what, name, says) => {
    const folder = folderWith({ 'ok.csv': '' });
    symlinkSync('loop', `${folder}/loop`);
    expect(await refusal(['report', CASES, '-o', `${folder}/${name}`])).toMatch(says);
    expect(namesIn(folder)).toEqual(['loop', 'ok.csv']);
  });

  it('where one of the files to read is, --force or not', async () => {
    const cases = readFixture('tiny-service/caseload.csv');
    const folder = folderWith({
      'cases.json': cases,
      'map.json': 'theirs,ours,column\n',
      'all/a.csv': cases,
    });
    const run = (input: string, ...flags: string[]) =>
      refusal(['validate', `${folder}/${input}`, ...flags, '--force']);
    const says = /is one of the files to read; write to another/;
    expect(await run('cases.json', '-o', `${folder}/cases.json`)).toMatch(says);
    expect(await run('cases.json', '--rejects', `${folder}/./cases.json`)).toMatch(says);
    expect(await run('all', '--rejects', `${folder}/all/a.csv`)).toMatch(says);
    expect(await run('cases.json', '--map', `${folder}/map.json`, '-o', `${folder}/map.json`)).toMatch(says);
    expect(readFileSync(`${folder}/cases.json`, 'utf8')).toBe(cases);
  });

  it('in a folder that does not exist', async () => {
    const folder = folderWith();
    const stderr = await refusal(['report', CASES, '-o', `${folder}/none/report.md`]);
    expect(stderr).toMatch(/none.*does not exist.*make it/);
    expect(namesIn(folder)).toEqual([]);
  });

  it('where a file is there already', async () => {
    const folder = folderWith({ 'report.md': 'older' });
    expect(await refusal(['report', CASES, '-o', `${folder}/report.md`])).toMatch(/there already.*--force/);
    expect(namesIn(folder)).toEqual(['report.md']);
  });

  it('where a folder has the name', async () => {
    const folder = folderWith({ 'report.md/inside.txt': '' });
    expect(await refusal(['report', CASES, '-o', `${folder}/report.md`, '--force'])).toMatch(/folder/);
  });

  it('when the provenance beside a CSV is there already', async () => {
    const folder = folderWith({ 'report.csv.provenance.json': 'older' });
    const stderr = await refusal(['report', CASES, '-o', `${folder}/report.csv`]);
    expect(stderr).toMatch(/provenance\.json.*--force/);
    expect(namesIn(folder)).toEqual(['report.csv.provenance.json']);
  });

  it('leaves nothing when the input is bad', async () => {
    const folder = folderWith({ 'cases.csv': HEADER });
    await refusal(['report', `${folder}/cases.csv`, '-o', `${folder}/report.md`]);
    await refusal(['validate', `${folder}/cases.csv`, '--rejects', `${folder}/rejects.csv`]);
    expect(namesIn(folder)).toEqual(['cases.csv']);
  });
});

describe('no file at all', () => {
  it.each(['report', 'validate', 'workload'])('is refused by %s in one line when piped', async (command) => {
    expect(await refusal([command])).toMatch(/no file given.*CSV.*-/);
  });

  it.each(['report', 'validate', 'workload'])('on a terminal gets the help of %s too', async (command) => {
    const { code, stdout, stderr } = await runCli([command], { isTTY: true });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`Usage: yos-caseload ${command}`);
    expect(stderr).toContain('no file given');
  });
});
