/** The end of a report in Markdown: codes, what was withheld, problems, where the figures come from. */
import type { Provenance, Report } from '../report/report.ts';
import { codeLegend } from './code-legend.ts';
import { escapeMarkdown, escapeMarkdownLine } from './escape-markdown.ts';
import { formatCount } from './format-cell.ts';
import { markdownTable } from './markdown-table.ts';
import { provenanceFacts } from './provenance-facts.ts';
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
    provenanceFacts(provenance),
  );
}
