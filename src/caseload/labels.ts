/** Labels of category columns: what a cell's text is taken for. */
import {
  INTERVENTION_LEVELS,
  LEVELS,
  RESIDENCES,
  SEXES,
  UNKNOWN_ANSWERS,
  YES_NO_NA,
} from '../reference/answers.ts';
import { DISPOSALS } from '../reference/disposals.ts';
import {
  ETHNIC_CATEGORIES,
  type EthnicityList,
  ethnicAliases,
  ethnicHeadings,
  UNKNOWN_AS_RECORDED,
  UNKNOWN_ETHNICITY,
} from '../reference/ethnicity.ts';
import { type ColumnName, compact, type Definition } from './columns.ts';
import { once } from './once.ts';

/** Codes 1 to n stand for the labels in order; 0 is missing or not known. */
export interface LabelReader {
  readonly labels: string[];
  /** The code of a trimmed cell, 0 for a word that says it is not known, null for a label of no known category. */
  read(cell: string): number | null;
}

/** Value aliases from the user's mapping: per column (or `yes-no` for all such columns), their word to ours. */
export type ValueAliases = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The reader of a category or yes/no column. Free-text categories (report_type) keep the labels of the file. */
export function labelReader(definition: Definition, list: EthnicityList, aliases: ValueAliases): LabelReader {
  const shared = definition.type.startsWith('yes-no') ? aliases.get('yes-no') : undefined;
  const own = new Map([...(shared ?? []), ...(aliases.get(definition.name) ?? [])]);
  if (definition.name === 'ethnicity' && list === 'as-recorded')
    return recordedLabels(UNKNOWN_AS_RECORDED, own);
  if (definition.name === 'report_type') return recordedLabels(UNKNOWN_ANSWERS, own);
  return fixedLabels(labelsOf(definition.name), own, () => knownLabels(definition));
}

interface KnownLabels {
  readonly labels: readonly { label: string; aliases: readonly string[] }[];
  readonly unknown: readonly string[];
  readonly headings?: readonly { heading: string; labels: readonly string[] }[];
}

const ANSWERS: Partial<Record<ColumnName, typeof SEXES>> = {
  sex: SEXES,
  intervention_level: INTERVENTION_LEVELS,
  likelihood_of_reoffending: LEVELS,
  safety_wellbeing: LEVELS,
  risk_to_others: LEVELS,
  residence: RESIDENCES,
};

function labelsOf(name: ColumnName): readonly { label: string }[] {
  if (name === 'ethnicity') return ETHNIC_CATEGORIES;
  return name === 'disposal' ? DISPOSALS : (ANSWERS[name] ?? YES_NO_NA);
}

function knownLabels(definition: Definition): KnownLabels {
  if (definition.name === 'ethnicity') {
    const labels = ETHNIC_CATEGORIES.map((category) => ({
      label: category.label,
      aliases: ethnicAliases(category),
    }));
    return { labels, unknown: UNKNOWN_ETHNICITY, headings: ethnicHeadings() };
  }
  if (definition.name === 'disposal') return { labels: DISPOSALS, unknown: UNKNOWN_ANSWERS };
  return { labels: ANSWERS[definition.name] ?? YES_NO_NA, unknown: UNKNOWN_ANSWERS };
}

/** @param allWords everything else that stands for the labels, which a file that writes them as we do never needs */
function fixedLabels(
  list: readonly { label: string }[],
  own: ReadonlyMap<string, string>,
  allWords: () => KnownLabels,
): LabelReader {
  const labels = list.map(({ label }) => label);
  const codesOfLabels = new Map(labels.map((label, index) => [label, index + 1]));
  const known = once(allWords);
  const find = (cell: string) => {
    const codes = codesOfWords(known());
    return codes.get(compact(cell)) ?? codes.get(withoutCode(cell)) ?? underHeading(cell, known(), codes);
  };
  return {
    labels,
    read(cell) {
      const word = own.size === 0 ? cell : (own.get(compact(cell)) ?? cell);
      return codesOfLabels.get(word) ?? find(word) ?? null;
    },
  };
}

const codesOfLists = new WeakMap<KnownLabels['labels'], ReadonlyMap<string, number>>();

/** The code of every word of a list; the twelve judgements share one. */
function codesOfWords({ labels, unknown }: KnownLabels): ReadonlyMap<string, number> {
  const before = codesOfLists.get(labels);
  if (before !== undefined) return before;
  const codes = new Map<string, number>(unknown.map((word) => [compact(word), 0]));
  labels.forEach(({ label, aliases }, index) => {
    for (const word of [...aliases, label]) codes.set(compact(word), index + 1);
  });
  codesOfLists.set(labels, codes);
  return codes;
}

/**
 * "W1 - White British", "White British (W1)", "M - Male": the label without the code some exports put beside it.
 * IC1 to IC6 are what an officer observed, which is another thing.
 */
function withoutCode(cell: string): string {
  const code =
    /^\(?(?!IC\d)[A-Z]{1,4}\d?\)?\s*[-–:.]\s*|^\(?[A-Z]\d\)?\s+|\s*[([](?!IC\d)[A-Z]{1,4}\d?[)\]]$/gi;
  return compact(cell.replace(code, ''));
}

/** "Asian or Asian British - Indian": the label below its heading, when it belongs there. */
function underHeading(
  cell: string,
  known: KnownLabels,
  codes: ReadonlyMap<string, number>,
): number | undefined {
  const words = withoutCode(cell);
  for (const { heading, labels } of known.headings ?? []) {
    const start = compact(heading);
    const code = words.startsWith(start) ? codes.get(words.slice(start.length)) : undefined;
    if (code && labels.includes(known.labels[code - 1].label)) return code;
  }
  return undefined;
}

function recordedLabels(unknown: readonly string[], own: ReadonlyMap<string, string>): LabelReader {
  const codes = new Map<string, number>(unknown.map((word) => [compact(word), 0]));
  const labels: string[] = [];
  return {
    labels,
    read(cell) {
      const label = own.get(compact(cell)) ?? cell;
      const key = compact(label) || label;
      const known = codes.get(key);
      if (known !== undefined) return known;
      labels.push(label);
      codes.set(key, labels.length);
      return labels.length;
    },
  };
}
