/** What the terminal says of small numbers that are withheld, or of counts that are rounded. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { MetricReport, Report, Table } from '../../src/report/report.ts';
import {
  codedRow,
  roundedReport,
  SENTENCE,
  shareableEthnicity,
  shareableQuality,
  shareableReport,
  shareableSexes,
  shareableSexMix,
  shareableWith,
} from './shareable-report.ts';

const page = (report: Report, width = 120) => renderTerminal(report, { width, colorLevel: 0 });
const linesOf = (report: Report, width = 120) => page(report, width).trimEnd().split('\n');
const pageOf = (metric: MetricReport, width = 120) => page(shareableWith({ metrics: [metric] }), width);

it('says on the first line that small numbers are withheld, or to what counts are rounded', () => {
  const start = '  Caseload report   as at 27 October 2026 (the latest start date; --as-at sets it)';
  expect(linesOf(shareableReport)[0]).toBe(`${start}   small numbers withheld as [c]`);
  expect(linesOf(roundedReport)[0]).toBe(`${start}   counts rounded to 5`);
  expect(page(shareableReport)).not.toContain('INTERNAL');
});

it('gives codes in the place of rows used and out of scope', () => {
  expect(linesOf(shareableReport)[2]).toBe(
    '  october.csv       412 rows = [c] used + [c] out of scope + 4 duplicates + 3 rejected',
  );
});

describe('a table with withheld figures', () => {
  const text = pageOf({ ...shareableEthnicity, tables: shareableEthnicity.tables.slice(0, 1) });

  it('has a code in each column, aligned as figures are, no bar, and one for the whole range', () => {
    const [heading, asian, , mixed] = text.slice(text.indexOf('  Group ')).split('\n');
    expect(heading).toMatch(/^ {2}Group +Children +Share +95% range +Share of all$/);
    expect(asian).toMatch(/^ {2}Asian +96 +█.* +36\.8% +31\.2 - 42\.8 +35\.8%$/);
    expect(mixed).toMatch(/^ {2}Mixed +\[c\] +\[c\] +\[c\] +\[c\]$/);
    expect(mixed).toHaveLength(asian.length);
    for (const figure of ['96 ', '36.8%', '42.8']) {
      const end = asian.indexOf(figure) + figure.trimEnd().length;
      expect(mixed.slice(end - 3, end)).toBe('[c]');
    }
  });

  it('has no other character of a withheld figure', () => {
    const rows = text.split('\n').filter((line) => line.includes('[c]') && /Mixed|Other/.test(line));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.replace(/Mixed|Other|\[c\]/g, '').trim()).toBe('');
  });

  it('aligns codes to the right though no row of the column has a number', () => {
    expect(page(shareableReport)).toMatch(/\n {2}Measure +Value\n {2}Workers +\[c\]\n/);
    const [line] = /.*Workers .*/.exec(page(shareableReport)) ?? [];
    const [heading] = /.*Measure .*/.exec(page(shareableReport)) ?? [];
    expect(line).toHaveLength(heading?.length ?? 0);
  });

  it('leaves a verdict of which the share is withheld a code, and no mark of a boundary', () => {
    expect(pageOf(shareableQuality, 110)).toMatch(
      /\n {2}Planning +safety of the child( +\[c\]){5}\n.*\n {2}\* within 5 points of a boundary\n/,
    );
  });
});

