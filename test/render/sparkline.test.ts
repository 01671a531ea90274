import { describe, expect, it } from 'vitest';
import { sparkline, sparklineLines } from '../../src/render/sparkline.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Cell, Table } from '../../src/report/report.ts';
import { reportOfTable } from './sample-report.ts';

describe('a line of bars', () => {
  it('compares as its numbers do: from 0 to the largest, in eighths', () => {
    expect(sparkline([1, 2, 3, 4, 5, 6, 7, 8], true)).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline([50, 100], true)).toBe('▄█');
    expect(sparkline([352, 360, 371], true)).toBe('███');
  });

  it('has its smallest bar for 0, also where all are 0', () => {
    expect(sparkline([0, 80], true)).toBe('▁█');
    expect(sparkline([0, 0], true)).toBe('▁▁');
  });

  it('has a gap where there is no number', () => {
    expect(sparkline([4, null, 8], true)).toBe('▄ █');
    expect(sparkline([], true)).toBe('');
  });

  it('does without block characters', () => {
    expect(sparkline([1, 2, 3, 4, 5, 6, 7, 8], false)).toBe('_.:-=+*#');
  });
});

const months = (children: readonly Cell[], ends: readonly Cell[]): Table<number> => ({
  name: 'month_ends',
  title: 'Month by month',
  unit: 'children',
  by: null,
  cohort: { n: 40, known: 40, leftOut: [] },
  columns: [
    { key: 'month', label: 'Month', type: 'text' },
    { key: 'children', label: 'Open children', type: 'count' },
    { key: 'ends', label: 'Ends', type: 'count' },
  ],
  rows: children.map((count, at) => ({ month: `2026-${10 + at}`, children: count, ends: ends[at] })),
  sparklines: ['children', 'ends', 'not_there'],
});
const lines = (table: Table<number>, width = 60) =>
  sparklineLines(table, [...table.rows.keys()], { width, unicode: true });

describe('the lines of a table', () => {
  it('are one for each count it names that it has, with its lowest and highest', () => {
    expect(lines(months([1000, 2000], [8, 4]))).toEqual([
      'Open children   ▄█   lowest 1,000, highest 2,000',
      'Ends            █▄   lowest 4, highest 8',
    ]);
  });

  it('are made of the cells shown: a withheld one is a gap, and no number of it is said', () => {
    expect(lines(months([10, '[c]', 40], ['[c]', 6, '[c]']))).toEqual([
      'Open children   ▂ █   lowest 10, highest 40',
    ]);
  });

  it('are left out where less than two cells have a number', () => {
    expect(lines(months(['[x]', '[x]'], ['[c]', 3]))).toEqual([]);
    expect(lines({ ...months([1, 2], [3, 4]), sparklines: [] })).toEqual([]);
  });

  it('keep the width: first the range goes, then the earliest bars', () => {
    const [children] = lines(months([1, 1, 2, 2, 8], [1, 1, 1, 1, 1]), 24);
    expect(children).toBe('Open children   ▁▁▂▂█');
    expect(lines(months([1, 1, 2, 2, 8], [1, 1, 1, 1, 1]), 19)[0]).toBe('Open children   ▂▂█');
  });
});

describe('in the terminal', () => {
  const page = (unicode: boolean) =>
    renderTerminal(reportOfTable(months([10, 40], [4, 4])), { width: 80, colorLevel: 0, unicode });

  it('stand above the rows of their table', () => {
    expect(page(true)).toMatch(
      /\n {2}Open children {3}▂█ {3}lowest 10, highest 40\n {2}Ends .*\n {2}Month +Open children/,
    );
  });

  it('are plain where there are no block characters', () => {
    expect(page(false)).toContain('  Open children   .#   lowest 10, highest 40\n');
  });

  it('are drawn for each value of a breakdown from its own rows', () => {
    const table = months([10, 40, 8, 2], [4, 4, 4, 4]);
    const rows = table.rows.map((row, at) => ({ by: at < 2 ? 'All' : 'North', ...row }));
    const parts = [{ by: 'North', n: 8, known: 8, leftOut: [] }];
    const text = renderTerminal(
      reportOfTable({ ...table, by: 'team', rows, cohort: { ...table.cohort, parts } }),
      { width: 80, colorLevel: 0 },
    );
    expect(text).toMatch(/ All\n {2}Open children {3}▂█/);
    expect(text).toMatch(/North.*\n {2}Open children {3}█▂ {3}lowest 2, highest 8/);
  });
});
