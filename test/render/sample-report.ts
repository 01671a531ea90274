import type {
  Cohort as CountedCohort,
  MetricReport as CountedMetric,
  Table as CountedTable,
  InternalReport,
  Row,
  ShownColumn,
} from '../../src/report/report.ts';

type Cohort = CountedCohort<number>;
type MetricReport = CountedMetric<number>;
type Table = CountedTable<number>;

const interval: readonly ShownColumn[] = [
  { key: 'share_lower', label: 'Lower', type: 'lower', of: 'share' },
  { key: 'share_upper', label: 'Upper', type: 'upper', of: 'share' },
];

const residents: Cohort = {
  n: 268,
  known: 261,
  leftOut: [
    { reason: 'residence Other', n: 12 },
    { reason: 'closed', n: 120 },
    { reason: 'no start_date', n: 0 },
  ],
};

const groupColumns: readonly ShownColumn[] = [
  { key: 'group', label: 'Group', type: 'text' },
  { key: 'children', label: 'Children', type: 'count' },
  { key: 'share', label: 'Share', type: 'share', numerator: 'children', denominator: 'known' },
  ...interval,
  { key: 'share_of_all', label: 'Share of all', type: 'share', numerator: 'children', denominator: 'n' },
];

function group(name: string, children: number, share: number, lower: number, upper: number): Row {
  return {
    group: name,
    children,
    share,
    share_lower: lower,
    share_upper: upper,
    share_of_all: children / 268,
  };
}

const notKnown: Row = {
  group: 'Not known',
  children: 7,
  share: '[z]',
  share_lower: '[z]',
  share_upper: '[z]',
  share_of_all: 7 / 268,
};

/** 96, 41, 29, 8 and 87 of 261; the bounds are 95 % Wilson intervals worked out elsewhere. */
const groups: Table = {
  name: 'groups',
  title: 'Ethnic groups',
  unit: 'children',
  by: null,
  cohort: residents,
  columns: groupColumns,
  rows: [
    group('Asian', 96, 96 / 261, 0.3116, 0.4278),
    group('Black', 41, 41 / 261, 0.118, 0.206),
    group('Mixed', 29, 29 / 261, 0.0786, 0.1549),
    group('Other', 8, 8 / 261, 0.0156, 0.0593),
    group('White', 87, 87 / 261, 0.2789, 0.3927),
    notKnown,
  ],
};

const categories: Table = {
  name: 'categories',
  title: 'Ethnic categories',
  unit: 'children',
  by: null,
  cohort: residents,
  columns: [
    { key: 'category', label: 'Category', type: 'text' },
    { key: 'group', label: 'Group', type: 'text' },
    { key: 'children', label: 'Children', type: 'count' },
    { key: 'share', label: 'Share', type: 'share', numerator: 'children', denominator: 'known' },
  ],
  rows: [
    { category: 'Pakistani', group: 'Asian', children: 96, share: 96 / 261 },
    { category: 'Caribbean', group: 'Black', children: 41, share: 41 / 261 },
    { category: 'White and Black Caribbean', group: 'Mixed', children: 29, share: 29 / 261 },
    { category: 'Any other ethnic group', group: 'Other', children: 8, share: 8 / 261 },
    {
      category: 'English, Welsh, Scottish, Northern Irish or British',
      group: 'White',
      children: 80,
      share: 80 / 261,
    },
    { category: 'Gypsy or Irish Traveller', group: 'White', children: 7, share: 7 / 261 },
    { category: 'Not known', group: 'Not known', children: 7, share: '[z]' },
  ],
};

export const ethnicityMix: MetricReport = {
  name: 'ethnicity-mix',
  title: 'Ethnicity mix',
  question: 'Who are the children on the caseload?',
  unit: 'children',
  status: 'ok',
  tables: [groups, categories],
  notes: ['Groups of the 2021 list: Chinese is Asian.'],
};

