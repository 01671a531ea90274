import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { NOT_MAPPED } from '../caseload/groups.ts';
import { frameOf } from '../frame/frame.ts';
import { sumInOrder } from '../frame/sum-in-order.ts';
import { DISPOSAL_GROUPS, DISPOSALS } from '../reference/disposals.ts';
import { openCases } from './cohorts.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';

/**
 * What orders and disposals are the cases? Open cases at the as-at date, so a child with two orders counts twice.
 * Shares are of all open cases, those of no known disposal (Not mapped) included.
 */
export const disposalMix = defineMetric({
  name: 'disposal-mix',
  title: 'Disposal mix',
  question: 'What orders and disposals are the cases?',
  unit: 'cases',
  cohort: 'open cases at the as-at date, residence Other left out',
  denominator: 'all open cases of the cohort',
  timing: 'day',
  needs: [['disposal']],
  alsoReads: ['residence'],
  headline: { rowExample: 'Custody' },
  tables: [
    {
      name: 'groups',
      title: 'Disposal groups',
      unit: 'cases',
      about: { subject: 'children', count: 'cases', record: [NOT_MAPPED], sizesOf: ['disposal'] },
      columns: [
        { key: 'group', label: 'Group', type: 'text' },
        { key: 'cases', label: 'Cases', type: 'count' },
        { key: 'share', label: 'Share', type: 'share', numerator: 'cases', denominator: 'n' },
      ],
    },
    {
      name: 'disposals',
      title: 'Disposals',
      unit: 'cases',
      about: {
        subject: 'children',
        count: 'cases',
        record: [NOT_MAPPED],
        within: { table: 'groups', row: ({ group }) => String(group) },
      },
      columns: [
        { key: 'disposal', label: 'Disposal', type: 'text' },
        { key: 'group', label: 'Group', type: 'text' },
        { key: 'cases', label: 'Cases', type: 'count' },
      ],
    },
  ],
  compute,
});

function compute(view: View): Counted {
  const { rows, leftOut } = openCases(view, true);
  const disposal = view.column('disposal');
  if (disposal === null) throw new Error('disposal-mix needs disposal');
  const counts = new Array<number>(disposal.size).fill(0);
  for (let index = 0; index < rows.length; index++) counts[disposal.values[rows[index]]]++;
  const listed = DISPOSALS.map((disposal, index) => ({ ...disposal, cases: counts[index + 1] }))
    .sort(
      (one, other) =>
        DISPOSAL_GROUPS.indexOf(one.group) - DISPOSAL_GROUPS.indexOf(other.group) ||
        compareUtf8(one.label, other.label),
    )
    .map(({ label, group, cases }) => ({ label, group: String(group), cases }))
    .concat({ label: NOT_MAPPED, group: NOT_MAPPED, cases: counts[0] })
    .filter(({ cases }) => cases > 0);
  const disposals = frameOf({
    disposal: listed.map(({ label }) => label),
    group: listed.map(({ group }) => group),
    cases: listed.map(({ cases }) => cases),
  });
  return {
    n: rows.length,
    known: rows.length,
    leftOut,
    frames: { groups: sumInOrder(disposals, 'group', [...DISPOSAL_GROUPS, NOT_MAPPED], 'cases'), disposals },
  };
}
