import { expect, test } from 'vitest';
import { ethnicityMix } from '../../src/metrics/ethnicity-mix.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

/*
 * As at 31 October 2026 (the latest start), worked by hand.
 * Eight children have an open case: YP1 (Indian, twice on the file), YP2 (Chinese), YP3 (Caribbean), YP4 (Black, no
 * more is said), YP5 (White British), YP6 (Gypsy or Irish Traveller), YP7 (Roma), YP8 (Not stated).
 * Known are seven: Asian 2, Black 2, White 3. YP9 has no start_date, YP10 is closed, YP11 is held for another service.
 */
const SERVICE = `
  case_id,child_id,ethnicity,residence,start_date,end_date
  C01,YP1,Indian,Home,2026-05-01,
  C02,YP1,Indian,Home,2026-06-01,2026-12-31
  C03,YP2,A4,Home,2026-05-02,
  C04,YP3,Black Caribbean,,2026-05-03,
  C05,YP4,Black,Home,2026-05-04,
  C06,YP5,W1,Home,2026-05-05,
  C07,YP6,Gypsy or Irish Traveller,Home,2026-05-06,
  C08,YP7,Roma,Home,2026-05-07,
  C09,YP8,Not stated,Home,2026-10-31,
  C10,YP9,Irish,Home,,
  C11,YP10,Irish,Home,2026-01-01,2026-10-31
  C12,YP11,Irish,Other,2026-05-08,
`;
const mix = figuresOf(ethnicityMix, SERVICE);

test('groups count each child once, in the order of the Youth Justice Board, zeros included', () => {
  expect(cellsOf(mix, 'groups', ['group', 'children'])).toEqual([
    ['Asian', 2],
    ['Black', 2],
    ['Mixed', 0],
    ['Other', 0],
    ['White', 3],
    ['Not known', 1],
  ]);
  expect(tableOf(mix, 'groups').cohort).toEqual({
    n: 8,
    known: 7,
    leftOut: [
      { reason: 'no start_date', n: 1 },
      { reason: 'closed or not yet open', n: 1 },
      { reason: 'residence Other', n: 1 },
    ],
  });
});

test('shares are of the children whose ethnicity is known; Not known is shown as a share of all', () => {
  const white = rowOf(mix, 'groups', { group: 'White' });
  expect(white.share).toBe(3 / 7);
  expect(white.share_lower).toBeCloseTo(0.15822, 6); // 3 of 7 as published
  expect(white.share_upper).toBeCloseTo(0.749542, 6);
  expect(white.share_of_all).toBe(3 / 8);
  expect(rowOf(mix, 'groups', { group: 'Not known' })).toEqual({
    group: 'Not known',
    children: 1,
    share: '[z]',
    share_lower: '[z]',
    share_upper: '[z]',
    share_of_all: 1 / 8,
  });
});

test('a group without children has a share of 0 with lower bound 0', () => {
  const mixed = rowOf(mix, 'groups', { group: 'Mixed' });
  expect([mixed.share, mixed.share_lower, mixed.share_of_all]).toEqual([0, 0, 0]);
  expect(mixed.share_upper).toBeCloseTo(3.841458820694124 / 10.841458820694124, 12); // z^2 / (7 + z^2)
});

test('categories go by group, then label, and show Gypsy, Roma and Traveller children as their own', () => {
  expect(cellsOf(mix, 'categories', ['category', 'group', 'children', 'share'])).toEqual([
    ['Chinese', 'Asian', 1, 1 / 7],
    ['Indian', 'Asian', 1, 1 / 7],
    ['Black, not further specified', 'Black', 1, 1 / 7],
    ['Caribbean', 'Black', 1, 1 / 7],
    ['English, Welsh, Scottish, Northern Irish or British', 'White', 1, 1 / 7],
    ['Gypsy or Irish Traveller', 'White', 1, 1 / 7],
    ['Roma', 'White', 1, 1 / 7],
    ['Not known', 'Not known', 1, '[z]'],
  ]);
  expect(tableOf(mix, 'categories').cohort).toEqual(tableOf(mix, 'groups').cohort);
});

