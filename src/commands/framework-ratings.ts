/** The ratings of standards from a little CSV: one line for each standard, with its rating in words or initials. */
import { compact } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import type { CaseloadInput } from '../caseload/load.ts';
import { nearest } from '../caseload/nearest.ts';
import { readSmallCsv } from '../caseload/read-small-csv.ts';
import type { Framework, Rating, Standard } from '../reference/frameworks.ts';
import { cleanText } from '../render/clean-report.ts';
import { shorten } from '../render/measure-text.ts';

/** How it is said that a standard was not rated. */
const NOT_RATED = ['', 'na', 'notapplicable', 'notrated', 'notinspected'];
const LONGEST_LABEL = 60;

/** The rating of each standard that the file speaks of; null for one that it says was not rated. */
export interface GivenRatings {
  readonly file: string;
  readonly sha256: string;
  readonly ratings: ReadonlyMap<Standard, Rating | null>;
}

/** `2.1 (court disposals: assessment)` */
function standardWords({ number, domain, name }: Standard): string {
  return `${number} (${domain}: ${name})`;
}

/** `2.1 assessment` */
export function numberAndName({ number, name }: Standard): string {
  return `${number} ${name}`;
}

/**
 * @throws UserError with all mistakes at once, each on a line of its own with the line of the file: a standard or
 *   rating that is none, a name that several standards have, a standard twice, one without a rating that the composite
 *   needs; and for a file that is no CSV with the columns standard and rating
 */
export function readRatings(input: CaseloadInput, framework: Framework): GivenRatings {
  const { source, where, records } = readSmallCsv(input, '', ['standard', 'rating']);
  const mistakes: string[] = [];
  const ratings = new Map<Standard, Rating | null>();
  const lines = new Map<Standard, number>();
  for (const { line, cells } of records) {
    const mistake = (says: string) => void mistakes.push(`${where} line ${line}: ${says}`);
    const found = standardsCalled(framework, cells.standard);
    if (found.length !== 1) mistake(whichStandard(framework, cells.standard, found));
    const rating = ratingOf(framework, cells.rating);
    if (rating === 'unknown') mistake(whichRating(framework, cells.rating));
    if (found.length !== 1) continue;
    const [standard] = found;
    const before = lines.get(standard);
    if (before !== undefined) mistake(`${standardWords(standard)} is there already, on line ${before}`);
    else lines.set(standard, line);
    if (rating === null && standard.isInComposite === true)
      mistake(`${standardWords(standard)} has no rating, and the composite needs one`);
    else if (rating !== 'unknown') ratings.set(standard, rating);
  }
  const missing = framework.standards.filter((one) => one.isInComposite === true && !lines.has(one));
  if (missing.length > 0) mistakes.push(`${where}: no line for ${missing.map(numberAndName).join(', ')}`);
  if (mistakes.length > 0) throw new UserError(mistakes);
  return { file: source.name, sha256: source.sha256, ratings };
}

function keyOf(text: string): string {
  return compact(text.replaceAll('&', ' and '));
}

/** All that a standard may be called: number, name, domain and name, number and either. */
function callings({ number, name, domain, alsoCalled }: Standard): string[] {
  const names = [name, ...alsoCalled].flatMap((one) => [one, `${domain} ${one}`]);
  return [`${number}`, ...names, ...names.map((one) => `${number} ${one}`)].map(keyOf);
}

function standardsCalled({ standards }: Framework, text: string): Standard[] {
  const key = keyOf(text);
  return standards.filter((standard) => callings(standard).includes(key));
}

function whichStandard({ name, standards }: Framework, text: string, found: readonly Standard[]): string {
  if (text === '') return 'standard is empty; write its number or name';
  const label = labelOf(text);
  if (found.length > 1)
    return `${label} is the name of ${found.map(standardWords).join(' and ')}; write the number, or domain and name`;
  const guess = nearest(keyOf(text), standards.flatMap(callings));
  const meant = standards.find((standard) => guess !== null && callings(standard).includes(guess));
  const hint =
    meant === undefined
      ? `yos-caseload framework ${name} lists them`
      : `did you mean ${standardWords(meant)}?`;
  return `${label} is no standard; ${hint}`;
}

/** Null for one that says it was not rated. */
function ratingOf({ rating }: Framework, text: string): Rating | null | 'unknown' {
  const key = keyOf(text);
  if (NOT_RATED.includes(key)) return null;
  const band = rating?.bands.find(({ label }) => [label, initials(label)].map(keyOf).includes(key));
  return band?.label ?? 'unknown';
}

function whichRating({ rating }: Framework, text: string): string {
  const labels = (rating?.bands ?? []).map(({ label }) => label);
  const guess = nearest(keyOf(text), labels.map(keyOf));
  const meant = labels.find((label) => keyOf(label) === guess);
  const words = labels.map((label) => `${label} (${initials(label)})`).join(', ');
  return `${labelOf(text)} is no rating; ${meant === undefined ? `it is one of ${words}` : `did you mean ${meant}?`}`;
}

function initials(label: string): string {
  return label
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** A label of the file as a message may show it: short, and on one line. */
function labelOf(text: string): string {
  return `"${cleanText(shorten(text, LONGEST_LABEL, '...'))}"`;
}