/** Two boundaries: 44 of 65 is 67.7 %, within five points of 65; 21 of 44 is 47.7 %, within five of 50. */
const questions: Table = {
  name: 'questions',
  title: 'Questions',
  unit: 'cases',
  by: null,
  cohort: { n: 65, known: 65, leftOut: [{ reason: 'disposal Pre-court', n: 31 }] },
  columns: [
    { key: 'standard', label: 'Standard', type: 'text' },
    { key: 'question', label: 'Question', type: 'text' },
    { key: 'judged', label: 'Judged', type: 'count' },
    { key: 'sufficient', label: 'Sufficient', type: 'count' },
    { key: 'share', label: 'Share', type: 'share', numerator: 'sufficient', denominator: 'judged' },
    ...interval,
    { key: 'band', label: 'Band', type: 'verdict' },
    { key: 'near_boundary', label: 'Near a boundary', type: 'flag' },
  ],
  rows: [
    question('assessment', 'desistance', 65, 53, 0.7043, 0.8914, 'Outstanding', true),
    question('assessment', 'child_safety', 65, 44, 0.5563, 0.7782, 'Good', true),
    question('assessment', 'others_safety', 65, 40, 0.494, 0.7238, 'Requires improvement', true),
    question('planning', 'desistance', 65, 47, 0.6033, 0.8176, 'Good', false),
    question('planning', 'child_safety', 44, 21, 0.3379, 0.6205, 'Inadequate', true),
    {
      standard: 'planning',
      question: 'others_safety',
      judged: 0,
      sufficient: 0,
      share: '[z]',
      share_lower: '[z]',
      share_upper: '[z]',
      band: '[z]',
      near_boundary: '[z]',
    },
  ],
};

function question(
  standard: string,
  name: string,
  judged: number,
  sufficient: number,
  lower: number,
  upper: number,
  band: string,
  isNear: boolean,
): Row {
  return {
    standard,
    question: name,
    judged,
    sufficient,
    share: sufficient / judged,
    share_lower: lower,
    share_upper: upper,
    band,
    near_boundary: isNear,
  };
}

const standards: Table = {
  name: 'standards',
  title: 'Standards',
  unit: 'cases',
  by: null,
  cohort: questions.cohort,
  columns: [
    { key: 'standard', label: 'Standard', type: 'text' },
    { key: 'lowest_question', label: 'Lowest question', type: 'verdict' },
    { key: 'share', label: 'Share', type: 'share' },
    { key: 'rating', label: 'Rating', type: 'verdict' },
    { key: 'score', label: 'Score', type: 'number' },
  ],
  rows: [
    {
      standard: 'assessment',
      lowest_question: 'others_safety',
      share: 40 / 65,
      rating: 'Requires improvement',
      score: 1,
    },
    {
      standard: 'planning',
      lowest_question: 'child_safety',
      share: 21 / 44,
      rating: 'Inadequate',
      score: 0,
    },
  ],
};

const qualitySummary: Table = {
  name: 'summary',
  title: 'Summary',
  unit: 'cases',
  by: null,
  cohort: questions.cohort,
  columns: [
    { key: 'judged_cases', label: 'Judged cases', type: 'count' },
    { key: 'score', label: 'Score', type: 'number' },
    { key: 'maximum', label: 'Maximum', type: 'number' },
  ],
  rows: [{ judged_cases: 65, score: 1, maximum: 6 }],
};

export const courtQuality: MetricReport = {
  name: 'court-quality',
  title: 'Court quality',
  question: 'Was the court work good enough?',
  caveat: 'indicative self-audit, not an inspection rating',
  unit: 'judgements',
  status: 'ok',
  tables: [questions, standards, qualitySummary],
  notes: [
    'Bands as commonly described for 2018-2024: under 50 Inadequate, 50 to 64 Requires improvement, 65 to 79 Good, 80 and over Outstanding.',
  ],
};

const workerColumns: readonly ShownColumn[] = [
  { key: 'worker', label: 'Worker', type: 'text' },
  { key: 'team', label: 'Team', type: 'text' },
  { key: 'fte', label: 'FTE', type: 'number' },
  { key: 'cases', label: 'Cases', type: 'count' },
  { key: 'children', label: 'Children', type: 'count' },
  { key: 'points', label: 'Points', type: 'number' },
  { key: 'cases_per_fte', label: 'Cases per FTE', type: 'number' },
  { key: 'points_per_fte', label: 'Points per FTE', type: 'number' },
  { key: 'status', label: 'Status', type: 'verdict' },
];

