/** What totals, groups and what divides them let a reader work out, in reports of generated caseloads. */
import { describe, expect, test } from 'vitest';
import type { MetricReport, Row, Table } from '../../../src/report/report.ts';
import { metricOf } from '../../support/reports.ts';
import { boundsOn, type Sum, type Unknown } from './exhaustive.ts';
import { isRecord, narrowOf, type Told } from './services.ts';

/** Counts of a table under the name of the row, and the name of the row they are part of in another table. */
interface Named {
  readonly name: string;
  readonly group: string;
  readonly value: number | Unknown;
}

const bandOf = (age: string) => (age === '18 and over' ? age : Number(age) < 15 ? '10-14' : '15-17');

function namedOf(row: Row, { columns }: Table): Named {
  const name = String(row[columns[0].key]);
  const count = row.children ?? row.cases;
  return {
    name,
    group: row.age === undefined ? String(row.group ?? '') : bandOf(name),
    value: typeof count === 'number' ? count : { least: 1 },
  };
}

const isOpen = (value: number | Unknown): value is Unknown => typeof value !== 'number';

/** Some counts add up to another. */
function sum(values: readonly (number | Unknown)[], all: number | Unknown): Sum {
  const known = values.reduce<number>((total, value) => total + (isOpen(value) ? 0 : value), 0);
  return {
    plus: values.filter(isOpen),
    minus: isOpen(all) ? [all] : [],
    total: (isOpen(all) ? 0 : all) - known,
  };
}

/** Withheld counts of a table and of the one that divides it, if there is one. */
function nested({ tables, status }: MetricReport, top: string, detail: string): Told[] {
  const whole = tables.find(({ name }) => name === top);
  const divided = tables.find(({ name }) => name === detail);
  if (status !== 'ok' || whole === undefined || whole.withheld) return [];
  const rows = whole.rows.map((row) => namedOf(row, whole));
  const record = rows.find(({ name }) => name === 'Not mapped')?.value ?? 0;
  const known = Number(whole.cohort.known) - Number(record);
  const tops = rows.filter(({ name }) => !isRecord(name));
  const under =
    divided === undefined || divided.withheld ? null : divided.rows.map((row) => namedOf(row, divided));
  const sums = [
    sum(
      tops.map(({ value }) => value),
      known,
    ),
    ...tops.flatMap(({ name, value }) =>
      under === null
        ? []
        : [
            sum(
              under.filter(({ group }) => group === name).map((one) => one.value),
              value,
            ),
          ],
    ),
  ];
  return [...tops, ...(under ?? [])].flatMap(({ name, value }) => {
    const range = isOpen(value) ? boundsOn(value, sums) : null;
    return range === null ? [] : [{ what: name, ...range }];
  });
}

describe('groups and what divides them, totals and their rows', () => {
  test.each([
    ['ethnicity-mix', 'groups', 'categories'],
    ['age-bands', 'bands', 'years'],
    ['sex-mix', 'sexes', ''],
    ['disposal-mix', 'groups', 'disposals'],
  ])('of %s leave each withheld count in doubt', (name, top, detail) => {
    for (const threshold of [3, 5, 10]) {
      expect(narrowOf({ threshold }, (report) => nested(metricOf(report, name), top, detail))).toEqual([]);
    }
  });

  test('are seen through where they leave no doubt: 40 of 43, and what is left is 3', () => {
    const { tables, ...metric } = tinyMix([
      { sex: 'Female', children: '[c]' },
      { sex: 'Male', children: 40 },
    ]);
    expect(nested({ ...metric, tables }, 'sexes', '')).toEqual([{ what: 'Female', smallest: 3, largest: 3 }]);
  });
});

/** A mix of 43 children. */
function tinyMix(rows: readonly Row[]): MetricReport {
  const texts = { title: '', question: '', unit: 'children' };
  const columns = [{ key: 'sex', label: 'Sex', type: 'text' as const }];
  const cohort = { n: 43, known: 43, leftOut: [] };
  const table = { name: 'sexes', title: '', unit: 'children', by: null, cohort, columns, rows };
  return { name: 'sex-mix', ...texts, status: 'ok', tables: [table], notes: [] };
}

describe('zeros that are hidden', () => {
  /** Groups withheld of which no category or disposal is listed: they are 0. */
  function listedAs0({ tables }: MetricReport, detail: string): Told[] {
    const groups = tables.find(({ name }) => name === 'groups');
    const table = tables.find(({ name }) => name === detail);
    if (groups === undefined || table === undefined || table.withheld) return [];
    return groups.rows
      .filter(({ children, cases }) => (children ?? cases) === '[c]')
      .filter(({ group }) => table.rows.every((row) => row.group !== group))
      .map(({ group }) => ({ what: String(group), smallest: 0, largest: 0 }));
  }

  test.each([
    ['ethnicity-mix', 'categories'],
    ['disposal-mix', 'disposals'],
  ])('in the groups of %s are not told by the rows that its %s lack', (name, detail) => {
    const services = Array.from({ length: 12 }, (_, at) => ({ seed: at + 1, cases: 20 + 5 * at }));
    expect(
      narrowOf({ zeros: 'hide' }, (report) => listedAs0(metricOf(report, name), detail), undefined, services),
    ).toEqual([]);
  });
});
