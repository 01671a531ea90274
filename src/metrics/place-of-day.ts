import type { Day } from '../caseload/read-dates.ts';

/**
 * A function that says in which of some periods, one right after the other, a day lies: -1 before the first, their
 * number after the last. Looked up, not reckoned: it is asked for every row.
 * @param firstDays of the periods, ascending
 * @param lastDay of the last period
 */
export function placeOfDay(firstDays: readonly Day[], lastDay: Day): (day: Day) => number {
  const [first] = firstDays;
  const places = new Int16Array(lastDay - first + 1);
  firstDays.forEach((day, place) => {
    places.fill(place, day - first);
  });
  return (day) => (day < first ? -1 : day > lastDay ? firstDays.length : places[day - first]);
}
