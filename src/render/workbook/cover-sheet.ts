/** The sheet one sees first. */
import { cellCommentary, sheetCommentary } from '../commentary/sheet-lines.ts';
import { asAtSentence, disclosureSentence, titleOfReport } from '../describe-report.ts';
import { provenanceFacts } from '../provenance-facts.ts';
import { sectionsOf } from '../sections-of.ts';
import { standsOut } from '../stands-out.ts';
import { codesOnSheets } from './code-words.ts';
import { scopeLines, stamped, textLine } from './head-lines.ts';
import { sentence } from './number-notes.ts';
import { CONTENTS, COVER, isCommented, type Place, type Plan } from './plan-sheets.ts';
import type { Line, Sheet } from './workbook.ts';

/** The cover wraps its lines itself, but no row of a spreadsheet is higher than some twenty-five of them. */
const LONGEST_PARAGRAPH = 1500;
/** What is longer has no place in a cell of the contents. */
const LONGEST_IN_CELL = 400;
const BULLET = '\u2022';

const READING = [
  'Shares are percentages and differences are percentage points; all numbers are stored unrounded.',
  '95% lower and 95% upper are the ends of a 95% interval: the fewer are counted, the wider it is.',
];

/** What a report is called. */
export function reportTitle({ report }: Plan): string {
  return stamped(titleOfReport(report), report);
}

/** @param others all other sheets: only the codes on them are explained */
export function coverSheet(plan: Plan, others: readonly Sheet[]): Sheet {
  const { report } = plan;
  const said = `${asAtSentence(report.provenance)}; ${disclosureSentence(report.provenance)}`;
  return {
    name: COVER,
    lines: [
      { text: reportTitle(plan), role: 'title' },
      ...(report.service === undefined ? [] : [textLine(report.service)]),
      ...scopeLines(report),
      textLine(sentence(said)),
      { ...textLine('The contents lead to every sheet'), sheet: CONTENTS },
      ...summaryLines(plan),
      ...serviceLines(plan),
      heading('Questions'),
      ...report.metrics.map(({ title, question }) => textLine(`${title}: ${question}`)),
      heading('How to read the tables'),
      ...READING.map(textLine),
      ...codesOnSheets(others).map(({ code, meaning }) => textLine(`${code} stands for: ${meaning}.`)),
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

function subheading(text: string): Line {
  return { text, role: 'subheading' };
}

/** What stands out, unless the report was asked for without. */
function summaryLines({ report }: Plan): Line[] {
  const parts = sectionsOf(report).includes('summary') ? standsOut(report) : null;
  if (parts === null) return [];
  const lines = parts.flatMap(({ lead, sentences }) => [
    subheading(lead),
    ...sentences.map((text) => textLine(`${BULLET} ${text}`)),
  ]);
  return [heading('What stands out'), ...lines];
}

/** What the service says of the whole, and what it says of a part at length that has no sheet of its own. */
function serviceLines(plan: Plan): Line[] {
  const [first, ...whole] = sheetCommentary(plan.report.commentary, LONGEST_PARAGRAPH);
  const parts = plan.places
    .filter((place) => isSaidOnCover(place, plan))
    .flatMap(({ metric: { title, commentary } }) => [
      subheading(`${title}, which has no sheet`),
      ...sheetCommentary(commentary, LONGEST_PARAGRAPH).slice(1),
    ]);
  if (first === undefined && parts.length === 0) return [];
  return [heading('What the service says'), ...whole, ...parts];
}

/** Whether the words of the service on a place without a sheet are too long for the contents. */
export function isSaidOnCover(place: Place, plan: Plan): boolean {
  if (place.sheet !== null || !isCommented(place, plan)) return false;
  return cellCommentary(place.metric.commentary).length > LONGEST_IN_CELL;
}

function smallNumberLines({ report }: Plan): Line[] {
  const { disclosure } = report;
  return disclosure === undefined ? [] : [heading('Small numbers'), textLine(disclosure.sentence)];
}
