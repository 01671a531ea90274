/** A table of figures on its sheet, with all above it that must be known to read it. */
import type { Table } from '../../report/report.ts';
import { sharesSentence, whoSentence } from '../describe-cohort.ts';
import { asAtSentence, disclosureSentence, isRounded } from '../describe-report.ts';
import { CODE_MEANINGS } from '../format-cell.ts';
import { withheldWords } from '../withheld-words.ts';
import { sentence } from './number-notes.ts';
import {
  COHORTS,
  CONTENTS,
  NOTES,
  noteMarkers,
  type Plan,
  type ShownPlace,
  stamped,
  titleOf,
} from './plan-sheets.ts';
import { tableName } from './sheet-names.ts';
import { tableParts } from './table-columns.ts';
import type { Entry, Line, Sheet } from './workbook.ts';

export function tableSheet(place: ShownPlace, plan: Plan): Sheet {
  const { metric, table, sheet } = place;
  const { columns, rows } = tableParts(table);
  return {
    name: sheet,
    lines: [...headLines(place, plan), ...cohortLines(place, plan), ...readingLines(rows, place, plan)],
    table: { name: tableName(metric.name, table.name), columns, rows },
  };
}

function headLines(place: ShownPlace, { report }: Plan): Line[] {
  const { metric } = place;
  const said = `${asAtSentence(report.provenance)}; ${disclosureSentence(report.provenance)}`;
  return [
    { text: stamped(titleOf(place), report), role: 'title' },
    textLine(metric.question),
    ...(metric.caveat === undefined ? [] : [textLine(sentence(metric.caveat))]),
    textLine(sentence(said)),
  ];
}

/** Who is counted, and of whom nothing is shown. */
function cohortLines({ metric, table }: ShownPlace, { report }: Plan): Line[] {
  const shares = sharesSentence(table, table.cohort, isRounded(report.provenance));
  const withheld = withheldWords({ ...metric, tables: [table] }).metric;
  return [
    textLine(`This sheet has one table, in ${table.unit}.`),
    textLine(sentence(whoSentence(table, table.cohort))),
    ...(shares === null ? [] : [textLine(sentence(shares))]),
    ...(withheld === null ? [] : [textLine(sentence(withheld))]),
    ...(table.cohort.parts === undefined
      ? []
      : [{ ...textLine(`Who is counted in each part is on the sheet ${COHORTS}.`), sheet: COHORTS }]),
  ];
}

function readingLines(rows: readonly (readonly Entry[])[], place: ShownPlace, plan: Plan): Line[] {
  const codes = codesIn(rows, place.table);
  const markers = noteMarkers(place, plan);
  return [
    ...(codes.length === 0 ? [] : [textLine(`${codes.join('; ')}.`)]),
    ...(markers === ''
      ? []
      : [{ ...textLine(`Notes that apply, on the sheet ${NOTES}: ${markers}.`), sheet: NOTES }]),
    { ...textLine('Back to the contents'), sheet: CONTENTS },
  ];
}

/** The codes on the sheet with their meanings. */
function codesIn(rows: readonly (readonly Entry[])[], table: Table): string[] {
  const found = new Set(rows.flatMap((row) => row.map((entry) => ('text' in entry ? entry.text : ''))));
  const words = whoSentence(table, table.cohort);
  return [...CODE_MEANINGS]
    .filter(([code]) => found.has(code) || words.includes(code))
    .map(([code, meaning]) => `${code} ${meaning}`);
}

export function textLine(text: string): Line {
  return { text, role: 'text' };
}
