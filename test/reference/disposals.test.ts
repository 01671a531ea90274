import { describe, expect, it } from 'vitest';
import { compact } from '../../src/caseload/columns.ts';
import { UNKNOWN_ANSWERS } from '../../src/reference/answers.ts';
import { DISPOSAL_GROUPS, DISPOSALS } from '../../src/reference/disposals.ts';

function labelsOf(group: string): string[] {
  return DISPOSALS.filter((one) => one.group === group).map(({ label }) => label);
}

describe('the disposals', () => {
  it.each([
    [
      'Diversion and prevention',
      [
        ...['Community resolution', 'Outcome 20', 'Outcome 21', 'Outcome 22'],
        ...['Prevention', 'Turnaround', 'Other informal action'],
      ],
    ],
    ['Pre-court', ['Youth caution', 'Youth conditional caution']],
    [
      'First-tier',
      [
        ...['Referral order', 'Reparation order'],
        ...['Absolute discharge', 'Conditional discharge', 'Discharge', 'Fine', 'Compensation'],
      ],
    ],
    ['Community', ['Youth rehabilitation order', 'Youth rehabilitation order with ISS']],
    [
      'Custody',
      [
        ...['Detention and training order', 'DTO licence'],
        ...['Section 226', 'Section 250', 'Section 254', 'Section 259', 'Section 90', 'Section 91'],
      ],
    ],
    [
      'Remand and bail',
      [
        ...['Remand to local authority accommodation', 'Remand to youth detention'],
        ...['Bail supervision', 'ISS bail'],
      ],
    ],
  ])('of %s are the ones promised', (group, labels) => {
    expect(labelsOf(group)).toEqual(labels);
  });

  it('fall into six groups, the gentlest first', () => {
    expect(DISPOSAL_GROUPS).toEqual([
      ...['Diversion and prevention', 'Pre-court', 'First-tier', 'Community', 'Custody', 'Remand and bail'],
    ]);
  });

  it('share no label or alias, with one another or with what is not known', () => {
    const owners = new Map<string, Set<string>>();
    const own = (word: string, owner: string) =>
      owners.set(compact(word), (owners.get(compact(word)) ?? new Set()).add(owner));
    for (const { label, aliases } of DISPOSALS) for (const word of [label, ...aliases]) own(word, label);
    for (const word of UNKNOWN_ANSWERS) own(word, 'Not known');
    expect([...owners].filter(([, labels]) => labels.size > 1)).toEqual([]);
  });

  it('without work for the service are discharges, fines and compensation', () => {
    expect(DISPOSALS.filter((one) => one.withoutIntervention === true).map(({ label }) => label)).toEqual([
      ...['Absolute discharge', 'Conditional discharge', 'Discharge', 'Fine', 'Compensation'],
    ]);
  });
});
