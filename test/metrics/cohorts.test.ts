import { describe, expect, test } from 'vitest';
import { disposalMix } from '../../src/metrics/disposal-mix.ts';
import { sexMix } from '../../src/metrics/sex-mix.ts';
import { workload } from '../../src/metrics/workload.ts';
import { type Asked, caseloadOf, csvInput, figuresOf, rowOf, tableOf } from './figures-of.ts';

const HEADER = 'case_id,child_id,worker_id,sex,disposal,residence,start_date,end_date';
const csvOf = (...rows: string[]) => [HEADER, ...rows].join('\n');
const childrenOf = (csv: string, asked: Asked = {}) => tableOf(figuresOf(sexMix, csv, asked), 'sexes').cohort;
const casesOf = (csv: string, asked: Asked = {}) =>
  tableOf(figuresOf(disposalMix, csv, asked), 'groups').cohort;
const workOf = (csv: string, asked: Asked = {}) => tableOf(figuresOf(workload, csv, asked), 'workers').cohort;

describe('a case is open', () => {
  const counted = (row: string) => childrenOf(csvOf(row), { asAt: '2026-10-31' }).n;

  test('from its start_date on, that day included', () => {
    expect(counted('C1,YP1,W1,F,Fine,Home,2026-10-31,')).toBe(1);
    expect(counted('C1,YP1,W1,F,Fine,Home,2026-11-01,')).toBe(0);
  });

  test('until its end_date, that day excluded', () => {
    expect(counted('C1,YP1,W1,F,Fine,Home,2026-01-01,2026-11-01')).toBe(1);
    expect(counted('C1,YP1,W1,F,Fine,Home,2026-01-01,2026-10-31')).toBe(0);
  });

  test('though its end lies before its start, if both lie after or the end is unreadable', () => {
    expect(counted('C1,YP1,W1,F,Fine,Home,2026-02-01,2026-01-01')).toBe(0);
    expect(counted('C1,YP1,W1,F,Fine,Home,2026-02-01,ongoing')).toBe(1);
    expect(counted('C1,YP1,W1,F,Fine,Home,2026-02-01,9999-12-31')).toBe(1);
  });

  test('not without a start_date, where the file has the column', () => {
    const csv = csvOf('C1,YP1,W1,F,Fine,Home,,2027-01-01', 'C2,YP2,W1,M,Fine,Home,2026-05-01,');
    expect(childrenOf(csv)).toMatchObject({ n: 1, leftOut: [{ reason: 'no start_date', n: 1 }] });
  });
});

describe('a child is left out once, under the first reason that fits: no start, closed, held elsewhere', () => {
  test('each reason with its number', () => {
    const csv = csvOf(
      'C1,YP1,W1,F,Fine,Home,,',
      'C2,YP2,W1,F,Fine,Home,2025-01-01,2025-06-01',
      'C3,YP3,W1,F,Fine,Home,2026-12-01,',
      'C4,YP4,W1,F,Fine,Other,2026-01-01,',
      'C5,YP5,W1,F,Fine,Other,2025-01-01,2025-06-01', // closed before it is held elsewhere
      'C6,YP6,W1,F,Fine,Other,,', // no start before all
      'C7,YP7,W1,F,Fine,Home,2026-01-01,',
    );
    const expected = {
      n: 1,
      known: 1,
      leftOut: [
        { reason: 'no start_date', n: 2 },
        { reason: 'closed or not yet open', n: 3 },
        { reason: 'residence Other', n: 1 },
      ],
    };
    expect(childrenOf(csv, { asAt: '2026-10-31' })).toEqual(expected);
    expect(casesOf(csv, { asAt: '2026-10-31' })).toEqual(expected);
  });

  test('a child with several cases too, and not at all when one of them counts', () => {
    const csv = csvOf(
      'C1,YP1,W1,F,Fine,Other,2026-01-01,',
      'C2,YP1,W1,F,Fine,Home,2025-01-01,2025-06-01',
      'C3,YP1,W1,F,Fine,Home,,',
      'C4,YP2,W1,F,Fine,Other,2026-01-01,',
      'C5,YP2,W1,F,Fine,Home,2025-01-01,2025-06-01',
      'C6,YP3,W1,F,Fine,Home,,',
      'C7,YP3,W1,F,Fine,Home,2026-01-01,',
      'C8,YP3,W1,F,Fine,Other,2026-01-01,',
    );
    expect(childrenOf(csv)).toEqual({
      n: 1,
      known: 1,
      leftOut: [
        { reason: 'no start_date', n: 1 },
        { reason: 'closed or not yet open', n: 1 },
      ],
    });
    // Cases are left out one by one.
    expect(casesOf(csv)).toEqual({
      n: 1,
      known: 1,
      leftOut: [
        { reason: 'no start_date', n: 2 },
        { reason: 'closed or not yet open', n: 2 },
        { reason: 'residence Other', n: 3 },
      ],
    });
  });

  test('not for being held for another service where the work is counted', () => {
    const csv = csvOf('C1,YP1,W1,F,Fine,Other,2026-01-01,', 'C2,YP2,W1,F,Fine,Home,,');
    expect(workOf(csv)).toEqual({ n: 1, known: 1, leftOut: [{ reason: 'no start_date', n: 1 }] });
  });
});

test('a blank or unknown residence is Home, and so is a file without the column', () => {
  const csv = csvOf('C1,YP1,W1,F,Fine,,2026-01-01,', 'C2,YP2,W1,F,Fine,Narnia,2026-01-01,');
  expect(childrenOf(csv)).toEqual({ n: 2, known: 2, leftOut: [] });
  expect(childrenOf('case_id,child_id,sex,start_date\nC1,YP1,F,2026-01-01').n).toBe(1);
});

describe('a snapshot, a file without start dates', () => {
  const SNAPSHOT = 'case_id,child_id,sex,residence\nC1,YP1,F,Home\nC2,YP1,F,Home\nC3,YP2,M,Other';

  test('has all its cases open', () => {
    const figures = figuresOf(sexMix, SNAPSHOT);
    expect(rowOf(figures, 'sexes', { sex: 'Female' }).children).toBe(1);
    expect(childrenOf(SNAPSHOT)).toEqual({ n: 1, known: 1, leftOut: [{ reason: 'residence Other', n: 1 }] });
  });

  test('is also one whose start dates are all empty or unreadable', () => {
    expect(childrenOf('case_id,child_id,sex,start_date\nC1,YP1,F,\nC2,YP2,M,soon').n).toBe(2);
  });

  test('is also one in which only a rejected row has a start date', () => {
    const csv = 'case_id,child_id,sex,start_date\nC1,YP1,F,\nC2,,M,2026-05-01';
    expect(caseloadOf([csvInput(csv)])).toMatchObject({ asAt: null, asAtFrom: 'none' });
    expect(childrenOf(csv)).toEqual({ n: 1, known: 1, leftOut: [] });
  });

  test('with end dates speaks of the day it is asked about, and without that day it is refused', () => {
    const ended = 'case_id,child_id,sex,end_date\nC1,YP1,F,2026-05-01\nC2,YP2,M,';
    expect(childrenOf(ended, { asAt: '2026-04-30' }).n).toBe(2);
    expect(childrenOf(ended, { asAt: '2026-05-01' })).toMatchObject({
      n: 1,
      leftOut: [{ reason: 'closed or not yet open', n: 1 }],
    });
    expect(() => childrenOf(ended)).toThrow(/--as-at/);
  });
});
