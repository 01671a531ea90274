import { expect, test } from 'vitest';
import { disposalMix } from '../../src/metrics/disposal-mix.ts';
import { cellsOf, figuresOf, tableOf } from './figures-of.ts';

/*
 * Ten open cases of nine children: YP1 has a referral order and a conditional discharge and counts twice. Two are Not
 * mapped, one of a word nobody knows and one blank. Left out: no start, closed, held for another service, one each.
 */
const SERVICE = `
  case_id,child_id,disposal,residence,start_date,end_date
  C01,YP1,Referral Order,Home,2026-05-01,
  C02,YP1,conditional discharge,Home,2026-05-01,
  C03,YP2,Absolute discharge,Home,2026-05-01,
  C04,YP3,YRO with ISS,Home,2026-05-01,
  C05,YP4,YRO,Home,2026-05-01,
  C06,YP5,Section 91,Home,2026-05-01,
  C07,YP6,Section 250,Home,2026-05-01,
  C08,YP7,Outcome 22,Home,2026-05-01,
  C09,YP8,Mystery order,Home,2026-05-01,
  C10,YP9,,Home,2026-05-01,
  C11,YP10,Fine,Home,,
  C12,YP11,Fine,Home,2026-01-01,2026-02-01
  C13,YP12,Fine,Other,2026-05-01,
`;
const mix = figuresOf(disposalMix, SERVICE);

test('groups count cases, not children, as shares of all open cases, Not mapped included', () => {
  expect(tableOf(mix, 'groups').rows).toEqual([
    { group: 'Diversion and prevention', cases: 1, share: 0.1 },
    { group: 'Pre-court', cases: 0, share: 0 },
    { group: 'First-tier', cases: 3, share: 0.3 },
    { group: 'Community', cases: 2, share: 0.2 },
    { group: 'Custody', cases: 2, share: 0.2 },
    { group: 'Remand and bail', cases: 0, share: 0 },
    { group: 'Not mapped', cases: 2, share: 0.2 },
  ]);
  expect(tableOf(mix, 'groups').cohort).toEqual({
    n: 10,
    known: 10,
    leftOut: [
      { reason: 'no start_date', n: 1 },
      { reason: 'closed or not yet open', n: 1 },
      { reason: 'residence Other', n: 1 },
    ],
  });
});

test('each discharge, an order with intensive supervision and an old section are rows of their own', () => {
  expect(cellsOf(mix, 'disposals', ['disposal', 'group', 'cases'])).toEqual([
    ['Outcome 22', 'Diversion and prevention', 1],
    ['Absolute discharge', 'First-tier', 1],
    ['Conditional discharge', 'First-tier', 1],
    ['Referral order', 'First-tier', 1],
    ['Youth rehabilitation order', 'Community', 1],
    ['Youth rehabilitation order with ISS', 'Community', 1],
    ['Section 250', 'Custody', 1],
    ['Section 91', 'Custody', 1],
    ['Not mapped', 'Not mapped', 2],
  ]);
});

test.each([
  ['community resolution', 'Diversion and prevention'],
  ['Outcome 20', 'Diversion and prevention'],
  ['Outcome 21', 'Diversion and prevention'],
  ['prevention', 'Diversion and prevention'],
  ['Turnaround', 'Diversion and prevention'],
  ['other informal action', 'Diversion and prevention'],
  ['youth caution', 'Pre-court'],
  ['youth conditional caution', 'Pre-court'],
  ['reparation order', 'First-tier'],
  ['fine', 'First-tier'],
  ['compensation', 'First-tier'],
  ['detention and training order', 'Custody'],
  ['DTO licence', 'Custody'],
  ['section 226', 'Custody'],
  ['section 254', 'Custody'],
  ['section 259', 'Custody'],
  ['section 90', 'Custody'],
  ['remand to local authority accommodation', 'Remand and bail'],
  ['remand to youth detention', 'Remand and bail'],
  ['bail supervision', 'Remand and bail'],
  ['ISS bail', 'Remand and bail'],
])('%s is of the group %s', (disposal, group) => {
  const csv = `case_id,child_id,disposal,start_date\nC1,YP1,${disposal},2026-05-01`;
  const [[label, ofGroup]] = cellsOf(figuresOf(disposalMix, csv), 'disposals', ['disposal', 'group']);
  expect([String(label).toLowerCase(), ofGroup]).toEqual([disposal.toLowerCase(), group]);
});

test('without an open case there is no share and no disposal, but every group', () => {
  const none = figuresOf(
    disposalMix,
    'case_id,child_id,disposal,start_date,end_date\nC1,YP1,Fine,2026-05-01,2026-05-01',
  );
  expect(cellsOf(none, 'groups', ['cases', 'share'])).toEqual(Array(7).fill([0, '[z]']));
  expect(tableOf(none, 'disposals').rows).toEqual([]);
});

test('a file without disposal is told so', () => {
  const figures = figuresOf(disposalMix, 'case_id,child_id,start_date\nC1,YP1,2026-05-01');
  expect(figures).toMatchObject({ status: 'missing-columns', missing: ['disposal'] });
});
