/** Which counts go, on caseloads small enough to be worked out by hand; the threshold is 5. */
import { describe, expect, test } from 'vitest';
import { ageBands } from '../../../src/metrics/age-bands.ts';
import { disposalMix } from '../../../src/metrics/disposal-mix.ts';
import { ethnicityMix } from '../../../src/metrics/ethnicity-mix.ts';
import { sexMix } from '../../../src/metrics/sex-mix.ts';
import { cellsOf, metricOf, tableOf } from '../../support/reports.ts';
import { type Alike, type SharedAsked, sexes, shared } from './shared.ts';

const sexesShown = (alike: readonly Alike[], asked: SharedAsked = {}) =>
  cellsOf(shared(alike, { metrics: [sexMix], ...asked }), 'sex-mix', 'sexes', 'children').flat();

describe('counts of children', () => {
  test('from 1 to 4 are withheld, 5 and 0 are shown', () => {
    expect(sexesShown(sexes(5, 20))).toEqual([5, 20, 0, 0]);
    expect(sexesShown(sexes(4, 20, 6))).toEqual(['[c]', 20, '[c]', 0]);
    expect(sexesShown(sexes(0, 20))).toEqual([0, 20, 0, 0]);
  });

  test('two that add to 7 are 1 to 6 each, and pass', () => {
    expect(sexesShown(sexes(3, 20, 4))).toEqual(['[c]', 20, '[c]', 0]);
  });

  test('two that add to 6 are 1 to 5 each, and a third goes with them', () => {
    expect(sexesShown(sexes(2, 20, 4))).toEqual(['[c]', '[c]', '[c]', 0]);
  });

  test('with another threshold, below that', () => {
    expect(sexesShown(sexes(9, 20, 12), { threshold: 10 })).toEqual(['[c]', 20, '[c]', 0]);
    expect(sexesShown(sexes(1, 20, 2), { threshold: 2 })).toEqual(['[c]', '[c]', 2, 0]);
    expect(sexesShown(sexes(1, 20, 1), { threshold: 1 })).toEqual([1, 20, 1, 0]);
  });

  test('of which the number is not known are about the record, and shown however few', () => {
    expect(sexesShown(sexes(6, 20, 0, 1))).toEqual([6, 20, 0, 1]);
    expect(sexesShown(sexes(2, 20, 6, 3))).toEqual(['[c]', 20, '[c]', 3]);
  });

  test('left out of a cohort are shown however few', () => {
    const report = shared([...sexes(6, 20), { times: 1, sex: 'M', residence: 'Other' }], {
      metrics: [sexMix],
    });
    expect(tableOf(report, 'sex-mix', 'sexes').cohort.leftOut).toEqual([{ reason: 'residence Other', n: 1 }]);
  });

  test('take all that follows from them along: share, bounds, share of all', () => {
    const report = shared(
      [
        { times: 3, ethnicity: 'Indian' },
        { times: 6, ethnicity: 'African' },
        { times: 30, ethnicity: 'Irish' },
      ],
      { metrics: [ethnicityMix] },
    );
    const [asian, black, , , white] = tableOf(report, 'ethnicity-mix', 'groups').rows;
    const withheld = {
      children: '[c]',
      share: '[c]',
      share_lower: '[c]',
      share_upper: '[c]',
      share_of_all: '[c]',
    };
    expect(asian).toEqual({ group: 'Asian', ...withheld });
    expect(black).toEqual({ group: 'Black', ...withheld });
    expect(white).toMatchObject({ children: 30, share: 30 / 39, share_of_all: 30 / 39 });
  });

  test('of a group that is 0 and hidden do not stand in the categories by not being there', () => {
    const report = shared(
      [
        { times: 20, ethnicity: 'Indian' },
        { times: 15, ethnicity: 'African' },
        { times: 12, ethnicity: 'Irish' },
      ],
      { metrics: [ethnicityMix], zeros: 'hide' },
    );
    const groups = tableOf(report, 'ethnicity-mix', 'groups').rows;
    const withheld = groups.filter(({ children }) => children === '[c]').map(({ group }) => group);
    const { rows, withheld: isWithheld } = tableOf(report, 'ethnicity-mix', 'categories');
    const told = isWithheld ? [] : withheld.filter((group) => rows.every((row) => row.group !== group));
    expect(withheld.length).toBeGreaterThan(0);
    expect(told).toEqual([]);
  });
});

