/** The words people read where a report has a key, by column and then by value. */
const WORDS: Readonly<Record<string, ReadonlyMap<string, string>>> = (() => {
  const standards = new Map([
    ['assessment', 'Assessment'],
    ['planning', 'Planning'],
    ['delivery', 'Delivery'],
    ['reviewing', 'Reviewing'],
    ['diversity', 'Diversity'],
  ]);
  const questions = new Map([
    ['desistance', 'desistance'],
    ['child_safety', 'safety of the child'],
    ['others_safety', 'safety of others'],
    ['needs_met', 'needs met'],
  ]);
  const dimensions = new Map([
    ['ethnicity', 'Ethnic group'],
    ['sex', 'Sex'],
    ['age', 'Age band'],
    ['send', 'SEND'],
    ['care_experienced', 'Care experience'],
  ]);
  const needs = new Map([
    ['send', 'SEND'],
    ['care_experienced', 'Care experience'],
    ['ete_suitable', 'Education, training or employment suitable'],
    ['accommodation_suitable', 'Accommodation suitable'],
    ['likelihood_of_reoffending', 'Likelihood of reoffending'],
    ['safety_wellbeing', 'Safety and wellbeing'],
    ['risk_to_others', 'Risk to others'],
    ['plan_before_release', 'Plan before release'],
  ]);
  return {
    standard: standards,
    question: questions,
    lowest_question: questions,
    dimension: dimensions,
    need: needs,
    level: needs,
    aspect: needs,
  };
})();

/** What a yes says in a column that has words of its own; a no is then left empty. */
const YES_WORDS = new Map([['near_boundary', 'within 5 points of a boundary']]);

/** The name of a column or a measure in words: `lower_quartile` is "Lower quartile". */
export function keyInWords(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A text value as shown: names from the data stay as they are, keys of ours become words. */
export function textInWords(columnKey: string, value: string): string {
  if (columnKey === 'measure') return keyInWords(value);
  const words = Object.hasOwn(WORDS, columnKey) ? WORDS[columnKey] : undefined;
  return words?.get(value) ?? value;
}

/** The phrase that stands for a yes in this column, if it has one. */
export function yesPhrase(columnKey: string): string | undefined {
  return YES_WORDS.get(columnKey);
}
