/** The frameworks as data: what is in them, what is left out, and how sure each part says it is. */
import { describe, expect, it } from 'vitest';
import { JUDGEMENTS } from '../../src/caseload/columns.ts';
import { BEST_SCORE, NEAR_BOUNDARY_POINTS, QUALITY_BANDS } from '../../src/reference/court-quality.ts';
import {
  type Certainty,
  type CompositeRule,
  certaintyOf,
  compositeBand,
  FRAMEWORK_NAMES,
  FRAMEWORKS,
  frameworkNamed,
  pointsOf,
} from '../../src/reference/frameworks.ts';

const PAST = frameworkNamed('2018-2024');
const PRESENT = frameworkNamed('2025');

function ruleOf({ composite }: { readonly composite: CompositeRule | null }): CompositeRule {
  if (composite === null) throw new Error('no composite rule');
  return composite;
}

it('there are two, each found by its name alone', () => {
  expect(FRAMEWORK_NAMES).toEqual(['2018-2024', '2025']);
  expect(FRAMEWORKS.map(({ name }) => name)).toEqual([...FRAMEWORK_NAMES]);
  expect(frameworkNamed('2018')).toBeNull();
  expect(frameworkNamed('constructor')).toBeNull();
});

describe.each(FRAMEWORKS)('the framework $name', (framework) => {
  it('has standards of its own domains alone, and no number twice', () => {
    const { domains, standards } = framework;
    expect(standards.filter(({ domain }) => !domains.includes(domain))).toEqual([]);
    const numbers = standards.flatMap(({ number, questions }) => [
      ...(number === null ? [] : [number]),
      ...questions.map((question) => question.number),
    ]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('says of every fact how sure it is and where it comes from', () => {
    const known: readonly Certainty[] = ['read at the source', 'read second-hand', 'as commonly described'];
    for (const { certainty, source, says } of framework.facts) {
      expect(known).toContain(certainty);
      expect(`${source}${says}`).toMatch(/\w.*\w/);
    }
    for (const about of ['domains', 'standards', 'questions'])
      expect(framework.facts.map((fact) => fact.about)).toContain(about);
  });
});

describe('2018-2024', () => {
  it('has 13 standards, 12 of them in the composite: resettlement is left out', () => {
    expect(PAST.standards.map(({ number }) => number)).toEqual(
      '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 4.1'.split(' '),
    );
    const leftOut = PAST.standards.filter(({ isInComposite }) => isInComposite !== true);
    expect(leftOut.map(({ number, name }) => [number, name])).toEqual([
      ['4.1', 'resettlement policy and provision'],
    ]);
    expect(ruleOf(PAST).standards).toBe(PAST.standards.length - leftOut.length);
  });

  it('asks three questions of each standard of court work, those of the twelve columns, in their order', () => {
    const asked = PAST.standards.filter(({ questions }) => questions.length > 0);
    expect(asked.map(({ number, questions }) => [number, questions.length])).toEqual([
      ['2.1', 3],
      ['2.2', 3],
      ['2.3', 3],
      ['2.4', 3],
    ]);
    expect(asked.flatMap(({ questions }) => questions.map(({ column }) => column))).toEqual(
      JUDGEMENTS.map(({ column }) => column),
    );
    for (const { number, questions } of asked)
      expect(questions.map((question) => question.number)).toEqual([1, 2, 3].map((n) => `${number}.${n}`));
  });

  it('calls nothing more than commonly described that nobody read in its rules', () => {
    for (const about of ['numbers', 'questions', 'bands', 'composite'])
      expect([about, certaintyOf(PAST, about)]).toEqual([about, 'as commonly described']);
    expect(certaintyOf(PAST, 'resettlement')).toBe('read second-hand');
    expect(certaintyOf(PAST, 'programme')).toBe('read at the source');
    expect(certaintyOf(PAST, 'something nobody thought of')).toBe('as commonly described');
  });

  // Under 50, 50-64, 65-79, 80 and over, flagged within 5 points.
  it('is where the bands of court quality come from', () => {
    expect(PAST.rating?.bands).toBe(QUALITY_BANDS);
    expect(QUALITY_BANDS.map(({ fromPercent }) => fromPercent)).toEqual([0, 50, 65, 80]);
    expect([NEAR_BOUNDARY_POINTS, BEST_SCORE]).toEqual([5, 3]);
  });

  it('gives 3, 2, 1 and 0 points', () => {
    expect(pointsOf(PAST, 'Outstanding')).toBe(3);
    expect(pointsOf(PAST, 'Good')).toBe(2);
    expect(pointsOf(PAST, 'Requires improvement')).toBe(1);
    expect(pointsOf(PAST, 'Inadequate')).toBe(0);
    expect(() => pointsOf(PRESENT, 'Good')).toThrow();
  });

  // The points at which published ratings of 83 services, March 2021 to February 2025, were seen.
  it.each([
    ['Inadequate', [3, 5]],
    ['Requires improvement', [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]],
    ['Good', [19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]],
    ['Outstanding', [31, 32, 33, 34]],
  ])('calls %s what was published so', (rating, points) => {
    for (const point of points) expect([point, compositeBand(ruleOf(PAST), point)]).toEqual([point, rating]);
  });

  it('has the edges 6 and 7, 18 and 19, 30 and 31, from 0 to 36, and nothing between or beyond', () => {
    const band = (points: number) => compositeBand(ruleOf(PAST), points);
    expect([0, 6, 7, 18, 19, 30, 31, 36].map(band)).toEqual([
      ...['Inadequate', 'Inadequate', 'Requires improvement', 'Requires improvement'],
      ...['Good', 'Good', 'Outstanding', 'Outstanding'],
    ]);
    for (const none of [-1, 37, 6.5, 8.5, Number.NaN]) expect(() => band(none)).toThrow(RangeError);
  });
});

describe('2025', () => {
  it('is provisional: two areas, no bands, no composite, and says what is not known', () => {
    expect(PRESENT).toMatchObject({ isProvisional: true, rating: null, composite: null });
    expect(PRESENT.domains).toEqual(['work with children', 'work with victims']);
    expect(PRESENT.notKnown.join()).toMatch(/children.*bands.*overall/);
  });

  it('has the two questions about victims and guesses none about children', () => {
    expect(PRESENT.standards.map(({ domain }) => domain)).toEqual(['work with victims']);
    expect(PRESENT.standards.flatMap(({ questions }) => questions.map(({ number }) => number))).toEqual([
      'V1.1',
      'V1.2',
    ]);
    expect(certaintyOf(PRESENT, 'questions')).toBe('read second-hand');
  });
});
