/** `age-bands`: bands that hold each age from 10 to 17 once. */
import * as z from 'zod/mini';
import { ADULTS, type AgeBand, YEARS } from '../reference/age-bands.ts';
import { converted } from './fields.ts';
import { expected, shown } from './words.ts';

const FIRST = YEARS[0];
const LAST = YEARS[YEARS.length - 1];
const FORM = `a band such as ${FIRST}-13, or one age`;
const BAND = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/;

export function ageBandsField() {
  const given = z.union([z.string(), z.number()], { error: expected(FORM) });
  const band = converted(given, (written, wrong): AgeBand => {
    const read = readBand(String(written).trim());
    return typeof read === 'string' ? wrong(read) : read;
  });
  const list = z.array(band, { error: expected(`a list such as [${FIRST}-13, 14-15, 16-${LAST}]`) });
  return list.check(
    z.superRefine((bands, context) => {
      const mistake = bands.every(isBand) ? coverMistake(bands) : null;
      if (mistake !== null) context.addIssue({ code: 'custom', ...mistake });
    }),
  );
}

/** False for what could not be read, which is a mistake of its own. */
function isBand(band: unknown): band is AgeBand {
  return typeof band === 'object' && band !== null;
}

/** A band, or what is wrong with it. */
function readBand(text: string): AgeBand | string {
  const [, first, second = first] = BAND.exec(text) ?? [];
  if (first === undefined) {
    return /^18\b/.test(text)
      ? `"${shown(text)}" is always there as ${ADULTS}; leave it out`
      : `"${shown(text)}" is no age band; write ${FORM}`;
  }
  const [from, to] = [Number(first), Number(second)];
  if (from > to) return `"${shown(text)}" ends before it begins; write ${to}-${from}`;
  if (from > LAST) return `"${shown(text)}" is always there as ${ADULTS}; leave it out`;
  if (from < FIRST || to > LAST)
    return `"${shown(text)}" goes beyond the ages ${FIRST} to ${LAST}; ${ADULTS} is always there`;
  return { label: from === to ? String(from) : `${from}-${to}`, from, to };
}

/** The first thing that is wrong with bands as a whole: their order, an overlap, an age in none. */
function coverMistake(bands: readonly AgeBand[]): { path: number[]; message: string } | null {
  const unordered = bands.findIndex((band, index) => index > 0 && band.from < bands[index - 1].from);
  if (unordered > 0) {
    const message = `${bands[unordered].label} stands after ${bands[unordered - 1].label}; write the youngest first`;
    return { path: [unordered], message };
  }
  let next: number = FIRST;
  for (const [index, { label, from, to }] of bands.entries()) {
    if (from < next) {
      const message = `${label} overlaps ${bands[index - 1].label}; write each age in one band`;
      return { path: [index], message };
    }
    if (from > next) return { path: [index], message: noBand(next, from - 1) };
    next = to + 1;
  }
  return next > LAST ? null : { path: [], message: noBand(next, LAST) };
}

function noBand(from: number, to: number): string {
  const ages = from === to ? `age ${from} is` : `ages ${from} to ${to} are`;
  return `${ages} in no band; write bands that hold each age from ${FIRST} to ${LAST}`;
}