describe('a table withheld whole', () => {
  it('is its title and one line', () => {
    expect(pageOf(shareableEthnicity)).toContain(
      '\n\n  Ethnic categories\n  withheld whole: small numbers\n\n  - Groups of the 2021 list',
    );
  });

  it('is one line where it is the only table, and quiet', () => {
    const [, gone] = shareableEthnicity.tables;
    const metric = { ...shareableEthnicity, tables: [gone] };
    expect(pageOf(metric)).toContain('120 closed\n\n  withheld whole: small numbers\n');
    const coloured = renderTerminal(shareableWith({ metrics: [metric] }), { width: 120, colorLevel: 1 });
    expect(coloured).toContain('\u001b[2mwithheld whole: small numbers\u001b[22m');
  });

  it('says no more of itself than that, whatever is said of the others', () => {
    const [groups, gone] = shareableEthnicity.tables;
    const other = { ...groups, name: 'other', cohort: { ...groups.cohort, n: 300 } };
    const small = { ...gone, cohort: { n: '[c]', known: '[c]', leftOut: [] } } as const;
    const text = pageOf({ ...shareableEthnicity, tables: [groups, other, small] });
    expect(text).toContain('  300 children; left out: 12 residence Other');
    expect(text).toContain('\n  Ethnic categories\n  withheld whole: small numbers\n\n');
  });

  // A bar of 20 fits beside the groups at 110 columns, one of some 13 beside a name of 85.
  it('takes no room from the bars of others', () => {
    const [groups, gone] = shareableEthnicity.tables;
    const [category, , , share] = gone.columns;
    const wide = { ...gone, columns: [{ ...category, label: 'x'.repeat(85) }, share] };
    expect(pageOf({ ...shareableEthnicity, tables: [groups, wide] }, 110)).toBe(
      pageOf(shareableEthnicity, 110),
    );
  });
});

describe('values of a breakdown that are withheld', () => {
  const line = '  withheld for West and East: too few children, or they would reveal them\n';

  it('are named on one line, not a table each', () => {
    const text = pageOf(shareableSexMix);
    expect(text).toContain(`268 children; shares are of all of them\n${line}\n  All\n`);
    expect(text.match(/^ {2}Team: /gm)).toHaveLength(2);
    expect(text).not.toContain('Nothing to count');
  });

  it('are named once for all tables of the metric, and for each where they differ', () => {
    const second: Table = { ...shareableSexes, name: 'again', title: 'Again' };
    expect(pageOf({ ...shareableSexMix, tables: [shareableSexes, second] }).split(line)).toHaveLength(2);
    const north: Table = { ...second, rows: second.rows.filter(({ by }) => by !== 'North') };
    const text = pageOf({ ...shareableSexMix, tables: [shareableSexes, north] });
    expect(text).toContain(`  Sexes\n${line}`);
    expect(text).toContain('  Again\n  withheld for North, West and East: too few children,');
  });

  it('may be the whole', () => {
    const rows = shareableSexes.rows.filter(({ by }) => by !== 'All');
    expect(pageOf({ ...shareableSexMix, tables: [{ ...shareableSexes, rows, withheld: true }] })).toContain(
      '  withheld for All, West and East: too few children',
    );
  });

  it('are cut and folded when their names are long', () => {
    const parts = [{ by: 'x'.repeat(1_000_000), n: '[c]', known: '[c]', leftOut: [] }] as const;
    const table: Table = { ...shareableSexes, cohort: { ...shareableSexes.cohort, parts } };
    const text = pageOf({ ...shareableSexMix, tables: [table] }, 60);
    expect(text.length).toBeLessThan(5000);
    expect(text).toMatch(/…: too few children/);
  });
});

it('asks the question of a metric that is withheld and says why it is', () => {
  expect(page(shareableReport)).toContain(
    '\n\n  Disposal mix      What are the cases for?\n  Withheld: fewer than 10 cases.\n\n',
  );
});

