import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { reportOfTable, reportWith, sampleReport, staffedWorkers, teamCalledAll } from './sample-report.ts';

describe('renderMarkdown', () => {
  const markdown = renderMarkdown(sampleReport);

  it('is stamped in its first line when it is internal', () => {
    expect(markdown.split('\n')[0]).toBe('# INTERNAL: Caseload report');
    const shareable = { ...sampleReport.provenance, disclosure: 'shareable' as const, threshold: 5 };
    expect(renderMarkdown(reportWith({ provenance: shareable })).split('\n')[0]).toBe('# Caseload report');
  });

  it('aligns figures to the right and joins bounds into one column', () => {
    expect(markdown).toContain(
      '| Group | Children | Share | 95% range | Share of all |\n| --- | ---: | ---: | ---: | ---: |\n| Asian | 96 | 36.8% | 31.2 - 42.8 | 35.8% |',
    );
  });

  it('puts the value of a breakdown into the first column', () => {
    expect(markdown).toContain('| Team | Sex | Children |');
    expect(markdown).toContain('| North | Female | [c] |');
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

  it('is the same file as ever', async () => {
    await expect(markdown).toMatchFileSnapshot('__golden__/report.md');
  });
});
