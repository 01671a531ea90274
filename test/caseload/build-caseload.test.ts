import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuiltCaseload } from '../../src/caseload/build-caseload.ts';
import { valuesOfChildren } from '../../src/caseload/children.ts';
import { columnDefinitions } from '../../src/caseload/columns.ts';
import { dayOf, lines, problemsOf, read, textsOf, totalsOf } from './reading.ts';

const HEADER = [
  'case_id',
  'child_id',
  'start_date',
  'end_date',
  'sex',
  'ethnicity',
  'age',
  'birth_month',
  'team',
  'residence',
  'planning_desistance',
];
const AS_AT = { day: dayOf('2026-10-31'), from: 'flag' } as const;

/** Few cases and children, so that rows meet; every cell in several spellings, some of them wrong. */
const row = fc.tuple(
  fc.constantFrom('C1', 'C2', 'C3', 'C10', ' C1', ''),
  fc.constantFrom('K1', 'K2', 'K3', ''),
  fc.constantFrom('2026-01-05', '05/01/2026', '2026-03-01', '1900-01-01', 'soon', ''),
  fc.constantFrom('2026-02-01', '', ''),
  fc.constantFrom('F', 'female', 'M', 'Q', ''),
  fc.constantFrom('A1', 'Indian', 'White', 'WHITE', 'white', 'W-hite', 'Unknown', ''),
  fc.constantFrom('15', '17', '9', 'x', ''),
  fc.constantFrom('2010-05', '05/2010', '1990-01', ''),
  fc.constantFrom('North', 'north', ''),
  fc.constantFrom('Home', 'Local', 'Other', ''),
  fc.constantFrom('Y', 'Yes', 'No', 'NA', ''),
);
const cells = fc.oneof(
  { weight: 8, arbitrary: row.map((each): string[] => [...each]) },
  { weight: 1, arbitrary: row.map((each) => each.slice(0, 4)) },
  { weight: 1, arbitrary: row.map((each) => [...each, 'more']) },
);
/** At least one row that is not blank: a file without any is refused. */
const table = fc
  .array(cells, { minLength: 1, maxLength: 10 })
  .filter((rows) => rows.some((each) => each.some((cell) => cell.trim() !== '')));

function csv(rows: readonly (readonly string[])[]): string {
  return lines(HEADER.join(','), ...rows.map((each) => each.join(',')));
}

/** All that figures are made of: the totals, the values of the rows used, what is known of each child. */
function essence(built: BuiltCaseload) {
  const { caseload } = built;
  const columns = columnDefinitions().flatMap(({ name }) => textsOf(built, name) ?? []);
  const width = caseload.used.length;
  const rows = Array.from({ length: width }, (_, index) =>
    columns.filter((__, at) => at % width === index).join('|'),
  );
  const children = caseload.columns.get('child_id');
  const used = new Set(Array.from(caseload.used, (each) => caseload.children[each]));
  const known = columnDefinitions().flatMap(({ name, perChild }) => {
    const column = caseload.columns.get(name);
    const values = perChild === true ? valuesOfChildren(caseload, name) : null;
    if (values === null || column === undefined) return [];
    return [...used].map((child) => `${children?.text(child)} ${name} ${column.text(values[child])}`);
  });
  return { totals: totalsOf(built), asAt: caseload.asAt, rows: rows.sort(), known: known.sort() };
}

function problemCounts({ caseload }: BuiltCaseload): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule, column, label, count } of caseload.problems) {
    const key = `${rule} ${column} ${label ?? ''}`;
    counts[key] = (counts[key] ?? 0) + count;
  }
  return counts;
}

