import type { Report } from '../../report/report.ts';
import { standsOut } from '../stands-out.ts';
import { type Html, html } from './markup.ts';
import { list } from './section.ts';

export const SUMMARY_ID = 'summary';
export const SUMMARY_TITLE = 'What stands out';

/** What stands out, as a section of the page; none where the report has nothing that could stand out. */
export function summary(report: Report): Html | null {
  const found = standsOut(report);
  if (found === null) return null;
  const { sentences, without } = found;
  const lead =
    sentences.length === 0
      ? html`<p>Nothing stands out clearly. Looked at were:</p>\n${list(without)}`
      : html`${list(sentences)}${without.length === 0 ? null : html`<p class="quiet">Nothing clear in: ${without.join('; ')}.</p>\n`}`;
  return html`<section class="stands-out" id="${SUMMARY_ID}" aria-labelledby="${SUMMARY_ID}-heading">
<h2 id="${SUMMARY_ID}-heading">${SUMMARY_TITLE}</h2>
${lead}</section>
`;
}
