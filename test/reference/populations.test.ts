import { describe, expect, it } from 'vitest';
import { ETHNIC_GROUPS } from '../../src/reference/ethnicity.ts';
import {
  type ByEthnicGroup,
  baselineNamed,
  POPULATION_AGE_BANDS,
  POPULATION_SOURCE,
  POPULATIONS,
} from '../../src/reference/populations.ts';

const total = (groups: ByEthnicGroup) => ETHNIC_GROUPS.reduce((sum, group) => sum + groups[group], 0);
const populationOf = (name: string) => {
  const found = POPULATIONS.find((population) => population.name === name);
  if (!found) throw new Error(`no population ${name}`);
  return found;
};

describe('the populations aged 10 to 17', () => {
  it.each([
    ['birmingham', 131_170],
    ['england-and-wales', 5_635_559],
  ])('of %s are %i residents', (name, residents) => {
    expect(total(populationOf(name).byEthnicGroup)).toBe(residents);
  });

  it.each([
    // In percent, by hand: 51,818 of 131,170 is 39.50, 17,883 is 13.63, 10,696 is 8.15, 8,033 is 6.12, 42,740 is 32.58.
    ['birmingham', [39.5, 13.63, 8.15, 6.12, 32.58]],
    ['england-and-wales', [11.78, 5.92, 5.86, 2.58, 73.86]],
  ])('of %s have the shares Asian, Black, Mixed, Other, White %j', (name, shares) => {
    const { byEthnicGroup } = populationOf(name);
    const seen = ETHNIC_GROUPS.map((group) => (100 * byEthnicGroup[group]) / total(byEthnicGroup));
    seen.forEach((share, index) => {
      expect(Math.abs(share - shares[index])).toBeLessThanOrEqual(0.0051);
    });
  });

  it('of Birmingham are 33,320 aged 10-11, 49,738 aged 12-14 and 48,112 aged 15-17', () => {
    const { byAgeBand } = populationOf('birmingham');
    expect(POPULATION_AGE_BANDS.map((band) => byAgeBand && total(byAgeBand[band]))).toEqual([
      33_320, 49_738, 48_112,
    ]);
  });

  it('add up group by group, over the ages and over the sexes', () => {
    const { byEthnicGroup, byAgeBand, bySex } = populationOf('birmingham');
    for (const parts of [byAgeBand, bySex]) {
      const sum = (group: keyof ByEthnicGroup) =>
        Object.values(parts ?? {}).reduce((all, groups) => all + groups[group], 0);
      expect(ETHNIC_GROUPS.map(sum)).toEqual(ETHNIC_GROUPS.map((group) => byEthnicGroup[group]));
    }
  });

  it('stand in the order in which groups are shown, and as a user calls them', () => {
    expect(POPULATIONS.map(({ name }) => name)).toEqual(['birmingham', 'england-and-wales']);
    for (const { byEthnicGroup, byAgeBand, bySex } of POPULATIONS)
      for (const groups of [byEthnicGroup, ...Object.values(byAgeBand ?? {}), ...Object.values(bySex ?? {})])
        expect(Object.keys(groups)).toEqual(ETHNIC_GROUPS);
  });

  it('say where and when they were counted, and that they should be checked', () => {
    expect(POPULATION_SOURCE).toEqual({
      source: 'ONS Census 2021, table RM032, Open Government Licence v3.0',
      date: '2021-03-21',
      ages: '10-17',
      caution: 'read through a third party: check with ONS before relying on it',
    });
    expect(populationOf('birmingham').areaCodes).toEqual(['E08000025']);
    expect(populationOf('england-and-wales').areaCodes).toEqual(['E92000001', 'W92000004']);
  });

  it('are each had by the name a user calls it, with all that must be printed beside a figure', () => {
    expect(baselineNamed('Birmingham')).toEqual({
      area: 'Birmingham',
      byEthnicGroup: populationOf('birmingham').byEthnicGroup,
      year: 2021,
      source: 'ONS Census 2021, table RM032, Open Government Licence v3.0',
      caution: 'read through a third party: check with ONS before relying on it',
    });
    expect(baselineNamed('atlantis')).toBeNull();
  });

  it('warn of the nation as a measure of one area', () => {
    expect(baselineNamed('england-and-wales')?.caution).toContain(
      'a national population, beside which an area can look over-represented',
    );
  });
});
