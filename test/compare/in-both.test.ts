import { expect, test } from 'vitest';
import { auditedInBoth, casesInBoth, childrenInBoth, countMovement } from '../../src/compare/in-both.ts';
import { caseloadOf, csvInput } from '../metrics/figures-of.ts';

const caseload = (...rows: readonly string[]) =>
  caseloadOf([csvInput(['case_id,child_id,disposal,audit_date,planning_desistance', ...rows].join('\n'))]);

const one = caseload('K1,Y1,Referral order,2026-05-01,Yes', 'K2,Y2,Fine,,');

test('a child is in both when the id is the same as written', () => {
  expect(childrenInBoth(one, caseload('K9,Y2,Fine,,'))).toBe('shared');
  expect(childrenInBoth(one, caseload('K1,y1,Fine,,', 'K2,Y11,Fine,,'))).toBe('different');
  expect(casesInBoth(one, caseload('K1,Y9,Fine,,'))).toBe('shared');
});

test('where rows are counted as cases, ids are ignored and nothing is known', () => {
  const counted = caseloadOf([csvInput('case_id,child_id,sex\nK1,Y1,Male')], { countCases: true });
  expect(childrenInBoth(one, counted)).toBe('unknown');
  expect(auditedInBoth(counted, null, one, null)).toBe('unknown');
});

test('rows that are not used do not count', () => {
  const north = caseloadOf([csvInput('case_id,child_id,team\nK1,Y1,North\nK2,Y2,South')], {
    where: [{ column: 'team', value: 'North' }],
  });
  expect(childrenInBoth(north, caseload('K9,Y2,Fine,,'))).toBe('different');
});

test('of cases, those of the court that were judged in the period of their input', () => {
  const judged = caseload('K1,Y1,Referral order,2026-08-01,No');
  expect(auditedInBoth(one, null, judged, null)).toBe('shared');
  // 2026-07-01 is day 20635 since 1970-01-01.
  expect(auditedInBoth(one, { from: 20635, to: null }, judged, null)).toBe('different');
  expect(auditedInBoth(one, { from: null, to: 20634 }, judged, { from: 20635, to: null })).toBe('shared');
  expect(auditedInBoth(one, null, caseload('K1,Y1,Referral order,2026-05-01,NA'), null)).toBe('different');
  expect(auditedInBoth(one, null, caseload('K1,Y1,Youth caution,2026-05-01,Yes'), null)).toBe('different');
});

test('who is in one alone and in both', () => {
  const counted = (...children: readonly string[]) => {
    const of = caseload(...children.map((child, at) => `K${at},${child},Fine,,`));
    return { caseload: of, children: Uint32Array.from(new Set(of.children)) };
  };
  expect(countMovement(counted('A', 'B', 'C'), counted('C', 'D', 'B', 'E', 'F'))).toEqual({
    onlyInFirst: 1,
    onlyInOther: 3,
    inBoth: 2,
  });
  expect(countMovement(counted('A'), counted('A'))).toEqual({ onlyInFirst: 0, onlyInOther: 0, inBoth: 1 });
});
