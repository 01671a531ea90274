/** The sheets one reads first: cover, contents, notes. */
import { asAtSentence, disclosureSentence } from '../describe-report.ts';
import { CODE_MEANINGS } from '../format-cell.ts';
import { sentence } from './number-notes.ts';
import {
  COHORTS,
  CONTENTS,
  COVER,
  NOTES,
  noteMarkers,
  type Place,
  type Plan,
  PROBLEMS,
  stamped,
  titleOf,
} from './plan-sheets.ts';
import { provenanceFacts } from './provenance-facts.ts';
import { textLine } from './table-sheet.ts';
import type { Entry, Line, Sheet } from './workbook.ts';

const NO_SHEET = 'no sheet';

const READING = [
  'Shares are percentages and differences are percentage points; all numbers are stored unrounded.',
  '95% lower and 95% upper are the ends of a 95% interval: the fewer are counted, the wider it is.',
];

/** What a report is called. */
export function reportTitle({ report }: Plan): string {
  return stamped('Caseload report', report);
}

export function coverSheet(plan: Plan): Sheet {
  const { report } = plan;
  const said = `${asAtSentence(report.provenance)}; ${disclosureSentence(report.provenance)}`;
  return {
    name: COVER,
    lines: [
      { text: reportTitle(plan), role: 'title' },
      textLine(sentence(said)),
      { ...textLine('The contents lead to every sheet'), sheet: CONTENTS },
      heading('Questions'),
      ...report.metrics.map(({ title, question }) => textLine(`${title}: ${question}`)),
      heading('How to read the tables'),
      ...READING.map(textLine),
      ...[...CODE_MEANINGS].map(([code, meaning]) => textLine(`${code} stands for: ${meaning}.`)),
      ...smallNumberLines(plan),
      heading('Where these figures come from'),
      ...provenanceFacts(report.provenance).map(([what, value]) => textLine(`${what}: ${value}`)),
    ],
    table: null,
  };
}

function heading(text: string): Line {
  return { text, role: 'heading' };
}

function smallNumberLines({ report }: Plan): Line[] {
  const { disclosure } = report;
  return disclosure === undefined ? [] : [heading('Small numbers'), textLine(disclosure.sentence)];
}

/**
 * Every sheet with a link, and every table and metric without one with the reason.
 * @param supporting the sheets besides, in their order
 */
export function contentsSheet(plan: Plan, supporting: readonly Sheet[]): Sheet {
  const names = new Set(supporting.map(({ name }) => name));
  const about = (name: string, what: string) =>
    names.has(name) ? [[{ text: name, sheet: name }, { text: what }, { text: 'shown' }]] : [];
  return {
    name: CONTENTS,
    lines: [
      { text: stamped('Contents', plan.report), role: 'title' },
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
  const what = { text: `${titleOf(place)}. ${place.metric.question}` };
  if (place.sheet !== null) return [{ text: place.sheet, sheet: place.sheet }, what, { text: 'shown' }];
  const markers = noteMarkers(place, plan);
  return [{ text: NO_SHEET }, what, { text: markers === '' ? place.why : `${place.why} ${markers}` }];
}

/** Every note with its number, or null where there is none. */
export function notesSheet({ report, notes }: Plan): Sheet | null {
  if (notes.length === 0) return null;
  return {
    name: NOTES,
    lines: [
      { text: stamped('Notes', report), role: 'title' },
      textLine('This sheet has one table. The numbers stand above the tables they belong to.'),
      { ...textLine('Back to the contents'), sheet: CONTENTS },
    ],
    table: {
      name: 'notes',
      columns: ['Number', 'About', 'Note'].map((name) => ({ heading: name, isFigure: false })),
      rows: notes.map(({ marker, about, text }) => [{ text: marker }, { text: about.join(', ') }, { text }]),
    },
  };
}
