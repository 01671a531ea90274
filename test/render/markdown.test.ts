import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { reportOfTable, sampleReport, staffedWorkers, teamCalledAll } from './sample-report.ts';
import {
  codedRow,
  roundedReport,
  SENTENCE,
  shareableQuality,
  shareableReport,
  shareableSexes,
  shareableSexMix,
  shareableWith,
} from './shareable-report.ts';

describe('renderMarkdown', () => {
  const markdown = renderMarkdown(sampleReport);

  it('is stamped in its first line when it is internal', () => {
    expect(markdown.split('\n')[0]).toBe('# INTERNAL: Caseload report');
    expect(renderMarkdown(shareableReport).split('\n')[0]).toBe('# Caseload report');
  });

  it('aligns figures to the right and joins bounds into one column', () => {
    expect(markdown).toContain(
      '| Group | Children | Share | 95% range | Share of all |\n| --- | ---: | ---: | ---: | ---: |\n| Asian | 96 | 36.8% | 31.2 - 42.8 | 35.8% |',
    );
  });

  it('puts the value of a breakdown into the first column', () => {
    expect(markdown).toContain('| Team | Sex | Children |');
    expect(markdown).toContain('| North | Female | 5 |');
  });

  it('lets nothing from the data become mark-up', () => {
    const rows = staffedWorkers.rows.map((row) => ({ ...row, worker: 'a|`b`<img src=x>\n# c & d' }));
    const text = renderMarkdown(reportOfTable({ ...staffedWorkers, rows }));
    expect(text).toContain('| a\\|\\`b\\`&lt;img src=x>\ufffd# c &amp; d |');
  });

  it('says what must be said of a metric under its heading', () => {
    expect(markdown).toContain(
      '## Court quality\n\nWas the court work good enough?\n\n**indicative self-audit, not an inspection rating**\n',
    );
  });

  it('says who a metric is about once, not of each of its tables', () => {
    expect(markdown.match(/388 cases; left out: 17 closed/g)).toHaveLength(1);
    expect(markdown.match(/North: 16 children/g)).toHaveLength(1);
  });

  it('tells a team called All from the whole', () => {
    const text = renderMarkdown(reportOfTable(teamCalledAll));
    expect(text).toContain('- Team: All: 10 children;');
    expect(text).toContain('| All | Male | 21 | 70.0% |\n| Team: All | Female | 4 | 40.0% |');
  });

  it.each([
    ['ESC', '\u001b'],
    ['U+009B', '\u009b'],
    ['U+202E', '\u202e'],
    ['NUL', '\u0000'],
    ['a line end', '\n'],
    ['a separator of lines', '\u2028'],
  ])('shows %s as a placeholder wherever a file can bring it', (_name, control) => {
    const withName = (name: string) => {
      const rows = staffedWorkers.rows.map((row) => ({ ...row, by: name, worker: name, team: name }));
      const cohort = { ...staffedWorkers.cohort, parts: [{ by: name, n: 1, known: 1, leftOut: [] }] };
      const report = reportOfTable({ ...staffedWorkers, by: 'team', cohort, rows });
      const provenance = {
        ...report.provenance,
        inputs: report.provenance.inputs.map((input) => ({ ...input, file: name, encoding: name })),
        options: { where: `team=${name}` },
      };
      const problems = report.problems.map((problem) => ({ ...problem, column: name, label: name }));
      return renderMarkdown({ ...report, provenance, problems });
    };
    const text = withName(`a${control}b`);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text).toBe(withName('a\ufffdb'));
  });

  it('says where its figures come from', () => {
    const [october] = sampleReport.provenance.inputs;
    const end = markdown.slice(markdown.indexOf('## Where these figures come from'));
    expect(end).toContain('| Made by | yos-caseload 0.1.0 |');
    expect(end).toContain('| As at | 27 October 2026 (the latest start date) |');
    expect(end).toContain('| Disclosure | internal |\n| Counted | children |');
    expect(end).toContain('| Options | --by team, --where residence=Home, --where team=North |');
    expect(end).toContain(
      '| october.csv | 412 rows = 405 used + 4 duplicates + 3 rejected; read as utf-8 with commas |',
    );
    expect(end).toContain(`| october.csv, SHA-256 | ${october.sha256} |`);
  });

  it('is the same file as ever', async () => {
    await expect(markdown).toMatchFileSnapshot('__golden__/report.md');
  });
});

