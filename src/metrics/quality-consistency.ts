import type { Column } from '../caseload/caseload.ts';
import { NOT_KNOWN, UNALLOCATED } from '../caseload/groups.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import { type Chart, NOT_APPLICABLE } from '../report/report.ts';
import { binomialFunnel } from '../stats/binomial-funnel.ts';
import { COURT_CAVEAT, COURT_COHORT, COURT_COLUMNS, COURT_TELLS, courtCases } from './court-cases.ts';
import { type ColumnSpec, type Counted, defineMetric, type View } from './define-metric.ts';
import { holderNames } from './holder-names.ts';
import { AUDIT_QUESTIONS, type AuditQuestion, countAnswers, QUESTION_COLUMNS } from './quality-answers.ts';

const FIGURES: readonly ColumnSpec[] = [
  ...QUESTION_COLUMNS,
  { key: 'service_share', label: 'Whole service', type: 'verdict-share' },
  { key: 'at_most', label: 'Probability of so few', type: 'probability' },
  { key: 'at_least', label: 'Probability of so many', type: 'probability' },
  { key: 'place', label: 'Place', type: 'verdict' },
  { key: 'limit', label: 'Outside the limits of', type: 'verdict' },
];

const FUNNEL: Chart = {
  kind: 'funnel',
  of: 'share',
  judged: 'judged',
  centre: 'service_share',
  place: 'place',
  within: ['standard', 'question'],
};
const HIGHLIGHTS = { column: 'place', words: ['below', 'above'] };

/**
 * Does the quality of court work depend on the team? Each team's share judged sufficient on a funnel with exact
 * binomial limits around the share of the whole service, for each question of the audits; the cohort is that of
 * court-quality. By worker only where it is asked for.
 */
export const qualityConsistency = defineMetric({
  name: 'quality-consistency',
  title: 'Consistency of court quality',
  question: 'Does it depend on the team?',
  caveat: COURT_CAVEAT,
  unit: 'judgements',
  cohort: COURT_COHORT,
  denominator: 'answers Yes or No to the question in cases of the team; NA and blank are not judged',
  timing: 'period',
  needs: [...COURT_COLUMNS, ['team']],
  alsoReads: ['audit_date', 'diversity_needs_met', 'worker_id'],
  headline: { rowExample: 'North, planning, desistance' },
  tables: [
    {
      name: 'teams',
      title: 'Each team beside the whole service',
      unit: 'cases',
      about: { subject: 'judgements', count: 'judged', divided: { part: 'team' } },
      highlights: HIGHLIGHTS,
      chart: FUNNEL,
      columns: [{ key: 'team', label: 'Team', type: 'text' }, ...FIGURES],
    },
    {
      name: 'workers',
      title: 'Each worker beside the whole service',
      unit: 'cases',
      about: {
        subject: 'judgements',
        count: 'judged',
        divided: { part: 'worker' },
        staff: true,
      },
      highlights: HIGHLIGHTS,
      chart: FUNNEL,
      columns: [{ key: 'worker', label: 'Worker', type: 'text' }, ...FIGURES],
    },
  ],
  tells: COURT_TELLS,
  breakdown: 'internal',
  compute,
});

const NOTES = [
  'The share of the whole service is of all cases judged on the question: those of the team itself and those whose team is not known are among them.',
  'Below or above at 95%: were every case as likely to be sufficient as in the whole service, so few or so many would come about with a probability under 0.025; at 99.8% under 0.001. Else inside.',
  'Of 20 teams that are alike, up to one can be expected outside the 95% limits of a question; nothing is corrected for how many teams and questions are looked at.',
  'Inside does not mean as good: of few cases only a share far from that of the service lies outside. The team is the one the case is recorded under, which need not have done the work that was judged.',
];
const NOTHING_TO_COMPARE = 'Fewer than two teams have cases judged, so there is nothing to compare.';
const WITHOUT_WORKERS = 'Not by worker: the files have no worker_id.';

function compute(view: View): Counted {
  const { rows, leftOut } = courtCases(view);
  const team = view.column('team');
  if (team === null) throw new Error('quality-consistency needs team');
  const worker = view.settings.byWorker ? view.column('worker_id') : null;
  const teams = judgedWork(view, rows, team, NOT_KNOWN);
  return {
    n: rows.length,
    known: rows.length,
    leftOut,
    frames: {
      teams: funnelFrame('team', teams),
      ...(worker === null
        ? {}
        : { workers: () => funnelFrame('worker', judgedWork(view, rows, worker, UNALLOCATED)) }),
    },
    notes: [
      ...NOTES,
      ...(hasTwoTeams(teams) ? [] : [NOTHING_TO_COMPARE]),
      ...(view.settings.byWorker && worker === null ? [WITHOUT_WORKERS] : []),
    ],
  };
}

/** What one team or worker was judged on. */
interface JudgedWork extends Pick<AuditQuestion, 'standard' | 'question'> {
  readonly name: string;
  readonly isSomebody: boolean;
  readonly judged: number;
  readonly sufficient: number;
  /** Of all cases judged on the question. */
  readonly serviceShare: number;
}

/** By name, then in the order of the questions, those nobody judged left out; the cases of nobody last. */
function judgedWork(view: View, rows: Uint32Array, column: Column, nobody: string): JudgedWork[] {
  const holders = rows.map((row) => column.values[row]);
  const counts = countAnswers(view, AUDIT_QUESTIONS, rows, holders, column.size);
  const shares = counts.map(({ judged, sufficient }) => sumOf(sufficient) / sumOf(judged));
  const names = holderNames(column, view.ethnicityList, nobody);
  return Array.from({ length: column.size }, (_, value) => value)
    .filter((value) => counts.some(({ judged }) => judged[value] > 0))
    .sort((one, other) => names.position(one) - names.position(other))
    .flatMap((value) =>
      AUDIT_QUESTIONS.map(({ standard, question }, index) => ({
        name: names.of(value),
        isSomebody: value !== 0,
        standard,
        question,
        judged: counts[index].judged[value],
        sufficient: counts[index].sufficient[value],
        serviceShare: shares[index],
      })),
    )
    .filter(({ judged }) => judged > 0);
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function hasTwoTeams(work: readonly JudgedWork[]): boolean {
  return new Set(work.filter(({ isSomebody }) => isSomebody).map(({ name }) => name)).size > 1;
}

function funnelFrame(key: 'team' | 'worker', work: readonly JudgedWork[]): DataFrame {
  const places = work.map(({ judged, sufficient, serviceShare }) =>
    binomialFunnel(sufficient, judged, serviceShare),
  );
  return frameOf({
    [key]: work.map(({ name }) => name),
    standard: work.map(({ standard }) => standard),
    question: work.map(({ question }) => question),
    judged: work.map(({ judged }) => judged),
    sufficient: work.map(({ sufficient }) => sufficient),
    service_share: work.map(({ serviceShare }) => serviceShare),
    at_most: places.map(({ atMost }) => atMost),
    at_least: places.map(({ atLeast }) => atLeast),
    place: places.map(({ side }) => side),
    limit: places.map(({ level }) => (level === null ? NOT_APPLICABLE : `${level}%`)),
  });
}
