/** The way to the case: offence, first hearing, report, sentence and panel, each on or after the one before. */
import type { Case, SomeCells } from './cases.ts';
import { isoOf } from './days.ts';
import { type Random, wholeNumber } from './random.ts';
import { WITHOUT_WORK } from './shape.ts';

export interface CourtDays {
  readonly hearing: number | undefined;
  readonly sentence: number | undefined;
  readonly cells: SomeCells;
}

/** Offence, hearing, sentence and panel of a case, as far as its disposal has them. */
export function courtDays(one: Case, asAt: number, random: Random): CourtDays {
  const offence = offenceDay(one, random);
  const hearing = offence === undefined ? undefined : hearingDay(one, offence, random);
  const sentence = hearing === undefined ? undefined : sentenceDay(one, hearing, random);
  const panel = sentence === undefined ? undefined : panelDay(one, sentence, asAt, random);
  const cells = {
    offence_date: written(offence),
    first_hearing_date: written(hearing),
    sentence_date: written(sentence),
    panel_date: written(panel),
  };
  return { hearing, sentence, cells };
}

function written(day: number | undefined): string {
  return day === undefined ? '' : isoOf(day);
}

/** Prevention work follows on no offence; nobody offends before 10. */
function offenceDay(one: Case, random: Random): number | undefined {
  if (isPrevention(one)) return undefined;
  const isOutOfCourt = one.group === 'Diversion and prevention' || one.group === 'Pre-court';
  const daysBefore = isOutOfCourt ? wholeNumber(random, 20, 100) : wholeNumber(random, 40, 260);
  return Math.max(one.child.tenthBirthday, one.start - daysBefore);
}

function isPrevention(one: Case): boolean {
  return ['Prevention', 'Turnaround', 'Other informal action'].includes(one.disposal);
}

/** Remand and bail begin at the first hearing; other court cases are sentenced some time after it. */
function hearingDay(one: Case, offence: number, random: Random): number | undefined {
  if (one.group === 'Remand and bail') return one.start;
  if (one.group === 'Diversion and prevention' || one.group === 'Pre-court') return undefined;
  return offence + Math.floor((one.start - offence) * (0.3 + random() * 0.4));
}

/** The service has the case within two days of sentence; a licence comes long after it. */
function sentenceDay(one: Case, hearing: number, random: Random): number | undefined {
  if (one.group === 'Remand and bail') return undefined;
  if (one.disposal === 'DTO licence') return hearing + Math.floor((one.start - hearing) / 4);
  return Math.max(hearing, one.start - wholeNumber(random, 0, 2));
}

function panelDay(one: Case, sentence: number, asAt: number, random: Random): number | undefined {
  if (one.disposal !== 'Referral order') return undefined;
  const panel = sentence + wholeNumber(random, 12, 40);
  return panel <= Math.min(asAt, one.end ?? asAt) ? panel : undefined;
}

const NO_REPORT: SomeCells = {};

/** The report for the court: before sentence, or under way while a child is on remand or bail. */
export function reportCells(one: Case, court: CourtDays, asAt: number, random: Random): SomeCells {
  const chance = chanceOfReport(one);
  if (court.hearing === undefined || random() >= chance) return NO_REPORT;
  const last = court.sentence ?? asAt;
  const requested = Math.max(court.hearing, last - wholeNumber(random, 15, 35));
  const due = requested + wholeNumber(random, 14, 21);
  const submitted = due + wholeNumber(random, -6, 4);
  const isSubmitted = court.sentence !== undefined || submitted <= last;
  return {
    report_type: one.disposal === 'Referral order' ? 'Stand-down report' : 'Pre-sentence report',
    report_requested_date: isoOf(requested),
    report_due_date: isoOf(due),
    report_submitted_date: isSubmitted ? isoOf(Math.min(submitted, last)) : '',
  };
}

function chanceOfReport(one: Case): number {
  if (WITHOUT_WORK.has(one.disposal)) return 0;
  if (one.group === 'Remand and bail') return 0.4;
  return one.group === 'First-tier' ? 0.5 : 0.9;
}
