/** In which ways children are told apart when their work is compared, each by the value that speaks for the child. */
import type { Values } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import { ageBandGrouping, type Grouping, groupingOf } from '../caseload/groups.ts';
import { OLDEST_AGE } from '../reference/age-bands.ts';
import type { View } from './define-metric.ts';
import { NO, YES } from './quality-answers.ts';

export interface Dimension {
  readonly name: string;
  /** The values compared, in their order; not known is none of them. */
  readonly labels: readonly string[];
  /** Per child a value as a code. */
  readonly values: Values;
  /** Per code the place among the labels; one past the last for not known. */
  readonly places: Uint8Array;
}

/** Each dimension by the columns that it may be taken from. */
const COLUMNS_OF = {
  ethnicity: ['ethnicity'],
  sex: ['sex'],
  age: ['birth_month', 'age'],
  send: ['send'],
  care_experienced: ['care_experienced'],
} as const satisfies Record<string, readonly ColumnName[]>;

const NAMES = ['ethnicity', 'sex', 'age', 'send', 'care_experienced'] as const;
type DimensionName = (typeof NAMES)[number];

export const DIMENSION_COLUMNS: readonly ColumnName[] = NAMES.flatMap((name) => COLUMNS_OF[name]);

/** The dimensions that the files have the columns of, and why any other is left out. */
export function dimensionsOf(view: View): { dimensions: Dimension[]; notes: string[] } {
  const columnsOf = (name: DimensionName): readonly ColumnName[] => COLUMNS_OF[name];
  const isThere = (name: DimensionName) => columnsOf(name).some((column) => view.column(column) !== null);
  const missing = NAMES.filter((name) => !isThere(name)).map((name) => columnsOf(name).join(' or '));
  const isRecorded = view.ethnicityList === 'as-recorded' && isThere('ethnicity');
  return {
    dimensions: NAMES.flatMap((name) => dimensionOf(view, name) ?? []),
    notes: [
      ...(isRecorded
        ? [
            'Ethnic groups are not compared: the categories are those of the files (--ethnicity-list as-recorded), which are in no groups.',
          ]
        : []),
      ...(missing.length > 0
        ? [`Not compared, as the files have no column for it: ${missing.join('; ')}.`]
        : []),
    ],
  };
}

function dimensionOf(view: View, name: DimensionName): Dimension | null {
  if (name === 'age') return ageDimension(view);
  const column = view.column(name);
  const values = view.childValues(name);
  if (column === null || values === null) return null;
  if (name === 'ethnicity' && view.ethnicityList === 'as-recorded') return null;
  const isYesNo = name === 'send' || name === 'care_experienced';
  const grouping = isYesNo ? YES_OR_NO : groupingOf(column, view.ethnicityList);
  return { name, values, ...known(grouping, column.size) };
}

const YES_OR_NO: Grouping = {
  labels: ['Yes', 'No', 'Not known'],
  of: (value) => (value === YES ? 0 : value === NO ? 1 : 2),
};

function ageDimension(view: View): Dimension | null {
  if (view.column('birth_month') === null && view.column('age') === null) return null;
  return { name: 'age', values: view.childAges(), ...known(ageBandGrouping(view.ageBands), OLDEST_AGE + 1) };
}

/** Of a grouping, whose last label is that of the not known, the others; what is in none of them is not known. */
function known({ labels, of }: Grouping, size: number): Pick<Dimension, 'labels' | 'places'> {
  const last = labels.length - 1;
  const places = Uint8Array.from({ length: size }, (_, value) => (of(value) < 0 ? last : of(value)));
  return { labels: labels.slice(0, last), places };
}
