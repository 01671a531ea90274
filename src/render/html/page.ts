/** The page as a whole: head, summary, contents, metrics, closing. */
import type { Report } from '../../report/report.ts';
import { COMMENTARY_STYLE, commentaryBlock } from '../commentary/html.ts';
import {
  asAtSentence,
  dateInWords,
  disclosureSentence,
  inputName,
  inputSentence,
  scopeSentence,
  titleOfReport,
} from '../describe-report.ts';
import { shorten } from '../measure-text.ts';
import type { ShownSection } from '../sections-of.ts';
import { closingSections } from './closing.ts';
import { type Logo, logoImage } from './logo.ts';
import { type Html, html, markup, textOf } from './markup.ts';
import { list, metricId } from './section.ts';
import { pageMarks, STYLE } from './style.ts';
import { SUMMARY_ID, SUMMARY_TITLE } from './summary.ts';

const LONGEST_FOOT = 90;

/** A section of the page with what it shows. */
export interface Part {
  readonly section: ShownSection;
  readonly body: Html;
}

/** The page may load nothing and run nothing, whatever is in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const POLICY_WITH_LOGO = `${POLICY}; img-src data:`;

export function page(report: Report, parts: readonly Part[], logo: Logo | null): string {
  const closing = closingSections(report);
  // What stands out comes before the contents, unless it was given another place.
  const lead = parts.slice(0, parts[0]?.section === 'summary' ? 1 : 0);
  const rest = parts.slice(lead.length);
  return textOf(html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${logo === null ? POLICY : POLICY_WITH_LOGO}">
<meta name="referrer" content="no-referrer">
<title>${headTitle(report)}</title>
<style>${markup(STYLE + COMMENTARY_STYLE + pageMarks(footTitle(report), isInternal(report)))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${header(report, logo)}<main id="main" tabindex="-1">
${commentaryBlock(report.commentary)}${lead.map(({ body }) => body)}${contents(rest, closing)}${rest.map(({ body }) => body)}${closing.map(
  ({ id, title, body }) => html`<section class="closing" id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${title}</h2>
${body}</section>
`,
)}</main>
</body>
</html>
`);
}

function isInternal({ provenance }: Report): boolean {
  return provenance.disclosure === 'internal';
}

/** What a tab, a bookmark and a search show. */
function headTitle(report: Report): string {
  return isInternal(report) ? `INTERNAL: ${titleWords(report)}` : titleWords(report);
}

function titleWords(report: Report): string {
  const { service, provenance } = report;
  const day = provenance.asAt === null ? 'a snapshot' : `as at ${dateInWords(provenance.asAt)}`;
  const scope = scopeSentence(provenance);
  return [
    titleOfReport(report),
    ...(service === undefined ? [] : [service]),
    ...(scope === null ? [] : [scope]),
    day,
  ].join(', ');
}

/** What stands at the foot of every printed page, where there is one line for it. */
function footTitle(report: Report): string {
  return shorten(titleWords(report), LONGEST_FOOT, '...');
}

function header(report: Report, logo: Logo | null): Html {
  const { provenance, service } = report;
  const said = `${asAtSentence(provenance)}; ${disclosureSentence(provenance)}.`;
  const scope = scopeSentence(provenance);
  return html`<header>
${logo === null ? null : logoImage(logo, service)}${
  isInternal(report) ? html`<p class="stamp">INTERNAL</p>\n` : null
}${service === undefined ? null : html`<p class="service">${service}</p>\n`}<h1>${titleOfReport(report)}</h1>
${scope === null ? null : html`<p class="scope">${scope}.</p>\n`}<p>${said.charAt(0).toUpperCase()}${said.slice(1)}</p>
${list(provenance.inputs.map((input) => `${inputName(input)}: ${inputSentence(input)}`))}</header>
`;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly question?: string;
}

function contents(parts: readonly Part[], closing: readonly Entry[]): Html {
  const entries: Entry[] = [...parts.map(({ section }) => entryOf(section)), ...closing];
  return html`<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>${entries.map(
    ({ id, title, question }) =>
      html`<li><a href="#${id}">${title}</a>${question === undefined ? null : html` <span class="quiet">${question}</span>`}</li>\n`,
  )}</ul>
</nav>
`;
}

function entryOf(section: ShownSection): Entry {
  if (section === 'summary') return { id: SUMMARY_ID, title: SUMMARY_TITLE };
  return { id: metricId(section), title: section.title, question: section.question };
}