const openCases: Cohort = { n: 388, known: 388, leftOut: [{ reason: 'closed', n: 17 }] };

/** With a staff file every column says something: the widest table there is. */
export const staffedWorkers: Table = {
  name: 'workers',
  title: 'Workers',
  unit: 'cases',
  by: null,
  cohort: openCases,
  columns: workerColumns,
  rows: [
    worker('W-014', 'North', 0.8, 21, 19, 40.5, 'over'),
    worker('W-002', 'South-west and central', 1, 12, 12, 18, 'within'),
    worker('W-031', 'North', 0.5, 4, 4, 9.5, 'not in staff file'),
  ],
};

function worker(
  code: string,
  team: string,
  fte: number,
  cases: number,
  children: number,
  points: number,
  status: string,
): Row {
  return {
    worker: code,
    team,
    fte,
    cases,
    children,
    points,
    cases_per_fte: cases / fte,
    points_per_fte: points / fte,
    status,
  };
}

function unstaffed(code: string, team: string, cases: number, children: number, status = 'no limit'): Row {
  return {
    worker: code,
    team,
    fte: '[x]',
    cases,
    children,
    points: '[x]',
    cases_per_fte: '[x]',
    points_per_fte: '[x]',
    status,
  };
}

const workers: Table = {
  ...staffedWorkers,
  rows: [
    unstaffed('W-014', 'North', 21, 19),
    unstaffed('W-002', 'South-west and central', 12, 12),
    unstaffed('W-031', 'North', 4, 4),
    unstaffed('Unallocated', 'Not known', 6, 6, 'unallocated'),
  ],
};

const spread: Table = {
  name: 'summary',
  title: 'Spread',
  unit: 'cases',
  by: null,
  cohort: openCases,
  columns: [
    { key: 'measure', label: 'Measure', type: 'text' },
    { key: 'value', label: 'Value', type: 'measure' },
  ],
  rows: [
    { measure: 'workers', value: 3 },
    { measure: 'cases', value: 12345 },
    { measure: 'mean', value: 12.333333333333334 },
    { measure: 'lower_quartile', value: 8 },
    { measure: 'gini', value: 0.30630630630630634 },
  ],
};

export const workload: MetricReport = {
  name: 'workload',
  title: 'Workload',
  question: 'Who carries how much?',
  unit: 'cases',
  status: 'ok',
  tables: [workers, spread],
  notes: ['FTE is not known: no staff file was given.'],
};

/** Sexes by team, small ones too. */
export const sexMixByTeam: MetricReport = {
  name: 'sex-mix',
  title: 'Sex mix',
  question: 'How many girls and boys are on the caseload?',
  unit: 'children',
  status: 'ok',
  tables: [
    {
      name: 'sexes',
      title: 'Sexes',
      unit: 'children',
      by: 'team',
      cohort: {
        n: 268,
        known: 268,
        leftOut: [],
        parts: [
          { by: 'North', n: 16, known: 16, leftOut: [{ reason: 'closed', n: 4 }] },
          { by: 'South-west and central', n: 250, known: 248, leftOut: [] },
          { by: 'East', n: 2, known: 2, leftOut: [] },
        ],
      },
      columns: [
        { key: 'sex', label: 'Sex', type: 'text' },
        { key: 'children', label: 'Children', type: 'count' },
        { key: 'share', label: 'Share', type: 'share', numerator: 'children' },
        ...interval,
      ],
      rows: [
        sex('All', 'Female', 67, 0.25, 0.2016, 0.3052),
        sex('All', 'Male', 201, 0.75, 0.6948, 0.7984),
        sex('North', 'Female', 5, 5 / 16, 0.1416, 0.556),
        sex('North', 'Male', 11, 11 / 16, 0.444, 0.8584),
        sex('South-west and central', 'Female', 62, 0.25, 0.2001, 0.3075),
        sex('South-west and central', 'Male', 186, 0.75, 0.6925, 0.7999),
        sex('East', 'Female', 1, 0.5, 0.0945, 0.9055),
        sex('East', 'Male', 1, 0.5, 0.0945, 0.9055),
      ],
    },
  ],
  notes: ['1 child is in several teams and counts once in each.'],
};

