/** The sample as it may be shared: with everything that can be withheld, written by hand. */
import type { Cell, MetricReport, Report, Row, Table } from '../../src/report/report.ts';
import { courtQuality, ethnicityMix, sampleReport, sexMixByTeam, workload } from './sample-report.ts';

/** A row in which every figure is the code given, names as they are. */
export function codedRow(row: Row, names: readonly string[], code: Cell): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, cell]) => [key, names.includes(key) ? cell : code]),
  );
}

const withheld = (row: Row, ...names: string[]) => codedRow(row, names, '[c]');

const [groups, categories] = ethnicityMix.tables;
/** Mixed (29) goes with Other (8), and the categories would give both away. */
export const shareableEthnicity: MetricReport = {
  ...ethnicityMix,
  tables: [
    {
      ...groups,
      rows: groups.rows.map((row) =>
        ['Mixed', 'Other'].includes(String(row.group)) ? withheld(row, 'group') : row,
      ),
    },
    { ...categories, rows: [], withheld: true },
  ],
};

const [sexes] = sexMixByTeam.tables;
/** North has withheld figures; of West, whose number is known, nothing is shown; East is too small for its number. */
export const shareableSexes: Table = {
  ...sexes,
  cohort: {
    ...sexes.cohort,
    parts: [
      { by: 'North', n: 16, known: 16, leftOut: [{ reason: 'closed', n: 4 }] },
      { by: 'South-west and central', n: 250, known: 248, leftOut: [] },
      { by: 'West', n: 31, known: 30, leftOut: [] },
      { by: 'East', n: '[c]', known: '[c]', leftOut: [] },
    ],
  },
  rows: sexes.rows
    .filter(({ by }) => by !== 'East')
    .map((row) => (row.by === 'North' ? withheld(row, 'by', 'sex') : row)),
  withheldParts: ['West'],
};
export const shareableSexMix: MetricReport = { ...sexMixByTeam, tables: [shareableSexes] };

const disposalMix: MetricReport = {
  name: 'disposal-mix',
  title: 'Disposal mix',
  question: 'What are the cases for?',
  unit: 'cases',
  status: 'withheld',
  message: 'Withheld: fewer than 10 cases.',
  tables: [],
  notes: [],
};

const [, spread] = workload.tables;
const shareableWorkload: MetricReport = {
  ...workload,
  tables: [{ ...spread, rows: spread.rows.map((row) => withheld(row, 'measure')) }],
};

const [questions, standards] = courtQuality.tables;
const isSafetyOfChildInPlanning = ({ standard, question }: Row) =>
  standard === 'planning' && question === 'child_safety';
/** Four cases were judged for the safety of the child in planning, and what follows for planning goes too. */
export const shareableQuality: MetricReport = {
  ...courtQuality,
  tables: [
    {
      ...questions,
      cohort: { ...questions.cohort, known: '[c]' },
      rows: questions.rows.map((row) =>
        isSafetyOfChildInPlanning(row) ? withheld(row, 'standard', 'question') : row,
      ),
    },
    {
      ...standards,
      rows: standards.rows.map((row) => (row.standard === 'planning' ? withheld(row, 'standard') : row)),
    },
  ],
};

const [, unknownLabel, endBeforeStart, notMatched] = sampleReport.problems;
const byRule = ({ rule, severity, message }: typeof unknownLabel) => ({ rule, severity, message });
const [october] = sampleReport.provenance.inputs;

export const SENTENCE =
  'Small numbers withheld to protect children: 34 figures (rule: counts under 5, and what would reveal them). Somebody who holds another report can subtract.';

/** A month of a service, fit to be shared. */
export const shareableReport: Report = {
  ...sampleReport,
  provenance: {
    ...sampleReport.provenance,
    disclosure: 'shareable',
    threshold: 5,
    zeros: 'show',
    options: { '--where': ['sex=Female'] },
    inputs: [{ ...october, used: '[c]', outOfScope: '[c]' }],
  },
  metrics: [shareableEthnicity, shareableSexMix, disposalMix, shareableWorkload, shareableQuality],
  problems: [
    { ...byRule(endBeforeStart), count: '[c]' },
    { ...byRule(unknownLabel), count: 9 },
    { ...byRule(notMatched), count: 1 },
  ],
  disclosure: { withheld: 34, sentence: SENTENCE },
};

export function shareableWith(changes: Partial<Report>): Report {
  return { ...shareableReport, ...changes };
}

/** 96, 41, 29, 2 and 93 of 261 and 1 not known of 262, to the nearest 5: whether all are known cannot be read off. */
export const roundedReport: Report = shareableWith({
  provenance: {
    ...sampleReport.provenance,
    disclosure: 'shareable',
    round: 5,
    options: {},
    inputs: [october],
  },
  metrics: [
    {
      ...ethnicityMix,
      tables: [
        {
          ...groups,
          known: 'whose ethnicity is known',
          cohort: {
            n: 260,
            known: 260,
            leftOut: [
              { reason: 'residence Other', n: '[k]' },
              { reason: 'closed', n: 120 },
            ],
          },
          columns: groups.columns.slice(0, 3),
          rows: [
            { group: 'Asian', children: 95, share: 95 / 260 },
            { group: 'Black', children: 40, share: 40 / 260 },
            { group: 'Mixed', children: 30, share: 30 / 260 },
            { group: 'Other', children: '[k]', share: '[k]' },
            { group: 'White', children: 95, share: 95 / 260 },
            { group: 'Not known', children: '[k]', share: '[z]' },
          ],
        },
      ],
    },
  ],
  disclosure: {
    withheld: 0,
    sentence: 'Counts are rounded to the nearest 5, each on its own, so they may not add.',
  },
});
