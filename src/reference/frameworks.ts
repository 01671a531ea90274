/** Inspection frameworks as data: what is inspected and how it is rated, and how sure each of these facts is. */
import { FRAMEWORK_2018_2024 } from './framework-2018-2024.ts';
import { FRAMEWORK_2025 } from './framework-2025.ts';

export type Rating = 'Inadequate' | 'Requires improvement' | 'Good' | 'Outstanding';

/** `as commonly described`: from general knowledge of the programme, never read where it is laid down. */
export type Certainty = 'read at the source' | 'read second-hand' | 'as commonly described';

/** Where a part of a framework comes from. */
export interface Fact {
  /** The part of the framework it is about. */
  readonly about: string;
  readonly says: string;
  readonly certainty: Certainty;
  readonly source: string;
}

export interface Question {
  readonly number: string;
  readonly text: string;
  /** The column of a caseload that holds the answers; null when there is none. */
  readonly column: string | null;
}

export interface Standard {
  readonly number: string | null;
  readonly name: string;
  readonly domain: string;
  readonly alsoCalled: readonly string[];
  /** Null where no rule of the whole is known. */
  readonly isInComposite: boolean | null;
  /** None where they are not known here. */
  readonly questions: readonly Question[];
}

/** A band of the share of cases judged sufficient, and the points it gives. */
export interface Band {
  readonly label: Rating;
  readonly fromPercent: number;
  readonly score: number;
}

export interface RatingRule {
  /** From the lowest to the highest. */
  readonly bands: readonly Band[];
  readonly nearBoundaryPoints: number;
  readonly rules: readonly string[];
}

/** How the points of the standards add up to a rating of the whole. */
export interface CompositeRule {
  /** How many standards count, and the most points they can have together. */
  readonly standards: number;
  readonly maximum: number;
  /** From the lowest to the highest, ends included. */
  readonly bands: readonly { readonly label: Rating; readonly from: number; readonly to: number }[];
}

export interface Framework {
  readonly name: string;
  readonly title: string;
  /** Its structure alone is known, and even that is to be checked. */
  readonly isProvisional: boolean;
  /** Parts of the programme that are not to be found here. */
  readonly notKnown: readonly string[];
  readonly domains: readonly string[];
  readonly standards: readonly Standard[];
  /** How a standard is rated by its questions, and the whole by its standards; null where no rule is known. */
  readonly rating: RatingRule | null;
  readonly composite: CompositeRule | null;
  readonly facts: readonly Fact[];
}

export const FRAMEWORKS: readonly Framework[] = [FRAMEWORK_2018_2024, FRAMEWORK_2025];

/** What a user calls them; the first is the one taken when none is named. */
export const FRAMEWORK_NAMES = [FRAMEWORK_2018_2024.name, FRAMEWORK_2025.name] as const;
export type FrameworkName = (typeof FRAMEWORK_NAMES)[number];

/** The framework of that name; null when there is none. */
export function frameworkNamed(name: FrameworkName): Framework;
export function frameworkNamed(name: string): Framework | null;
export function frameworkNamed(name: string): Framework | null {
  return FRAMEWORKS.find((framework) => framework.name === name) ?? null;
}

/** How sure a part of a framework is; parts that no fact speaks of are as commonly described. */
export function certaintyOf({ facts }: Framework, about: string): Certainty {
  return facts.find((fact) => fact.about === about)?.certainty ?? 'as commonly described';
}

/** The points that a rating gives. @throws Error for a framework without bands (our bug) */
export function pointsOf({ rating, name }: Framework, given: Rating): number {
  const band = rating?.bands.find(({ label }) => label === given);
  if (band === undefined) throw new Error(`framework ${name} has no band ${given}`);
  return band.score;
}

/** The rating of a sum of points. @throws RangeError for a sum that no ratings add up to */
export function compositeBand(rule: CompositeRule, points: number): Rating {
  const band = rule.bands.find(({ from, to }) => points >= from && points <= to);
  if (band === undefined || !Number.isInteger(points))
    throw new RangeError(`compositeBand requires a whole number from 0 to ${rule.maximum}`);
  return band.label;
}
