import { expect, test } from 'vitest';
import { frameOf } from '../../src/frame/frame.ts';
import type { TableSpec } from '../../src/metrics/define-metric.ts';
import { figureRows, shownColumn } from '../../src/report/figures.ts';

const SHARES: TableSpec = {
  name: 'reviews',
  title: 'Reviews',
  unit: 'cases',
  about: { subject: 'work' },
  columns: [
    { key: 'team', label: 'Team', type: 'text' },
    { key: 'late', label: 'Late', type: 'count' },
    { key: 'due', label: 'Due', type: 'count' },
    {
      key: 'share',
      label: 'Share late',
      type: 'share',
      numerator: 'late',
      denominator: 'due',
      outside: ['No team'],
    },
    { key: 'lower', label: '95% lower', type: 'lower', of: 'share' },
    { key: 'upper', label: '95% upper', type: 'upper', of: 'share' },
    { key: 'band', label: 'Band', type: 'band', of: 'share' },
    { key: 'near', label: 'Near', type: 'near-boundary', of: 'share' },
    { key: 'of_known', label: 'Of known', type: 'share', numerator: 'late', denominator: 'known' },
    { key: 'of_all', label: 'Of all', type: 'share', numerator: 'late', denominator: 'n' },
  ],
};
const NOTHING = { share: '[z]', lower: '[z]', upper: '[z]', band: '[z]', near: '[z]' };
const rows = figureRows(
  SHARES,
  frameOf({ team: ['North', 'South', 'No team'], late: [3, 0, 1], due: [7, 0, 2] }),
  { n: 10, known: 4 },
);

test('a share is its numerator over a count of the row, over the known or over all, unrounded', () => {
  expect(rows[0]).toMatchObject({
    team: 'North',
    late: 3,
    due: 7,
    share: 3 / 7,
    of_known: 0.75,
    of_all: 0.3,
  });
});

test('bounds, band and nearness follow from the share they are of', () => {
  expect(rows[0].lower).toBeCloseTo(0.15822, 6); // 3 of 7 as published
  expect(rows[0].upper).toBeCloseTo(0.749542, 6);
  expect(rows[0]).toMatchObject({ band: 'Inadequate', near: false }); // 42.9 %
});

test('a share of nothing, and a row outside the share, have none and nothing that follows from it', () => {
  expect(rows[1]).toMatchObject({ ...NOTHING, of_known: 0, of_all: 0 });
  expect(rows[2]).toMatchObject({ ...NOTHING, of_known: 0.25, of_all: 0.1 });
  const [empty] = figureRows(SHARES, frameOf({ team: ['North'], late: [0], due: [0] }), { n: 0, known: 0 });
  expect(empty).toMatchObject({ of_known: '[z]', of_all: '[z]' });
});

test('a row has the declared columns in their order and no other', () => {
  const [row] = figureRows(SHARES, frameOf({ due: [1], helper: [9], late: [1], team: ['North'] }), {
    n: 1,
    known: 1,
  });
  expect(Object.keys(row)).toEqual(SHARES.columns.map(({ key }) => key));
});

test('no rows give no figures', () => {
  expect(figureRows(SHARES, frameOf({ team: [], late: [], due: [] }), { n: 0, known: 0 })).toEqual([]);
});

test('a declaration that names no share, or a share of words, is a bug and says so', () => {
  const lower: TableSpec = {
    ...SHARES,
    columns: [
      { key: 'team', label: 'Team', type: 'text' },
      { key: 'lower', label: 'Lower', type: 'lower', of: 'team' },
    ],
  };
  const frame = frameOf({ team: ['North'], late: ['many'], due: [7] });
  expect(() => figureRows(lower, frame, { n: 1, known: 1 })).toThrow('reviews has no share team');
  expect(() => figureRows(SHARES, frame, { n: 1, known: 1 })).toThrow('share is no share of counts');
});

test('renderers are told what a column is and what its share is made of', () => {
  const shown = Object.fromEntries(SHARES.columns.map((column) => [column.key, shownColumn(column)]));
  expect(shown.share).toEqual({
    key: 'share',
    label: 'Share late',
    type: 'share',
    numerator: 'late',
    denominator: 'due',
  });
  expect(shown.lower).toEqual({ key: 'lower', label: '95% lower', type: 'lower', of: 'share' });
  expect([shown.band.type, shown.near.type, shown.team.type]).toEqual(['verdict', 'flag', 'text']);
});
