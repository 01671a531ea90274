import { describe, expect, it } from 'vitest';
import { DISPOSAL_GROUPS, DISPOSALS } from '../../src/reference/disposals.ts';
import { ETHNIC_CATEGORIES, ETHNIC_GROUPS } from '../../src/reference/ethnicity.ts';
import { childrenOf, isOpen, type Row, rowsOf, shareOf } from './generated.ts';

const large = rowsOf({ cases: 20_000, seed: 7 });
const children = childrenOf(large);
const usual = rowsOf({});

const groupOfCategory = new Map(ETHNIC_CATEGORIES.map(({ label, group }) => [label, group]));
const groupOfDisposal = new Map(DISPOSALS.map(({ label, group }) => [label, group]));

function casesByWorker(rows: readonly Row[]): number[] {
  const counts = new Map<string, number>();
  for (const { worker_id } of rows.filter(isOpen)) {
    if (worker_id !== '') counts.set(worker_id, (counts.get(worker_id) ?? 0) + 1);
  }
  return [...counts.values()].sort((one, other) => one - other);
}

describe('the shape of a large service', () => {
  it('has about 370 children with an open case of its own, as Birmingham had in 2020', () => {
    const open = usual.filter((row) => isOpen(row) && row.residence === 'Home');
    const count = childrenOf(open).length;
    expect(count).toBeGreaterThanOrEqual(350);
    expect(count).toBeLessThanOrEqual(395);
  });

  it('has the ethnic groups of the children aged 10-17 of Birmingham, Census 2021', () => {
    const published = { Asian: 0.395, Black: 0.136, Mixed: 0.082, Other: 0.061, White: 0.326 };
    const known = children.filter(({ ethnicity }) => ethnicity !== 'Not known');
    for (const group of ETHNIC_GROUPS) {
      const share = shareOf(known, ({ ethnicity }) => groupOfCategory.get(ethnicity) === group);
      expect(Math.abs(share - published[group])).toBeLessThan(0.02);
    }
  });

  it('has Gypsy, Roma and Traveller children, and a few of unknown ethnicity, at its usual size too', () => {
    const labels = new Set(usual.map(({ ethnicity }) => ethnicity));
    for (const label of ['Gypsy or Irish Traveller', 'Roma', 'Not known']) expect(labels).toContain(label);
    expect(shareOf(children, ({ ethnicity }) => ethnicity === 'Not known')).toBeLessThan(0.05);
  });

  it('has mostly children of 15-17, some of 10-14 and a few of 18', () => {
    const ages = children.map(({ age }) => Number(age));
    expect(shareOf(ages, (age) => age >= 15 && age <= 17)).toBeGreaterThan(0.6);
    expect(shareOf(ages, (age) => age < 15)).toBeGreaterThan(0.1);
    expect(shareOf(ages, (age) => age === 18)).toBeGreaterThan(0.01);
    expect(shareOf(ages, (age) => age === 18)).toBeLessThan(0.06);
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([10, 18]);
  });

  it('has mostly boys, and seven children for ten cases', () => {
    expect(shareOf(children, ({ sex }) => sex === 'Male')).toBeGreaterThan(0.75);
    expect(shareOf(children, ({ sex }) => sex === 'Female')).toBeGreaterThan(0.08);
    expect(Math.abs(children.length / large.length - 0.7)).toBeLessThan(0.02);
  });

  it('has disposals of all groups, ended cases, and cases held for other services', () => {
    const groups = new Set(usual.map(({ disposal }) => groupOfDisposal.get(disposal)));
    expect(groups).toEqual(new Set(DISPOSAL_GROUPS));
    expect(shareOf(usual, (row) => !isOpen(row))).toBeGreaterThan(0.1);
    expect(shareOf(usual, ({ residence }) => residence === 'Other')).toBeGreaterThan(0.01);
  });

  it('has 78.9 % of custody among Asian, Black and Mixed children, and none among girls', () => {
    const custody = large.filter(({ disposal }) => groupOfDisposal.get(disposal) === 'Custody');
    const share = shareOf(custody, ({ ethnicity }) =>
      ['Asian', 'Black', 'Mixed'].includes(groupOfCategory.get(ethnicity) ?? ''),
    );
    expect(Math.abs(share - 0.789)).toBeLessThan(0.04);
    expect(custody.filter(({ sex }) => sex === 'Female')).toEqual([]);
  });
});

describe('its workers', () => {
  it('are about forty in five teams, with some cases unallocated', () => {
    expect(casesByWorker(usual).length).toBeGreaterThanOrEqual(36);
    expect(casesByWorker(usual).length).toBeLessThanOrEqual(42);
    expect(new Set(usual.map(({ team }) => team)).size).toBe(5);
    expect(usual.some(({ worker_id }) => worker_id === '')).toBe(true);
  });

  it('have clearly uneven workloads, whatever the seed', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const counts = casesByWorker(rowsOf({ seed }));
      const median = counts[Math.floor(counts.length / 2)];
      expect(counts.filter((cases) => cases >= median * 1.75).length).toBeGreaterThanOrEqual(2);
      expect(counts.filter((cases) => cases <= median / 2).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('grow with the number of cases', () => {
    expect(casesByWorker(large).length).toBeGreaterThan(1000);
    expect(new Set(large.map(({ team }) => team)).size).toBe(150);
  });
});

describe('its court audits', () => {
  const audited = large.filter(({ audit_date }) => audit_date !== '');
  const sufficient = (column: string) => {
    const judged = audited.map((row) => row[column]).filter((answer) => answer !== 'NA');
    return shareOf(judged, (answer) => answer === 'Yes');
  };

  it('find planning and reviewing weaker than assessment on every question', () => {
    for (const question of ['desistance', 'child_safety', 'others_safety']) {
      const assessment = sufficient(`assessment_${question}`);
      expect(sufficient(`planning_${question}`)).toBeLessThan(assessment - 0.1);
      expect(sufficient(`reviewing_${question}`)).toBeLessThan(assessment - 0.1);
    }
  });

  it('find the lowest question of planning and of reviewing Inadequate, as the inspectors did', () => {
    expect(sufficient('planning_others_safety')).toBeLessThan(0.5);
    expect(sufficient('reviewing_others_safety')).toBeLessThan(0.5);
  });

  it('judge court cases only, with NA where a question was not relevant', () => {
    const groups = new Set(audited.map(({ disposal }) => groupOfDisposal.get(disposal)));
    expect([...groups].sort()).toEqual(['Community', 'Custody', 'First-tier']);
    expect(audited.every(({ assessment_desistance }) => assessment_desistance !== 'NA')).toBe(true);
    expect(shareOf(audited, ({ reviewing_child_safety }) => reviewing_child_safety === 'NA')).toBeGreaterThan(
      0.1,
    );
    const others = large.filter(({ audit_date }) => audit_date === '');
    expect(others.every(({ planning_desistance }) => planning_desistance === '')).toBe(true);
  });
});
