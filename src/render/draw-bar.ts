const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const SCALES = [0.25, 0.5, 1];

/** The share at which a bar is full: a quarter, a half or the whole, so that the bars of a table can be compared. */
export function barScale(shares: readonly (number | null)[]): number {
  const largest = shares.reduce<number>((most, share) => Math.max(most, share ?? 0), 0);
  return SCALES.find((scale) => largest <= scale) ?? 1;
}

/** A bar of at most `cells` characters; a share that is not zero is never invisible. */
export function drawBar(share: number | null, scale: number, cells: number, unicode: boolean): string {
  if (share === null || share <= 0) return '';
  const part = Math.min(1, share / scale);
  if (!unicode) return '#'.repeat(Math.max(1, Math.round(part * cells)));
  const eighths = Math.max(1, Math.round(part * cells * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
