/** What `validate` prints: the totals of every file, then each problem with its first line. */
import type { Problem, Report, Severity } from '../report/report.ts';
import { cleanReport } from './clean-report.ts';
import { asAtSentence, encodingSentence, inputName, inputSentence } from './describe-report.ts';
import { hangText } from './flow-pieces.ts';
import { formatCount } from './format-cell.ts';
import { type Palette, paletteOf } from './palette.ts';
import type { TerminalOptions } from './terminal.ts';
import { textTable } from './text-table.ts';

const HEADINGS: Record<Severity, string> = {
  error: 'Errors: these rows are rejected',
  warning: 'Warnings: figures stand, but look at these',
  information: 'Information',
};
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];

/** A page for the analyst's own desk, with lines and labels, never other cells. */
export function renderValidation(report: Report, options: TerminalOptions): string {
  const { provenance, problems } = cleanReport(report);
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
    `${palette.alert('INTERNAL')}  ${palette.title('Validation')}  ${asAtSentence(provenance)}`,
    '',
    ...textTable(['File', 'Read as', 'Rows'], files, options.width),
    ...(found.length === 0 ? ['', 'No problems found.'] : found),
    '',
  ].join('\n');
}

function problemLines(
  problems: readonly Problem[],
  hasFiles: boolean,
  width: number,
  palette: Palette,
): string[] {
  const rules = [...new Set(problems.map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const ofRule = problems.filter((problem) => problem.rule === rule);
    const rows = ofRule.map((problem) => [
      ...(hasFiles ? [problem.file] : []),
      `line ${problem.line}`,
      problem.count === 1 ? 'once' : `${formatCount(problem.count)} times from there`,
      [problem.column, ...(problem.label === undefined ? [] : [`"${problem.label}"`])]
        .filter((word) => word !== '')
        .join(' '),
    ]);
    const headings = rows[0].map(() => '');
    const lines = textTable(headings, rows, width - 4).slice(1);
    return [
      ...hangText('  ', `${rule}: ${ofRule[0].message}`, width),
      ...lines.map((line) => palette.quiet(`    ${line}`)),
    ];
  });
}
