import type { Day } from '../caseload/read-dates.ts';
import { firstDayOfMonth, monthOfDay } from '../reference/quarter.ts';

/** A day as it stands in notes: `2026-10-31`. */
export function isoDay(day: Day): string {
  const month = monthOfDay(day);
  const year = 1970 + Math.floor(month / 12);
  const parts = [month - (year - 1970) * 12 + 1, day - firstDayOfMonth(month) + 1];
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}
