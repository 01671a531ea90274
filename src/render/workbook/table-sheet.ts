/** A table of figures on its sheet, with all above it that must be known to read it. */
import { sheetCommentary } from '../commentary/sheet-lines.ts';
import { sharesSentence, whoSentence } from '../describe-cohort.ts';
import { asAtSentence, disclosureSentence, isRounded } from '../describe-report.ts';
import { withheldWords } from '../withheld-words.ts';
import { codeSentence, codesIn } from './code-words.ts';
import { headLines, textLine } from './head-lines.ts';
import { sentence } from './number-notes.ts';
import {
  COHORTS,
  CONTENTS,
  isCommented,
  NOTES,
  notesOf,
  type Plan,
  type ShownPlace,
  titleOf,
} from './plan-sheets.ts';
import { tableName } from './sheet-names.ts';
import { tableParts } from './table-columns.ts';
import { columnWidths, type Entry, type Line, type Sheet } from './workbook.ts';

const NARROWEST = 64;
const WIDEST = 120;

export function tableSheet(place: ShownPlace, plan: Plan): Sheet {
  const { metric, table, sheet } = place;
  const { columns, rows } = tableParts(table);
  const figures = { name: sheet, table: { name: tableName(metric.name, table.name), columns, rows } };
  const said = isCommented(place, plan) ? metric.commentary : undefined;
  return {
    ...figures,
    lines: [
      ...aboutLines(place, plan),
      ...sheetCommentary(said, lineWidth(columnWidths({ ...figures, lines: [] }))),
      ...statusLines(plan),
      ...cohortLines(place, plan),
      ...readingLines(rows, place, plan),
    ],
  };
}

/** Lines are not wrapped above a table: they are as long as it is wide, within what can be read. */
function lineWidth(columns: readonly number[]): number {
  const table = columns.reduce((sum, width) => sum + width, 0);
  return Math.min(WIDEST, Math.max(NARROWEST, table));
}

function aboutLines(place: ShownPlace, { report }: Plan): Line[] {
  const { metric } = place;
  return [
    ...headLines(titleOf(place), report),
    textLine(metric.question),
    ...(metric.caveat === undefined ? [] : [textLine(sentence(metric.caveat))]),
  ];
}

function statusLines({ report: { provenance } }: Plan): Line[] {
  return [textLine(sentence(`${asAtSentence(provenance)}; ${disclosureSentence(provenance)}`))];
}

/** Who is counted, and of whom nothing is shown. */
function cohortLines({ metric, table }: ShownPlace, { report }: Plan): Line[] {
  const shares = sharesSentence(table, table.cohort, isRounded(report.provenance));
  const withheld = withheldWords({ ...metric, tables: [table] }).metric;
  return [
    textLine(unitSentence(table.unit)),
    textLine(sentence(whoSentence(table, table.cohort))),
    ...(shares === null ? [] : [textLine(sentence(shares))]),
    ...(withheld === null ? [] : [textLine(sentence(withheld))]),
    ...(table.cohort.parts === undefined
      ? []
      : [{ ...textLine(`Who is counted in each part is on the sheet ${COHORTS}.`), sheet: COHORTS }]),
  ];
}

function readingLines(rows: readonly (readonly Entry[])[], place: ShownPlace, plan: Plan): Line[] {
  const codes = codeSentence(codesIn(rows, [whoSentence(place.table, place.table.cohort)]));
  const notes = notesOf(place, plan);
  return [
    ...(codes === null ? [] : [textLine(codes)]),
    ...(notes === ''
      ? []
      : [{ ...textLine(`To be read with ${notes} on the sheet ${NOTES}.`), sheet: NOTES }]),
    { ...textLine('Back to the contents'), sheet: CONTENTS },
  ];
}

/** Children and cases are counted; of an action there is a row. */
function unitSentence(unit: string): string {
  return unit === 'actions'
    ? 'This sheet has one table, with a row for each action.'
    : `This sheet has one table, in ${unit}.`;
}
