/** Words of the service beside the figures, read from Markdown: plain data of which nothing acts. */

export type Commentary = readonly Block[];

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  /** `start` is the number of the first item of a numbered list; a list without one has bullets. */
  | { readonly kind: 'list'; readonly start?: number; readonly items: readonly Commentary[] }
  | { readonly kind: 'quote'; readonly blocks: Commentary }
  /** Lines as they stand. */
  | { readonly kind: 'code'; readonly lines: readonly string[] };

/** A stretch of text without line ends. */
export interface Span {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly code?: true;
  /** An https address that the text leads to. */
  readonly link?: string;
}
