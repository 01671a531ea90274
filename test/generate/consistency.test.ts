import { describe, expect, it } from 'vitest';
import { columnDefinitions } from '../../src/caseload/columns.ts';
import { INTERVENTION_LEVELS, LEVELS, RESIDENCES, SEXES } from '../../src/reference/answers.ts';
import { DISPOSALS } from '../../src/reference/disposals.ts';
import { ETHNIC_CATEGORIES } from '../../src/reference/ethnicity.ts';
import { AS_AT, rowsOf } from './generated.ts';

const rows = rowsOf({ columns: 'all', cases: 5000, seed: 11 });
const dated = columnDefinitions().filter(({ type }) => type === 'date');

describe('a clean file gives a reader nothing to complain of', () => {
  it('has ISO dates only', () => {
    const cells = rows.flatMap((row) => dated.map(({ name }) => row[name])).filter((cell) => cell !== '');
    expect(cells.filter((cell) => !/^20\d\d-\d\d-\d\d$/.test(cell))).toEqual([]);
  });

  it('has no thing done after the as-at date and no case that starts after it', () => {
    const done = [...dated.filter(({ done }) => done).map(({ name }) => name), 'start_date'];
    for (const name of done) expect(rows.filter((row) => row[name] > AS_AT)).toEqual([]);
  });

  it('has no date before the one it must follow', () => {
    for (const { name, notBefore } of dated) {
      if (notBefore === undefined) continue;
      const wrong = rows.filter(
        (row) => row[name] !== '' && row[notBefore] !== '' && row[name] < row[notBefore],
      );
      expect(wrong).toEqual([]);
    }
  });

  it('has the offence before the start, and the sentence no later than it', () => {
    expect(rows.filter((row) => row.offence_date !== '' && row.offence_date >= row.start_date)).toEqual([]);
    expect(rows.filter((row) => row.sentence_date !== '' && row.sentence_date > row.start_date)).toEqual([]);
    expect(
      rows.filter((row) => row.first_contact_date !== '' && row.first_contact_date < row.start_date),
    ).toEqual([]);
  });

  it('has a case that starts on the as-at date, so that a reader who is not told it finds it', () => {
    for (const asAt of [undefined, '2025-03-31']) {
      const file = rowsOf({ cases: 50, ...(asAt === undefined ? {} : { asAt }) });
      const starts = file.map(({ start_date }) => start_date).sort();
      expect(starts.at(-1)).toBe(asAt ?? AS_AT);
    }
  });

  it('has the age that the month of birth gives, reached on the 1st of the month', () => {
    const monthsAt = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
    for (const { age, birth_month } of rows) {
      expect(birth_month).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
      expect(Math.floor((monthsAt('2026-10') - monthsAt(birth_month)) / 12)).toBe(Number(age));
    }
  });

  it('has each case once, and one answer for a child in all rows of the child', () => {
    expect(new Set(rows.map(({ case_id }) => case_id)).size).toBe(rows.length);
    const ofChild = columnDefinitions().filter(({ perChild }) => perChild);
    const answers = new Set(
      rows.map((row) => [row.child_id, ...ofChild.map(({ name }) => row[name])].join('|')),
    );
    expect(answers.size).toBe(new Set(rows.map(({ child_id }) => child_id)).size);
  });

  it('has our own labels only', () => {
    const known: Record<string, readonly { readonly label: string }[]> = {
      ethnicity: [...ETHNIC_CATEGORIES, { label: 'Not known' }],
      sex: [...SEXES, { label: 'Not known' }],
      disposal: DISPOSALS,
      residence: RESIDENCES,
      intervention_level: INTERVENTION_LEVELS,
      likelihood_of_reoffending: LEVELS,
      safety_wellbeing: LEVELS,
      risk_to_others: LEVELS,
    };
    for (const [column, list] of Object.entries(known)) {
      const labels = new Set(list.map(({ label }) => label));
      expect(rows.map((row) => row[column]).filter((label) => !labels.has(label))).toEqual([]);
    }
  });

  it('answers Yes, No, Unknown or nothing, and NA in the audit', () => {
    for (const { name, type } of columnDefinitions()) {
      if (type !== 'yes-no' && type !== 'yes-no-na') continue;
      const allowed = ['Yes', 'No', '', type === 'yes-no' ? 'Unknown' : 'NA'];
      expect(rows.map((row) => row[name]).filter((answer) => !allowed.includes(answer))).toEqual([]);
    }
  });
});
