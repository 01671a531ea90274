/** The list of late cases for somebody to read. */
import { ruleInWords, shownName, standingOf } from '../reference/targets.ts';
import { cleanText } from '../render/clean-report.ts';
import { asAtDeskSentence, dateInWords, inputName, inputSentence } from '../render/describe-report.ts';
import { flowPieces, hangText } from '../render/flow-pieces.ts';
import { formatCount } from '../render/format-cell.ts';
import { paletteOf } from '../render/palette.ts';
import type { TerminalOptions } from '../render/terminal.ts';
import { textTable } from '../render/text-table.ts';
import type { Provenance } from '../report/report.ts';
import type { LateCase, LateCases } from './late-cases.ts';

/** A page for the desk of the manager: it names cases. */
export function lateLines(
  { cases, targets, notes }: LateCases,
  provenance: Provenance<number>,
  within: number,
  { width, colorLevel }: Pick<TerminalOptions, 'width' | 'colorLevel'>,
): string[] {
  const palette = paletteOf(colorLevel);
  const head = [
    { text: 'INTERNAL', paint: palette.alert },
    { text: 'Late and due soon', paint: palette.title },
    { text: asAtDeskSentence(provenance) },
    { text: 'lists single cases: not for sharing', paint: palette.alert },
  ];
  const files = provenance.inputs.map((input) => [cleanText(inputName(input)), inputSentence(input)]);
  return [
    ...flowPieces(head, width),
    ...textTable(null, files, width),
    '',
    ...hangText('', summary(cases, within), width),
    ...(cases.length === 0
      ? []
      : ['', ...textTable(['Worker', 'Case', 'Due', 'Calendar days late', 'Target'], rowsOf(cases), width)]),
    '',
    ...targets.flatMap((target) =>
      hangText(
        '- ',
        cleanText(
          `${shownName(target)}: ${ruleInWords(target)}; ${standingOf(target)}. Source: ${target.source}`,
        ),
        width,
      ).map(palette.quiet),
    ),
    ...notes.flatMap((note) => hangText('- ', cleanText(note), width).map(palette.quiet)),
  ];
}

function summary(cases: readonly LateCase[], within: number): string {
  const late = cases.filter(({ status }) => status === 'late').length;
  const after = within === 0 ? '' : ` or up to ${daysInWords(within)} after it`;
  return `${formatCount(late)} late and not done; ${formatCount(cases.length - late)} due on the as-at date${after}. A case is listed once for each target.`;
}

/** The worker stands on the first line of theirs alone. */
function rowsOf(cases: readonly LateCase[]): string[][] {
  return cases.map((one, index) => [
    one.worker === cases[index - 1]?.worker ? '' : cleanText(one.worker),
    cleanText(one.case) + (one.ended ? ' (ended)' : ''),
    dateInWords(one.due),
    howLate(one),
    cleanText(one.target),
  ]);
}

function howLate({ days_late: late, days_to_go: toGo }: LateCase): string {
  if (typeof late === 'number') return `${daysInWords(late)} late`;
  return typeof toGo === 'number' && toGo > 0 ? `${daysInWords(toGo)} to go` : 'due that day';
}

function daysInWords(days: number): string {
  return `${formatCount(days)} ${days === 1 ? 'day' : 'days'}`;
}
