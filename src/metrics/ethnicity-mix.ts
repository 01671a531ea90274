import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { NOT_KNOWN } from '../caseload/groups.ts';
import { frameOf } from '../frame/frame.ts';
import { sumInOrder } from '../frame/sum-in-order.ts';
import { ETHNIC_CATEGORIES, ETHNIC_GROUPS, type EthnicityList, ethnicGroup } from '../reference/ethnicity.ts';
import { NOT_APPLICABLE } from '../report/report.ts';
import { childrenWithOpenCase, tally } from './cohorts.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';

/**
 * Who are the children on the caseload? Children with an open case at the as-at date, each once, by the ethnicity of
 * the row that speaks for the child. Shares are of the children whose ethnicity is known; Not known is shown beside.
 * Groups and their order follow the Youth Justice Board; Gypsy or Irish Traveller and Roma children, whom the group
 * White hides, are categories of their own.
 */
export const ethnicityMix = defineMetric({
  name: 'ethnicity-mix',
  aliases: ['ethnicity'],
  title: 'Ethnicity mix',
  question: 'Who are the children on the caseload?',
  questionOfCases: 'Whom are the cases about?',
  unit: 'children',
  cohort: 'children with an open case at the as-at date, residence Other left out',
  denominator: 'children of known ethnicity',
  timing: 'day',
  needs: [['ethnicity']],
  alsoReads: ['residence'],
  headline: { rowExample: 'Black' },
  tables: [
    {
      name: 'groups',
      title: 'Ethnic groups',
      unit: 'children',
      about: { subject: 'children', count: 'children', record: [NOT_KNOWN], sizesOf: ['ethnicity'] },
      known: 'whose ethnicity is known',
      chart: { kind: 'bars', of: 'share', without: [NOT_KNOWN] },
      columns: [
        { key: 'group', label: 'Group', type: 'text' },
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
        {
          key: 'share_of_all',
          label: 'Share of all',
          type: 'share',
          numerator: 'children',
          denominator: 'n',
        },
      ],
    },
    {
      name: 'categories',
      title: 'Ethnic categories',
      unit: 'children',
      about: {
        subject: 'children',
        count: 'children',
        record: [NOT_KNOWN],
        sizesOf: ['ethnicity'],
        within: { table: 'groups', row: ({ group }) => String(group) },
      },
      known: 'whose ethnicity is known',
      // Drawn where there are no groups.
      chart: { kind: 'bars', of: 'share', without: [NOT_KNOWN], withoutGroups: true },
      columns: [
        { key: 'category', label: 'Category', type: 'text' },
        { key: 'group', label: 'Group', type: 'text' },
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
  ],
  compute,
});

interface CategoryCount {
  category: string;
  group: string;
  children: number;
}

function compute(view: View): Counted {
  const { children, leftOut } = childrenWithOpenCase(view);
  const column = view.column('ethnicity');
  const values = view.childValues('ethnicity');
  if (column === null || values === null) throw new Error('ethnicity-mix needs ethnicity');
  const counts = tally(children, values, column.size);
  const labels = Array.from({ length: column.size }, (_, value) => column.text(value));
  const isRecorded = view.ethnicityList === 'as-recorded';
  const rows = isRecorded ? recordedCategories(labels, counts) : listedCategories(counts, view.ethnicityList);
  const categories = frameOf({
    category: rows.map(({ category }) => category),
    group: rows.map(({ group }) => group),
    children: rows.map((row) => row.children),
  });
  const groups = sumInOrder(categories, 'group', [...ETHNIC_GROUPS, NOT_KNOWN], 'children');
  return {
    n: children.length,
    known: children.length - counts[0],
    leftOut,
    children,
    frames: isRecorded ? { categories } : { groups, categories },
    notes: notes(view.ethnicityList),
  };
}

/** Categories of the census lists in the order of their groups, then by label; Not known last; none of 0. */
function listedCategories(counts: readonly number[], list: EthnicityList): CategoryCount[] {
  const rows = ETHNIC_CATEGORIES.map((category, index) => ({
    category: category.label,
    group: ethnicGroup(category, list),
    children: counts[index + 1],
  })).sort(
    (one, other) =>
      ETHNIC_GROUPS.indexOf(one.group) - ETHNIC_GROUPS.indexOf(other.group) ||
      compareUtf8(one.category, other.category),
  );
  return withNotKnown(rows, counts[0], NOT_KNOWN);
}

/** A service's own categories, as its files write them. */
function recordedCategories(labels: readonly string[], counts: readonly number[]): CategoryCount[] {
  const rows = labels
    .slice(1)
    .map((category, index) => ({ category, group: NOT_APPLICABLE, children: counts[index + 1] }))
    .sort((one, other) => compareUtf8(one.category, other.category));
  return withNotKnown(rows, counts[0], NOT_APPLICABLE);
}

function withNotKnown(rows: readonly CategoryCount[], unknown: number, group: string): CategoryCount[] {
  return [...rows, { category: NOT_KNOWN, group, children: unknown }].filter(({ children }) => children > 0);
}

function notes(list: EthnicityList): string[] {
  if (list === 'as-recorded') {
    return [
      'Categories are those of the files (--ethnicity-list as-recorded), so there is no table of groups.',
    ];
  }
  const chinese = list === '2001' ? 'Other' : 'Asian';
  return [
    `Groups follow the ${list} Census list: Chinese counts as ${chinese}. Gypsy or Irish Traveller and Roma are within White; the categories show them.`,
  ];
}
