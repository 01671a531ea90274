import { describe, expect, it } from 'vitest';
import type { ColumnName } from '../../src/caseload/columns.ts';
import { ageBandGrouping, groupingOf, missingLabel } from '../../src/caseload/groups.ts';
import { AGE_BANDS } from '../../src/reference/age-bands.ts';
import type { EthnicityList } from '../../src/reference/ethnicity.ts';
import { lines, read } from './reading.ts';

const TEXT = lines(
  'case_id,child_id,team,worker_id,ethnicity,disposal,sex,report_type,planning_desistance',
  'C1,K1,West,W2,Chinese,YRO,M,PSR,Y',
  'C2,K2,east,W10,Roma,nonsense,,Stand-down,NA',
  'C3,K3,,,Arab,CR,F,,',
);

function grouped(name: ColumnName, list: EthnicityList = '2021') {
  const { caseload } = read(TEXT, { ethnicityList: list });
  const column = caseload.columns.get(name);
  if (column === undefined) throw new Error(`no column ${name}`);
  const { labels, of } = groupingOf(column, list);
  return { labels, rows: Array.from(column.values, (value) => labels[of(value)]) };
}

describe('a column broken down', () => {
  it('is its five groups and Not known for ethnicity', () => {
    expect(grouped('ethnicity')).toEqual({
      labels: ['Asian', 'Black', 'Mixed', 'Other', 'White', 'Not known'],
      rows: ['Asian', 'White', 'Other'],
    });
  });

  it('has Chinese in Asian by the lists of 2011 and 2021, in Other by that of 2001', () => {
    expect(grouped('ethnicity', '2011').rows[0]).toBe('Asian');
    expect(grouped('ethnicity', '2001').rows).toEqual(['Other', 'White', 'Other']);
  });

  it('is the labels as recorded when that was asked for, in the order of their bytes', () => {
    expect(grouped('ethnicity', 'as-recorded').labels).toEqual(['Arab', 'Chinese', 'Roma', 'Not known']);
  });

  it('is its six groups and Not mapped for disposals', () => {
    expect(grouped('disposal')).toEqual({
      labels: [
        ...['Diversion and prevention', 'Pre-court', 'First-tier', 'Community', 'Custody', 'Remand and bail'],
        'Not mapped',
      ],
      rows: ['Community', 'Not mapped', 'Diversion and prevention'],
    });
  });

  it('keeps the order of a fixed list, complete', () => {
    expect(grouped('sex')).toEqual({
      labels: ['Female', 'Male', 'Other', 'Not known'],
      rows: ['Male', 'Not known', 'Female'],
    });
    expect(grouped('planning_desistance').labels).toEqual(['Yes', 'No', 'NA', 'Not known']);
  });

  it('orders identifiers and free labels by their bytes, the missing last', () => {
    expect(grouped('team').labels).toEqual(['West', 'east', 'Not known']);
    expect(grouped('worker_id')).toEqual({
      labels: ['W10', 'W2', 'Unallocated'],
      rows: ['W2', 'W10', 'Unallocated'],
    });
    expect(grouped('report_type').labels).toEqual(['PSR', 'Stand-down', 'Not known']);
  });

  it('has a name for what is missing', () => {
    expect((['worker_id', 'disposal', 'team', 'sex'] as const).map(missingLabel)).toEqual([
      'Unallocated',
      'Not mapped',
      'Not known',
      'Not known',
    ]);
  });
});

describe('ages in bands', () => {
  it('are 10-14, 15-17, 18 and over, Not known', () => {
    const { labels, of } = ageBandGrouping(AGE_BANDS);
    expect(labels).toEqual(['10-14', '15-17', '18 and over', 'Not known']);
    expect([10, 14, 15, 17, 18, 25, 0].map((age) => labels[of(age)])).toEqual([
      ...['10-14', '10-14', '15-17', '15-17', '18 and over', '18 and over'],
      'Not known',
    ]);
  });
});
