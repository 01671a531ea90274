/** How many problems a report has, by severity and rule. */
import {
  type Count,
  isNumber,
  type Report,
  ROUNDS_TO_ZERO,
  type Severity,
  WITHHELD,
} from '../report/report.ts';

/** One severity of problem: how many there are, and how many by rule, the most frequent first. */
export interface ProblemSummary {
  readonly severity: Severity;
  readonly count: Count;
  readonly rules: readonly RuleCount[];
}

interface RuleCount {
  readonly rule: string;
  readonly count: Count;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];

/** The problems of a report by severity, the gravest first, without those that do not occur. */
export function summariseProblems(report: Report): ProblemSummary[] {
  return SEVERITIES.flatMap((severity) => {
    const rules = rulesOf(report, severity);
    if (rules.length === 0) return [];
    return [{ severity, count: rules.map(({ count }) => count).reduce(add), rules }];
  });
}

function rulesOf({ problems }: Report, severity: Severity): RuleCount[] {
  const counts = new Map<string, Count>();
  for (const { rule, count, ...problem } of problems) {
    if (problem.severity === severity) counts.set(rule, add(counts.get(rule) ?? 0, count));
  }
  const rules = [...counts].map(([rule, count]) => ({ rule, count }));
  return rules.sort((one, other) => leastOf(other.count) - leastOf(one.count));
}

/** With a withheld number in it a sum is withheld: beside the others it would give that number away. */
function add(one: Count, other: Count): Count {
  if (one === WITHHELD || other === WITHHELD) return WITHHELD;
  if (!isNumber(one)) return other === 0 ? ROUNDS_TO_ZERO : other;
  if (!isNumber(other)) return one === 0 ? ROUNDS_TO_ZERO : one;
  return one + other;
}

function leastOf(count: Count): number {
  return isNumber(count) ? count : 0;
}
