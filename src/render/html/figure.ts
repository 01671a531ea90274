import type { Picture } from '../charts/draw-chart.ts';
import { type Html, html, markup } from './markup.ts';

/** What is said of a chart besides what it shows. */
export interface FigureWords {
  readonly id: string;
  readonly title: string;
  /** Where its figures can be read. */
  readonly table: string;
  /** What it does not show of the table, or null where it shows all. */
  readonly limits: string | null;
}

/** Of more words a listener keeps nothing: a table can be moved about in. */
const MOST_WORDS = 1500;

/**
 * A chart and below it how to read it. Its name is short; the figures in words, for those who do not see it, are its
 * description, which can be skipped.
 */
export function figure(
  { drawing, caption, words }: Picture,
  { id, title, table, limits }: FigureWords,
): Html {
  const described = `${words.length > MOST_WORDS ? caption : words} ${table}`;
  // The drawing is made by vega, which escapes the names in it.
  return html`<figure>
<svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-words" viewBox="${drawing.viewBox}"><title id="${id}-title">Chart: ${title}</title><desc id="${id}-words">${described}</desc>${markup(drawing.inside)}</svg>
<figcaption>${caption}${limits === null ? null : ` ${limits}`}</figcaption>
</figure>
`;
}
