/** Days and months as whole numbers: days since 1970-01-01, months since the year 0. No clock is read. */

const MILLISECONDS_PER_DAY = 86_400_000;
const isoByDay = new Map<number, string>();

/** The day number of an ISO date such as `2026-10-31`, or undefined when there is no such day. */
export function dayOf(iso: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const day = Date.parse(iso) / MILLISECONDS_PER_DAY;
  // Some engines roll 31 February over into March; a day that does not come back as written is none.
  return Number.isNaN(day) || isoOf(day) !== iso ? undefined : day;
}

/** The ISO date of a day number. The few thousand days of a caseload are remembered. */
export function isoOf(day: number): string {
  let iso = isoByDay.get(day);
  if (iso === undefined) {
    iso = new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
    isoByDay.set(day, iso);
  }
  return iso;
}

/** The month in which a day lies. */
export function monthOf(day: number): number {
  const iso = isoOf(day);
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

/** A month as YYYY-MM. */
export function isoMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The 1st of a month. */
export function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS_PER_DAY;
}