describe('the end of a report to be shared', () => {
  it('is the sentence on what is withheld, in full', () => {
    const lines = linesOf(shareableReport, 80);
    const start = lines.lastIndexOf('') + 1;
    const sentence = lines.slice(start).map((line) => line.trim());
    expect(sentence.join(' ')).toBe(SENTENCE);
  });

  it('has above it the version, the setting and the content it was made of', () => {
    const [{ sha256 }] = shareableReport.provenance.inputs;
    expect(page(shareableReport)).toContain(
      `\n\n  Made by           yos-caseload 0.1.0   counted: children   shareable, threshold 5, zeros shown\n  october.csv       SHA-256 ${sha256}\n\n  Small numbers withheld`,
    );
  });

  it('gives problems by rule, severity and count alone', () => {
    expect(page(shareableReport)).toContain(
      [
        '  Problems          (yos-caseload validate october.csv lists them)',
        '  warning           [c]   unknown-label 9, end-before-start [c]',
        '  information         1   header-not-matched 1',
        '',
      ].join('\n'),
    );
  });

  it('explains the codes that occur, wherever they do', () => {
    const legend = (report: Report) => /^ {2}\[[ckxz]\] [^:\n]*$/m.exec(page(report))?.[0].trim();
    const { provenance } = roundedReport;
    const bare = { ...roundedReport, metrics: [], problems: [] };
    expect(legend(bare)).toBeUndefined();
    expect(legend(shareableReport)).toBe('[c] small numbers withheld   [z] not applicable');
    expect(legend({ ...roundedReport, problems: [] })).toBe(
      '[k] not 0, but rounds to 0   [z] not applicable',
    );
    const inputs = [{ ...provenance.inputs[0], used: '[c]' }] as const;
    expect(legend({ ...bare, provenance: { ...provenance, inputs } })).toBe('[c] small numbers withheld');
    expect(legend({ ...bare, problems: shareableReport.problems })).toBe('[c] small numbers withheld');
    const cohort = { n: 10, known: 10, leftOut: [{ reason: 'closed', n: '[k]' }] } as const;
    const tables = [{ ...shareableSexes, by: null, cohort, rows: [] }];
    expect(legend({ ...bare, metrics: [{ ...shareableSexMix, tables, notes: [] }] })).toBe(
      '[k] not 0, but rounds to 0',
    );
    const notes = ['[c] children count in more than one value of team.'];
    expect(legend({ ...bare, metrics: [{ ...shareableSexMix, tables: [], notes }] })).toBe(
      '[c] small numbers withheld',
    );
  });
});

describe('a report of rounded counts', () => {
  it('has the code of what is not 0 but rounds to it, in sentences and tables', () => {
    const text = page(roundedReport);
    expect(text).toContain(
      '260 children; left out: [k] residence Other, 120 closed; shares are of the 260 whose ethnicity is known\n',
    );
    expect(text).toMatch(/\n {2}Other +\[k\] +\[k\]\n/);
  });

  it('names the figures that no longer follow once', () => {
    const [questions] = shareableQuality.tables;
    const verdicts = ['band', 'near_boundary'];
    const rows = questions.rows.map((row) =>
      codedRow(
        row,
        Object.keys(row).filter((key) => !verdicts.includes(key)),
        '[x]',
      ),
    );
    const text = page({
      ...roundedReport,
      metrics: [{ ...shareableQuality, tables: [{ ...questions, rows }] }],
    });
    expect(text).toContain('\n  [x] not available: Band, Near a boundary\n');
  });
});

it('leaves out the rows of a table of which no figure is available', () => {
  const [, standards] = shareableQuality.tables;
  const rows = standards.rows.map((row) => codedRow(row, ['standard'], '[x]'));
  const text = page({
    ...roundedReport,
    metrics: [{ ...shareableQuality, tables: [{ ...standards, rows }] }],
  });
  expect(text).toContain('Pre-court\n\n  [x] not available: Lowest question, Share, Rating, Score\n');
});

it('shows the rows of a table that is nothing but names', () => {
  const [sexes] = shareableSexMix.tables;
  const table: Table = {
    ...sexes,
    by: null,
    columns: sexes.columns.slice(0, 1),
    rows: sexes.rows.slice(0, 2),
  };
  expect(pageOf({ ...shareableSexMix, tables: [table] })).toContain('\n  Sex\n  Female\n  Male\n');
});

it('says of a report in which nothing may be shown so much', () => {
  const metrics = shareableReport.metrics.map(
    (metric): MetricReport => ({
      ...metric,
      status: 'withheld',
      message: 'Withheld: too few.',
      tables: [],
      notes: [],
    }),
  );
  const text = page(shareableWith({ metrics }));
  expect(text.match(/\n {2}Withheld: too few\.\n/g)).toHaveLength(metrics.length);
  expect(text.endsWith('can subtract.\n')).toBe(true);
});

it('keeps every line within every width from 60 to 110', () => {
  for (const report of [shareableReport, roundedReport]) {
    for (let width = 60; width <= 110; width++) {
      expect(linesOf(report, width).filter((line) => stringWidth(line) > width)).toEqual([]);
    }
  }
});

it.each([60, 80, 120])('is the same page as ever at %d columns', async (width) => {
  await expect(page(shareableReport, width)).toMatchFileSnapshot(`__golden__/shareable-${width}.txt`);
});
