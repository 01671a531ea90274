/** Court quality by quarter of the audit. */
import type { Values } from '../caseload/caseload.ts';
import { JUDGEMENTS } from '../caseload/columns.ts';
import type { Day } from '../caseload/read-dates.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import { firstDayOfQuarter, lastDayOfQuarter, lastWholeQuarter, quarterLabel } from '../reference/quarter.ts';
import { courtCases } from './court-cases.ts';
import type { Sizes, View } from './define-metric.ts';
import { placeOfDay } from './place-of-day.ts';
import { type AnswerCounts, countAnswers, NO, YES } from './quality-answers.ts';
import { ofWholeCaseload } from './whole-caseload.ts';

/** Two years. */
const MOST_QUARTERS = 8;

export interface QualityByQuarter {
  /** Quarters since 1970, in the order of time, without a gap. */
  readonly quarters: readonly number[];
  /** Per question of the framework, in its order, the counts of each quarter. */
  readonly counts: readonly AnswerCounts[];
  /** The court cases audited in these quarters. */
  readonly cohort: Sizes;
}

/** The court cases judged, by the quarter of their audit, up to the latest that is over; null where there are none. */
export function qualityByQuarter(view: View): QualityByQuarter | null {
  const quarters = auditedQuarters(view);
  const audits = view.column('audit_date')?.values;
  if (quarters === null || audits === undefined) return null;
  const { rows, places } = auditedIn(courtCases(view).rows, audits, quarters);
  return {
    quarters,
    counts: countAnswers(view, JUDGEMENTS, rows, places, quarters.length),
    cohort: cohortOf(view, audits, rows),
  };
}

/** From the first in which a case was audited and judged, of the latest. */
const auditedQuarters = ofWholeCaseload((view): number[] | null => {
  const audits = view.column('audit_date')?.values;
  if (view.asAt === null || audits === undefined || view.column('disposal') === null) return null;
  const last = lastWholeQuarter(view.asAt);
  const all = Array.from({ length: MOST_QUARTERS }, (_, place) => last + 1 - MOST_QUARTERS + place);
  const placeOf = placeIn(all);
  const answers = answersOf(view);
  const { rows } = courtCases(view);
  let first = all.length;
  for (let index = 0; index < rows.length; index++) {
    const place = placeOf(audits[rows[index]]);
    if (place >= 0 && place < first && isJudged(answers, rows[index])) first = place;
  }
  return first === all.length ? null : all.slice(first);
});

function answersOf(view: View): Values[] {
  return JUDGEMENTS.flatMap(({ column }) => view.column(column)?.values ?? []);
}

function isJudged(answers: readonly Values[], row: number): boolean {
  for (const values of answers) if (values[row] === YES || values[row] === NO) return true;
  return false;
}

/** In which of the quarters a day lies. */
function placeIn(quarters: readonly number[]): (day: Day) => number {
  return placeOfDay(quarters.map(firstDayOfQuarter), lastDayOfQuarter(quarters[quarters.length - 1]));
}

/** The rows audited in one of the quarters, and the place of the quarter of each. */
function auditedIn(court: Uint32Array, audits: Values, quarters: readonly number[]) {
  const placeOf = placeIn(quarters);
  const rows = new Uint32Array(court.length);
  const places = new Uint8Array(court.length);
  let length = 0;
  for (let index = 0; index < court.length; index++) {
    const place = placeOf(audits[court[index]]);
    if (place < 0 || place === quarters.length) continue;
    places[length] = place;
    rows[length++] = court[index];
  }
  return { rows: rows.subarray(0, length), places: places.subarray(0, length) };
}

/** The rows audited in the quarters, and the court cases that were not audited then. */
function cohortOf(view: View, audits: Values, rows: Uint32Array): Sizes {
  const court = courtCases(view);
  const asAt = view.asAt ?? Number.POSITIVE_INFINITY;
  let [undated, later] = [0, 0];
  for (let index = 0; index < court.rows.length; index++) {
    const day = audits[court.rows[index]];
    if (day === 0) undated++;
    if (day > asAt) later++;
  }
  const notAudited = [
    { reason: 'audit_date missing', n: undated },
    { reason: 'audit_date after the as-at date', n: later },
    { reason: 'audit_date outside these quarters', n: court.rows.length - undated - later - rows.length },
  ];
  return {
    n: rows.length,
    known: rows.length,
    leftOut: [...court.leftOut, ...notAudited.filter(({ n }) => n > 0)],
  };
}

/** Quarter by quarter the twelve questions, those without a case judged included. */
export function quartersFrame({ quarters, counts }: QualityByQuarter): DataFrame {
  const places = quarters.flatMap((_, place) => JUDGEMENTS.map((_, question) => ({ place, question })));
  return frameOf({
    quarter: places.map(({ place }) => quarterLabel(quarters[place])),
    standard: places.map(({ question }) => JUDGEMENTS[question].standard),
    question: places.map(({ question }) => JUDGEMENTS[question].question),
    judged: places.map(({ place, question }) => counts[question].judged[place]),
    sufficient: places.map(({ place, question }) => counts[question].sufficient[place]),
  });
}
