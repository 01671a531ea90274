/** `framework score`: what the ratings of the standards add up to, by the composite rule of a framework. */
import { UserError } from '../caseload/errors.ts';
import type { CaseloadInput } from '../caseload/load.ts';
import {
  type Certainty,
  type CompositeRule,
  certaintyOf,
  compositeBand,
  type Framework,
  pointsOf,
  type Rating,
} from '../reference/frameworks.ts';
import { cleanText } from '../render/clean-report.ts';
import { wrapText } from '../render/measure-text.ts';
import { roundHalfUp } from '../render/round-half-up.ts';
import { textTable } from '../render/text-table.ts';
import { VERSION } from '../version.ts';
import { type GivenRatings, numberAndName, readRatings } from './framework-ratings.ts';

/** The JSON of `framework score`. */
export interface FrameworkScore {
  readonly schema: 'yos-caseload/framework-score/1';
  readonly version: string;
  readonly framework: string;
  readonly caveat: string;
  readonly input: { readonly file: string; readonly sha256: string };
  readonly standards: readonly {
    readonly number: string | null;
    readonly name: string;
    readonly domain: string;
    /** Null for one that was not rated. */
    readonly rating: Rating | null;
    readonly score: number | null;
    readonly isInComposite: boolean;
  }[];
  readonly composite: {
    readonly standards: number;
    readonly score: number;
    readonly maximum: number;
    readonly share: number;
    readonly band: Rating;
    readonly certainty: Certainty;
  };
}

/** Reads the ratings and adds them up. @throws UserError for a framework without a rule, and as readRatings */
export function scoreFramework(framework: Framework, input: CaseloadInput): FrameworkScore {
  return addUp(framework, compositeRule(framework), readRatings(input, framework));
}

/** The composite rule of a framework. @throws UserError when none is known */
export function compositeRule({ name, composite }: Framework): CompositeRule {
  if (composite !== null) return composite;
  throw new UserError(
    `--framework ${name}: no composite rule is known for it, so ratings cannot be added up; 2018-2024 has one`,
  );
}

function addUp(
  framework: Framework,
  rule: CompositeRule,
  { file, sha256, ratings }: GivenRatings,
): FrameworkScore {
  const standards = framework.standards.map((standard) => {
    const { number, name, domain } = standard;
    const rating = ratings.get(standard) ?? null;
    const score = rating === null ? null : pointsOf(framework, rating);
    return { number, name, domain, rating, score, isInComposite: standard.isInComposite === true };
  });
  const counted = standards.filter(({ isInComposite }) => isInComposite);
  const score = counted.reduce((sum, one) => sum + (one.score ?? 0), 0);
  return {
    schema: 'yos-caseload/framework-score/1',
    version: VERSION,
    framework: framework.name,
    caveat: 'worked out from the ratings given, not an inspection rating',
    input: { file, sha256 },
    standards,
    composite: {
      standards: counted.length,
      score,
      maximum: rule.maximum,
      share: score / rule.maximum,
      band: compositeBand(rule, score),
      certainty: certaintyOf(framework, 'composite'),
    },
  };
}

/** The lines of the score for somebody to read. */
export function scoreLines(framework: Framework, score: FrameworkScore, width: number): string[] {
  const { composite, input } = score;
  const from = input.file === '-' ? 'standard input' : cleanText(input.file);
  const rows = score.standards.map(({ number, name, domain, rating, score: points, isInComposite }) => [
    String(number),
    rating ?? 'not rated',
    isInComposite ? String(points) : 'not counted',
    `${domain}: ${name}`,
  ]);
  const result = [
    [
      'Composite',
      `${composite.score} of ${composite.maximum} = ${roundHalfUp(composite.share, 2, 2)}%, over ${composite.standards} standards`,
    ],
    ['Band', `${composite.band} (${composite.certainty})`],
    ...framework.standards
      .filter((standard) => standard.isInComposite !== true)
      .map((standard) => ['Left out', `${numberAndName(standard)}: ${leftOutWords(framework)}`]),
    ['Rule', pointsWords(framework)],
  ];
  return [
    ...wrapText(`Score of ${from} by the framework ${framework.name}: ${score.caveat}.`, width),
    '',
    ...textTable(['No.', 'Rating', 'Points', 'Standard'], rows, width),
    '',
    ...textTable(null, result, width),
  ];
}

/** Why a standard is left out, and how sure that is. */
function leftOutWords(framework: Framework): string {
  return `it does not contribute to the overall rating (${certaintyOf(framework, 'resettlement')})`;
}

/** The points of the ratings and the bands of their sum. */
export function pointsWords(framework: Framework): string {
  const points = (framework.rating?.bands ?? []).map(({ label, score }) => `${label} ${score}`).reverse();
  const bands = (framework.composite?.bands ?? []).map(({ label, from, to }) => `${from}-${to} ${label}`);
  return `${points.join(', ')} for each standard; of the sum ${bands.join(', ')}`;
}
