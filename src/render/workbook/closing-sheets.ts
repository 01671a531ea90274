/** The sheets behind the tables: who is counted in each, and what is wrong with the data. */
import {
  type Cohort,
  type Count,
  isNumber,
  NOT_APPLICABLE,
  type Report,
  type ReportedProblem,
} from '../../report/report.ts';
import { sharesSentence } from '../describe-cohort.ts';
import { formatCount } from '../format-cell.ts';
import { groupRows } from '../group-rows.ts';
import { codeSentence, codesIn } from './code-words.ts';
import { headLines, textLine } from './head-lines.ts';
import { COHORTS, CONTENTS, type Plan, PROBLEMS, type ShownPlace, shownPlaces } from './plan-sheets.ts';
import type { Entry, Line, Sheet, SheetColumn } from './workbook.ts';

const words = (heading: string): SheetColumn => ({ heading, isFigure: false });
const figure = (heading: string): SheetColumn => ({ heading, isFigure: true });

function linesAbove(
  title: string,
  says: string,
  rows: readonly (readonly Entry[])[],
  report: Report,
): Line[] {
  const codes = codeSentence(codesIn(rows));
  return [
    ...headLines(title, report),
    textLine(says),
    ...(codes === null ? [] : [textLine(codes)]),
    { ...textLine('Back to the contents'), sheet: CONTENTS },
  ];
}

/** The numbers behind every table, also of each part of a breakdown, or null where no table is shown. */
export function cohortSheet(plan: Plan): Sheet | null {
  const rows = shownPlaces(plan).flatMap(cohortRows);
  if (rows.length === 0) return null;
  const says =
    'This sheet has one table: how many each of the others is about, what its shares are of, and who is left out.';
  return {
    name: COHORTS,
    lines: linesAbove(COHORTS, says, rows, plan.report),
    table: {
      name: 'who_is_counted',
      columns: [
        words('Sheet'),
        words('Part'),
        words('Unit'),
        figure('Counted'),
        figure('Shares are of'),
        words('Left out'),
      ],
      rows,
    },
  };
}

function cohortRows({ table, sheet }: ShownPlace): Entry[][] {
  const row = (part: string, cohort: Omit<Cohort, 'parts'>): Entry[] => [
    { text: sheet, sheet },
    { text: part },
    { text: table.unit },
    countEntry(cohort.n),
    // Whether they are rounded changes the words alone.
    sharesSentence(table, cohort, false) === null ? { text: NOT_APPLICABLE } : countEntry(cohort.known),
    { text: leftOutWords(cohort) },
  ];
  if (table.by === null) return [row('all', table.cohort)];
  return groupRows(table).flatMap(({ name, cohort }) => (cohort === null ? [] : [row(name, cohort)]));
}

function countEntry(count: Count): Entry {
  return isNumber(count) ? { number: count, format: 'whole' } : { text: count };
}

function leftOutWords({ leftOut }: Omit<Cohort, 'parts'>): string {
  const reasons = leftOut.filter(({ n }) => n !== 0).map(({ reason, n }) => `${formatCount(n)} ${reason}`);
  return reasons.length === 0 ? 'none' : reasons.join(', ');
}

interface ProblemColumn extends SheetColumn {
  /** Undefined where a problem has none. */
  readonly entry: (problem: ReportedProblem) => Entry | undefined;
}

const text = (value: string | undefined): Entry | undefined =>
  value === undefined || value === '' ? undefined : { text: value };

/** In a shareable report a problem has neither file, line, column nor label. */
const PROBLEM_COLUMNS: readonly ProblemColumn[] = [
  { ...words('Severity'), entry: ({ severity }) => text(severity) },
  { ...words('Rule'), entry: ({ rule }) => text(rule) },
  { ...figure('Times'), entry: ({ count }) => countEntry(count) },
  { ...words('What'), entry: ({ message }) => text(message) },
  { ...words('File'), entry: ({ file }) => text(file) },
  {
    ...figure('First line'),
    entry: ({ line }) => (line === undefined ? undefined : { number: line, format: 'whole' }),
  },
  { ...words('Column'), entry: ({ column }) => text(column) },
  { ...words('Label'), entry: ({ label }) => text(label) },
];

/** What was found wrong in the data, or null where nothing was. */
export function problemSheet({ report }: Plan): Sheet | null {
  const { problems } = report;
  if (problems.length === 0) return null;
  const columns = PROBLEM_COLUMNS.filter(({ entry }) =>
    problems.some((problem) => entry(problem) !== undefined),
  );
  const rows = problems.map((problem) =>
    columns.map(({ entry }) => entry(problem) ?? { text: NOT_APPLICABLE }),
  );
  const says = 'This sheet has one table: how often each rule was broken. yos-caseload validate shows where.';
  return {
    name: PROBLEMS,
    lines: linesAbove(PROBLEMS, says, rows, report),
    table: {
      name: 'problems_in_the_data',
      columns: columns.map(({ heading, isFigure }) => ({ heading, isFigure })),
      rows,
    },
  };
}
