import { NOT_KNOWN } from '../caseload/groups.ts';
import { frameOf } from '../frame/frame.ts';
import { sumInOrder } from '../frame/sum-in-order.ts';
import { ADULT_AGE, ADULTS, type AgeBand, OLDEST_AGE, YEARS } from '../reference/age-bands.ts';
import { childrenWithOpenCase, tally } from './cohorts.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';

/**
 * How old are the children? Children with an open case at the as-at date, each once, by age in completed years at that
 * date: from the month of birth where there is one (the age is reached on the 1st of the month), else from the age
 * given. Young people who have turned 18 are a group of their own. Shares are of the children whose age is known.
 */
export const ageBands = defineMetric({
  name: 'age-bands',
  aliases: ['ages'],
  title: 'Age bands',
  question: 'How old are the children?',
  questionOfCases: 'How old are those whom the cases are about?',
  unit: 'children',
  cohort: 'children with an open case at the as-at date, residence Other left out',
  denominator: 'children of known age',
  timing: 'day',
  needs: [['birth_month', 'age']],
  alsoReads: ['residence'],
  headline: { rowExample: '15-17' },
  tables: [
    {
      name: 'years',
      title: 'Ages in years',
      unit: 'children',
      about: {
        subject: 'children',
        count: 'children',
        record: [NOT_KNOWN],
        within: { table: 'bands', row: ({ age }, bands) => bandNamed(String(age), bands) },
      },
      known: 'whose age is known',
      chart: { kind: 'bars', of: 'children' },
      columns: [
        { key: 'age', label: 'Age', type: 'text' },
        { key: 'children', label: 'Children', type: 'count' },
        {
          key: 'share',
          label: 'Share',
          type: 'share',
          numerator: 'children',
          denominator: 'known',
          outside: [NOT_KNOWN],
        },
      ],
    },
    {
      name: 'bands',
      title: 'Age bands',
      unit: 'children',
      about: { subject: 'children', count: 'children', sizesOf: ['age', 'birth_month'] },
      known: 'whose age is known',
      columns: [
        { key: 'band', label: 'Band', type: 'text' },
        { key: 'children', label: 'Children', type: 'count' },
        { key: 'share', label: 'Share', type: 'share', numerator: 'children', denominator: 'known' },
        { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
        { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
      ],
    },
  ],
  compute,
});

function compute(view: View): Counted {
  const { children, leftOut } = childrenWithOpenCase(view);
  const counts = tally(children, view.childAges(), OLDEST_AGE + 1);
  const ages = frameOf({
    age: counts.map((_, age) => (age === 0 ? NOT_KNOWN : age >= ADULT_AGE ? ADULTS : String(age))),
    band: counts.map((_, age) => bandOf(age, view.ageBands)),
    children: counts,
  });
  return {
    n: children.length,
    known: children.length - counts[0],
    leftOut,
    children,
    frames: {
      years: sumInOrder(ages, 'age', [...YEARS.map(String), ADULTS, NOT_KNOWN], 'children'),
      bands: sumInOrder(
        ages,
        'band',
        view.ageBands.map(({ label }) => label),
        'children',
      ),
    },
  };
}

function bandOf(age: number, bands: readonly AgeBand[]): string {
  return bands.find(({ from, to }) => age >= from && age <= to)?.label ?? NOT_KNOWN;
}

/** Of the bands by name, such as `10-14` and `10`, the one with an age as the years name it. */
function bandNamed(age: string, bands: readonly string[]): string {
  const found = bands.find((band) => {
    const [from, to = from] = band.split('-');
    return band === age || (Number(from) <= Number(age) && Number(age) <= Number(to));
  });
  return found ?? NOT_KNOWN;
}
