/** A comparison in each format it can be had in. */
import type { Comparison } from '../compare/comparison.ts';
import { cleanText } from './clean-report.ts';
import { renderComparisonCsv } from './compare-csv.ts';
import { renderComparisonMarkdown } from './compare-markdown.ts';
import { renderComparisonTerminal } from './compare-terminal.ts';
import type { FormatName } from './formats.ts';
import type { TerminalOptions } from './terminal.ts';

/** The formats of a comparison, the names of those of a report. */
export const COMPARISON_FORMATS: readonly FormatName[] = ['terminal', 'markdown', 'csv', 'json'];

/** Renders a comparison; for people with every text of the data safe to print. */
export function renderComparison(
  comparison: Comparison,
  format: FormatName,
  options: TerminalOptions,
): string {
  if (format === 'csv') return renderComparisonCsv(comparison);
  if (format === 'markdown') return renderComparisonMarkdown(cleaned(comparison));
  if (format === 'terminal') return renderComparisonTerminal(cleaned(comparison), options);
  return `${JSON.stringify(comparison, null, 2)}\n`;
}

function cleaned(comparison: Comparison): Comparison {
  const clean: Comparison = JSON.parse(JSON.stringify(comparison), (_key, value: unknown) =>
    typeof value === 'string' ? cleanText(value) : value,
  );
  return clean;
}
