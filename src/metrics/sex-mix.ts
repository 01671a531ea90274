import { NOT_KNOWN } from '../caseload/groups.ts';
import { frameOf } from '../frame/frame.ts';
import { SEXES } from '../reference/answers.ts';
import { childrenWithOpenCase, tally } from './cohorts.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';

/**
 * How many girls and boys are on the caseload? Children with an open case at the as-at date, each once. Shares are of
 * the children whose sex is known.
 */
export const sexMix = defineMetric({
  name: 'sex-mix',
  title: 'Sex mix',
  question: 'How many girls and boys are on the caseload?',
  unit: 'children',
  cohort: 'children with an open case at the as-at date, residence Other left out',
  denominator: 'children of known sex',
  timing: 'day',
  needs: [['sex']],
  alsoReads: ['residence'],
  headline: { rowExample: 'Female' },
  tables: [
    {
      name: 'sexes',
      title: 'Sex',
      unit: 'children',
      about: { subject: 'children', count: 'children', record: [NOT_KNOWN], sizesOf: ['sex'] },
      known: 'whose sex is known',
      columns: [
        { key: 'sex', label: 'Sex', type: 'text' },
        { key: 'children', label: 'Children', type: 'count' },
        {
          key: 'share',
          label: 'Share',
          type: 'share',
          numerator: 'children',
          denominator: 'known',
          outside: [NOT_KNOWN],
        },
        { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
        { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
      ],
    },
  ],
  compute,
});

function compute(view: View): Counted {
  const { children, leftOut } = childrenWithOpenCase(view);
  const values = view.childValues('sex');
  if (values === null) throw new Error('sex-mix needs sex');
  const [unknown, ...known] = tally(children, values, SEXES.length + 1);
  return {
    n: children.length,
    known: children.length - unknown,
    leftOut,
    children,
    frames: {
      sexes: frameOf({ sex: [...SEXES.map(({ label }) => label), NOT_KNOWN], children: [...known, unknown] }),
    },
  };
}
