/** prepare: what it refuses, in one line, with exit code 2 and nothing written. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEY_HEX } from '../prepare/reference-hash.ts';
import { fixture, folderWith, namesIn } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const EXPORT = fixture('prepare/export.csv');
const CASE = 'case_id,child_id,Surname,disposal\nK1,Y1,Ashby,Fine\n';

/** The one line of a refusal; nothing is made in the folder, no key either. */
async function refusal(folder: string, args: readonly string[]): Promise<string> {
  const before = namesIn(folder);
  const key = args.includes('--key-file') ? [] : ['--key-file', `${folder}/caseload.key`];
  const { code, stdout, stderr } = await runCli(['prepare', ...args, ...key]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^yos-caseload: [^\n]+\n$/);
  expect(stderr).not.toContain('Ashby');
  expect(namesIn(folder)).toEqual(before);
  return stderr;
}

describe('an export is refused', () => {
  it.each([
    [
      'without a child, with the number that could serve',
      'case_id,PNC Number\nK1,2021/0000001A\n',
      /no column for child_id; .*--map "PNC Number=child_id"/,
    ],
    [
      'without a child, with the nearest header',
      'case_id,chyld_id,NHS No\nK1,1,9990000018\n',
      /--map "chyld_id=child_id"/,
    ],
    [
      'without a case, for which no number of a person serves',
      'child_id,PNC Number\nK1,2021/0000001A\n',
      /no column for case_id; .*"their header=case_id".*--count-cases/,
    ],
    [
      'with a header and no row',
      'case_id,child_id,Surname\n',
      /export\.csv: a header but no rows; export it again/,
    ],
    ['with totals and no row', 'case_id,child_id,Surname\nTotal,,\n', /a header but no rows/],
    ['without a header', 'Rowan,Ashby\n', /export\.csv: no header was recognised/],
    ['that is empty', '', /export\.csv: the file is empty/],
    [
      'with a quote that is never closed',
      `${CASE}K2,Y2,"Ashby,Fine\n`,
      /export\.csv line 3: a quote .* never closed/,
    ],
    [
      'with two headers for one column',
      'case_id,child_id,child ref\nAshby,Ashby,Ashby\n',
      /two headers stand for child_id/,
    ],
  ])('%s', async (_what, content, says) => {
    const folder = folderWith({ 'export.csv': content });
    expect(await refusal(folder, [`${folder}/export.csv`])).toMatch(says);
  });

  it('when every column would be left out', async () => {
    const folder = folderWith({ 'export.csv': `team\n${'ZZ1 1AA\n'.repeat(5)}` });
    expect(await refusal(folder, [`${folder}/export.csv`, '--count-cases'])).toMatch(
      /export\.csv: every column would be left out; name some with --map/,
    );
  });

  it('when there are two of them, or a folder of two', async () => {
    const folder = folderWith({ 'in/a.csv': CASE, 'in/b.csv': CASE });
    const says = /prepare takes one file; .* the same key file links their children/;
    expect(await refusal(folder, [`${folder}/in/a.csv`, `${folder}/in/b.csv`])).toMatch(says);
    expect(await refusal(folder, [`${folder}/in`])).toMatch(says);
  });

  it('when there is none', async () => {
    const folder = folderWith();
    expect(await refusal(folder, [])).toMatch(/no file given/);
    expect(await refusal(folder, [`${folder}/none.csv`])).toMatch(/none\.csv: no such file/);
  });
});

