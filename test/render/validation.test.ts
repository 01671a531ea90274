import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderValidation } from '../../src/render/validation.ts';
import type { InternalReport, Problem } from '../../src/report/report.ts';
import { reportWith, sampleReport } from './sample-report.ts';

const plain = (width: number) => ({ width, colorLevel: 0 as const });
const [, unknownLabel] = sampleReport.problems;
const withProblems = (...problems: Problem[]) => reportWith({ problems });
const page = (report: InternalReport, width = 80) => renderValidation(report, plain(width));

describe('renderValidation', () => {
  it.each([60, 80, 100])('keeps every line within %d columns', (width) => {
    const long = {
      ...unknownLabel,
      file: 'x'.repeat(90),
      column: 'a b '.repeat(40),
      message: 'y'.repeat(200),
    };
    for (const report of [sampleReport, withProblems(long, { ...long, label: '北部'.repeat(60) })]) {
      const lines = page(report, width).split('\n');
      expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
    }
  });

  it('says on its first lines, in the width, that it is internal and as at when', () => {
    const [first, second] = page(sampleReport).split('\n');
    expect(first).toBe('INTERNAL   Validation');
    expect(second).toBe('as at 27 October 2026 (the latest start date; --as-at sets it)');
  });

  it('leaves to the rule what becomes of a row', () => {
    const message =
      'the latest start_date lies more than 366 days after the next latest; mend it or give --as-at';
    const text = page(
      withProblems({ ...unknownLabel, rule: 'as-at-implausible', severity: 'error', message }),
    );
    expect(text).toMatch(/\nErrors\n {2}as-at-implausible: the latest start_date lies more than 366 days/);
    expect(text).not.toContain('rows are rejected');
  });

  it('lists the first 20 of a rule and counts the rest', () => {
    const labels = Array.from({ length: 70_000 }, (_, index) => ({
      ...unknownLabel,
      label: `label ${index}`,
    }));
    const lines = page(withProblems(...labels)).split('\n');
    expect(lines.filter((line) => line.includes('"label '))).toHaveLength(20);
    expect(lines).toContain('    and 69,980 more (see --format json)');
    expect(page(withProblems(...labels.slice(0, 20)))).not.toContain('more');
    expect(page(withProblems(...labels.slice(0, 21)))).toContain('    and 1 more (see');
  });

  it('cuts a label of more than 60 characters, in a moment', () => {
    const started = performance.now();
    const text = page(withProblems({ ...unknownLabel, label: 'é b'.repeat(1_000_000) }), 120);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(text).toContain(`"${'é b'.repeat(19)}é …"`);
    expect(page(withProblems({ ...unknownLabel, label: 'x'.repeat(60) }), 120)).toContain(
      `"${'x'.repeat(60)}"`,
    );
  });

  it('gives each hint of a rule beside what it is about', () => {
    const [, , , header] = sampleReport.problems;
    const text = page(
      withProblems(
        { ...header, column: 'Notes', message: 'ignored' },
        { ...header, column: 'Ethnicty', message: 'ignored; if it is ethnicity: --map' },
      ),
    );
    expect(text).toMatch(/: ignored\n.*Notes\n.*: ignored; if it is ethnicity: --map\n.*Ethnicty\n/);
  });
});