describe('a report to be shared', () => {
  const markdown = renderMarkdown(shareableReport);

  it('says on its first lines that small numbers are withheld, or that counts are rounded', () => {
    expect(markdown).toMatch(
      /^# Caseload report\n\n\*\*Only sex Female\.\*\*\n\nAs at .*\); small numbers withheld as \[c\]\.\n/,
    );
    expect(renderMarkdown(roundedReport)).toMatch(/^# Caseload report\n\nAs at .*; counts rounded to 5\.\n/);
  });

  it('has codes in the place of figures, in the columns of figures', () => {
    expect(markdown).toContain('| Mixed | [c] | [c] | [c] | [c] |\n');
    expect(markdown).toContain('| Measure | Value |\n| --- | ---: |\n| Workers | [c] |\n');
  });

  it('says of a table withheld whole that it is', () => {
    expect(markdown).toContain('\n### Ethnic categories\n\nWithheld whole: small numbers.\n\n');
  });

  it('names the values of a breakdown that are withheld on one line', () => {
    const line = 'Withheld for West and East: too few children, or they would reveal them.';
    expect(markdown).toContain(`\n- West: 31 children\n\n${line}\n\n### Sexes\n`);
    expect(markdown.match(/East/g)).toHaveLength(1);
  });

  it('lets no name of a value that is withheld become mark-up', () => {
    const parts = [{ by: '*x*<b>', n: '[c]', known: '[c]', leftOut: [] }] as const;
    const table = { ...shareableSexes, cohort: { ...shareableSexes.cohort, parts } };
    const text = renderMarkdown(shareableWith({ metrics: [{ ...shareableSexMix, tables: [table] }] }));
    expect(text).toContain('Withheld for \\*x\\*&lt;b>: too few children');
  });

  it('leaves out the rows of a table of which no figure is available', () => {
    const [, standards] = shareableQuality.tables;
    const rows = standards.rows.map((row) => codedRow(row, ['standard'], '[x]'));
    const metrics = [{ ...shareableQuality, tables: [{ ...standards, rows }] }];
    expect(renderMarkdown({ ...roundedReport, metrics })).toContain(
      '### Standards\n\n[x] not available: Lowest question, Share, Rating, Score\n',
    );
  });

  it('asks the question of a metric that is withheld and says why it is', () => {
    expect(markdown).toContain(
      '## Disposal mix\n\nWhat are the cases for?\n\nWithheld: fewer than 10 cases.\n',
    );
  });

  it('gives the meaning of its codes, then how much is withheld, by which rule', () => {
    expect(markdown).toContain(`\n[c] small numbers withheld; [z] not applicable\n\n${SENTENCE}\n\n`);
    expect(renderMarkdown(roundedReport)).toContain('[k] not 0, but rounds to 0;');
  });

  it('lists problems by rule, and how it was set', () => {
    expect(markdown).toContain('| warning | unknown-label | 9 |\n| warning | end-before-start | [c] |\n');
    expect(markdown).toContain('| Disclosure | shareable |\n| Threshold | 5 |\n| Zeros | shown |\n');
    expect(markdown).toContain('| october.csv | 412 rows = [c] used + [c] out of scope + 4 duplicates');
    expect(renderMarkdown(roundedReport)).toContain(
      '| Disclosure | shareable |\n| Counts rounded to | 5 |\n',
    );
  });

  it('is the same file as ever', async () => {
    await expect(markdown).toMatchFileSnapshot('__golden__/shareable.md');
  });
});
