import type { Span } from '../../report/commentary.ts';

/** Neighbours that lead to the same address, or nowhere. */
export interface LinkRun {
  readonly link: string | null;
  readonly spans: Span[];
}

/** A link whose text has several styles is one link. */
export function linkRuns(spans: readonly Span[]): LinkRun[] {
  const runs: LinkRun[] = [];
  for (const span of spans) {
    const link = span.link ?? null;
    const last = runs.at(-1);
    if (last?.link === link) last.spans.push(span);
    else runs.push({ link, spans: [span] });
  }
  return runs;
}

/** Whether the text of a link is its address: then it need not be shown again. */
export function isOwnAddress({ link, spans }: LinkRun): boolean {
  const text = spans.map((span) => span.text).join('');
  return text === link || `${text}/` === link;
}
