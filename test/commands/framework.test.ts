/** framework: the frameworks, one of them, and what the ratings of standards add up to. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FrameworkScore } from '../../src/commands/framework-score.ts';
import { fileWith, fixture, folderWith, namesIn } from '../support/files.ts';
import { runCli, runJson } from '../support/run-cli.ts';

const NUMBERS = '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4'.split(' ');

/** A file of ratings, such as `OOOGGGGGGGG` and `R`: Outstanding, Good, Requires improvement, Inadequate. */
function ratingsOf(letters: string): string {
  const words = new Map([
    ['O', 'Outstanding'],
    ['G', 'Good'],
    ['R', 'Requires improvement'],
    ['I', 'Inadequate'],
  ]);
  return `standard,rating\n${NUMBERS.map((number, index) => `${number},${words.get(letters.charAt(index))}\n`).join('')}`;
}

const scoreOf = (content: string | Uint8Array) =>
  runJson<FrameworkScore>(['framework', 'score', fileWith(content, 'ratings.csv')]);
const score = (content: string, ...flags: string[]) =>
  runCli(['framework', 'score', fileWith(content, 'ratings.csv'), ...flags]);
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('framework', () => {
  it('lists the frameworks and says which is provisional', async () => {
    const { code, stdout, stderr } = await runCli(['framework'], { columns: 200 });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^2018-2024 .*13 standards, bands, composite of 0 to 36$/m);
    expect(stdout).toMatch(/^2025 .*provisional: structure only, no bands, no composite$/m);
  });

  it('prints one: standards, questions, bands, composite, and how sure each is', async () => {
    const { code, stdout } = await runCli(['framework', '2018-2024'], { columns: 160 });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^4\.1 +resettlement +left out +resettlement policy and provision$/m);
    expect(stdout).toMatch(/^2\.2\.2 +planning_child_safety +Does planning .*keeping the child safe\?$/m);
    for (const title of ['Questions', 'Rating of a standard', 'The composite'])
      expect(stdout).toContain(`${title}   (as commonly described)`);
    expect(stdout).toMatch(/^under 50% +Inadequate +0$/m);
    expect(stdout).toMatch(/^50 to 64% +Requires improvement +1$/m);
    expect(stdout).toMatch(/^65 to 79% +Good +2$/m);
    expect(stdout).toMatch(/^80% and over +Outstanding +3$/m);
    expect(flat(stdout)).toContain(
      '0-6 Inadequate, 7-18 Requires improvement, 19-30 Good, 31-36 Outstanding',
    );
    expect(stdout).toMatch(/^read second-hand +resettlement does not contribute/m);
  });

  it('prints that of 2025 as provisional, without a band, points or a guess about children', async () => {
    const { stdout } = await runCli(['framework', '2025'], { columns: 160 });
    expect(stdout).toContain('PROVISIONAL');
    expect(stdout).toMatch(/^work with children +not known here$/m);
    expect(stdout).toMatch(/^V1\.1 +Is work with victims high-quality, individualised, and responsive\?$/m);
    expect(stdout).not.toMatch(/%|Outstanding|C1\.1/);
  });

  it.each(['2018-2024', '2025'])('fits %s in a narrow terminal', async (name) => {
    const { stdout } = await runCli(['framework', name], { columns: 60 });
    expect(stdout.split('\n').filter((line) => line.length > 60)).toEqual([]);
  });

  it('gives one as JSON, with where each fact comes from', async () => {
    const json = await runJson<Record<string, unknown>>(['framework', '2025']);
    expect(json).toMatchObject({
      schema: 'yos-caseload/framework/1',
      name: '2025',
      isProvisional: true,
      rating: null,
      composite: null,
    });
    expect(json.facts).toContainEqual(expect.objectContaining({ certainty: 'read second-hand' }));
  });

  it.each([
    ['a name that is none', ['2019'], /2019: no such framework; there are 2018-2024 and 2025/],
    ['score, mistyped', ['scroe', 'x.csv'], /scroe: .*did you mean score\?/],
    ['ratings without score', ['2018-2024', 'x.csv'], /x\.csv: ratings are read by framework score/],
    ['--framework without score', ['2025', '--framework', '2025'], /--framework 2025: .*framework NAME/],
    ['the list as JSON', ['--format', 'json'], /name one for its JSON/],
    ['a format of reports', ['2025', '--format', 'markdown'], /--format markdown.*terminal, json/],
    ['score without a file', ['score'], /no file given; .*standard and rating/],
    ['a file that is not there', ['score', 'none.csv'], /none\.csv: no such file/],
    ['another framework', ['score', 'x.csv', '--framework', '2024'], /--framework 2024: no such framework/],
    ['one without a rule', ['score', 'x.csv', '--framework', '2025'], /--framework 2025: no composite rule/],
  ])('refuses %s in one line', async (_what, args, says) => {
    const { code, stdout, stderr } = await runCli(['framework', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('framework score', () => {
  // Bath and North East Somerset 2025: 3 x 3 + 8 x 2 + 1 x 1 = 26, and 26 / 36 = 0.7222.
  it('of 3 Outstanding, 8 Good and 1 Requires improvement is 26 of 36, Good', async () => {
    const { code, stdout, stderr } = await score(`${ratingsOf('OOOGGGGGGGGR')}4.1,Good\n`);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Composite +26 of 36 = 72\.22%, over 12 standards$/m);
    expect(stdout).toMatch(/^Band +Good \(as commonly described\)$/m);
    expect(stdout).toMatch(/^4\.1 +Good +not counted +resettlement/m);
    expect(stdout).toMatch(/^Left out +4\.1 resettlement policy and provision/m);
    expect(flat(stdout)).toContain('worked out from the ratings given, not an inspection rating');
  });

  // Birmingham 2023: 11 / 36 = 0.3056, here as 2 x 2 + 7 x 1 + 3 x 0.
  it('of 11 points is 30.56 %, Requires improvement', async () => {
    const { stdout } = await score(ratingsOf('GGRRRRRRRIII'));
    expect(stdout).toMatch(/^Composite +11 of 36 = 30\.56%/m);
    expect(stdout).toMatch(/^Band +Requires improvement \(/m);
    expect(stdout).toMatch(/^4\.1 +not rated +not counted/m);
  });

  it.each([
    ['IIIIIIIIIIII', 0, 'Inadequate'],
    ['GGGIIIIIIIII', 6, 'Inadequate'],
    ['GGGRIIIIIIII', 7, 'Requires improvement'],
    ['GGGGGGGGGIII', 18, 'Requires improvement'],
    ['GGGGGGGGGRII', 19, 'Good'],
    ['OOOOOOGGGGGG', 30, 'Good'],
    ['OOOOOOOGGGGG', 31, 'Outstanding'],
    ['OOOOOOOOOOOO', 36, 'Outstanding'],
  ])('of %s is %i, %s', async (letters, points, band) => {
    expect((await scoreOf(ratingsOf(letters))).composite).toEqual({
      standards: 12,
      score: points,
      maximum: 36,
      share: points / 36,
      band,
      certainty: 'as commonly described',
    });
  });

  it('is the same whatever resettlement is rated', async () => {
    for (const rating of ['Outstanding', 'Inadequate', 'not inspected', '']) {
      const { composite, standards } = await scoreOf(`${ratingsOf('GGGGGGGGGGGG')}4.1,${rating}\n`);
      expect([rating, composite.score]).toEqual([rating, 24]);
      expect(standards.at(-1)).toMatchObject({ number: '4.1', isInComposite: false });
    }
  });

  it('gives JSON with each standard, the file by name and hash, and what it is not', async () => {
    const json = await scoreOf(ratingsOf('OOOGGGGGGGGR'));
    expect(json).toMatchObject({
      schema: 'yos-caseload/framework-score/1',
      framework: '2018-2024',
      caveat: 'worked out from the ratings given, not an inspection rating',
      input: { file: 'ratings.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(json.standards).toHaveLength(13);
    expect(json.standards.at(11)).toEqual({
      number: '3.4',
      name: 'out-of-court disposal policy and provision',
      domain: 'out-of-court disposals',
      rating: 'Requires improvement',
      score: 1,
      isInComposite: true,
    });
    expect(json.standards.at(12)).toMatchObject({ number: '4.1', rating: null, score: null });
  });

  // By number, number and name, name alone, domain and name; words, initials, any case: 3 + 6 x 2 + 1 + ... by hand:
  // O G G G G O RI G G G O G = 9 + 16 + 1 = 26.
  it('knows standards by number or name and ratings by words or initials, in the CSV of a spreadsheet', async () => {
    const { composite } = await scoreOf(
      [
        'Our own view;;',
        'Standard;Comment;Rating',
        '1.1;"agreed; twice";OUTSTANDING',
        '1.2 Staff;;Good',
        'Partnerships & Services;;good',
        'information and facilities;;G',
        'Court disposals: Assessment;;Good',
        '2.2;;O',
        '2.3 delivery;;RI',
        'REVIEWING;;Good',
        '3.1 Out-of-court disposals: assessment;;Good',
        'out of court disposals - planning;;Good',
        '3.3;;outstanding',
        'Joint working;;Good',
        ';;',
      ].join('\r\n'),
    );
    expect([composite.score, composite.band]).toEqual([26, 'Good']);
  });

  it('reads standard input and writes a file, which it replaces only when told to', async () => {
    const folder = folderWith();
    const args = ['framework', 'score', '-', '-o', `${folder}/score.json`];
    const stdin = ratingsOf('GGGGGGGGGGGG');
    expect(await runCli(args, { stdin })).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(`${folder}/score.json`, 'utf8')).composite.score).toBe(24);
    expect(await runCli(args, { stdin })).toMatchObject({ code: 2 });
    expect(await runCli([...args, '--force'], { stdin })).toMatchObject({ code: 0 });
    expect(namesIn(folder)).toEqual(['score.json']);
  });

  it('never writes over the ratings', async () => {
    const path = fileWith(ratingsOf('GGGGGGGGGGGG'), 'ratings.json');
    const { code, stderr } = await runCli(['framework', 'score', path, '-o', path, '--force']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('one of the files to read')]);
  });
});

describe('ratings with mistakes', () => {
  it('are refused with all mistakes at once, each with its line, and what is missing', async () => {
    const { code, stdout, stderr } = await score(
      [
        'standard,rating',
        '1.1,Outstandng',
        'Assessment,Good',
        '2.1,',
        'Staff,Good',
        '1.2,RI',
        'Caseload,7',
        ',Good',
        'revewing,Good',
        '4.1,Good',
        '4.1,Good',
      ].join('\n'),
    );
    expect([code, stdout]).toEqual([2, '']);
    for (const says of [
      /ratings\.csv line 2: "Outstandng" is no rating; did you mean Outstanding\?/,
      /line 3: "Assessment" is the name of 2\.1 \(court disposals: assessment\) and 3\.1 \(out-of-court disposals: assessment\)/,
      /line 4: 2\.1 \(court disposals: assessment\) has no rating/,
      /line 6: 1\.2 \(organisational delivery: staff\) is there already, on line 5/,
      /line 7: "Caseload" is no standard; yos-caseload framework 2018-2024 lists them/,
      /line 7: "7" is no rating; it is one of Inadequate \(I\), Requires improvement \(RI\), Good \(G\), Outstanding \(O\)/,
      /line 8: standard is empty/,
      /line 9: "revewing" is no standard; did you mean 2\.4 /,
      /line 11: 4\.1 .* is there already, on line 10/,
      /no line for 1\.3 partnerships and services, 1\.4 information and facilities, 2\.2 planning,/,
    ])
      expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/no line for[^\n]*(?:1\.1|1\.2|2\.1|4\.1) /);
  });

  it('of some standards alone give no composite: the others are named', async () => {
    const { code, stdout, stderr } = await score(
      `standard,rating\n${NUMBERS.slice(0, 10).join(',Good\n')},Good\n`,
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /ratings\.csv: no line for 3\.3 implementation and delivery, 3\.4 out-of-court disposal policy and provision$/m,
    );
  });

  it('a number and a name of two standards are none of them', async () => {
    const { stderr } = await score(`${ratingsOf('GGGGGGGGGGGG')}2.1 Planning,Good\n`);
    expect(stderr).toMatch(/line 14: "2\.1 Planning" is no standard/);
  });

  it('points are no ratings', async () => {
    const { code, stderr } = await score(ratingsOf('GGGGGGGGGGGG').replace('3.4,Good', '3.4,2'));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/line 13: "2" is no rating/)]);
  });

  it('a caseload is no file of ratings, and no cell of it is shown', async () => {
    const { code, stderr } = await runCli(['framework', 'score', fixture('tiny-service/caseload.csv')]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        /caseload\.csv: no column standard, rating; the header must be standard,rating\n$/,
      ),
    ]);
  });
});
