import { describe, expect, it } from 'vitest';
import { compact } from '../../src/caseload/columns.ts';
import {
  ETHNIC_CATEGORIES,
  ETHNIC_GROUPS,
  ethnicAliases,
  ethnicGroup,
  ethnicHeadings,
  UNKNOWN_AS_RECORDED,
  UNKNOWN_ETHNICITY,
} from '../../src/reference/ethnicity.ts';

const NOT_FURTHER = /, not further specified$/;

function labelsOf(group: string): string[] {
  return ETHNIC_CATEGORIES.filter((one) => one.group === group && !NOT_FURTHER.test(one.label)).map(
    ({ label }) => label,
  );
}

describe('the ethnic categories', () => {
  // GOV.UK style guide: the 19 groups of the 2021 Census of England and Wales.
  it.each([
    ['Asian', ['Indian', 'Pakistani', 'Bangladeshi', 'Chinese', 'Any other Asian background']],
    ['Black', ['Caribbean', 'African', 'Any other Black, Black British, or Caribbean background']],
    [
      'Mixed',
      [
        'White and Black Caribbean',
        'White and Black African',
        'White and Asian',
        'Any other Mixed or multiple ethnic background',
      ],
    ],
    [
      'White',
      [
        'English, Welsh, Scottish, Northern Irish or British',
        'Irish',
        'Gypsy or Irish Traveller',
        'Roma',
        'Any other White background',
      ],
    ],
    ['Other', ['Arab', 'Any other ethnic group']],
  ])('of %s are those of the 2021 Census, in its order', (group, labels) => {
    expect(labelsOf(group)).toEqual(labels);
  });

  it('fall into five groups in alphabetical order, each with a category of its own for the group alone', () => {
    expect(ETHNIC_GROUPS).toEqual(['Asian', 'Black', 'Mixed', 'Other', 'White']);
    expect(
      ETHNIC_CATEGORIES.filter(({ label }) => NOT_FURTHER.test(label)).map(({ label }) => label),
    ).toEqual(
      ['Asian', 'Black', 'Mixed', 'Other', 'White'].map((group) => `${group}, not further specified`),
    );
  });

  it('keep their group in every list but Chinese, which was Other in 2001', () => {
    const moved = ETHNIC_CATEGORIES.filter((one) => ethnicGroup(one, '2001') !== ethnicGroup(one, '2021'));
    expect(moved.map(({ label }) => label)).toEqual(['Chinese']);
    expect(ethnicGroup(moved[0], '2001')).toBe('Other');
    expect(ETHNIC_CATEGORIES.every((one) => ethnicGroup(one, '2011') === ethnicGroup(one, '2021'))).toBe(
      true,
    );
  });

  it('share no label or code, with one another or with what is not known', () => {
    const owners = new Map<string, Set<string>>();
    const own = (word: string, owner: string) =>
      owners.set(compact(word), (owners.get(compact(word)) ?? new Set()).add(owner));
    for (const category of ETHNIC_CATEGORIES) {
      for (const alias of ethnicAliases(category)) own(alias, category.label);
    }
    for (const word of UNKNOWN_ETHNICITY) own(word, 'Not known');
    expect([...owners].filter(([, labels]) => labels.size > 1)).toEqual([]);
    expect(owners.has('')).toBe(false);
  });

  it('stand under headings of their own group only, Chinese also under Other', () => {
    for (const { heading, labels } of ethnicHeadings()) {
      const groups = new Set(
        ETHNIC_CATEGORIES.filter(({ label }) => labels.includes(label)).map(({ group }) => group),
      );
      if (labels.includes('Chinese') && labels.includes('Arab')) groups.delete('Asian');
      expect([heading, groups.size]).toEqual([heading, 1]);
    }
  });

  it('as recorded know few words for what is not known', () => {
    expect([...UNKNOWN_AS_RECORDED].sort()).toEqual(['Not known', 'Not stated', 'Refused', 'Unknown']);
  });
});
