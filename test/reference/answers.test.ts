import { describe, expect, it } from 'vitest';
import { compact } from '../../src/caseload/columns.ts';
import {
  INTERVENTION_LEVELS,
  LEVELS,
  RESIDENCES,
  SEXES,
  UNKNOWN_ANSWERS,
  YES_NO_NA,
} from '../../src/reference/answers.ts';

describe('the short answers', () => {
  it.each([
    ['sex', SEXES, ['Female', 'Male', 'Other']],
    ['intervention level', INTERVENTION_LEVELS, ['Standard', 'Enhanced', 'Intensive']],
    ['level', LEVELS, ['Low', 'Medium', 'High', 'Very high']],
    ['residence', RESIDENCES, ['Home', 'Other']],
    ['yes or no', YES_NO_NA, ['Yes', 'No', 'NA']],
  ])('of %s are in their order, and no word stands for two', (_, answers, labels) => {
    expect(answers.map(({ label }) => label)).toEqual(labels);
    const owners = new Map<string, Set<string>>();
    const own = (word: string, owner: string) =>
      owners.set(compact(word), (owners.get(compact(word)) ?? new Set()).add(owner));
    for (const { label, aliases } of answers) for (const word of [label, ...aliases]) own(word, label);
    for (const word of UNKNOWN_ANSWERS) own(word, 'not known');
    expect([...owners].filter(([, each]) => each.size > 1)).toEqual([]);
  });
});
