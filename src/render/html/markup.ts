/**
 * HTML from templates. Whatever is put into one is text and comes out as text: only what another template made, and
 * what `markup` vouches for, is markup.
 */

/** A piece of HTML. A symbol is its key, so that nothing from a file or a report can pass for one. */
export interface Html {
  readonly [MARKUP]: string;
}

const MARKUP = Symbol('markup');

export type Filled = string | number | Html | null | readonly Filled[];

/** @example html`<p>${'a < b'}</p>` // <p>a &lt; b</p> */
export function html(pieces: TemplateStringsArray, ...values: readonly Filled[]): Html {
  return markup(pieces.map((piece, index) => piece + filled(values[index] ?? null)).join(''));
}

/** Markup of our own making: a style sheet, a drawing. Never anything that was read. */
export function markup(text: string): Html {
  return { [MARKUP]: text };
}

export function textOf(piece: Html): string {
  return piece[MARKUP];
}

function filled(value: Filled): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return isHtml(value) ? textOf(value) : value.map(filled).join('');
}

function isHtml(value: Html | readonly Filled[]): value is Html {
  return MARKUP in value;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and within quoted attributes. */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
