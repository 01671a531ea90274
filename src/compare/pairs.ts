/** What two inputs are to each other: whether the same children are in both, how far apart they are, who came and went. */
import { type Count, isNumber, WITHHELD } from '../report/report.ts';
import { describeOtherAges } from './age-limits.ts';
import type { NamedReport } from './comparability.ts';
import { CHILDREN, sizeRows } from './compare-sizes.ts';
import type { Movement, Overlap, Pair } from './comparison.ts';

export interface TwoReports {
  readonly first: NamedReport;
  readonly other: NamedReport;
  readonly children: Overlap;
  readonly auditedCases: Overlap;
  /** It was said that the children are different, whatever the ids. */
  readonly isSaidDifferent: boolean;
  /** Days between the as-at dates, the first less the other; null where one has none. */
  readonly daysApart: number | null;
  /** With all its numbers; null where children are not told apart or are different. */
  readonly moved: {
    readonly onlyInFirst: number;
    readonly onlyInOther: number;
    readonly inBoth: number;
  } | null;
}

/** Services whose dates lie further apart may differ by that alone. */
const MOST_DAYS_APART = 92;

export function pairOf(two: TwoReports): Pair {
  const { first, other, children, auditedCases, daysApart } = two;
  const sizes = sizeRows(first, other, children);
  return {
    first: first.name,
    other: other.name,
    children,
    auditedCases,
    basis: basisOf(two),
    daysApart,
    warnings: warningsOf(two),
    sizes,
    movement: movementOf(
      two,
      sizes.find(({ measure }) => measure === CHILDREN),
    ),
  };
}

function basisOf({ children, isSaidDifferent }: TwoReports): string {
  if (isSaidDifferent) return 'Taken as different children and cases, as --different-children says.';
  if (children === 'different') {
    return 'No child_id is in both, so they are taken as different children. If the files are of one service under other pseudonyms, neither ranges nor verdicts hold.';
  }
  if (children === 'unknown')
    return 'Rows are counted as cases, so it is not known whether the same children are in both: differences have no range and no verdict.';
  return 'The same child_id is in both, so they are taken as one service at two dates: of children and their cases the differences alone. If the ids are alike by chance, --different-children says so.';
}

function warningsOf({ first, other, children, daysApart }: TwoReports): string[] {
  if (children === 'shared') return [];
  const apart = Math.abs(daysApart ?? 0);
  const ages = describeOtherAges(first, other, 'clear');
  return [
    ...(apart > MOST_DAYS_APART
      ? [
          `The as-at dates lie ${apart} days apart, more than ${MOST_DAYS_APART}: what differs may have changed in between.`,
        ]
      : []),
    ...(daysApart === null ? ['One of the two has no as-at date: how far apart they lie is not known.'] : []),
    ...(ages === null
      ? []
      : [`The two have ${ages}. Their other shares are of children of other ages, too.`]),
  ];
}

/**
 * Who is in one alone and in both. Shared with others, all three are withheld together: each follows from the others
 * and the number of children; and where nobody left, the change of each group would be those who joined.
 */
function movementOf({ first, moved }: TwoReports, size: Pair['sizes'][number] | undefined): Movement | null {
  if (moved === null || size === undefined) return null;
  const counts = [moved.onlyInFirst, moved.onlyInOther, moved.inBoth];
  const { threshold } = first.report.provenance;
  const isStill = moved.onlyInFirst === 0 && moved.onlyInOther === 0;
  const isShown =
    threshold === null ||
    (isNumber(size.first_value) &&
      isNumber(size.other_value) &&
      (isStill ? moved.inBoth : Math.min(...counts)) >= threshold);
  const [onlyInFirst, onlyInOther, inBoth] = counts.map((count): Count => (isShown ? count : WITHHELD));
  return { onlyInFirst, onlyInOther, inBoth };
}
