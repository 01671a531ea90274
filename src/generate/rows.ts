/** The rows of a caseload, child after child, one at a time: memory does not grow with their number. */
import { type Case, coreCells, drawCase, type RowParts, startedOn } from './cases.ts';
import { childCells, furtherParts } from './further-columns.ts';
import type { GenerateOptions } from './options.ts';
import { type Child, drawChild } from './people.ts';
import { type Random, randomStream, weightedChoice } from './random.ts';
import { CASES_PER_CHILD } from './shape.ts';
import { buildWorkforce, type Workforce } from './workforce.ts';

const chooseCaseCount = weightedChoice<number>(CASES_PER_CHILD);

/**
 * A reader who is told no as-at date takes the latest start, unless it is more than a year after the one before.
 * So the first cases are new ones, the very first of the as-at date, and even the smallest file is of our date.
 */
const DAYS_SINCE_FIRST_STARTS: readonly (number | undefined)[] = [0, 30];

interface Scene {
  readonly options: GenerateOptions;
  readonly asAt: number;
  readonly workforce: Workforce;
  readonly random: Random;
  /** A stream of its own, so that the core columns are the same with and without the others. */
  readonly furtherRandom: Random;
  /** Digits of the identifiers. */
  readonly digits: number;
}

/** All rows as the plain style writes their cells. */
export function* eachRow(options: GenerateOptions, asAt: number): Generator<RowParts, void, undefined> {
  const { cases, seed } = options;
  const scene: Scene = {
    options,
    asAt,
    workforce: buildWorkforce(cases, seed),
    random: randomStream(seed, 'cases'),
    furtherRandom: randomStream(seed, 'further columns'),
    digits: Math.max(4, String(cases).length),
  };
  let written = 0;
  for (let children = 1; written < cases; children++) {
    const child = nextChild(children, scene);
    const count = Math.min(chooseCaseCount(scene.random), cases - written);
    yield* rowsOfChild(child, written, count, scene);
    written += count;
  }
}

function nextChild(number: number, { asAt, workforce, random, digits }: Scene): Child {
  const id = `Y${String(number).padStart(digits, '0')}`;
  return drawChild(id, workforce.chooseWorker(random), asAt, random);
}

function* rowsOfChild(child: Child, before: number, count: number, scene: Scene): Generator<RowParts> {
  const { options, furtherRandom } = scene;
  const ofChild = options.columns === 'all' ? childCells(child, furtherRandom) : undefined;
  for (let index = 0; index < count; index++) {
    const one = nextCase(child, before + index + 1, index === 0, scene);
    const core = coreCells(one, scene.workforce, scene.asAt, scene.random);
    if (ofChild === undefined) yield [core];
    else yield [core, ofChild, ...furtherParts(one, core.audit_date !== '', scene.asAt, furtherRandom)];
  }
}

function nextCase(child: Child, number: number, isFirst: boolean, { asAt, random, digits }: Scene): Case {
  const one = drawCase(`C${String(number).padStart(digits, '0')}`, child, isFirst, asAt, random);
  const daysAgo = DAYS_SINCE_FIRST_STARTS[number - 1];
  return daysAgo === undefined ? one : startedOn(asAt - daysAgo, one);
}
