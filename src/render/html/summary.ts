import type { Report } from '../../report/report.ts';
import { standsOut } from '../stands-out.ts';
import { type Html, html } from './markup.ts';
import { list } from './section.ts';

export const SUMMARY_ID = 'summary';
export const SUMMARY_TITLE = 'What stands out';

/** What stands out, as a section of the page; none where the report has nothing that could stand out. */
export function summary(report: Report): Html | null {
  const parts = standsOut(report);
  if (parts === null) return null;
  return html`<section class="stands-out" id="${SUMMARY_ID}" aria-labelledby="${SUMMARY_ID}-heading">
<h2 id="${SUMMARY_ID}-heading">${SUMMARY_TITLE}</h2>
${parts.map(({ lead, sentences }) => html`<h3 class="kind">${lead}</h3>\n${list(sentences)}`)}</section>
`;
}
