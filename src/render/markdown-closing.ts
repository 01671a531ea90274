/** The end of a report in Markdown: codes, what was withheld, problems, where the figures come from. */
import type { Provenance, Report } from '../report/report.ts';
import { codeLegend } from './code-legend.ts';
import {
  asAtSource,
  encodingSentence,
  inputName,
  inputSentence,
  optionTexts,
  zerosWord,
} from './describe-report.ts';
import { escapeMarkdown, escapeMarkdownLine } from './escape-markdown.ts';
import { formatCount } from './format-cell.ts';
import { markdownTable } from './markdown-table.ts';
import { summariseProblems } from './summarise-problems.ts';

export function closingBlocks(report: Report): string[] {
  return [
    ...codeBlocks(report),
    '## Problems in the data',
    problemBlock(report),
    '## Where these figures come from',
    provenanceTable(report.provenance),
  ];
}

/** What the codes mean, and what was withheld. */
function codeBlocks(report: Report): string[] {
  const { disclosure } = report;
  return [
    codeLegend(report).map(escapeMarkdown).join('; '),
    disclosure === undefined ? '' : escapeMarkdownLine(disclosure.sentence),
  ];
}

function problemBlock(report: Report): string {
  const summaries = summariseProblems(report);
  if (summaries.length === 0) return 'None found.';
  const rows = summaries.flatMap((summary) =>
    summary.rules.map((rule) => [summary.severity, rule.rule, formatCount(rule.count)]),
  );
  const columns = [
    { heading: 'Severity', isRight: false },
    { heading: 'Rule', isRight: false },
    { heading: 'Times', isRight: true },
  ];
  return markdownTable(columns, rows);
}

function provenanceTable(provenance: Provenance): string {
  return markdownTable(
    [
      { heading: 'What', isRight: false },
      { heading: 'Value', isRight: false },
    ],
    [
      ['Made by', `${provenance.tool} ${provenance.version}`],
      ['As at', `${provenance.asAt ?? 'none'} (${asAtSource(provenance)})`],
      ['Disclosure', provenance.disclosure],
      ...settingRows(provenance),
      ['Counted', provenance.unit],
      ['Config', provenance.config ?? 'none'],
      ['Options', optionTexts(provenance).join(', ') || 'none'],
      ...provenance.inputs.flatMap(inputRows),
    ],
  );
}

function settingRows({ threshold, zeros, round }: Provenance): string[][] {
  return [
    ...(threshold === null ? [] : [['Threshold', String(threshold)]]),
    ...(zeros === undefined ? [] : [['Zeros', zerosWord(zeros)]]),
    ...(round === undefined ? [] : [['Counts rounded to', String(round)]]),
  ];
}

function inputRows(input: Provenance['inputs'][number]): string[][] {
  return [
    [inputName(input), `${inputSentence(input)}; ${encodingSentence(input)}`],
    [`${inputName(input)}, SHA-256`, input.sha256],
  ];
}
