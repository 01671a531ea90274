/** The twelve judgements of an audited court case: planning and reviewing weaker than assessment. */
import type { JudgementName } from '../caseload/columns.ts';
import type { Random } from './random.ts';
import { DAYS_BEFORE_REVIEW, SUFFICIENT } from './shape.ts';

type Judgements = Readonly<Record<JudgementName, string>>;

/** How far a whole case lies above or below the service: good cases are good throughout. */
const SPREAD_BETWEEN_CASES = 0.24;

/** The judgements of a case audited so many days after its start; all blank when it was not audited. */
export function judge(daysAtAudit: number | undefined, random: Random): Judgements {
  if (daysAtAudit === undefined) return NOT_AUDITED;
  const better = (random() - 0.5) * SPREAD_BETWEEN_CASES;
  const answer = (name: JudgementName) => drawAnswer(name, better, random);
  const reviewed = daysAtAudit >= DAYS_BEFORE_REVIEW ? answer : () => 'NA';
  return answers(answer, reviewed);
}

function drawAnswer(name: JudgementName, better: number, random: Random): string {
  const [yes, notApplicable] = SUFFICIENT[name];
  if (random() < notApplicable) return 'NA';
  return random() < yes + better ? 'Yes' : 'No';
}

type Answer = (name: JudgementName) => string;

/** Spelt out, so that every row is built in one shape and a million rows stay quick. */
function answers(answer: Answer, reviewed: Answer): Judgements {
  return {
    assessment_desistance: answer('assessment_desistance'),
    assessment_child_safety: answer('assessment_child_safety'),
    assessment_others_safety: answer('assessment_others_safety'),
    planning_desistance: answer('planning_desistance'),
    planning_child_safety: answer('planning_child_safety'),
    planning_others_safety: answer('planning_others_safety'),
    delivery_desistance: answer('delivery_desistance'),
    delivery_child_safety: answer('delivery_child_safety'),
    delivery_others_safety: answer('delivery_others_safety'),
    reviewing_desistance: reviewed('reviewing_desistance'),
    reviewing_child_safety: reviewed('reviewing_child_safety'),
    reviewing_others_safety: reviewed('reviewing_others_safety'),
  };
}

const blank: Answer = () => '';
const NOT_AUDITED: Judgements = answers(blank, blank);
