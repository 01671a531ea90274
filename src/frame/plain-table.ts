/** How danfo's print() lays out a frame here: columns padded with spaces, no lines, no cut words. */
export function table(rows: readonly (readonly unknown[])[]): string {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, i) => Math.max(...texts.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]) => row.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ');
  return texts.map((row) => line(row).trimEnd()).join('\n');
}
