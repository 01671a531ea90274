/** What `validate` prints: the totals of every file, then each problem with its first line. */
import type { InternalReport, Problem, Severity } from '../report/report.ts';
import { cleanReport } from './clean-report.ts';
import { asAtDeskSentence, encodingSentence, inputName, inputSentence } from './describe-report.ts';
import { flowPieces, hangText } from './flow-pieces.ts';
import { formatCount } from './format-cell.ts';
import { cutMark, shorten } from './measure-text.ts';
import { type Palette, paletteOf } from './palette.ts';
import type { TerminalOptions } from './terminal.ts';
import { textTable } from './text-table.ts';

const HEADINGS: Record<Severity, string> = {
  error: 'Errors',
  warning: 'Warnings: figures stand, but look at these',
  information: 'Information',
};
const MOST_LINES = 20;
const LONGEST_LABEL = 60;
const LONGEST_MESSAGE = 240;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];

/** A page for the analyst's own desk, with lines and labels, never other cells. */
export function renderValidation(report: InternalReport, options: TerminalOptions): string {
  const mark = cutMark(options.unicode ?? true);
  const { provenance, problems } = cleanReport({
    ...report,
    metrics: [],
    problems: report.problems.map((problem) => shownProblem(problem, mark)),
  });
  const palette = paletteOf(options.colorLevel);
  const files = provenance.inputs.map((input) => [
    inputName(input),
    encodingSentence(input),
    inputSentence(input),
  ]);
  const found = SEVERITIES.flatMap((severity) => {
    const ofSeverity = problems.filter((problem) => problem.severity === severity);
    if (ofSeverity.length === 0) return [];
    return [
      '',
      palette.title(HEADINGS[severity]),
      ...problemLines(ofSeverity, provenance.inputs.length > 1, options.width, palette),
    ];
  });
  return [
    ...flowPieces(
      [
        { text: 'INTERNAL', paint: palette.alert },
        { text: 'Validation', paint: palette.title },
        { text: asAtDeskSentence(provenance) },
      ],
      options.width,
    ),
    '',
    ...textTable(['File', 'Read as', 'Rows'], files, options.width),
    ...(found.length === 0 ? ['', 'No problems found.'] : found),
    '',
  ].join('\n');
}

/** A label or a header of megabytes is cut before it costs time. */
function shownProblem(problem: Problem, mark: string): Problem {
  const { column, message, label } = problem;
  return {
    ...problem,
    column: shorten(column, LONGEST_LABEL, mark),
    message: shorten(message, LONGEST_MESSAGE, mark),
    ...(label === undefined ? {} : { label: shorten(label, LONGEST_LABEL, mark) }),
  };
}

function problemLines(
  problems: readonly Problem[],
  hasFiles: boolean,
  width: number,
  palette: Palette,
): string[] {
  const rules = groupBy(problems, ({ rule }) => rule);
  return [...rules.values()].flatMap((ofRule) => {
    const more = ofRule.length - MOST_LINES;
    const shown = groupBy(ofRule.slice(0, MOST_LINES), ({ message }) => message);
    const last = more > 0 ? [`    and ${formatCount(more)} more (see --format json)`] : [];
    return [
      ...[...shown.values()].flatMap((ofMessage) => messageLines(ofMessage, hasFiles, width, palette)),
      ...last.map(palette.quiet),
    ];
  });
}

/** A rule, what it means, and where it was broken. */
function messageLines(
  problems: readonly Problem[],
  hasFiles: boolean,
  width: number,
  palette: Palette,
): string[] {
  const [{ rule, message }] = problems;
  const rows = problems.map((problem) => [
    ...(hasFiles ? [problem.file] : []),
    `line ${problem.line}`,
    problem.count === 1 ? 'once' : `${formatCount(problem.count)} times from there`,
    [problem.column, ...(problem.label === undefined ? [] : [`"${problem.label}"`])]
      .filter((word) => word !== '')
      .join(' '),
  ]);
  return [
    ...hangText('  ', `${rule}: ${message}`, width),
    ...textTable(null, rows, width - 4).map((line) => palette.quiet(`    ${line}`)),
  ];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
