/** A report laid open: its metrics, tables and parts, shown or withheld, and the rows there can be. */

import { ADULTS, AGE_BANDS, YEARS } from '../../src/reference/age-bands.ts';
import { SEXES } from '../../src/reference/answers.ts';
import { DISPOSAL_GROUPS } from '../../src/reference/disposals.ts';
import { ETHNIC_GROUPS } from '../../src/reference/ethnicity.ts';
import { type Asked, askedOf, groupOf, unknownPart } from './asked.ts';
import {
  ALL,
  countedMetrics,
  isNumber,
  NOT_KNOWN,
  NOT_MAPPED,
  nameOf,
  type PublishedMetric,
  type PublishedPart,
  type PublishedReport,
  type PublishedTable,
} from './published.ts';
import type { Place, System } from './system.ts';

const STANDARDS = ['assessment', 'planning', 'delivery', 'reviewing'];
const QUESTIONS = ['desistance', 'child_safety', 'others_safety'];

export const CHILD_METRICS = ['ethnicity-mix', 'age-bands', 'sex-mix'];

/** Metrics that divide too finely for a breakdown: in a report with one they are withheld altogether. */
export const FURTHER_METRICS = [
  'disproportionality',
  'quality-equity',
  'quality-consistency',
  'court-timeliness',
  'caseload-trend',
  'needs-profile',
  'resettlement',
  'transitions',
  'data-quality',
];
/** Those of them that speak of the children of the others. */
export const FURTHER_CHILD_METRICS = ['disproportionality', 'needs-profile', 'transitions', 'caseload-trend'];

/** Tables with the rows they always have; the others list only what is not 0. */
const FIXED_ROWS: Readonly<Record<string, readonly string[]>> = {
  'ethnicity-mix groups': [...ETHNIC_GROUPS, NOT_KNOWN],
  'age-bands years': [...YEARS.map(String), ADULTS, NOT_KNOWN],
  'age-bands bands': AGE_BANDS.map(({ label }) => label),
  'sex-mix sexes': [...SEXES.map(({ label }) => label), NOT_KNOWN],
  'disposal-mix groups': [...DISPOSAL_GROUPS, NOT_MAPPED],
  'court-quality questions': STANDARDS.flatMap((standard) =>
    QUESTIONS.map((question) => `${standard} ${question}`),
  ),
};
const OPEN_TABLES = [
  'ethnicity-mix categories',
  'disposal-mix disposals',
  'workload teams',
  'workload workers',
];

/** The tables a withheld metric would have; who the workers are is told only when asked for. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  'ethnicity-mix': ['groups', 'categories'],
  'age-bands': ['years', 'bands'],
  'sex-mix': ['sexes'],
  'disposal-mix': ['groups', 'disposals'],
  workload: ['teams'],
  'court-quality': ['questions'],
};

/** Whatever values of the breakdown no table names: nobody is counted in them, though rows may be left out. */
export const UNNAMED = 'unnamed values';

/** A row for whatever label of a group a reader has not seen. */
const UNSEEN = 'another label of ';

export function isUnseen({ row }: Pick<Place, 'row'>): boolean {
  return row.startsWith(UNSEEN);
}

/** What a row is called, or the group of which it is a label nobody has seen. */
export function labelOf(row: string): string {
  return isUnseen({ row }) ? row.slice(UNSEEN.length) : row;
}

export interface Book {
  readonly report: PublishedReport;
  readonly asked: Asked;
  readonly system: System;
  readonly metrics: readonly PublishedMetric[];
  /** The values of the breakdown, without All. */
  readonly parts: readonly string[];
  /** Those of them that the report names. */
  readonly named: readonly string[];
  readonly places: Map<string, number>;
}

type State = 'shown' | 'hidden';

export function bookOf(report: PublishedReport): Book {
  const asked = askedOf(report);
  const counted = countedMetrics(report);
  const metrics = counted.filter(({ name }) => asked.by === null || !FURTHER_METRICS.includes(name));
  const unknown = metrics.find(({ name }) => TABLES[name] === undefined && !FURTHER_METRICS.includes(name));
  if (unknown !== undefined) throw new Error(`the attack has no equations for ${unknown.name}: write them`);
  return {
    report,
    asked,
    metrics,
    system: { quantities: [], relations: [], most: mostRows(report) },
    ...partsOf(metrics, asked),
    places: new Map(),
  };
}

function mostRows({ provenance: { inputs } }: PublishedReport): number {
  const read = inputs.map((input) => input.read);
  return read.every(isNumber) ? read.reduce((sum, rows) => sum + rows, 0) : 100_000;
}

