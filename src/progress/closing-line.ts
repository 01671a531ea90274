import type { Write } from '../commands/outcome.ts';
import { sizeWords } from './size-words.ts';

/** A file that is there now. */
export interface Written {
  readonly write: Write;
  readonly bytes: number;
}

/**
 * What was written where: `wrote report.csv and report.csv.provenance.json (14 kB and 2 kB; small numbers withheld)`.
 * A line for each way in which files may be shared. A new key is announced by the command that made it.
 */
export function closingLines(written: readonly Written[]): string[] {
  const groups = new Map<string, Written[]>();
  for (const one of written.filter(({ write }) => !write.isKey)) {
    const sharing = one.write.sharing ?? '';
    groups.set(sharing, [...(groups.get(sharing) ?? []), one]);
  }
  return [...groups].map(([sharing, files]) => {
    const names = files.map(({ write }) => write.to).join(' and ');
    const sizes = files.map(({ bytes }) => sizeWords(bytes)).join(' and ');
    return `wrote ${names} (${sizes}${sharing === '' ? '' : `; ${sharing}`})`;
  });
}
