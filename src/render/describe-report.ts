/** Sentences about a report as a whole, shared by the formats that people read. */
import type {
  AsAtFrom,
  Count,
  Input as CountedInput,
  MetricReport,
  Provenance,
  Report,
} from '../report/report.ts';
import { formatCount } from './format-cell.ts';
import { keyInWords } from './shown-words.ts';

type Input = CountedInput<Count>;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const AS_AT_FROM: Readonly<Record<AsAtFrom, string>> = {
  flag: 'the day asked for',
  config: 'the day set for this service',
  'latest-start-date': 'the latest start date',
  none: 'no start dates: every case counts as open',
};
/** At the desk of whoever runs the tool, where options mean something. */
const AS_AT_BY: Readonly<Record<AsAtFrom, string>> = {
  ...AS_AT_FROM,
  flag: 'given by --as-at',
  config: 'from the config file',
  'latest-start-date': 'the latest start date; --as-at sets it',
};

const DELIMITER_NAMES = new Map([
  [',', 'commas'],
  [';', 'semicolons'],
  ['|', 'pipes'],
]);

/** `2026-10-27` as `27 October 2026`; anything else as it is. */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** Where the as-at date is from. */
export function asAtSource({ asAtFrom }: Provenance): string {
  return AS_AT_FROM[asAtFrom];
}

/** "as at 27 October 2026 (the latest start date)". */
export function asAtSentence({ asAt, asAtFrom }: Provenance): string {
  return asAtWith(asAt, AS_AT_FROM[asAtFrom]);
}

/** "as at 27 October 2026 (the latest start date; --as-at sets it)". */
export function asAtDeskSentence({ asAt, asAtFrom }: Provenance): string {
  return asAtWith(asAt, AS_AT_BY[asAtFrom]);
}

function asAtWith(asAt: string | null, from: string): string {
  return asAt === null ? `a snapshot (${from})` : `as at ${dateInWords(asAt)} (${from})`;
}

/** What the report is called. */
export function titleOfReport({ title }: Report): string {
  return title ?? 'Caseload report';
}

/**
 * To which rows and days a report is narrowed, or null for a report of all: "Only team North; judgements, due days and
 * releases from 1 July 2026".
 */
export function scopeSentence({ options }: Provenance): string | null {
  const rows = andList(
    [...valuesByColumn(options['--where'])].map(
      ([column, values]) => `${keyInWords(column).toLowerCase()} ${values.join(' or ')}`,
    ),
  );
  const days = ['from', 'to'].flatMap((word) => {
    const day = options[`--${word}`];
    return typeof day === 'string' ? [`${word} ${dateInWords(day)}`] : [];
  });
  const parts = [
    ...(rows === '' ? [] : [`only ${rows}`]),
    ...(days.length === 0 ? [] : [`judgements, due days and releases ${days.join(' ')}`]),
  ].join('; ');
  return parts === '' ? null : parts.charAt(0).toUpperCase() + parts.slice(1);
}

/** Of `team=North` and its like: the values of each column. */
function valuesByColumn(where: string | readonly string[] = []): ReadonlyMap<string, string[]> {
  const values = new Map<string, string[]>();
  for (const condition of typeof where === 'string' ? [where] : where) {
    const at = condition.indexOf('=');
    const column = condition.slice(0, at).trim();
    values.set(column, [...(values.get(column) ?? []), condition.slice(at + 1).trim()]);
  }
  return values;
}

function andList(texts: readonly string[]): string {
  return texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')} and ${texts[texts.length - 1]}`;
}

/** What the reader of these figures must know before passing them on. */
export function disclosureSentence(provenance: Provenance): string {
  if (provenance.disclosure === 'internal') return 'small numbers are shown: not for sharing';
  return provenance.round === undefined
    ? 'small numbers withheld as [c]'
    : roundingSentence(provenance.round);
}

/** Whether every count of the report is rounded. */
export function isRounded({ round }: Provenance): boolean {
  return round !== undefined;
}

function roundingSentence(round: number): string {
  return `counts rounded to ${round}`;
}

/** What was set so that the report can be shared: "shareable, threshold 5, zeros shown". */
export function settingSentence({ disclosure, threshold, zeros, round }: Provenance): string {
  return [
    disclosure,
    ...(threshold === null ? [] : [`threshold ${threshold}`]),
    ...(zeros === undefined ? [] : [`zeros ${zerosWord(zeros)}`]),
    ...(round === undefined ? [] : [roundingSentence(round)]),
  ].join(', ');
}

/** What becomes of zeros. */
export function zerosWord(zeros: NonNullable<Provenance['zeros']>): string {
  return zeros === 'show' ? 'shown' : 'withheld';
}

/** "412 rows = 405 used + 4 duplicates + 3 rejected". */
export function inputSentence(input: Input): string {
  const parts = [
    `${formatCount(input.used)} used`,
    ...(input.outOfScope === 0 ? [] : [`${formatCount(input.outOfScope)} out of scope`]),
    `${formatCount(input.duplicates)} ${input.duplicates === 1 ? 'duplicate' : 'duplicates'}`,
    `${formatCount(input.rejected)} rejected`,
  ];
  return `${formatCount(input.read)} ${input.read === 1 ? 'row' : 'rows'} = ${parts.join(' + ')}`;
}

/** How the file was read, when it was not read as most are: in UTF-8 with commas. */
export function readingSentence(input: Input): string | null {
  return input.encoding === 'utf-8' && input.delimiter === ',' ? null : `read as ${encodingSentence(input)}`;
}

/** "windows-1252 with semicolons". The fourth delimiter, the tab, is a placeholder in a cleaned report. */
export function encodingSentence(input: Input): string {
  return `${input.encoding} with ${DELIMITER_NAMES.get(input.delimiter) ?? 'tabs'}`;
}

/** The name a file is shown by; `-` is standard input. */
export function inputName(input: Input): string {
  return input.file === '-' ? 'standard input' : input.file;
}

/** The options that change figures, as they would be typed. */
export function optionTexts(provenance: Provenance): string[] {
  return Object.entries(provenance.options).flatMap(([name, value]) => {
    const flag = name.startsWith('-') ? name : `--${name}`;
    const values = typeof value === 'string' ? [value] : value;
    return values.map((one) => (one === '' || one === 'true' ? flag : `${flag} ${one}`));
  });
}

/** Why a metric has no tables, in one sentence that says what to do where something can be done. */
export function statusSentence(metric: MetricReport): string {
  if (metric.status === 'missing-columns') {
    return `Not shown: no column for ${(metric.missing ?? []).join(', nor for ')}.`;
  }
  if (metric.message !== undefined) return metric.message;
  if (metric.status === 'withheld') return `Withheld: too few ${metric.unit} to show.`;
  return metric.status === 'refused' ? 'Refused for this input.' : 'Not set up.';
}
