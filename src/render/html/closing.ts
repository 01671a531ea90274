/** The end of the page: codes, what was withheld, problems, where the figures come from. */
import type { Provenance, Report } from '../../report/report.ts';
import { codeLegend } from '../code-legend.ts';
import { formatCount } from '../format-cell.ts';
import { provenanceFacts } from '../provenance-facts.ts';
import { summariseProblems } from '../summarise-problems.ts';
import { type Html, html } from './markup.ts';
import { list } from './section.ts';
import { factsTable } from './table.ts';

/** The sections after the metrics, with the headings that the contents list. */
export function closingSections(
  report: Report,
): { readonly id: string; readonly title: string; readonly body: Html }[] {
  const codes = codeLegend(report);
  return [
    ...(codes.length === 0 && report.disclosure === undefined
      ? []
      : [{ id: 'codes', title: 'Codes and what is withheld', body: codesBody(report, codes) }]),
    { id: 'problems', title: 'Problems in the data', body: problemsBody(report) },
    { id: 'provenance', title: 'Where these figures come from', body: provenanceBody(report.provenance) },
  ];
}

function codesBody({ disclosure }: Report, codes: readonly string[]): Html {
  return html`${list(codes)}${disclosure === undefined ? null : html`<p>${disclosure.sentence}</p>\n`}`;
}

function problemsBody(report: Report): Html {
  const rows = summariseProblems(report).flatMap(({ severity, rules }) =>
    rules.map(({ rule, count }) => [severity, rule, formatCount(count)]),
  );
  if (rows.length === 0) return html`<p>None found.</p>\n`;
  return factsTable('Problems by severity and rule', ['Severity', 'Rule', 'Times'], rows);
}

function provenanceBody(provenance: Provenance): Html {
  return factsTable('How this report was made', ['What', 'Value'], provenanceFacts(provenance));
}
