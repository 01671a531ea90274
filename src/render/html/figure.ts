import type { Picture } from '../charts/draw-chart.ts';
import { type Html, html, markup } from './markup.ts';

/** A chart with its figures in words for those who do not see it, and below it how to read it. */
export function figure({ drawing, caption, words }: Picture, id: string, title: string): Html {
  // The drawing is made by vega, which escapes the names in it.
  return html`<figure>
<svg role="img" aria-labelledby="${id}-title ${id}-words" viewBox="${drawing.viewBox}"><title id="${id}-title">Chart: ${title}</title><desc id="${id}-words">${words}</desc>${markup(drawing.inside)}</svg>
<figcaption>${caption}</figcaption>
</figure>
`;
}
