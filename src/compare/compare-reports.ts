/** Two or more reports to a comparison: the first with each of the others. Numbers come from the reports alone. */
import { describeOtherAges } from './age-limits.ts';
import { metricIn, type NamedReport, type Two, tableIn, whyNotComparable } from './comparability.ts';
import { comparedColumns, compareRows, type OpenRow } from './compare-rows.ts';
import { measureColumns, measureRows } from './compare-sizes.ts';
import type { ComparedMetric, ComparedTable, ComparedTables, Comparison, Testing } from './comparison.ts';
import { pairOf, type TwoReports } from './pairs.ts';
import { addVerdicts, LEVEL } from './verdicts.ts';
import { COMPARED, type MetricToCompare, type TableToCompare } from './what-is-compared.ts';

/** What is known of two inputs beside their reports: the ids in both are looked at where the rows are. */
export type Facts = Omit<TwoReports, 'first' | 'other'>;

/**
 * Compares the first report with each of the others.
 * @param factsOf of the first and another, by its place
 */
export function compareReports(
  inputs: readonly NamedReport[],
  factsOf: (other: number) => Facts,
): Comparison {
  const [first] = inputs;
  const twos = inputs.slice(1).map((other, index) => ({ first, other, ...factsOf(index + 1) }));
  const made = COMPARED.filter(({ metric }) =>
    first.report.metrics.some(({ name, status }) => name === metric && status !== 'not-configured'),
  ).map((what) => metricOf(what, inputs, twos));
  const tested = addVerdicts(made.flatMap(({ rows }) => rows));
  const { tool, version, disclosure, threshold } = first.report.provenance;
  return {
    schema: 'yos-caseload/compare/1',
    tool,
    version,
    disclosure,
    threshold,
    direction: directionOf(inputs),
    inputs: inputs.map(({ name, report, ethnicityList }) => ({
      name,
      provenance: report.provenance,
      ethnicityList,
      problems: report.problems,
    })),
    pairs: twos.map(pairOf),
    metrics: made.map(({ metric }) => metric),
    tests: {
      tested,
      level: LEVEL,
      method: "two-sided Fisher's exact test, corrected by Holm over all differences tested here",
    },
    notes: notesOf(first, tested),
  };
}

/** Which way a difference goes, for headings. */
function directionOf([first, ...others]: readonly NamedReport[]): string {
  const [only] = others;
  const less = others.length === 1 ? only.name : 'each of the others';
  return `${first.name} less ${less}`;
}

function notesOf({ name, report: { provenance } }: NamedReport, tested: number): string[] {
  const { disclosure, threshold } = provenance;
  const withheld =
    disclosure === 'internal'
      ? []
      : [
          `Small numbers are withheld in each input by itself (rule: counts under ${threshold}, and what would reveal them), and so is all that follows from a withheld figure. Somebody who holds other reports can subtract; the information-governance leads decide what is published.`,
        ];
  const verdicts =
    tested === 0
      ? []
      : [
          `Higher and lower are said of ${name}. Verdicts are of a two-sided Fisher's exact test at ${LEVEL}, corrected by Holm over all differences tested in this comparison (${tested}); the 95% ranges (Newcombe) are of one difference each and are not corrected. Too few to say: fewer than 5 in either, or of judgements fewer than 5 judged.`,
        ];
  return [...verdicts, 'A difference is not by itself a cause or a fault.', ...withheld];
}

function metricOf(
  what: MetricToCompare,
  inputs: readonly NamedReport[],
  twos: readonly TwoReports[],
): { metric: ComparedMetric; rows: OpenRow[] } {
  const about = inputs[0].report.metrics.find(({ name }) => name === what.metric);
  if (about === undefined) throw new Error(`no metric ${what.metric}`);
  const made = what.tables.map((table) => tablesOf(about, table, inputs, twos));
  const { name, title, question, caveat } = about;
  return {
    metric: {
      name,
      title,
      question,
      ...(caveat === undefined ? {} : { caveat }),
      tables: made.flatMap(({ tables }) => (tables === null ? [] : [tables])),
    },
    rows: made.flatMap(({ rows }) => rows),
  };
}

