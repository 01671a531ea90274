import { describe, expect, it } from 'vitest';
import { columnDefinitions } from '../../src/caseload/columns.ts';
import { UserError } from '../../src/caseload/errors.ts';
import { generateCaseload } from '../../src/generate/generate-caseload.ts';
import { bytesOf, optionsWith, rowsOf, tableOf } from './generated.ts';

describe('a generated caseload', () => {
  it('is the same for the same seed, clean or messy, in every style', () => {
    for (const style of ['plain', 'childview', 'core'] as const) {
      for (const messy of [false, true]) {
        const changes = { style, messy, columns: 'all', cases: 150 } as const;
        expect(bytesOf(changes).equals(bytesOf(changes))).toBe(true);
      }
    }
  });

  it('is another one for another seed, also for seeds far apart', () => {
    const files = [1, 2, 3, 2 ** 32 + 1].map((seed) => bytesOf({ seed }).toString());
    expect(new Set(files).size).toBe(4);
  });

  it('has exactly the number of cases asked for', () => {
    for (const cases of [1, 2, 3, 600, 1001]) expect(rowsOf({ cases })).toHaveLength(cases);
  });

  it('has the 24 core columns in their order', () => {
    expect(tableOf({}).header).toEqual([
      'case_id',
      'child_id',
      'worker_id',
      'team',
      'ethnicity',
      'sex',
      'age',
      'disposal',
      'residence',
      'start_date',
      'end_date',
      'audit_date',
      'assessment_desistance',
      'assessment_child_safety',
      'assessment_others_safety',
      'planning_desistance',
      'planning_child_safety',
      'planning_others_safety',
      'delivery_desistance',
      'delivery_child_safety',
      'delivery_others_safety',
      'reviewing_desistance',
      'reviewing_child_safety',
      'reviewing_others_safety',
    ]);
  });

  it('has every column of the dictionary when all are asked for, and something in each', () => {
    const { header, rows } = tableOf({ columns: 'all', cases: 2000 });
    expect(header).toEqual(columnDefinitions().map(({ name }) => name));
    const empty = header.filter((_, at) => rows.every((cells) => cells[at] === ''));
    expect(empty).toEqual([]);
  });

  it('tells of the same children and cases whether core or all columns are written', () => {
    const core = rowsOf({ columns: 'core' });
    const all = rowsOf({ columns: 'all' });
    for (const [index, row] of core.entries()) expect(all[index]).toMatchObject(row);
  });

  it('comes in chunks of bounded size, however many cases there are', () => {
    const sizes = [...generateCaseload(optionsWith({ cases: 30_000 }))].map((chunk) => chunk.length);
    expect(sizes.length).toBeGreaterThan(30);
    expect(Math.max(...sizes)).toBeLessThan(256 * 1024);
  });

  it('gives its first chunk of a hundred million cases without making the others', () => {
    const first = generateCaseload(optionsWith({ cases: 100_000_000 })).next();
    expect(first.done).toBe(false);
  });

  it('refuses, at the call, what nothing can be made of', () => {
    const refused = [
      { cases: 0 },
      { cases: 1.5 },
      { seed: -1 },
      { asAt: '2026-02-30' },
      { asAt: '31/10/2026' },
    ];
    for (const changes of refused) expect(() => generateCaseload(optionsWith(changes))).toThrow(UserError);
  });
});
