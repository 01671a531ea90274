import type { Pictures } from '../charts/draw-chart.ts';
import { type Filled, type Html, html, markup } from './markup.ts';

/** What is said of a chart besides what it shows. */
export interface FigureWords {
  readonly id: string;
  readonly title: string;
  /** Where its figures can be read. */
  readonly table: string;
  /** What it does not show of the table, or null where it shows all. */
  readonly scope: string | null;
}

/** Of more words a listener keeps nothing: a table can be moved about in. */
const MOST_WORDS = 2500;

/**
 * A chart and below it how to read it. Its name is short; the figures in words, for those who do not see it, are its
 * description, which can be skipped. A phone shows a drawing of its own, with the same name and description: of the two
 * the style sheet leaves one.
 */
export function figure(picture: Pictures, { id, title, table, scope }: FigureWords): Html {
  const { caption, words, phone } = picture;
  const described = `${words.length > MOST_WORDS ? caption : words} ${table}`;
  const named = html`role="img" aria-labelledby="${id}-title" aria-describedby="${id}-words"`;
  const further = scope === null ? null : ` ${scope}`;
  // The drawings are made by vega, which escapes the names in them. A letter may reach beyond what was measured.
  return html`<figure>
<svg${phone === null ? null : html` class="desk"`} ${named} overflow="visible" viewBox="${picture.drawing.viewBox}"><title id="${id}-title">Chart: ${title}</title><desc id="${id}-words">${described}</desc>${markup(picture.drawing.inside)}</svg>
${
  phone === null
    ? null
    : html`<svg class="phone" ${named} overflow="visible" viewBox="${phone.drawing.viewBox}">${markup(phone.drawing.inside)}</svg>\n`
}<figcaption>${captionOf(picture)}${further}</figcaption>
</figure>
`;
}

/** One caption, or where fewer names have room on a phone one for each. */
function captionOf({ caption, phone }: Pictures): Filled {
  if (phone === null || phone.caption === caption) return caption;
  return html`<span class="desk">${caption}</span><span class="phone">${phone.caption}</span>`;
}
