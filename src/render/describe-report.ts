/** Sentences about a report as a whole, shared by the formats that people read. */
import type { AsAtFrom, Input, MetricReport, Provenance, Report, Severity } from '../report/report.ts';
import { CODE_MEANINGS, formatCount, isCode } from './format-cell.ts';

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
  flag: 'given by --as-at',
  config: 'from the config file',
  'latest-start-date': 'the latest start date; --as-at sets it',
  none: 'no start dates: every case counts as open',
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

/** "as at 27 October 2026 (the latest start date; --as-at sets it)". */
export function asAtSentence(provenance: Provenance): string {
  const from = AS_AT_FROM[provenance.asAtFrom];
  return provenance.asAt === null
    ? `a snapshot (${from})`
    : `as at ${dateInWords(provenance.asAt)} (${from})`;
}

/** What the reader of these figures must know before passing them on. */
export function disclosureSentence(provenance: Provenance): string {
  return provenance.disclosure === 'internal'
    ? 'small numbers are shown: not for sharing'
    : 'small numbers withheld as [c]';
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

/** One severity of problem: how many there are, and how many by rule, the most frequent first. */
export interface ProblemSummary {
  readonly severity: Severity;
  readonly count: number;
  readonly rules: readonly { readonly rule: string; readonly count: number }[];
}

/** The problems of a report by severity, the gravest first, without those that do not occur. */
export function summariseProblems(report: Report): ProblemSummary[] {
  const severities: readonly Severity[] = ['error', 'warning', 'information'];
  return severities.flatMap((severity) => {
    const counts = new Map<string, number>();
    for (const problem of report.problems) {
      if (problem.severity !== severity) continue;
      counts.set(problem.rule, (counts.get(problem.rule) ?? 0) + problem.count);
    }
    if (counts.size === 0) return [];
    const rules = [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
    return [{ severity, count: rules.reduce((sum, rule) => sum + rule.count, 0), rules }];
  });
}

/** The codes that stand in the report's tables, with their meanings. */
export function codeLegend(report: Report): string[] {
  const found = new Set<string>();
  for (const metric of report.metrics) {
    for (const table of metric.tables) {
      for (const row of table.rows)
        for (const value of Object.values(row)) if (isCode(value)) found.add(value);
    }
  }
  return [...CODE_MEANINGS]
    .filter(([code]) => found.has(code))
    .map(([code, meaning]) => `${code} ${meaning}`);
}
