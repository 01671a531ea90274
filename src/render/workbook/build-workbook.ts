import type { Report } from '../../report/report.ts';
import { cleanReport } from '../clean-report.ts';
import { asAtSentence, disclosureSentence } from '../describe-report.ts';
import { cohortSheet, problemSheet } from './closing-sheets.ts';
import { coverSheet, reportTitle } from './cover-sheet.ts';
import { contentsSheet, notesSheet } from './front-sheets.ts';
import { scopeLines } from './head-lines.ts';
import { sentence } from './number-notes.ts';
import { type Plan, planSheets, shownPlaces } from './plan-sheets.ts';
import { tableSheet } from './table-sheet.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** For a report that knows no date. */
const SOME_DAY = '2000-01-01';

/** The report as sheets: cover, contents, notes, then one table on each, all of its rows. */
export function buildWorkbook(report: Report): Workbook {
  const plan = planSheets(cleanReport(report));
  const { provenance } = plan.report;
  const said = sentence(`${asAtSentence(provenance)}; ${disclosureSentence(provenance)}`);
  return {
    title: reportTitle(plan),
    description: [...scopeLines(plan.report).map(({ text }) => text), said].join(' '),
    creator: `${provenance.tool} ${provenance.version}`,
    day: provenance.asAt ?? SOME_DAY,
    sheets: sheetsOf(plan),
  };
}

function sheetsOf(plan: Plan): Sheet[] {
  const notes = present(notesSheet(plan));
  const closing = [...present(cohortSheet(plan)), ...present(problemSheet(plan))];
  const tables = shownPlaces(plan).map((place) => tableSheet(place, plan));
  const rest = [contentsSheet(plan, [...notes, ...closing]), ...notes, ...tables, ...closing];
  return [coverSheet(plan, rest), ...rest];
}

function present(sheet: Sheet | null): Sheet[] {
  return sheet === null ? [] : [sheet];
}
