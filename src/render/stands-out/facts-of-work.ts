/** Facts about the work: loads, judgements, what is done in time, what was recommended. */
import { isNumber, NOT_AVAILABLE, type Report, type Row, WITHHELD } from '../../report/report.ts';
import { formatCount, formatNumber, formatShare } from '../format-cell.ts';
import { inPeriod, type Shown, say, shownTable } from './finding.ts';

/** Cases open and unallocated, the largest load beside the median; who is over a limit of the service's own. */
export function factsOfWorkload(report: Report): string[] {
  const shown = shownTable(report, 'workload', 'summary');
  if (shown === null) return [];
  const values = new Map(shown.rows.map(({ measure, value }) => [measure, value]));
  const numberOf = (measure: string) => {
    const value = values.get(measure);
    return isNumber(value) ? value : null;
  };
  const facts = [
    openCases(numberOf('cases'), numberOf('unallocated')),
    largestLoad(numberOf('maximum'), numberOf('median')),
    overLimit(numberOf('over_limit'), numberOf('limit')),
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? [] : [`Workload: ${facts.join('; ')}.`];
}

function openCases(cases: number | null, unallocated: number | null): string | null {
  if (cases === null) return null;
  const open = `${formatCount(cases)} open ${cases === 1 ? 'case' : 'cases'}`;
  if (unallocated === null) return open;
  return unallocated === 0 ? `${open}, all allocated` : `${open}, ${formatCount(unallocated)} unallocated`;
}

function largestLoad(maximum: number | null, median: number | null): string | null {
  if (maximum === null) return null;
  const beside = median === null ? '' : `, the median ${load(median)}`;
  return `the largest load of a worker is ${load(maximum)}${beside}`;
}

function overLimit(over: number | null, limit: number | null): string | null {
  if (over === null || limit === null) return null;
  return `workers over the limit of ${load(limit)}: ${formatCount(over)}`;
}

function load(cases: number): string {
  return formatNumber(cases, Number.isInteger(cases) ? 0 : 1);
}

/** The target with the lowest share on time of those that are shown. */
export function factsOfTimeliness(report: Report): string[] {
  const shown = shownTable(report, 'court-timeliness', 'targets');
  if (shown === null) return [];
  const targets = shown.rows.flatMap((row) => (isNumber(row.share) ? [{ row, share: row.share }] : []));
  const [lowest] = [...targets].sort((one, other) => one.share - other.share);
  if (lowest === undefined) return onTimeOnly(report);
  const { row, share } = lowest;
  const shared = targets.filter((one) => one.share === share).length;
  const hidden = shown.rows.some((one) => one.share === WITHHELD) ? ' shown' : '';
  const among =
    targets.length === 1 || shared > 1 || report.provenance.round !== undefined
      ? ''
      : `, the lowest share of the ${formatCount(targets.length)} targets${hidden}`;
  return [
    `On time for ${say(shown, row, 'target')}: ${say(shown, row, 'on_time')} of the ${say(shown, row, 'due')} cases due${inPeriod(report) || ' so far'}, ${formatShare(share)}${among}.`,
  ];
}

/** Where no share can be told: how many were on time for the first target that says so. */
function onTimeOnly(report: Report): string[] {
  const shown = shownTable(report, 'court-timeliness', 'outcomes');
  const row = shown?.rows.find(({ outcome, cases }) => outcome === 'on time' && isNumber(cases));
  if (shown === null || row === undefined) return [];
  return [`On time for ${say(shown, row, 'target')}: ${say(shown, row, 'cases')} cases.`];
}

/** How many cases were judged, and the score of the audit where there are bands. */
export function factsOfQuality(report: Report): string[] {
  const shown = shownTable(report, 'court-quality', 'summary');
  const { judged_cases, score, maximum } = shown?.rows.at(0) ?? {};
  if (!isNumber(judged_cases)) return [];
  const rated = isNumber(score) && isNumber(maximum) && maximum > 0;
  const points = rated ? `; they score ${formatCount(score)} of ${formatCount(maximum)} by self-audit` : '';
  return [`Court cases judged${inPeriod(report)}: ${formatCount(judged_cases)}${points}.`];
}

const ANSWERS = [
  { aspect: 'plan_before_release', answer: 'before release', words: 'had a plan before release' },
  { aspect: 'accommodation_suitable', answer: 'Yes', words: 'had suitable accommodation on release' },
  {
    aspect: 'ete_suitable',
    answer: 'Yes',
    words: 'had suitable education, training or employment on release',
  },
];

/** Of the cases released from custody how many were prepared in each of the ways. */
export function factsOfResettlement(report: Report): string[] {
  const shown = shownTable(report, 'resettlement', 'answers');
  if (shown === null) return [];
  const when = inPeriod(report);
  return ANSWERS.flatMap(({ aspect, answer, words }) => {
    const row = shown.rows.find((one) => one.aspect === aspect && one.answer === answer);
    return row !== undefined && isNumber(row.share) ? [released(shown, row, words, when)] : [];
  });
}

function released(shown: Shown, row: Row, words: string, when: string): string {
  const known = row.aspect === 'plan_before_release' ? '' : ' of which it is known';
  return `${say(shown, row, 'cases')} of the ${say(shown, row, 'answered')} cases released from custody${when}${known} ${words} (${say(shown, row, 'share')}).`;
}

/** How many recommendations are overdue, of all. */
export function factsOfPlan(report: Report): string[] {
  const shown = shownTable(report, 'improvement-plan', 'actions');
  if (shown === null || shown.rows.some(({ days_overdue }) => days_overdue === NOT_AVAILABLE)) return [];
  const overdue = shown.rows.filter(({ days_overdue }) => Number(days_overdue) > 0).length;
  return [`Recommendations overdue: ${formatCount(overdue)} of ${formatCount(shown.rows.length)}.`];
}
