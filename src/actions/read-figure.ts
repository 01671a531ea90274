/** The figure that an action names: a metric by name, alias or title, and if need be a row of its tables. */
import { compact } from '../caseload/columns.ts';
import { nearest } from '../caseload/nearest.ts';
import type { Metric } from '../metrics/define-metric.ts';
import { metrics } from '../metrics/index.ts';
import { cleanText } from '../render/clean-report.ts';
import { shorten } from '../render/measure-text.ts';
import type { NamedFigure, Target } from './actions.ts';
import { readTarget } from './read-target.ts';

const LONGEST_LABEL = 60;

/** What was found in the cells of an action, and what is wrong with them, each in one line. */
export interface ReadFigure {
  readonly figure: NamedFigure | null;
  readonly mistakes: readonly string[];
}

/**
 * @param words the cell of the metric: `court-quality`, or with a row `court-quality: planning, safety of the child`
 * @param target the cell of the target; without a metric it is words
 */
export function readFigure(words: string, target: string): ReadFigure {
  if (words === '') return { figure: null, mistakes: [] };
  const [name, row] = nameAndRow(words);
  const metric = metrics.find((one) => callings(one).includes(compact(name)));
  const wanted = target === '' ? null : readTarget(target);
  const isUnreadable = target !== '' && wanted === null;
  const mistakes = [
    ...(metric === undefined ? [whichMetric(name)] : []),
    ...(isUnreadable ? [NO_TARGET] : []),
    ...(metric === undefined || isUnreadable || row.length > 0 ? [] : unfit(metric, wanted)),
  ];
  if (metric === undefined || mistakes.length > 0) return { figure: null, mistakes };
  return { figure: { metric: metric.name, row, target: wanted }, mistakes: [] };
}

const NO_TARGET =
  'the target is not understood; write a share as 70% (of at most 100%) or a number as 15, with "at least" or "at most" before it where it is needed';

function nameAndRow(words: string): [name: string, row: readonly string[]] {
  const colon = words.indexOf(':');
  if (colon === -1) return [words, []];
  const parts = words.slice(colon + 1).split(/[,/]/);
  return [words.slice(0, colon), parts.filter((part) => compact(part) !== '')];
}

function callings({ name, aliases = [], title }: Metric): string[] {
  return [name, ...aliases, title].map(compact);
}

function whichMetric(name: string): string {
  const guess = nearest(compact(name), metrics.flatMap(callings));
  const meant = metrics.find((metric) => guess !== null && callings(metric).includes(guess));
  const hint = meant === undefined ? 'yos-caseload metrics lists them' : `did you mean ${meant.name}?`;
  return `there is no metric "${cleanText(shorten(name, LONGEST_LABEL, '...'))}"; ${hint}`;
}

/** What is wrong with a target of the headline of a metric. */
function unfit(metric: Metric, target: Target | null): string[] {
  const { share, number } = metric.headline ?? {};
  if (target?.kind !== 'number') return needsRow(metric, target?.kind);
  const { value } = target;
  if (share !== undefined && value > 0 && value < 1) return [`${value}: ${writeAsShare(value * 100)}`];
  if (number === undefined) return needsRow(metric, target.kind);
  if (number.most === undefined || value <= number.most) return [];
  const over = `${value}: the ${number.words} of ${metric.name} is at most ${number.most}`;
  return [share === undefined || value > 100 ? over : `${over}; ${writeAsShare(value)}`];
}

/** Rounded, as 0.07 times 100 is a little more than 7 in binary. */
function writeAsShare(percent: number): string {
  return `write ${Number(percent.toFixed(9))}% for a share`;
}

/** Without a row a target is about the headline of its metric, which not every metric has. */
function needsRow({ name, headline }: Metric, kind: 'share' | 'number' | undefined): string[] {
  const { share, number, rowExample } = headline ?? {};
  const asked = kind === undefined ? (share ?? number) : { share, number }[kind];
  if (asked !== undefined) return [];
  const example = rowExample === undefined ? '' : `, such as "${name}: ${rowExample}"`;
  const other = share ?? number;
  if (other === undefined)
    return [`${name} has many figures; write the row that is meant behind its name${example}`];
  const written = kind === 'number' ? 'a share, as 70%' : 'a number, as 15';
  return [
    `without a row ${name} stands for its ${other.words}, whose target is ${written}; write one, or a row behind the name${example}`,
  ];
}
