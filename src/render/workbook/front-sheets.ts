/** The sheets that lead to others: contents and notes. */
import { cellCommentary } from '../commentary/sheet-lines.ts';
import { isSaidOnCover } from './cover-sheet.ts';
import { headLines, textLine } from './head-lines.ts';
import {
  COHORTS,
  CONTENTS,
  COVER,
  isCommented,
  NOTES,
  notesOf,
  type Place,
  type Plan,
  PROBLEMS,
  titleOf,
} from './plan-sheets.ts';
import type { Entry, Sheet } from './workbook.ts';

const NO_SHEET = 'no sheet';

/**
 * Every sheet with a link, and every table and metric without one with the reason.
 * @param supporting the sheets besides that there are; the cover always is
 */
export function contentsSheet(plan: Plan, supporting: readonly Sheet[]): Sheet {
  const names = new Set([COVER, ...supporting.map(({ name }) => name)]);
  const about = (name: string, what: string) =>
    names.has(name) ? [[{ text: name, sheet: name }, { text: what }, { text: 'shown' }]] : [];
  return {
    name: CONTENTS,
    lines: [
      ...headLines('Contents', plan.report),
      textLine(
        'This sheet has one table, with a link to each sheet; what is not shown has the reason beside it.',
      ),
    ],
    table: {
      name: 'contents',
      columns: ['Sheet', 'What it shows', 'Shown'].map((name) => ({ heading: name, isFigure: false })),
      rows: [
        ...about(COVER, 'What this workbook is and where its figures come from'),
        ...about(NOTES, 'What is to be known of the figures, by number'),
        ...plan.places.map((place) => contentsRow(place, plan)),
        ...about(COHORTS, 'Who each table is about: the denominators, and who is left out'),
        ...about(PROBLEMS, 'What was found wrong in the data, by rule'),
      ],
    },
  };
}

function contentsRow(place: Place, plan: Plan): Entry[] {
  const what = `${titleOf(place)}. ${place.metric.question}`;
  if (place.sheet !== null) {
    return [{ text: place.sheet, sheet: place.sheet }, { text: what }, { text: 'shown' }];
  }
  const notes = notesOf(place, plan);
  return [
    { text: NO_SHEET },
    { text: what + saidOf(place, plan) },
    { text: notes === '' ? place.why : `${place.why} See ${notes}.` },
  ];
}

/** What the service says of a metric without a sheet, or where that is. */
function saidOf(place: Place, plan: Plan): string {
  if (!isCommented(place, plan)) return '';
  return isSaidOnCover(place, plan)
    ? ` What the service says of it is on the sheet ${COVER}.`
    : cellCommentary(place.metric.commentary);
}

/** Every note with its number, or null where there is none. */
export function notesSheet({ report, notes }: Plan): Sheet | null {
  if (notes.length === 0) return null;
  return {
    name: NOTES,
    lines: [
      ...headLines('Notes', report),
      textLine('This sheet has one table. Their numbers stand above the tables they belong to.'),
      { ...textLine('Back to the contents'), sheet: CONTENTS },
    ],
    table: {
      name: 'notes',
      columns: ['Number', 'About', 'Note'].map((name) => ({ heading: name, isFigure: false })),
      rows: notes.map(({ marker, about, text }) => [{ text: marker }, { text: about.join(', ') }, { text }]),
    },
  };
}
