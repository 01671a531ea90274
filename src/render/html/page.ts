/** The page as a whole: head, summary, contents, metrics, closing. */
import type { Report } from '../../report/report.ts';
import {
  asAtSentence,
  dateInWords,
  disclosureSentence,
  inputName,
  inputSentence,
} from '../describe-report.ts';
import { closingSections } from './closing.ts';
import { type Html, html, markup, textOf } from './markup.ts';
import { list, metricId } from './section.ts';
import { STYLE } from './style.ts';

const TITLE = 'Caseload report';
/** The page may load nothing and run nothing, whatever is in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function page(report: Report, summary: Html | null, sections: readonly Html[]): string {
  const { provenance } = report;
  const isInternal = provenance.disclosure === 'internal';
  const closing = closingSections(report);
  const day = provenance.asAt === null ? 'a snapshot' : `as at ${dateInWords(provenance.asAt)}`;
  const said = `${asAtSentence(provenance)}; ${disclosureSentence(provenance)}.`;
  return textOf(html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${isInternal ? 'INTERNAL: ' : ''}${TITLE}, ${day}</title>
<style>${markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
${isInternal ? html`<p class="stamp">INTERNAL</p>\n` : null}<h1>${TITLE}</h1>
<p>${said.charAt(0).toUpperCase()}${said.slice(1)}</p>
${list(provenance.inputs.map((input) => `${inputName(input)}: ${inputSentence(input)}`))}</header>
<main id="main" tabindex="-1">
${summary}${contents(report, closing)}${sections}${closing.map(
  ({ id, title, body }) => html`<section class="closing" id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${title}</h2>
${body}</section>
`,
)}</main>
</body>
</html>
`);
}

function contents(
  { metrics }: Report,
  closing: readonly { readonly id: string; readonly title: string }[],
): Html {
  const entries = [
    ...metrics.map((metric) => ({ id: metricId(metric), title: metric.title, question: metric.question })),
    ...closing.map((section) => ({ ...section, question: '' })),
  ];
  return html`<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>${entries.map(
    ({ id, title, question }) =>
      html`<li><a href="#${id}">${title}</a>${question === '' ? null : html` <span class="quiet">${question}</span>`}</li>\n`,
  )}</ul>
</nav>
`;
}