test('Chinese is Asian in the lists of 2021 and 2011 and Other in that of 2001, and the note says which', () => {
  const groupsOf = (list: '2021' | '2011' | '2001') => {
    const figures = figuresOf(ethnicityMix, SERVICE, { ethnicityList: list });
    expect(figures.notes.join()).toMatch(`the ${list} Census list: Chinese counts as`);
    return cellsOf(figures, 'groups', ['children']).flat();
  };
  expect(groupsOf('2021')).toEqual([2, 2, 0, 0, 3, 1]);
  expect(groupsOf('2011')).toEqual([2, 2, 0, 0, 3, 1]);
  expect(groupsOf('2001')).toEqual([1, 2, 0, 1, 3, 1]);
  const old = figuresOf(ethnicityMix, SERVICE, { ethnicityList: '2001' });
  expect(cellsOf(old, 'categories', ['category', 'group'])[3]).toEqual(['Chinese', 'Other']);
});

test('a service abroad keeps its own labels as first written, without groups; only five words are Not known', () => {
  const abroad = figuresOf(
    ethnicityMix,
    `case_id,child_id,ethnicity,start_date
     C1,YP1,White Hispanic,2026-05-01
     C2,YP2,BLACK,2026-05-01
     C3,YP3,white-hispanic,2026-05-01
     C4,YP4,Refused,2026-05-01
     C5,YP5,unknown,2026-05-01
     C6,YP6,NOT STATED,2026-05-01
     C7,YP7,Not known,2026-05-01
     C8,YP8,,2026-05-01
     C9,YP9,Prefer not to say,2026-05-01`,
    { ethnicityList: 'as-recorded' },
  );
  expect(abroad.tables.map(({ name }) => name)).toEqual(['categories']);
  expect(abroad.notes.join()).toMatch('no table of groups');
  expect(cellsOf(abroad, 'categories', ['category', 'group', 'children', 'share'])).toEqual([
    ['BLACK', '[z]', 1, 1 / 4],
    ['Prefer not to say', '[z]', 1, 1 / 4],
    ['White Hispanic', '[z]', 2, 2 / 4],
    ['Not known', '[z]', 5, '[z]'],
  ]);
});

test('with --count-cases every row counts and every word and key is of cases', () => {
  const counted = figuresOf(ethnicityMix, SERVICE, { countCases: true });
  expect(counted.unit).toBe('cases');
  expect(tableOf(counted, 'groups').unit).toBe('cases');
  expect(rowOf(counted, 'groups', { group: 'Asian' })).toMatchObject({ cases: 3, share: 3 / 8 });
  expect(tableOf(counted, 'groups').cohort).toMatchObject({ n: 9, known: 8 });
  expect(JSON.stringify({ tables: counted.tables, notes: counted.notes })).not.toMatch(/child/i);
});

test('when nobody is open all groups are there, and a share of nothing is not applicable', () => {
  const nobody = figuresOf(
    ethnicityMix,
    `case_id,child_id,ethnicity,start_date,end_date
     C1,YP1,Indian,2026-05-01,2026-06-01`,
    { asAt: '2026-10-31' },
  );
  expect(cellsOf(nobody, 'groups', ['children']).flat()).toEqual([0, 0, 0, 0, 0, 0]);
  for (const key of ['share', 'share_lower', 'share_upper', 'share_of_all']) {
    expect(new Set(cellsOf(nobody, 'groups', [key]).flat())).toEqual(new Set(['[z]']));
  }
  expect(tableOf(nobody, 'categories').rows).toEqual([]);
  expect(tableOf(nobody, 'groups').cohort).toMatchObject({ n: 0, known: 0 });
});

test('when no ethnicity is known there are shares of all and no other', () => {
  const unknown = figuresOf(
    ethnicityMix,
    `case_id,child_id,ethnicity,start_date
     C1,YP1,,2026-05-01
     C2,YP2,REFU,2026-05-01`,
  );
  expect(rowOf(unknown, 'groups', { group: 'White' })).toMatchObject({ share: '[z]', share_of_all: 0 });
  expect(rowOf(unknown, 'groups', { group: 'Not known' })).toMatchObject({ children: 2, share_of_all: 1 });
});

test('a file without ethnicity is told so, not refused', () => {
  const figures = figuresOf(ethnicityMix, 'case_id,child_id,start_date\nC1,YP1,2026-05-01');
  expect(figures).toMatchObject({ status: 'missing-columns', missing: ['ethnicity'], tables: [] });
});
