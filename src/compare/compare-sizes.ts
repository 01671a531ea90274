/** What stands side by side: measures of work, and how many there are of what. */
import {
  type Cell,
  isNumber,
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  type ShownColumn,
  type Table,
  WITHHELD,
} from '../report/report.ts';
import { metricIn, type NamedReport, tableIn } from './comparability.ts';
import type { Overlap } from './comparison.ts';

type CellRow = Readonly<Record<string, Cell>>;

/** Two tables of measures: what one of them lacks is not applicable there. */
export function measureRows(first: Table, other: Table): CellRow[] {
  const values = new Map(other.rows.map(({ measure, value }) => [measure, value]));
  return first.rows.map(({ measure, value }) => ({
    measure,
    first_value: value,
    other_value: values.get(measure) ?? NOT_APPLICABLE,
  }));
}

export function measureColumns(names: { readonly first: string; readonly other: string }): ShownColumn[] {
  return [
    { key: 'measure', label: 'Measure', type: 'text' },
    { key: 'first_value', label: names.first, type: 'measure' },
    { key: 'other_value', label: names.other, type: 'measure' },
  ];
}

/** The measure that says how many children there are. */
export const CHILDREN = 'children with an open case';

/** Tables of a mix, whose cohort is of children, or of cases where rows are counted as cases. */
const MIXES = [
  ['ethnicity-mix', 'groups'],
  ['ethnicity-mix', 'categories'],
  ['age-bands', 'bands'],
  ['sex-mix', 'sexes'],
] as const;

/** Where each size stands: the first table of that unit. */
const SIZES = [
  { measure: CHILDREN, from: MIXES, unit: 'children', of: 'n' },
  { measure: 'open cases', from: [['disposal-mix', 'groups'], ...MIXES], unit: 'cases', of: 'n' },
  { measure: 'court cases judged', from: [['court-quality', 'questions']], unit: 'cases', of: 'known' },
] as const;

type Size = (typeof SIZES)[number];

/**
 * How many children, cases and cases judged either has. Differences are of one service at two dates: of two services
 * they would say which is larger.
 */
export function sizeRows(first: NamedReport, other: NamedReport, children: Overlap): CellRow[] {
  return SIZES.flatMap((size) => {
    const [one, two] = [sizeIn(first, size), sizeIn(other, size)];
    if (one === NOT_AVAILABLE && two === NOT_AVAILABLE) return [];
    const difference = children === 'shared' ? less(one, two) : NOT_APPLICABLE;
    return [{ measure: size.measure, first_value: one, other_value: two, difference }];
  });
}

function sizeIn(input: NamedReport, { from, unit, of }: Size): Cell {
  const [table] = from
    .flatMap(([metric, name]) => tableIn(input, metric, name) ?? [])
    .filter((one) => one.unit === unit);
  if (table !== undefined) return table.cohort[of];
  const isWithheld = from.some(([metric]) => metricIn(input, metric)?.status === 'withheld');
  return isWithheld && (unit === 'cases' || input.report.provenance.unit === unit) ? WITHHELD : NOT_AVAILABLE;
}

function less(one: Cell, other: Cell): Cell {
  if (isNumber(one) && isNumber(other)) return one - other;
  return [one, other].includes(WITHHELD) ? WITHHELD : NOT_APPLICABLE;
}
