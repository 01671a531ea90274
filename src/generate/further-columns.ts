/** The columns beyond the core ones: about the child, the way to court, the work, and the return from custody. */
import type { DisposalGroup } from '../reference/disposals.ts';
import type { Case, RowParts, SomeCells } from './cases.ts';
import { courtDays, reportCells } from './court-days.ts';
import { isoMonth, isoOf } from './days.ts';
import type { Child } from './people.ts';
import { type Random, weightedChoice, wholeNumber } from './random.ts';
import { DAYS_BEFORE_REVIEW } from './shape.ts';

function yesNoUnknown(yes: number, no: number) {
  return weightedChoice([
    ['Yes', yes],
    ['No', no],
    ['Unknown', 100 - yes - no],
  ]);
}
// Published: SEND over half, just over half not in mainstream education. The others are invented.
const chooseSend = yesNoUnknown(54, 41);
const chooseCare = yesNoUnknown(24, 73);
const chooseEte = yesNoUnknown(47, 49);
const chooseAccommodation = yesNoUnknown(87, 9);
const chooseAtRelease = yesNoUnknown(70, 24);

/** Per child, the same in all of the child's rows. */
export function childCells(child: Child, random: Random): SomeCells {
  return {
    birth_month: isoMonth(child.birthMonth),
    send: chooseSend(random),
    care_experienced: chooseCare(random),
    ete_suitable: chooseEte(random),
    accommodation_suitable: chooseAccommodation(random),
  };
}

/** Per case, in parts. */
export function furtherParts(one: Case, isAudited: boolean, asAt: number, random: Random): RowParts {
  const court = courtDays(one, asAt, random);
  return [
    levelCells(one.group, random),
    court.cells,
    reportCells(one, court, asAt, random),
    workCells(one, asAt, random),
    one.group === 'Custody' ? custodyCells(one, court.sentence ?? one.start, asAt, random) : {},
    { diversity_needs_met: isAudited ? chooseDiversity(random) : '' },
  ];
}

// Published: diversity needs not consistently met.
const chooseDiversity = weightedChoice([
  ['Yes', 50],
  ['No', 44],
  ['NA', 6],
]);

/** From the lightest to the heaviest; the levels rise with it. */
const WEIGHT_OF_GROUP: Readonly<Record<DisposalGroup, number>> = {
  'Diversion and prevention': 0,
  'Pre-court': 0.15,
  'First-tier': 0.35,
  Community: 0.6,
  'Remand and bail': 0.75,
  Custody: 0.9,
};
const INTERVENTION_LEVELS = ['Standard', 'Enhanced', 'Intensive'];
const RISK_LEVELS = ['Low', 'Medium', 'High', 'Very high'];

function levelCells(group: DisposalGroup, random: Random): SomeCells {
  const draw = (levels: readonly string[]) => {
    const height = WEIGHT_OF_GROUP[group] * 0.5 + random() * 0.55;
    return levels[Math.min(levels.length - 1, Math.floor(height * levels.length))];
  };
  return {
    intervention_level: draw(INTERVENTION_LEVELS),
    likelihood_of_reoffending: draw(RISK_LEVELS),
    safety_wellbeing: draw(RISK_LEVELS),
    risk_to_others: draw(RISK_LEVELS),
  };
}

/** A thing done is recorded when it was done in the life of the case, and sometimes forgotten. */
const SHARE_FORGOTTEN = 0.04;

function workCells(one: Case, asAt: number, random: Random): SomeCells {
  const last = Math.min(asAt, one.end ?? asAt);
  const done = (day: number) => (day <= last && random() >= SHARE_FORGOTTEN ? isoOf(day) : '');
  const assessed = one.start + wholeNumber(random, 5, 45);
  const review = reviewDay(one.start, last, random);
  return {
    first_contact_date: done(one.start + wholeNumber(random, 0, 9)),
    assessment_date: done(assessed),
    plan_date: done(assessed + wholeNumber(random, 0, 14)),
    review_date: review === undefined ? '' : isoOf(review),
    review_due_date: one.isOpen ? isoOf((review ?? one.start) + DAYS_BEFORE_REVIEW) : '',
  };
}

/** The latest review of the reviews due every three months; one in eight cases was never reviewed. */
function reviewDay(start: number, last: number, random: Random): number | undefined {
  const due = Math.floor((last - start) / DAYS_BEFORE_REVIEW);
  if (due < 1 || random() < 0.125) return undefined;
  return Math.min(last, start + due * DAYS_BEFORE_REVIEW + wholeNumber(random, -10, 20));
}

function custodyCells(one: Case, sentence: number, asAt: number, random: Random): SomeCells {
  const release = releaseDay(one, random);
  const plan = Math.max(sentence, release - wholeNumber(random, 5, 60));
  const isReleased = release <= asAt;
  return {
    release_date: isoOf(release),
    resettlement_plan_date: plan <= asAt && random() < 0.85 ? isoOf(plan) : '',
    release_accommodation_suitable: isReleased ? chooseAtRelease(random) : '',
    release_ete_suitable: isReleased ? chooseAtRelease(random) : '',
  };
}

/** A licence starts with the release; otherwise it is half-way through an ended case, or planned. */
function releaseDay(one: Case, random: Random): number {
  if (one.disposal === 'DTO licence') return one.start;
  if (!one.isOpen && one.end !== undefined) return one.start + Math.floor((one.end - one.start) / 2);
  return one.start + wholeNumber(random, 60, 400);
}
