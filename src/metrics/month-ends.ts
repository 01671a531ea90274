/** Month-ends looked back at from one file: who was open at each, as far back as it holds ended cases. */
import type { Values } from '../caseload/caseload.ts';
import type { Day } from '../caseload/read-dates.ts';
import { firstDayOfMonth, lastDayOfMonth, lastWholeMonth } from '../reference/quarter.ts';
import type { View } from './define-metric.ts';
import { childrenOpenAtMonthEnd } from './month-end-cohort.ts';
import { dimensionsOf, type OpenByMonth, tallyGroups } from './open-by-month.ts';
import { placeOfDay } from './place-of-day.ts';

const OTHER_RESIDENCE = 2;
/** With so many month-ends the latest can be compared with the same a year earlier. */
const LEAST_MONTHS = 13;

/**
 * The month-ends on or before the as-at date from the first month with ends on: those to be shown, and where there are
 * fewer a year of them, to compare with. Null where there is no month-end yet.
 */
export function openAtMonthEnds(view: View, asAt: Day, firstWithEnds: number): OpenByMonth | null {
  const last = lastWholeMonth(asAt);
  const first = Math.max(firstWithEnds, last + 1 - Math.max(view.settings.trendMonths, LEAST_MONTHS));
  if (first > last) return null;
  const months = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const counts = countMonths(view, months);
  const { children, isOpen } = counts;
  const openIn = openAt(counts);
  return {
    months,
    latest: childrenOpenAtMonthEnd(view, lastDayOfMonth(last)),
    open: counts.open,
    starts: counts.starts,
    ends: counts.ends,
    moves(before, after) {
      let [joined, left] = [0, 0];
      for (let index = 0; index < children.length; index++) {
        const change = isOpen(index, after) - isOpen(index, before);
        if (change > 0) joined++;
        if (change < 0) left++;
      }
      return { joined, left };
    },
    dimensions: dimensionsOf(view),
    countBy: (dimension, place) => tallyGroups(view, dimension, openIn(place)),
  };
}

/** A function that gives the children open at one of the month-ends, and keeps them: they are asked for again. */
function openAt({ children, isOpen }: MonthCounts): (place: number) => Uint32Array {
  const found = new Map<number, Uint32Array>();
  return (place) => {
    const before = found.get(place);
    if (before !== undefined) return before;
    const open = new Uint32Array(children.length);
    let length = 0;
    for (let index = 0; index < children.length; index++) {
      if (isOpen(index, place) === 1) open[length++] = children[index];
    }
    found.set(place, open.subarray(0, length));
    return open.subarray(0, length);
  };
}

interface MonthCounts {
  readonly open: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Those open at any of the month-ends, and whether (1 or 0) the one at an index is at that of a place. */
  readonly children: Uint32Array;
  readonly isOpen: (index: number, place: number) => number;
}

const BITS = 32;

function countMonths(view: View, months: readonly number[]): MonthCounts {
  const words = Math.ceil(months.length / BITS);
  const bits = bitsOf(view, words);
  const starts = months.map(() => 0);
  const ends = months.map(() => 0);
  const children = markMonths(view, months, bits, words, starts, ends);
  const { open, taken } = takeBits(bits, words, children, months.length);
  const isOpen = (index: number, place: number) => (taken[index * words + (place >> 5)] >>> (place & 31)) & 1;
  return { open, starts, ends, children, isOpen };
}

/** Per caseload, month-ends as bits of each child: all 0 between two counts, so that small parts cost no more than their rows. */
const bitsOfChildren = new WeakMap<Uint8Array, Uint32Array>();

function bitsOf({ openness, childCount }: View, words: number): Uint32Array {
  const length = (childCount + 1) * words;
  const before = bitsOfChildren.get(openness);
  if (before?.length === length) return before;
  const bits = new Uint32Array(length);
  bitsOfChildren.set(openness, bits);
  return bits;
}

/** Counts starts and ends, and sets the bits of each month-end at which a child has an open case. @returns these children */
function markMonths(
  view: View,
  months: readonly number[],
  bits: Uint32Array,
  words: number,
  starts: number[],
  ends: number[],
): Uint32Array {
  const startDays = view.column('start_date')?.values;
  const endDays = view.column('end_date')?.values;
  if (startDays === undefined || endDays === undefined)
    throw new Error('month-ends need start and end dates');
  const residence = view.column('residence')?.values;
  const placeOf = placeOfDay(months.map(firstDayOfMonth), lastDayOfMonth(months[months.length - 1]));
  const { rows, children } = view;
  const met = new Uint32Array(rows.length);
  let length = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (residence !== undefined && residence[row] === OTHER_RESIDENCE) continue;
    const from = placeOf(startDays[row]);
    const end = endDays[row] === 0 ? months.length : placeOf(endDays[row]);
    if (end >= 0 && end < months.length) ends[end]++;
    if (startDays[row] === 0 || from === months.length) continue;
    if (from >= 0) starts[from]++;
    const first = Math.max(from, 0);
    if (end <= first) continue;
    const at = children[row] * words;
    if (bits[at] === 0 && isEmpty(bits, at, words)) met[length++] = children[row];
    if (words === 1) bits[at] |= (0xffffffff >>> (BITS - end + first)) << first;
    else setBits(bits, at, first, end - 1);
  }
  return met.subarray(0, length);
}

function isEmpty(bits: Values, at: number, words: number): boolean {
  for (let word = 0; word < words; word++) if (bits[at + word] !== 0) return false;
  return true;
}

/** Sets the bits from `from` to `to`, both included, of the words that begin at `at`. */
function setBits(bits: Uint32Array, at: number, from: number, to: number): void {
  for (let word = from >> 5; word <= to >> 5; word++) {
    const low = Math.max(from - word * BITS, 0);
    const high = Math.min(to - word * BITS, BITS - 1);
    bits[at + word] |= (0xffffffff >>> (BITS - 1 - high + low)) << low;
  }
}

/** Takes the bits of the children out of the array, one child after another, and counts them by place. */
function takeBits(bits: Uint32Array, words: number, children: Uint32Array, size: number) {
  const taken = new Uint32Array(children.length * words);
  const open = new Array<number>(size).fill(0);
  for (let index = 0; index < children.length; index++) {
    for (let word = 0; word < words; word++) {
      const from = children[index] * words + word;
      taken[index * words + word] = bits[from];
      for (let left = bits[from]; left !== 0; left &= left - 1) {
        open[word * BITS + BITS - 1 - Math.clz32(left & -left)]++;
      }
      bits[from] = 0;
    }
  }
  return { open, taken };
}
