/** Facts about rates, months, comparisons and the record itself. */
import { isNumber, type Report, type Row, WITHHELD } from '../../report/report.ts';
import { formatCount } from '../format-cell.ts';
import { textInWords } from '../shown-words.ts';
import { monthEndInWords, openChildren } from './facts-of-children.ts';
import { counted, inSentence, monthInWords, say, shownTable } from './finding.ts';

/** The rate of each ethnic group whose rate is shown, in the order of the table. */
export function factsOfRates(report: Report): string[] {
  const shown = shownTable(report, 'disproportionality', 'groups');
  if (shown === null) return [];
  const rates = shown.rows.filter(({ rate_per_1000 }) => isNumber(rate_per_1000));
  if (rates.length === 0) return [];
  const listed = rates.map((row) => `${say(shown, row, 'group')} ${say(shown, row, 'rate_per_1000')}`);
  const whom = shown.table.unit === 'cases' ? 'Open cases' : 'Children with an open case';
  return [`${whom} per 1,000 residents aged 10 to 17: ${listed.join(', ')}.`];
}

/** What started and ended in the latest month; who was open at its end, unless another metric says who is. */
export function factsOfTrend(report: Report): string[] {
  const shown = shownTable(report, 'caseload-trend', 'month_ends');
  if (shown === null) return [];
  const [latest, before] = [...shown.rows].reverse();
  const open = openChildren(report) === null ? openAtMonthEnd(latest, before, report) : [];
  return [...open, ...startsAndEnds(latest)];
}

function openAtMonthEnd(latest: Row, before: Row | undefined, report: Report): string[] {
  const { unit } = report.provenance;
  const number = latest[unit];
  if (!isNumber(number)) return [];
  const earlier = before?.[unit];
  const beside =
    before === undefined || !isNumber(earlier)
      ? ''
      : `; ${formatCount(earlier)} ${monthEndInWords(before, report)}`;
  const whom = unit === 'cases' ? 'Open cases' : 'Children with an open case';
  return [`${whom}: ${formatCount(number)} ${monthEndInWords(latest, report)}${beside}.`];
}

function startsAndEnds({ month, starts, ends }: Row): string[] {
  const said = [
    ...(isNumber(starts) ? [`${counted(starts, ['case', 'cases'])} started`] : []),
    ...(isNumber(ends) ? [`${formatCount(ends)} ended`] : []),
  ];
  return said.length === 2 ? [`${said.join(' and ')} in ${monthInWords(String(month))}.`] : [];
}

/** How many columns are filled in completely, of those listed. */
export function factsOfTheRecord(report: Report): string[] {
  const shown = shownTable(report, 'data-quality', 'columns');
  if (shown === null || shown.rows.some(({ state }) => state === WITHHELD)) return [];
  const complete = shown.rows.filter(({ state }) => state === 'complete').length;
  return [`Complete columns: ${formatCount(complete)} of the ${formatCount(shown.rows.length)} listed.`];
}

const COMPARED = {
  'quality-equity': { table: 'comparisons', words: ['group', 'groups'] },
  'quality-consistency': { table: 'teams', words: ['team', 'teams'] },
} as const;

/** What is laid side by side: of how many groups of children or teams, over how many questions. */
export function factsOfComparisons(report: Report, metric: keyof typeof COMPARED): string[] {
  const { table, words } = COMPARED[metric];
  const shown = shownTable(report, metric, table);
  if (shown === null) return [];
  const { rows } = shown;
  const names = rows.map(({ dimension = '', value, team }) => `${dimension} ${value ?? team}`);
  const groups = new Set(names.filter((name) => name !== ' Not known')).size;
  const questions = new Set(rows.map(({ standard, question }) => `${standard} ${question}`)).size;
  const dimensions = [...new Set(rows.flatMap(({ dimension }) => dimension ?? []))].map((dimension) =>
    inSentence(textInWords('dimension', String(dimension))),
  );
  if (metric === 'quality-consistency' && groups < 2)
    return [`${shown.metric.title}: ${counted(groups, words)}, so that there is nothing to compare.`];
  const by = dimensions.length === 0 ? '' : `, by ${dimensions.join(', ')}`;
  return [
    `${shown.metric.title}: ${counted(groups, words)} on ${counted(questions, ['question', 'questions'])}${by}.`,
  ];
}