function sex(by: string, name: string, children: number, share: number, lower: number, upper: number): Row {
  return { by, sex: name, children, share, share_lower: lower, share_upper: upper };
}

/** Thirty children, ten of them of a team that is called as the whole is; its rows follow those of the whole. */
export const teamCalledAll: Table = {
  name: 'sexes',
  title: 'Sexes',
  unit: 'children',
  by: 'team',
  cohort: {
    n: 30,
    known: 30,
    leftOut: [],
    parts: [
      { by: 'All', n: 10, known: 10, leftOut: [] },
      { by: 'North', n: 20, known: 20, leftOut: [] },
    ],
  },
  columns: sexMixByTeam.tables[0].columns.slice(0, 3),
  rows: [
    { by: 'All', sex: 'Female', children: 9, share: 0.3 },
    { by: 'All', sex: 'Male', children: 21, share: 0.7 },
    { by: 'All', sex: 'Female', children: 4, share: 0.4 },
    { by: 'All', sex: 'Male', children: 6, share: 0.6 },
    { by: 'North', sex: 'Female', children: 5, share: 0.25 },
    { by: 'North', sex: 'Male', children: 15, share: 0.75 },
  ],
};

const ageBands: MetricReport = {
  name: 'age-bands',
  title: 'Age bands',
  question: 'How old are they?',
  unit: 'children',
  status: 'missing-columns',
  missing: ['age or birth_month'],
  tables: [],
  notes: [],
};

const lateReviews: MetricReport = {
  name: 'late-reviews',
  title: 'Late reviews',
  question: 'Which reviews are late?',
  unit: 'cases',
  status: 'not-configured',
  message: 'Say how often a review is due: --review-every 13w.',
  tables: [],
  notes: [],
};

/** A month of a service, with something of everything that a report can hold. */
export const sampleReport: InternalReport = {
  schema: 'yos-caseload/report/1',
  provenance: {
    tool: 'yos-caseload',
    version: '0.1.0',
    unit: 'children',
    asAt: '2026-10-27',
    asAtFrom: 'latest-start-date',
    disclosure: 'internal',
    threshold: null,
    config: null,
    options: { by: 'team', where: ['residence=Home', 'team=North'] },
    inputs: [
      {
        file: 'october.csv',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        encoding: 'utf-8',
        delimiter: ',',
        read: 412,
        used: 405,
        outOfScope: 0,
        duplicates: 4,
        rejected: 3,
      },
      {
        file: 'transfers in.csv',
        sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
        encoding: 'windows-1252',
        delimiter: ';',
        read: 12001,
        used: 12000,
        outOfScope: 1,
        duplicates: 0,
        rejected: 0,
      },
    ],
  },
  metrics: [ethnicityMix, ageBands, sexMixByTeam, workload, courtQuality, lateReviews],
  problems: [
    {
      file: 'october.csv',
      line: 17,
      column: 'case_id',
      rule: 'case-id-missing',
      severity: 'error',
      message: 'case_id is missing',
      count: 3,
    },
    {
      file: 'october.csv',
      line: 40,
      column: 'ethnicity',
      rule: 'unknown-label',
      severity: 'warning',
      message: 'not a known ethnic category',
      count: 9,
      label: 'Brummie',
    },
    {
      file: 'transfers in.csv',
      line: 8,
      column: 'end_date',
      rule: 'end-before-start',
      severity: 'warning',
      message: 'end_date is before start_date',
      count: 12,
    },
    {
      file: 'october.csv',
      line: 1,
      column: 'Notes',
      rule: 'header-not-matched',
      severity: 'information',
      message: 'the column is ignored',
      count: 1,
    },
  ],
};

/** The sample with one metric, or with other parts replaced. */
export function reportWith(changes: Partial<InternalReport>): InternalReport {
  return { ...sampleReport, ...changes };
}

/** A report of one table of the metric given, for what is tried on a single table. */
export function reportOfTable(table: Table): InternalReport {
  return reportWith({ metrics: [{ ...workload, tables: [table] }] });
}
