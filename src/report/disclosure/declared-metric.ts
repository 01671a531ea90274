/** A metric beside what was declared of its tables: which are about children, and how large its parts are. */
import type { About } from '../../metrics/define-metric.ts';
import type { MetricReport, Provenance } from '../report.ts';
import { inUnit } from '../units.ts';
import type { DeclaredTable } from './mix.ts';
import { isTooSmall, type PartSize, WORK_COLUMNS } from './parts.ts';
import type { Basis, Rules } from './rules.ts';

/** A metric with what was declared of its tables. */
export interface DeclaredMetric {
  readonly metric: MetricReport<number>;
  readonly tables: readonly DeclaredTable[];
}

export function declaredMetric(
  metric: MetricReport<number>,
  { metrics }: Basis,
  unit: Provenance['unit'],
): DeclaredMetric {
  const spec = metrics.find(({ name }) => name === metric.name);
  const tables = metric.tables.map((table): DeclaredTable => {
    const declared = spec?.tables.find(({ name }) => name === table.name);
    if (declared === undefined) throw new Error(`${metric.name} declares no table ${table.name}`);
    const { about, columns } = inUnit(declared, unit);
    return { table, about, columns };
  });
  return { metric, tables };
}

/** Figures by worker and team alone are about the work; where rows are cases only, nothing tells them apart. */
export function isAboutWork({ by, filters }: Basis, unit: Provenance['unit']): boolean {
  return (
    unit === 'children' && [...filters, ...(by === null ? [] : [by])].every((name) => WORK_COLUMNS.has(name))
  );
}

/** Whether the rows of a table are counts of children, or are treated as such. */
export function isOfChildren({ subject }: About, isWork: boolean): boolean {
  return subject === 'children' || (subject === 'work' && !isWork);
}

/** Whether the rows of a table are planned as a mix of children, which adds up. */
export function isMixed({ about }: DeclaredTable, isWork: boolean): boolean {
  return (
    about.count !== undefined &&
    about.alone === undefined &&
    about.within?.metric === undefined &&
    isOfChildren(about, isWork)
  );
}

export function isWithheldWhole({ tables }: DeclaredMetric, isWork: boolean, { threshold }: Rules): boolean {
  return tables.some(({ table, about }) => {
    if (about.subject === 'work' && isWork) return false;
    return isTooSmall(sizeOf(table.cohort, about), threshold);
  });
}

/** Of all but children only the cases count: how few of them are known is dealt with row by row. */
function sizeOf<S extends { n: number; known: number }>(size: S, { subject }: About): S {
  return subject === 'children' ? size : { ...size, known: size.n };
}

export function sizesOf({ tables }: DeclaredMetric): readonly PartSize[] {
  const [first] = tables;
  return first === undefined ? [] : (first.table.cohort.parts ?? []).map((size) => sizeOf(size, first.about));
}
