/** Which values of a breakdown are shown at all: none of a cohort that is too small, nor one that would reveal it. */
import type { ColumnName } from '../../caseload/columns.ts';
import { NOT_KNOWN, NOT_MAPPED } from '../../caseload/groups.ts';
import type { Cell } from './cell.ts';
import { chooseNested } from './choose-nested.ts';
import type { Rules } from './rules.ts';

/** How many children or cases a part has, for one metric, and of how many the answer is known. */
export interface PartSize {
  readonly by: string;
  readonly n: number;
  readonly known: number;
}

/** Whether a part is those of whom the value is not known: about the record. */
export function isRecord(part: string): boolean {
  return part === NOT_KNOWN || part === NOT_MAPPED;
}

/** A cohort needs twice the threshold, and enough of whom it is known for anything to be in doubt. */
export function isTooSmall({ n, known }: { n: number; known: number }, threshold: number): boolean {
  return n < 2 * threshold || known < threshold;
}

/**
 * The parts to hide: those too small, and the fewest others without which the sizes of these would follow from the
 * whole. The part of the not known is about the record, and its size stands in other tables: it hides no other. Nor
 * does one in which nobody is, where zeros are shown.
 *
 * @param sizes of the parts, for each metric
 * @param hidden parts that are hidden already
 */
export function hiddenParts(
  sizes: readonly (readonly PartSize[])[],
  hidden: ReadonlySet<string>,
  isRecord: (part: string) => boolean,
  { threshold, hidesZeros }: Rules,
): Set<string> {
  const all = new Set(hidden);
  for (const size of sizes.flat()) if (isTooSmall(size, threshold)) all.add(size.by);
  for (let before = -1; before < all.size; ) {
    before = all.size;
    for (const ofMetric of sizes) {
      const others = ofMetric.filter(({ by, n }) => !isRecord(by) && (hidesZeros || n > 0));
      // A part that is named has somebody in it, but of nobody in it the answer need be known.
      hideBeside(all, others, (size) => size.n, hidesZeros ? 0 : 1, threshold);
      hideBeside(all, others, (size) => size.known, 0, threshold);
    }
  }
  return all;
}

function hideBeside(
  hidden: Set<string>,
  sizes: readonly PartSize[],
  sizeOf: (size: PartSize) => number,
  lowest: number,
  threshold: number,
): void {
  if (!sizes.some(({ by }) => hidden.has(by))) return;
  const cells = sizes.map(
    (size): Cell => ({
      value: sizeOf(size),
      lowest,
      figures: 1,
      why: hidden.has(size.by) ? 'table' : null,
    }),
  );
  const isEnough = chooseNested([{ cell: null, rows: cells }], threshold);
  sizes.forEach(({ by }, index) => {
    if (!isEnough || cells[index].why !== null) hidden.add(by);
  });
}

/** Columns that say who holds the work: figures by them alone are about the work and not about children. */
export const WORK_COLUMNS: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'team',
  'worker_id',
  'start_date',
  'end_date',
]);