/** One table in all pairs; none where no input has it. */
function tablesOf(
  { name: metric, title }: Pick<ComparedMetric, 'name' | 'title'>,
  what: TableToCompare,
  inputs: readonly NamedReport[],
  twos: readonly TwoReports[],
): { tables: ComparedTables | null; rows: OpenRow[] } {
  const made = twos.map((two) => pairOfTables({ ...two, metric, table: what.table }, what, two));
  const isApart = (input: NamedReport) =>
    made.some(
      ({ table: { status, first, other } }) =>
        status === 'not-comparable' && [first, other].includes(input.name),
    );
  const own = inputs.filter(isApart).flatMap((input) => {
    const table = tableIn(input, metric, what.table);
    return table === undefined ? [] : [{ input: input.name, table }];
  });
  const [some] = inputs.flatMap(({ report }) =>
    report.metrics
      .filter(({ name }) => name === metric)
      .flatMap(({ tables }) => tables.filter(({ name }) => name === what.table)),
  );
  const isAnswered = inputs.every((input) => metricIn(input, metric)?.status === 'ok');
  if (some === undefined && isAnswered) return { tables: null, rows: [] };
  const tables = {
    name: what.table,
    title: some?.title ?? title,
    unit: some?.unit ?? '',
    ...(some?.known === undefined ? {} : { known: some.known }),
    pairs: made.map(({ table }) => table),
    own,
  };
  return { tables, rows: made.flatMap(({ rows }) => rows) };
}

function pairOfTables(
  two: Two,
  what: TableToCompare,
  facts: TwoReports,
): { table: ComparedTable; rows: OpenRow[] } {
  const names = { first: two.first.name, other: two.other.name };
  const reason = whyNotComparable(two);
  const first = tableIn(two.first, two.metric, two.table);
  const other = tableIn(two.other, two.metric, two.table);
  if (reason !== null || first === undefined || other === undefined) {
    const nothing = { testing: 'none', cohorts: null, notes: [], columns: [], rows: [] } as const;
    return { table: { ...names, status: 'not-comparable', reason, ...nothing }, rows: [] };
  }
  const cohorts = { first: first.cohort, other: other.cohort };
  if (what.of === null) {
    const rows = measureRows(first, other);
    const columns = measureColumns(names);
    const reason = 'Values side by side: nothing is tested.';
    return {
      table: { ...names, status: 'side-by-side', reason, testing: 'none', cohorts, notes: [], columns, rows },
      rows: [],
    };
  }
  const { testing, because } = testingOf(two.metric, facts);
  const rows = compareRows(first, other, what, testing);
  const columns = comparedColumns(first, what, two.first.name, two.other.name);
  const notes = noteOnAges(two);
  return {
    table: { ...names, status: 'compared', reason: because, testing, cohorts, notes, columns, rows },
    rows,
  };
}

/** Ages that one input has and the other has not, though chance may be why. */
function noteOnAges({ metric, first, other, children }: Two): string[] {
  if (metric !== 'age-bands' || children === 'shared') return [];
  const words = describeOtherAges(first, other, 'unclear');
  return words === null
    ? []
    : [`Perhaps ${words}. If that is by rule and not by chance, these shares cannot be compared.`];
}

/** Whether the two are different children or cases, so that an interval and a test hold. */
function testingOf(metric: string, facts: TwoReports): { testing: Testing; because: string | null } {
  const isWork = metric === 'court-quality';
  const overlap = isWork ? facts.auditedCases : facts.children;
  if (overlap === 'different') return { testing: 'newcombe-and-fisher', because: null };
  const what = isWork ? 'audited cases' : 'children';
  const because =
    overlap === 'shared'
      ? `No range and no verdict: the same ${what} are in both, so the two are not independent.`
      : `No range and no verdict: rows are counted as cases, so it is not known whether the same ${what} are in both (--different-children says they are not).`;
  return { testing: 'none', because };
}