/** The parts that any table names; that of the not known, which may be there unnamed; all others in one. */
function partsOf(metrics: readonly PublishedMetric[], asked: Asked): Pick<Book, 'parts' | 'named'> {
  if (asked.by === null) return { parts: [], named: [] };
  const cohorts = metrics.flatMap(({ tables }) => tables.map(({ cohort }) => cohort));
  const named = [...new Set(cohorts.flatMap(({ parts = [] }) => parts.map(({ by }) => by)))];
  const unknown = unknownPart(asked);
  const isUnnamed = unknown !== null && !named.includes(unknown);
  return { named, parts: [...named, ...(isUnnamed ? [unknown] : []), UNNAMED] };
}

export function allParts({ parts }: Book): readonly string[] {
  return [ALL, ...parts];
}

export function metricNamed({ metrics }: Book, name: string): PublishedMetric | undefined {
  return metrics.find((metric) => metric.name === name);
}

export function tablesOf(book: Book, metric: string): readonly string[] {
  const found = metricNamed(book, metric);
  if (found === undefined) return [];
  if (found.status === 'ok') return found.tables.map(({ name }) => name);
  const isRecorded = metric === 'ethnicity-mix' && book.asked.list === 'as-recorded';
  return (TABLES[metric] ?? []).filter((name) => !(isRecorded && name === 'groups'));
}

/** Whether the rows of a table are counts of their own, and do not only follow from those of others. */
export function hasRows(metric: string, table: string): boolean {
  return hasFixedRows(metric, table) || OPEN_TABLES.includes(`${metric} ${table}`);
}

/** Whether a table always has the same rows, zeros included. */
export function hasFixedRows(metric: string, table: string): boolean {
  return FIXED_ROWS[`${metric} ${table}`] !== undefined;
}

export function hasTable(book: Book, metric: string, table: string): boolean {
  return tablesOf(book, metric).includes(table);
}

export function tableNamed(book: Book, metric: string, table: string): PublishedTable | undefined {
  return metricNamed(book, metric)?.tables.find(({ name }) => name === table);
}

/** The cohort of a part as the report shows it; null when it is withheld. */
export function cohortOf(book: Book, metric: string, part: string): Omit<PublishedPart, 'by'> | null {
  const cohort = metricNamed(book, metric)?.tables[0]?.cohort;
  if (cohort === undefined) return null;
  if (part === ALL) return cohort;
  const found = cohort.parts?.find(({ by }) => by === part);
  return found !== undefined && isNumber(found.n) ? found : null;
}

/** A value that the other values of the breakdown are listed without: nobody is counted in it. Alone it is not named. */
export function isUnlisted({ metrics, asked }: Book, metric: string, part: string): boolean {
  const cohort = metrics.find(({ name }) => name === metric)?.tables[0]?.cohort;
  if (cohort === undefined || part === ALL || part === unknownPart(asked)) return false;
  const others = (cohort.parts ?? []).filter(({ by }) => by !== unknownPart(asked));
  return others.length > 0 && !others.some(({ by }) => by === part);
}

export function isPartShown(book: Book, metric: string, part: string): boolean {
  return cohortOf(book, metric, part) !== null;
}

export function stateOf(book: Book, metric: string, table: string, part: string): State {
  const found = tableNamed(book, metric, table);
  const isHidden =
    found === undefined ||
    found.withheld === true ||
    (found.withheldParts ?? []).includes(part) ||
    !isPartShown(book, metric, part);
  return isHidden ? 'hidden' : 'shown';
}

/** The rows of a table in any part: those it always has, those seen, and the unseen where all rows are withheld. */
export function rowsOf(book: Book, metric: string, table: string): readonly string[] {
  const fixed = FIXED_ROWS[`${metric} ${table}`];
  if (fixed !== undefined) return fixed;
  const found = tableNamed(book, metric, table);
  const isAllShown = stateOf(book, metric, table, ALL) === 'shown';
  const seen = new Set(
    (found?.rows ?? [])
      .filter((row) => !isAllShown || row.by === undefined || row.by === ALL)
      .map((row) => (found === undefined ? '' : nameOf(found, row))),
  );
  const groups = isAllShown ? [] : groupsOf(book, metric, table);
  return [...seen, ...groups.map((group) => `${UNSEEN}${group}`)];
}

/** The groups that the rows of a table lie in: the rows of its table of groups, or one for all. */
export function groupsOf(book: Book, metric: string, table: string): readonly string[] {
  const isNested = table === 'categories' || table === 'disposals';
  if (!isNested || !hasTable(book, metric, 'groups')) return [`the ${table}`];
  return FIXED_ROWS[`${metric} groups`];
}

/** The group that a row lies in. */
export function groupOfRow(book: Book, metric: string, table: string, row: string): string {
  const groups = groupsOf(book, metric, table);
  if (groups.length === 1) return groups[0];
  if (isUnseen({ row })) return labelOf(row);
  const column = metric === 'ethnicity-mix' ? 'ethnicity' : 'disposal';
  return groupOf(book.asked, column, row) ?? row;
}
