import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { generateStaff } from '../../src/generate/generate-staff.ts';
import type { GenerateOptions } from '../../src/generate/options.ts';
import { optionsWith, rowsOf, tableOf } from './generated.ts';

function staffOf(changes: Partial<GenerateOptions>): Record<string, string>[] {
  return parse(generateStaff(optionsWith(changes)), { columns: true });
}

describe('the staff of a generated caseload', () => {
  const staff = staffOf({});

  it('has the columns of a staff file', () => {
    const columns = ['worker_id', 'team', 'role', 'fte', 'case_holding', 'post_status', 'ethnicity'];
    expect(Object.keys(staff[0])).toEqual(columns);
  });

  it('is the same for the same seed, whatever is written of the cases', () => {
    expect(generateStaff(optionsWith({ columns: 'all', messy: true }))).toBe(generateStaff(optionsWith({})));
    expect(generateStaff(optionsWith({ seed: 2 }))).not.toBe(generateStaff(optionsWith({})));
  });

  it('is about 140 people, of whom few hold the cases', () => {
    expect(staff.length).toBeGreaterThanOrEqual(135);
    expect(staff.length).toBeLessThanOrEqual(150);
    const holding = staff.filter(({ case_holding }) => case_holding === 'Yes');
    expect(holding.length).toBeLessThan(staff.length / 2);
  });

  it('has every worker of the caseload once, in the team of their cases, able to hold cases', () => {
    const byId = new Map(staff.map((row) => [row.worker_id, row]));
    expect(byId.size).toBe(staff.length);
    for (const { worker_id, team } of rowsOf({})) {
      if (worker_id !== '') expect(byId.get(worker_id)).toMatchObject({ team, case_holding: 'Yes' });
    }
  });

  it('has vacant posts, which hold no case, and people long absent', () => {
    const cases = new Set(rowsOf({}).map(({ worker_id }) => worker_id));
    const vacant = staff.filter(({ post_status }) => post_status === 'Vacant');
    expect(vacant.length).toBeGreaterThan(0);
    expect(vacant.filter(({ worker_id }) => cases.has(worker_id))).toEqual([]);
    expect(new Set(staff.map(({ post_status }) => post_status))).toEqual(
      new Set(['In post', 'Vacant', 'Long-term absent']),
    );
  });

  it('has hours of a whole post or a part of one', () => {
    expect(staff.every(({ fte }) => Number(fte) > 0 && Number(fte) <= 1)).toBe(true);
  });

  it('calls the teams as the caseload of the same style does', () => {
    const style = 'childview';
    const teams = new Set(staffOf({ style }).map(({ team }) => team));
    expect(new Set(tableOf({ style }).rows.map((cells) => cells[3]))).toEqual(teams);
  });
});
