/** Why two tables cannot be compared: a reason in place of a wrong number. */
import type { MetricReport, Report, Table } from '../report/report.ts';
import { describeOtherAges } from './age-limits.ts';
import type { Overlap } from './comparison.ts';

/** A report under its name, with what it does not say of itself. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
  readonly ethnicityList: string;
}

export const AS_RECORDED = 'as-recorded';

/** One metric of two inputs, and the table to compare; each null where it is not there. */
export interface Two {
  readonly first: NamedReport;
  readonly other: NamedReport;
  readonly children: Overlap;
  readonly metric: string;
  readonly table: string;
}

/** @returns one clause, with the names of the inputs; null when the two can be compared */
export function whyNotComparable(two: Two): string | null {
  return (
    unansweredReason(two) ??
    classificationReason(two) ??
    missingTableReason(two) ??
    unitReason(two) ??
    ageReason(two) ??
    rowsReason(two)
  );
}

export function metricIn({ report }: NamedReport, name: string): MetricReport | undefined {
  return report.metrics.find((metric) => metric.name === name);
}

/** A table with something to show. */
export function tableIn(input: NamedReport, metric: string, name: string): Table | undefined {
  const found = metricIn(input, metric)?.tables.find((table) => table.name === name);
  return found?.withheld ? undefined : found;
}

const both = ({ first, other }: Two) => [first, other];

/** A column is missing, or the metric is withheld or not answered. */
function unansweredReason(two: Two): string | null {
  const reasons = both(two).flatMap((input) => {
    const found = metricIn(input, two.metric);
    if (found === undefined || found.status === 'ok') return [];
    if (found.status === 'missing-columns')
      return [
        `missing column: ${input.name} has none for ${(found.missing ?? []).map(shortened).join(', nor for ')}`,
      ];
    if (found.status === 'withheld') return [`withheld in ${input.name}: small numbers`];
    return [`not answered in ${input.name}`];
  });
  return reasons.length === 0 ? null : reasons.join('; ');
}

/** The twelve judgements by the first and the last of them. */
function shortened(columns: string): string {
  const names = columns.split(' or ');
  return names.length < 4 ? columns : `any of ${names[0]} to ${names[names.length - 1]}`;
}

/** Own categories are the same in one service at two dates only. */
function classificationReason({ first, other, children, metric }: Two): string | null {
  if (metric !== 'ethnicity-mix') return null;
  const lists = [first.ethnicityList, other.ethnicityList];
  const isSame = lists[0] === lists[1];
  if (isSame && (lists[0] !== AS_RECORDED || children === 'shared')) return null;
  const [one, two] = [first, other].map(
    ({ name, ethnicityList }) => `${name} has ${classificationWords(ethnicityList)}`,
  );
  return `other classification: ${one}, ${two}`;
}

function classificationWords(list: string): string {
  return list === AS_RECORDED
    ? 'categories of its own, as recorded'
    : `the groups of the ${list} Census list`;
}

function missingTableReason(two: Two): string | null {
  const without = both(two).filter((input) => tableIn(input, two.metric, two.table) === undefined);
  if (without.length === 0) return null;
  const isWithheld = without.some(({ report }) =>
    report.metrics.some(
      ({ name, tables }) =>
        name === two.metric && tables.some((table) => table.name === two.table && table.withheld),
    ),
  );
  const names = without.map(({ name }) => name).join(' and ');
  return isWithheld ? `withheld in ${names}: small numbers` : `no such table in ${names}`;
}

function unitReason(two: Two): string | null {
  const [one, other] = both(two).map((input) => tableIn(input, two.metric, two.table)?.unit);
  if (one === other) return null;
  return `other unit: ${two.first.name} counts ${one}, ${two.other.name} counts ${other}`;
}

function ageReason(two: Two): string | null {
  return two.metric === 'age-bands' && two.children !== 'shared'
    ? describeOtherAges(two.first, two.other, 'clear')
    : null;
}

/** Lists of rows that are always complete differ where bands do. */
function rowsReason(two: Two): string | null {
  if (two.metric !== 'age-bands') return null;
  const [one, other] = both(two).map((input) =>
    JSON.stringify(tableIn(input, two.metric, two.table)?.rows.map(({ band }) => band)),
  );
  return one === other
    ? null
    : `other age limits: the bands of ${two.first.name} and ${two.other.name} differ`;
}
