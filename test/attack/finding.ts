/** What an attack found, and how it is shown. */
import type { Place } from './system.ts';

export type FindingKind =
  /** A withheld count whose range is too narrow. */
  | 'narrow'
  /** A figure that follows from a withheld count and still stands. */
  | 'stands'
  /** A count that should have been withheld and is shown. */
  | 'small'
  /** Words with a figure in them that the attack cannot read. */
  | 'unread'
  /** Figures that cannot all be true. */
  | 'contradiction';

export interface Finding {
  readonly kind: FindingKind;
  readonly place: Place;
  readonly low: number | null;
  readonly high: number | null;
  /** The equations that pin it, or what stands. */
  readonly because: readonly string[];
}

const LONGEST_LIST = 14;
const MOST_FINDINGS = 12;
const HEADINGS = ['kind', 'metric', 'table', 'part', 'row', 'range'];

/** A table of the first findings, and under each line why. */
export function printFindings(all: readonly Finding[]): string {
  const findings = all.slice(0, MOST_FINDINGS);
  const lines = findings.map(({ kind, place, low, high }) => [
    kind,
    place.metric,
    place.table,
    place.part,
    place.row,
    low === null || high === null ? '' : `${low} to ${high}`,
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...lines.map((line) => line[column].length)),
  );
  const drawn = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  const blocks = findings.map(({ because }, index) => {
    const reasons = because.slice(0, LONGEST_LIST).map((reason) => `    ${reason}`);
    const more = because.length - reasons.length;
    return [drawn(lines[index]), ...reasons, ...(more > 0 ? [`    and ${more} more`] : [])].join('\n');
  });
  const others = all.length - findings.length;
  return [drawn(HEADINGS), ...blocks, ...(others > 0 ? [`and ${others} more`] : [])].join('\n');
}
