/** What the attack finds in a report made by hand, in one line each. */
import { attack } from './attack.ts';
import type { PublishedReport } from './published.ts';

/** The ranges found too narrow, as "metric table part row: least to most". */
export async function leaksOf(report: PublishedReport): Promise<string[]> {
  const found = await attack(report, { sample: 20 });
  return found.map(({ kind, place, low, high }) => {
    const where = `${place.metric} ${place.table} ${place.part} ${place.row}`;
    return kind === 'narrow' ? `${where}: ${low} to ${high}` : `${kind}: ${where}`;
  });
}