describe('figures', () => {
  it.each([
    { how: 'ethnicity by the census list', ethnicityList: '2021' as const },
    { how: 'ethnicity as recorded', ethnicityList: 'as-recorded' as const },
  ])('do not depend on the order of the rows: $how', ({ ethnicityList }) => {
    const options = { asAt: AS_AT, ethnicityList };
    // A service's own label is shown as its first row writes it, so here every row writes it the same.
    const written = table.map((rows) =>
      rows.map((each) => each.map((cell) => (/^w-?hite$/i.test(cell) ? 'White' : cell))),
    );
    const shuffled = written.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(essence(read(csv(others), options))).toEqual(essence(read(csv(rows), options)));
      }),
      { numRuns: 120 },
    );
  });

  it('are the same when a file is split in two, whatever the names and the order given', () => {
    fc.assert(
      fc.property(table, fc.nat(10), fc.boolean(), (rows, cut, isSwapped) => {
        const parts = [csv(rows.slice(0, cut)), csv(rows.slice(cut))];
        fc.pre(cut > 0 && cut < rows.length);
        const files = isSwapped
          ? { 'z.csv': parts[0], 'a.csv': parts[1] }
          : { 'a.csv': parts[0], 'z.csv': parts[1] };
        expect(essence(read(files, { asAt: AS_AT }))).toEqual(essence(read(csv(rows), { asAt: AS_AT })));
      }),
      { numRuns: 120 },
    );
  });

  it('do not depend on the order in which files are given, nor do the inputs listed', () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const [first, second] = [csv(one), csv(other)];
        const forth = read({ 'a.csv': first, 'b.csv': second }, { asAt: AS_AT });
        const back = read({ 'b.csv': second, 'a.csv': first }, { asAt: AS_AT });
        expect(back.caseload.inputs).toEqual(forth.caseload.inputs);
        expect(back.caseload.problems).toEqual(forth.caseload.problems);
        expect(essence(back)).toEqual(essence(forth));
      }),
      { numRuns: 120 },
    );
  });

  it('do not change when the whole file is given twice, but for the duplicates', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const once = essence(read(csv(rows), { asAt: AS_AT }));
        const twice = essence(read({ 'a.csv': csv(rows), 'b.csv': csv(rows) }, { asAt: AS_AT }));
        expect({ rows: twice.rows, known: twice.known }).toEqual({ rows: once.rows, known: once.known });
        expect(twice.totals.used).toBe(once.totals.used);
      }),
      { numRuns: 120 },
    );
  });
});

describe('the accounting', () => {
  it('adds up: read = used + out of scope + duplicates + rejected, in every file', () => {
    const where = fc.constantFrom([], [{ column: 'team', value: 'North' }], [
      { column: 'sex', value: 'Female' },
    ] as const);
    fc.assert(
      fc.property(table, table, where, fc.boolean(), (one, other, conditions, countCases) => {
        const built = read(
          { 'a.csv': csv(one), 'b.csv': csv(other) },
          {
            asAt: AS_AT,
            countCases,
            where: conditions.map(({ column, value }) => ({
              column: column === 'team' ? 'team' : 'sex',
              value,
            })),
          },
        );
        const { inputs, used, rowCount } = built.caseload;
        for (const input of inputs)
          expect(input.read).toBe(input.used + input.outOfScope + input.duplicates + input.rejected);
        // Rows without a cell are no rows; the generator may write some.
        const written = [one, other].map(
          (rows) => rows.filter((each) => each.some((cell) => cell.trim() !== '')).length,
        );
        expect(inputs.map((input) => input.read)).toEqual(written);
        expect(used).toHaveLength(totalsOf(built).used);
        expect(rowCount).toBe(totalsOf(built).read);
        expect(built.rejections).toHaveLength(totalsOf(built).rejected);
      }),
      { numRuns: 120 },
    );
  });

  it('has an error for every row rejected', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const built = read(csv(rows), { asAt: AS_AT });
        const errors = built.caseload.problems.filter(({ severity }) => severity === 'error');
        expect(errors.reduce((sum, { count }) => sum + count, 0)).toBe(totalsOf(built).rejected);
        expect(problemsOf(built, 'duplicate-row').reduce((sum, { count }) => sum + count, 0)).toBe(
          totalsOf(built).duplicates,
        );
      }),
      { numRuns: 120 },
    );
  });

  it('counts the same problems in whatever order the rows come', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const forth = problemCounts(read(csv(rows), { asAt: AS_AT }));
        const back = problemCounts(read(csv([...rows].reverse()), { asAt: AS_AT }));
        expect(back).toEqual(forth);
      }),
      { numRuns: 120 },
    );
  });

  it('of a file worked by hand', () => {
    // Lines 2 and 4 are used; 3 is a duplicate of 2; 5 an older row of C2; 6 and 7 lack an identifier; 8 is too long;
    // 9 and 10 are no rows.
    const built = read(
      lines(
        'case_id,child_id,start_date',
        'C1,K1,2026-01-05',
        'C1,K1,05/01/2026',
        'C2,K2,2026-03-01',
        'C2,K2,2026-02-01',
        ',K3,2026-02-01',
        'C4,,2026-02-01',
        'C5,K5,2026-02-01,x',
        ',,',
        'Total,,6',
      ),
    );
    expect(built.caseload.inputs).toMatchObject([
      {
        file: 'cases.csv',
        encoding: 'utf-8',
        delimiter: ',',
        read: 7,
        used: 2,
        outOfScope: 0,
        duplicates: 1,
        rejected: 4,
      },
    ]);
    expect(built.rejections.map(({ line, rule }) => [line, rule])).toEqual([
      [5, 'different-row-for-case'],
      [6, 'missing-case-id'],
      [7, 'missing-child-id'],
      [8, 'too-many-cells'],
    ]);
  });
});

