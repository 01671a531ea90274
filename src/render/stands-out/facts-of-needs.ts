/** Facts about what children need, and who turns 18. */
import { isNumber, type Report, type Row } from '../../report/report.ts';
import { formatCount, formatShare } from '../format-cell.ts';
import { textInWords } from '../shown-words.ts';
import { monthInWords, type Shown, say, shownTable } from './finding.ts';

const NEEDS = [
  { need: 'ete_suitable', answer: 'No', words: 'are not in suitable education, training or employment' },
  { need: 'send', answer: 'Yes', words: 'have SEND' },
  { need: 'care_experienced', answer: 'Yes', words: 'are care-experienced' },
  { need: 'accommodation_suitable', answer: 'No', words: 'are not in suitable accommodation' },
];

/** Each need with its share of those of whom it is known. */
export function factsOfNeeds(report: Report): string[] {
  const shown = shownTable(report, 'needs-profile', 'needs');
  const needs = NEEDS.flatMap(({ need, answer, words }) => {
    const row = shown?.rows.find((one) => one.need === need && one.answer === answer);
    if (shown === null || row === undefined) return [];
    const { unit } = shown.table;
    const [count, answered, share] = [row[unit], row.answered, row.share];
    if (!isNumber(count) || !isNumber(answered) || !isNumber(share)) return [];
    return [
      `${formatCount(count)} of the ${formatCount(answered)} ${unit} of whom it is known ${words} (${formatShare(share)}).`,
    ];
  });
  return [...needs, ...factsOfLevels(report)];
}

/** Of each level how many are assessed High or Very high. */
function factsOfLevels(report: Report): string[] {
  const shown = shownTable(report, 'needs-profile', 'levels');
  if (shown === null) return [];
  const { rows, table } = shown;
  const levels = [...new Set(rows.map(({ level }) => String(level)))];
  return levels.flatMap((level) => {
    const high = rows.filter(
      (row) => row.level === level && ['High', 'Very high'].includes(String(row.answer)),
    );
    const counts = high.map((row) => row[table.unit]).filter(isNumber);
    const answered = high.at(0)?.answered;
    // Rounded counts need not add.
    if (counts.length !== 2 || !isNumber(answered) || report.provenance.round !== undefined) return [];
    const name = textInWords('level', level);
    return [
      `${name}: ${formatCount(counts[0] + counts[1])} of the ${formatCount(answered)} ${table.unit} of whom it is known are assessed High or Very high.`,
    ];
  });
}

const MONTHS_SOON = 3;

/** How many turn 18 in the next three months; where that is withheld, how many are 17, or the months that are shown. */
export function factsOfTransitions(report: Report): string[] {
  const shown = shownTable(report, 'transitions', 'months');
  if (shown === null) return [];
  const { unit } = shown.table;
  const months = shown.rows.filter(({ turning }) => /^\d{4}-\d{2}$/.test(String(turning)));
  const soon = months.slice(0, MONTHS_SOON);
  const counts = soon.map((row) => row[unit]).filter(isNumber);
  // Rounded counts need not add.
  const isSum = report.provenance.round === undefined || soon.length === 1;
  const who = unit === 'cases' ? 'Cases of those turning 18' : 'Children turning 18';
  const later = unknownMonth(shown);
  if (soon.length > 0 && counts.length === soon.length && isSum) {
    const turn = counts.reduce((sum, count) => sum + count, 0);
    const [first, last] = [soon[0], soon[soon.length - 1]].map(monthOf);
    return [
      `${who} ${first === last ? `in ${first}` : `from ${first} to ${last}`}: ${formatCount(turn)}${later}.`,
    ];
  }
  const told = months.filter((row) => isNumber(row[unit]) && row[unit] > 0).slice(0, MONTHS_SOON);
  const listed = told.map((row) => `${say(shown, row, unit)} in ${monthOf(row)}`).join(', ');
  return [...aged17(report), ...(told.length === 0 ? [] : [`${who}: ${listed}${later}.`])].slice(0, 1);
}

function monthOf({ turning }: Row): string {
  return monthInWords(String(turning));
}

function unknownMonth({ rows, table }: Shown): string {
  const row = rows.find(({ turning }) => String(turning).startsWith('already 17'));
  const number = row?.[table.unit];
  return isNumber(number) && number > 0
    ? `; ${formatCount(number)} more are 17 without a month of birth`
    : '';
}

function aged17(report: Report): string[] {
  const shown = shownTable(report, 'age-bands', 'years');
  const row = shown?.rows.find(({ age }) => age === '17');
  const number = shown === null ? undefined : row?.[shown.table.unit];
  if (!isNumber(number) || number === 0) return [];
  const who = report.provenance.unit === 'cases' ? 'Cases of those aged 17' : 'Children aged 17';
  return [`${who}, who turn 18 within a year: ${formatCount(number)}.`];
}