describe('an option is refused', () => {
  const folder = () => folderWith({ 'export.csv': `${CASE.replace('\n', ',Notes,Area\n').trim()},x,y\n` });

  it.each([
    ['--keep-column', 'Surname', /^yos-caseload: --keep-column "Surname": names are never kept/],
    ['--keep-column', 'Note', /--keep-column "Note": the file has no such header; did you mean "Notes"\?/],
    ['--keep-column', 'xyzzy', /the file has no such header; see them with yos-caseload columns/],
    ['--keep-column', '', /--keep-column "": the file has no such header/],
    ['--keep-column', 'disposal', /--keep-column "disposal": is written as disposal anyway/],
    ['--keep-column', 'Child ID', /--keep-column "Child ID": is written as child_id anyway/],
    ['--map', 'Surname=team', /--map "Surname=team": names are never kept; map another header/],
    ['--map', 'Note=team', /--map "Note": the file has no such header; did you mean "Notes"\?/],
    ['--map', 'Notes=tem', /--map/],
  ])('%s "%s"', async (option, value, says) => {
    const place = folder();
    expect(await refusal(place, [`${place}/export.csv`, option, value])).toMatch(says);
  });

  it('that keeps a column which turns out to hold postcodes', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => `K${at},Y${at},ZZ${at} 1AA\n`).join('');
    const place = folderWith({ 'export.csv': `case_id,child_id,Area\n${rows}` });
    expect(await refusal(place, [`${place}/export.csv`, '--keep-column', 'Area'])).toMatch(
      /^yos-caseload: --keep-column "Area": postcodes are never kept/,
    );
  });

  it('that keeps a column for which another is mapped by hand', async () => {
    const place = folderWith({ 'export.csv': 'case_id,child_id,team,squad\nK1,Y1,a,b\n' });
    const args = [`${place}/export.csv`, '--map', 'squad=team', '--keep-column', 'team'];
    expect(await refusal(place, args)).toMatch(/--keep-column "team": .*another header is mapped/);
  });
});

describe('the key is refused', () => {
  const withKey = (content: string, mode: number) => {
    const folder = folderWith({ 'caseload.key': content });
    chmodSync(`${folder}/caseload.key`, mode);
    return folder;
  };

  it('when others can read it, and the caseload is not written', async () => {
    const folder = withKey(KEY_HEX, 0o644);
    expect(await refusal(folder, [EXPORT, '-o', `${folder}/caseload.csv`])).toMatch(
      /caseload\.key: others .* may read this key.*chmod 600/,
    );
  });

  it('when it is no key, and stays what it is', async () => {
    const folder = withKey('not a key', 0o600);
    expect(await refusal(folder, [EXPORT, '--force'])).toMatch(/caseload\.key: is no key file/);
    expect(readFileSync(`${folder}/caseload.key`, 'utf8')).toBe('not a key');
  });

  it('when it is the export', async () => {
    const folder = folderWith({ 'export.csv': CASE });
    chmodSync(`${folder}/export.csv`, 0o600);
    const args = [`${folder}/export.csv`, '--key-file', `${folder}/export.csv`];
    expect(await refusal(folder, args)).toMatch(/export\.csv: is no key file/);
  });

  it('when its folder is not there', async () => {
    const folder = folderWith();
    expect(await refusal(folder, [EXPORT, '--key-file', `${folder}/none/caseload.key`])).toMatch(
      /the folder .*none does not exist; make it first/,
    );
  });

  it.each(['', '-'])('when its name is "%s"', async (name) => {
    expect(await refusal(folderWith(), [EXPORT, '--key-file', name])).toMatch(/--key-file ".?": name a file/);
  });
});

describe('an output is refused', () => {
  const secret = `${KEY_HEX}\n`;

  it('that is there already, without --force', async () => {
    const folder = folderWith({ 'caseload.csv': 'older' });
    const args = [EXPORT, '-o', `${folder}/caseload.csv`];
    expect(await refusal(folder, args)).toMatch(/caseload\.csv: is there already; replace it with --force/);
    expect(readFileSync(`${folder}/caseload.csv`, 'utf8')).toBe('older');
    const { code } = await runCli(['prepare', ...args, '--force', '--key-file', `${folder}/caseload.key`]);
    expect([code, readFileSync(`${folder}/caseload.csv`, 'utf8')]).toEqual([
      1,
      expect.stringMatching(/^case_id,/),
    ]);
  });

  it('that is the export, the mapping or the key, --force or not', async () => {
    const folder = folderWith({ 'export.csv': CASE, 'map.csv': 'theirs,ours,column\nx,team,\n' });
    writeFileSync(`${folder}/caseload.key`, secret, { mode: 0o600 });
    for (const name of ['export.csv', 'map.csv', 'caseload.key']) {
      const args = [
        `${folder}/export.csv`,
        '--map',
        `${folder}/map.csv`,
        '-o',
        `${folder}/${name}`,
        '--force',
      ];
      expect(await refusal(folder, args)).toMatch(/is one of the files to read; write to another/);
    }
    expect(readFileSync(`${folder}/caseload.key`, 'utf8')).toBe(secret);
  });

  it('that is where the key would be made', async () => {
    const folder = folderWith();
    expect(await refusal(folder, [EXPORT, '-o', `${folder}/caseload.key`])).toMatch(
      /two outputs cannot go to one place/,
    );
  });
});
