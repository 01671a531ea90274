/** Plain facts of a report: a few sentences from figures that are shown, which claim nothing beyond them. */
import { isNumber, type MetricReport, type Report } from '../../report/report.ts';
import { formatCount } from '../format-cell.ts';
import { factsOfChildren, openChildren } from './facts-of-children.ts';
import { factsOfComparisons, factsOfRates, factsOfTheRecord, factsOfTrend } from './facts-of-comparisons.ts';
import { factsOfNeeds, factsOfTransitions } from './facts-of-needs.ts';
import {
  factsOfPlan,
  factsOfQuality,
  factsOfResettlement,
  factsOfTimeliness,
  factsOfWorkload,
} from './facts-of-work.ts';

type FactsOf = (report: Report) => readonly string[];

/** The metrics that a board asks for first come first; the facts of others are taken where there is room. */
const FACTS: ReadonlyMap<string, FactsOf> = new Map<string, FactsOf>([
  ['ethnicity-mix', (report) => factsOfChildren(report, 'ethnicity-mix')],
  ['workload', factsOfWorkload],
  ['court-timeliness', factsOfTimeliness],
  ['transitions', factsOfTransitions],
  ['court-quality', factsOfQuality],
  ['improvement-plan', factsOfPlan],
  ['needs-profile', factsOfNeeds],
  ['resettlement', factsOfResettlement],
  ['caseload-trend', factsOfTrend],
  ['disposal-mix', (report) => factsOfChildren(report, 'disposal-mix')],
  ['age-bands', (report) => factsOfChildren(report, 'age-bands')],
  ['sex-mix', (report) => factsOfChildren(report, 'sex-mix')],
  ['disproportionality', factsOfRates],
  ['data-quality', factsOfTheRecord],
  ['quality-equity', (report) => factsOfComparisons(report, 'quality-equity')],
  ['quality-consistency', (report) => factsOfComparisons(report, 'quality-consistency')],
]);
const ORDER = [...FACTS.keys()];
const MOST = 6;

interface Fact {
  readonly sentence: string;
  /** The place of its metric in the report. */
  readonly place: number;
  /** Its place among those of its metric: the first of each are taken before the second of any. */
  readonly rank: number;
  /** The place of its metric among those that are asked for. */
  readonly asked: number;
}

/** Up to six, of as many metrics as can be, in the order of the report. */
export function factsOf(report: Report): string[] {
  const open = openChildren(report);
  const facts = report.metrics.flatMap((metric, place): Fact[] => {
    const asked = ORDER.indexOf(metric.name);
    const own = sentencesOf(metric, report).map((sentence, rank) => ({ sentence, place, rank, asked }));
    return metric.name === open?.metric ? [{ sentence: open.sentence, place, rank: -1, asked }, ...own] : own;
  });
  return (facts.length > 0 ? facts : report.metrics.flatMap(howMany))
    .sort((one, other) => one.rank - other.rank || one.asked - other.asked)
    .slice(0, MOST)
    .sort((one, other) => one.place - other.place || one.rank - other.rank)
    .map(({ sentence }) => sentence);
}

function sentencesOf({ name, status }: MetricReport, report: Report): readonly string[] {
  return status === 'ok' ? (FACTS.get(name)?.(report) ?? []) : [];
}

/** Where the figures are withheld, how many they are about, if that is shown. */
function howMany({ title, tables }: MetricReport, place: number): Fact[] {
  const table = tables.find(({ cohort: { n } }) => isNumber(n) && n > 0);
  if (table === undefined) return [];
  const sentence = `${title}: ${formatCount(table.cohort.n)} ${table.unit} are looked at.`;
  return [{ sentence, place, rank: 0, asked: place }];
}
