/**
 * Targets for the timeliness of court work: what must be done how long after, or before, what.
 *
 * Since the Standards for Children in the Youth Justice System of 2019 most deadlines are local, so there is no
 * official list: a service writes its own. Those here are examples with their sources, and nobody's standard.
 */

export interface Target<Column extends string = string> {
  readonly name: string;
  /** The date from which time is counted, and the date of what must be done. */
  readonly from: Column;
  readonly to: Column;
  /** Done at most so many days after, at least so many days before, or by the day in a column of its own. */
  readonly rule:
    | { readonly kind: 'within' | 'at-least'; readonly days: number }
    | { readonly kind: 'by'; readonly column: Column };
  readonly days: 'calendar' | 'working';
  /** Where the target comes from, in words that are printed with every figure. */
  readonly source: string;
  /** The disposals it is for, as the tables call them; null for all. */
  readonly disposals: readonly string[] | null;
  /** Of an example: the cases it is for are those with something in any of these columns, and what they are called. */
  readonly onlyWith?: { readonly words: string; readonly columns: readonly Column[] };
  readonly isExample: boolean;
}

/** Read second-hand, so marked wherever they are shown: "example, not your standard". */
export const EXAMPLE_TARGETS: readonly Target<
  | 'sentence_date'
  | 'panel_date'
  | 'first_contact_date'
  | 'report_type'
  | 'report_requested_date'
  | 'report_due_date'
  | 'report_submitted_date'
>[] = [
  {
    name: 'First contact after sentence',
    from: 'sentence_date',
    to: 'first_contact_date',
    rule: { kind: 'within', days: 5 },
    days: 'working',
    source: 'Solihull, referral orders: first appointment within 5 working days of sentence (local)',
    disposals: ['Referral order'],
    isExample: true,
  },
  {
    name: 'Initial panel',
    from: 'sentence_date',
    to: 'panel_date',
    rule: { kind: 'within', days: 20 },
    days: 'working',
    source: 'Solihull, referral orders: initial panel within 20 working days of sentence (local)',
    disposals: ['Referral order'],
    isExample: true,
  },
  {
    name: 'Report to court',
    from: 'report_requested_date',
    to: 'report_submitted_date',
    rule: { kind: 'by', column: 'report_due_date' },
    days: 'calendar',
    source: 'the due date that the case system holds',
    disposals: null,
    onlyWith: {
      words: 'cases with a court report',
      columns: ['report_type', 'report_requested_date', 'report_due_date', 'report_submitted_date'],
    },
    isExample: true,
  },
];

/** Said of every figure of an example. */
const EXAMPLE_STANDING = 'example, not your standard';

/** Whose target it is, in words. */
export function standingOf({ isExample }: Target): string {
  return isExample ? EXAMPLE_STANDING : 'your target';
}

/** The name of a target as rows have it: an example says that it is one, wherever its rows end up. */
export function shownName({ name, isExample }: Target): string {
  return isExample ? `${name} (example)` : name;
}

/** The date columns a target takes, each once. */
export function columnsOf<Column extends string>({ from, to, rule }: Target<Column>): Column[] {
  return [...new Set([from, to, ...(rule.kind === 'by' ? [rule.column] : [])])];
}

/** `panel date within 20 working days of sentence date (Referral order)`. */
export function ruleInWords(target: Target): string {
  const { rule, days, disposals } = target;
  const [from, to] = [target.from, target.to].map(inWords);
  const cases = disposals?.join(', ') ?? target.onlyWith?.words;
  const only = cases === undefined ? '' : ` (${cases})`;
  if (rule.kind === 'by') return `${to} by ${inWords(rule.column)}${only}`;
  const count = `${rule.days} ${days} ${rule.days === 1 ? 'day' : 'days'}`;
  const words = rule.kind === 'within' ? `within ${count} of` : `at least ${count} before`;
  return `${to} ${words} ${from}${only}`;
}

/** `Cases with a court report are those with anything in report type, report due date.`; null where nothing is asked for. */
export function onlyWithInWords({ onlyWith }: Target): string | null {
  if (onlyWith === undefined) return null;
  const { words, columns } = onlyWith;
  return `${words[0].toUpperCase()}${words.slice(1)} are those with anything in ${columns.map(inWords).join(', ')}.`;
}

function inWords(column: string): string {
  return column.replaceAll('_', ' ');
}