describe('tables that divide others', () => {
  test('a category alone in its group takes the group along, and both their like', () => {
    const report = shared(
      [
        { times: 3, ethnicity: 'Caribbean' },
        { times: 12, ethnicity: 'Indian' },
        { times: 30, ethnicity: 'British' },
        { times: 8, ethnicity: 'Irish' },
      ],
      { metrics: [ethnicityMix] },
    );
    expect(cellsOf(report, 'ethnicity-mix', 'groups', 'group', 'children')).toEqual([
      ['Asian', '[c]'],
      ['Black', '[c]'],
      ['Mixed', 0],
      ['Other', 0],
      ['White', 38],
      ['Not known', 0],
    ]);
    const categories = cellsOf(report, 'ethnicity-mix', 'categories', 'group', 'children');
    expect(categories.map(([group, children]) => [group, children])).toEqual([
      ['Asian', '[c]'],
      ['Black', '[c]'],
      ['White', 30],
      ['White', 8],
    ]);
  });

  test('years hide within their band, and the band is shown', () => {
    const report = shared(
      [
        { times: 2, age: '12' },
        { times: 9, age: '13' },
        { times: 20, age: '14' },
        { times: 40, age: '16' },
      ],
      { metrics: [ageBands] },
    );
    expect(cellsOf(report, 'age-bands', 'bands', 'children').flat()).toEqual([31, 40, 0]);
    const years = cellsOf(report, 'age-bands', 'years', 'age', 'children');
    expect(years.filter(([, children]) => children !== 0)).toEqual([
      ['12', '[c]'],
      ['13', '[c]'],
      ['14', 20],
      ['16', 40],
    ]);
  });

  test('a table whose counts all together are too few is withheld whole and says so, with its zeros', () => {
    // Of known ethnicity 5 and 1: one by one they would be 1 to 5.
    const report = shared(
      [{ times: 5, ethnicity: 'Indian' }, { times: 1, ethnicity: 'African' }, { times: 9 }],
      { metrics: [ethnicityMix] },
    );
    for (const table of metricOf(report, 'ethnicity-mix').tables) {
      expect(table).toMatchObject({ withheld: true, rows: [], cohort: { n: 15, known: 6 } });
    }
    expect(report.disclosure?.sentence).toMatch('2 whole tables');
  });
});

describe('a cohort', () => {
  test('of 9 children shows nothing, not even how many they are; one of 10 does', () => {
    const nine = metricOf(shared(sexes(0, 9), { metrics: [sexMix] }), 'sex-mix');
    expect(nine).toMatchObject({ status: 'withheld', tables: [], notes: [] });
    expect(nine.message).not.toMatch(/\b9\b/);
    expect(sexesShown(sexes(0, 10))).toEqual([0, 10, 0, 0]);
  });

  test('is too small by its own unit: 8 children with 11 cases have a disposal mix and no sex mix', () => {
    const report = shared(
      [
        { times: 5, disposal: 'YRO', sex: 'M' },
        ...['A', 'B', 'C'].map((child_id) => ({ times: 2, child_id, disposal: 'YRO', sex: 'M' })),
      ],
      { metrics: [sexMix, disposalMix] },
    );
    expect(report.metrics.map(({ status }) => status)).toEqual(['withheld', 'ok']);
  });

  test('when none may be shown the report says so and is a report all the same', () => {
    const report = shared([{ times: 3, sex: 'M', ethnicity: 'Irish', age: '14', disposal: 'YRO' }]);
    expect(report.metrics.filter(({ status }) => status === 'ok')).toEqual([]);
    expect(report.disclosure?.sentence).toMatch(/^Nothing in this report may be shown/);
    expect(report.provenance.inputs[0]).toMatchObject({ read: 3, used: 3 });
  });
});
