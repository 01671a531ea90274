/** What the service says, as part of a page. */
import type { Block, Commentary, Span } from '../../report/commentary.ts';
import { type Filled, type Html, html } from '../html/markup.ts';
import { SERVICE_SAYS } from './lines.ts';
import { isOwnAddress, linkRuns } from './link-runs.ts';

/** How it looks; on paper a link shows where it leads. */
export const COMMENTARY_STYLE = `
.commentary{max-width:46rem;margin:1rem 0;padding:.25rem 1rem;border-left:4px solid var(--line);overflow-wrap:anywhere}
.commentary .says{font-weight:700}
.commentary blockquote{margin:.5rem 0;padding-left:1rem;border-left:2px solid var(--line)}
.commentary pre{white-space:pre-wrap}
.commentary code{font-family:ui-monospace,Consolas,monospace;font-size:.9375rem}
@media print{.commentary .named::after{content:" (" attr(href) ")"}}
`;

/** The words of the service under a line that says whose they are; null where it says nothing. */
export function commentaryBlock(commentary: Commentary | undefined): Html | null {
  if (commentary === undefined || commentary.length === 0) return null;
  return html`<div class="commentary">
<p class="says">${SERVICE_SAYS}</p>
${commentary.map(blockHtml)}</div>
`;
}

function blockHtml(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p>${spansHtml(block.spans)}</p>\n`;
  if (block.kind === 'quote') return html`<blockquote>\n${block.blocks.map(blockHtml)}</blockquote>\n`;
  if (block.kind === 'code') return html`<pre><code>${block.lines.join('\n')}</code></pre>\n`;
  const items = block.items.map((item) => html`<li>${itemHtml(item)}</li>\n`);
  if (block.start === undefined) return html`<ul>\n${items}</ul>\n`;
  return block.start === 1 ? html`<ol>\n${items}</ol>\n` : html`<ol start="${block.start}">\n${items}</ol>\n`;
}

/** An item of one paragraph stands close to the next. */
function itemHtml(item: Commentary): Filled {
  const [first, ...more] = item;
  return first?.kind === 'paragraph' ? [spansHtml(first.spans), more.map(blockHtml)] : item.map(blockHtml);
}

function spansHtml(spans: readonly Span[]): Html[] {
  return linkRuns(spans).map((run) => {
    const inside = run.spans.map(spanHtml);
    if (run.link === null) return html`${inside}`;
    return isOwnAddress(run)
      ? html`<a href="${run.link}" rel="noreferrer">${inside}</a>`
      : html`<a class="named" href="${run.link}" rel="noreferrer">${inside}</a>`;
  });
}

function spanHtml({ text, strong, emphasis, code }: Span): Html {
  const shown = code ? html`<code>${text}</code>` : html`${text}`;
  const stressed = emphasis ? html`<em>${shown}</em>` : shown;
  return strong ? html`<strong>${stressed}</strong>` : stressed;
}
