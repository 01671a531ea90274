/** The children: what is the same in every row of a child. */
import type { EthnicGroup } from '../reference/ethnicity.ts';
import { firstDayOf, monthOf } from './days.ts';
import { type Random, weightedChoice, wholeNumber } from './random.ts';
import {
  AGE_WEIGHTS,
  ETHNICITIES,
  type EthnicLabel,
  NOT_KNOWN,
  POPULATION,
  SEX_WEIGHTS,
  type SexLabel,
  SHARE_OF_UNKNOWN_ETHNICITY,
} from './shape.ts';
import type { Worker } from './workforce.ts';

interface Ethnicity {
  readonly label: EthnicLabel;
  readonly group: EthnicGroup | typeof NOT_KNOWN;
}

export interface Child {
  readonly id: string;
  readonly ethnicity: Ethnicity;
  readonly sex: SexLabel;
  /** In completed years at the as-at date; agrees with the month of birth. */
  readonly age: number;
  readonly birthMonth: number;
  /** Ages are reached on the 1st of the month of birth. */
  readonly tenthBirthday: number;
  readonly eighteenthBirthday: number;
  readonly worker: Worker;
}

const chooseAge = weightedChoice<number>(AGE_WEIGHTS);
const chooseSex = weightedChoice<SexLabel>(SEX_WEIGHTS);
const chooseEthnicity = weightedChoice(ethnicityWeights());

function ethnicityWeights(): (readonly [Ethnicity, number])[] {
  const known = ETHNICITIES.map(
    ([label, group, parts]) => [{ label, group }, POPULATION[group] * parts] as const,
  );
  const total = known.reduce((sum, [, weight]) => sum + weight, 0);
  const unknown = (total * SHARE_OF_UNKNOWN_ETHNICITY) / (1 - SHARE_OF_UNKNOWN_ETHNICITY);
  return [...known, [{ label: NOT_KNOWN, group: NOT_KNOWN }, unknown]];
}

/** A child with an age at the as-at date and a worker of their own. */
export function drawChild(id: string, worker: Worker, asAt: number, random: Random): Child {
  const age = chooseAge(random);
  const birthMonth = monthOf(asAt) - age * 12 - monthsSinceBirthday(age, random);
  return {
    id,
    worker,
    age,
    birthMonth,
    ethnicity: chooseEthnicity(random),
    sex: chooseSex(random),
    tenthBirthday: firstDayOf(birthMonth + 120),
    eighteenthBirthday: firstDayOf(birthMonth + 216),
  };
}

/** A child of 10 has had time for an offence and a case since turning 10; one of 18 turned 18 lately. */
function monthsSinceBirthday(age: number, random: Random): number {
  if (age === 10) return wholeNumber(random, 6, 11);
  return wholeNumber(random, 0, age === 18 ? 5 : 11);
}
