const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const USUALLY_FULL = 0.5;

/** The share at which the bars of a report are full: a half, or the whole when any share is over a half. */
export function barScale(shares: Iterable<number | null>): number {
  for (const share of shares) if (share !== null && share > USUALLY_FULL) return 1;
  return USUALLY_FULL;
}

/** A bar of at most `cells` characters; a share that is not zero is never invisible. */
export function drawBar(share: number | null, scale: number, cells: number, unicode: boolean): string {
  if (share === null || share <= 0) return '';
  const part = Math.min(1, share / scale);
  if (!unicode) return '#'.repeat(Math.max(1, Math.round(part * cells)));
  const eighths = Math.max(1, Math.round(part * cells * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
