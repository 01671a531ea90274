import type { EthnicGroup } from './ethnicity.ts';

/**
 * Residents aged 10 to 17 by ethnic group, Census 2021: what the children of a caseload are a part of.
 *
 * Source: Office for National Statistics, Census 2021 (21 March 2021), table RM032 (ethnic group by age and sex), Open
 * Government Licence v3.0, read through a third party (prism-r). The sums are checked; the figures are to be checked
 * with ONS before anyone relies on them, and whoever shows them says so. The ONS changes small counts slightly to
 * protect people (cell-key perturbation). Children of today were not counted: ages and numbers have moved since.
 */

export type ByEthnicGroup = Readonly<Record<EthnicGroup, number>>;
export const POPULATION_AGE_BANDS = ['10-11', '12-14', '15-17'] as const;
export type PopulationAgeBand = (typeof POPULATION_AGE_BANDS)[number];

export interface Population {
  /** What a user calls it. */
  readonly name: string;
  readonly area: string;
  readonly areaCodes: readonly string[];
  /** Residents aged 10 to 17. */
  readonly byEthnicGroup: ByEthnicGroup;
  /** The same residents by age band and by sex; null where only the whole is at hand. */
  readonly byAgeBand: Readonly<Record<PopulationAgeBand, ByEthnicGroup>> | null;
  readonly bySex: Readonly<Record<'Female' | 'Male', ByEthnicGroup>> | null;
}

/** What holds for all populations here, for whoever shows one. */
export const POPULATION_SOURCE = {
  source: 'ONS Census 2021, table RM032, Open Government Licence v3.0',
  date: '2021-03-21',
  ages: '10-17',
  caution: 'read through a third party: check with ONS before relying on it',
} as const;

export const POPULATIONS: readonly Population[] = [
  {
    name: 'birmingham',
    area: 'Birmingham',
    areaCodes: ['E08000025'],
    byEthnicGroup: { Asian: 51_818, Black: 17_883, Mixed: 10_696, Other: 8_033, White: 42_740 },
    byAgeBand: {
      '10-11': { Asian: 12_800, Black: 4_391, Mixed: 2_978, Other: 2_179, White: 10_972 },
      '12-14': { Asian: 19_736, Black: 6_775, Mixed: 4_099, Other: 2_984, White: 16_144 },
      '15-17': { Asian: 19_282, Black: 6_717, Mixed: 3_619, Other: 2_870, White: 15_624 },
    },
    bySex: {
      Female: { Asian: 25_179, Black: 8_902, Mixed: 5_285, Other: 3_866, White: 20_642 },
      Male: { Asian: 26_639, Black: 8_981, Mixed: 5_411, Other: 4_167, White: 22_098 },
    },
  },
  {
    name: 'england-and-wales',
    area: 'England and Wales',
    areaCodes: ['E92000001', 'W92000004'],
    byEthnicGroup: { Asian: 663_858, Black: 333_600, Mixed: 330_447, Other: 145_425, White: 4_162_229 },
    byAgeBand: null,
    bySex: null,
  },
];

const NATIONAL = 'england-and-wales';
const NATIONAL_CAUTION =
  'a national population, beside which an area can look over-represented where it is only different from the nation';

/** A population here as a caseload is compared with it, with all that must be printed; null for a name that is none. */
export function baselineNamed(name: string) {
  const population = POPULATIONS.find((one) => one.name === name.trim().toLowerCase());
  if (population === undefined) return null;
  const { area, byEthnicGroup } = population;
  const { source, date, caution } = POPULATION_SOURCE;
  return {
    area,
    byEthnicGroup,
    year: Number(date.slice(0, 4)),
    source,
    caution: population.name === NATIONAL ? `${caution}; ${NATIONAL_CAUTION}` : caution,
  };
}
