/** Which sheets there are, and what becomes of what has none. */
import type { MetricReport, Report, Table } from '../../report/report.ts';
import { statusSentence } from '../describe-report.ts';
import { isWithheldWhole, WITHHELD_WHOLE } from '../withheld-words.ts';
import { type NumberedNote, noteNumbers, numberNotes, sentence } from './number-notes.ts';
import { sheetNamer } from './sheet-names.ts';
import { sheetTitle } from './sheet-titles.ts';

export const COVER = 'Cover';
export const CONTENTS = 'Contents';
export const NOTES = 'Notes';
export const COHORTS = 'Who is counted';
export const PROBLEMS = 'Problems in the data';

/** A table, or a metric without any, and the sheet it is shown on. */
export type Place =
  | { readonly metric: MetricReport; readonly table: Table; readonly sheet: string }
  | {
      readonly metric: MetricReport;
      readonly table: Table | null;
      readonly sheet: null;
      readonly why: string;
    };

export type ShownPlace = Extract<Place, { readonly sheet: string }>;

export interface Plan {
  readonly report: Report;
  readonly notes: readonly NumberedNote[];
  /** Every table of every metric, in their order, and every metric without a table. */
  readonly places: readonly Place[];
}

export function planSheets(report: Report): Plan {
  const nameFor = sheetNamer([COVER, CONTENTS, NOTES, COHORTS, PROBLEMS]);
  const places = report.metrics.flatMap((metric): Place[] => {
    if (metric.status !== 'ok') return [{ metric, table: null, sheet: null, why: statusSentence(metric) }];
    return metric.tables.map((table) => {
      const why = whyNot(table);
      if (why !== null) return { metric, table, sheet: null, why };
      return { metric, table, sheet: nameFor(sheetTitle(metric, table)) };
    });
  });
  return { report, notes: numberNotes(report.metrics), places };
}

export function shownPlaces({ places }: Plan): ShownPlace[] {
  return places.filter((place): place is ShownPlace => place.sheet !== null);
}

/** Where the words of the service on a metric stand: on its first sheet, or where it says that there is none. */
export function isCommented(place: Place, { places }: Plan): boolean {
  const own = places.filter(({ metric }) => metric === place.metric);
  return place === (own.find(({ sheet }) => sheet !== null) ?? own[0]);
}

/** Why a table has no sheet: no sheet is blank. */
function whyNot(table: Table): string | null {
  if (isWithheldWhole(table)) return sentence(WITHHELD_WHOLE);
  return table.rows.length === 0 ? 'Nothing to count.' : null;
}

/** What a table is called above it. */
export function titleOf({ metric, table }: Place): string {
  return table === null ? metric.title : `${metric.title}: ${table.title}`;
}

/** "notes 1 and 4 to 7", or the empty text. */
export function notesOf({ metric }: Place, { notes }: Plan): string {
  return noteNumbers(metric, notes);
}