describe('the inputs', () => {
  it('are listed by name in the order of bytes, then by hash', () => {
    const files = ['é.csv', 'b.csv', 'B.csv', 'a.csv'].map((name, index) => [
      name,
      lines('case_id,child_id', `C${index},K1`),
    ]);
    const built = read(Object.fromEntries(files));
    expect(built.caseload.inputs.map(({ file }) => file)).toEqual(['B.csv', 'a.csv', 'b.csv', 'é.csv']);
  });

  it('know the hash of the bytes', () => {
    const [input] = read('case_id,child_id\nC1,K1\n').caseload.inputs;
    // printf 'case_id,child_id\nC1,K1\n' | sha256sum
    expect(input.sha256).toBe('90b1623f008223af62d1858d043025709321d8b621f8bdde6732c167f8645d53');
  });
});

describe('ages worked out', () => {
  it('from a month of birth that gives less than 10 or more than 25 are missing, with a warning', () => {
    const months = ['2016-10', '2016-11', '2001-11', '2001-10', '2000-10', '2000-11'];
    const text = lines(
      'case_id,child_id,birth_month',
      ...months.map((month, index) => `C${index},K${index},${month}`),
    );
    // At 31 October 2026: 10, 9, 24, 25, 26 and 25 years.
    const built = read(text, { asAt: AS_AT });
    expect(textsOf(built, 'birth_month')).toEqual(['2016-10', '', '2001-11', '2001-10', '', '2000-11']);
    expect(problemsOf(built, 'age-out-of-range')).toEqual([{ line: 3, column: 'birth_month', count: 2 }]);
  });
});

describe('rows counted as cases', () => {
  it('need no identifiers, ignore those there are, and are never duplicates', () => {
    const built = read(lines('case_id,child_id,sex', 'C1,K1,F', 'C1,K1,F'), { countCases: true });
    expect(built.caseload).toMatchObject({ unit: 'cases', childCount: 2 });
    expect([...built.caseload.children]).toEqual([1, 2]);
    expect(built.caseload.columns.has('case_id') || built.caseload.columns.has('child_id')).toBe(false);
    expect(totalsOf(read(lines('sex', 'F', 'F'), { countCases: true })).used).toBe(2);
  });
});
