/** The last lines at the terminal: codes, problems, where the figures come from, what was withheld. */
import type { Provenance, Report } from '../report/report.ts';
import { codeLegend } from './code-legend.ts';
import { inputName, settingSentence } from './describe-report.ts';
import { flowPieces, hangText } from './flow-pieces.ts';
import { formatCount } from './format-cell.ts';
import { widestOf } from './measure-text.ts';
import { type ProblemSummary, summariseProblems } from './summarise-problems.ts';
import { commandFor, NAME_WIDTH, nameColumnWidth, onlyInput } from './terminal-names.ts';
import type { Canvas } from './terminal-table.ts';

/** Sections, to be parted by empty lines. */
export function closingSections(report: Report, canvas: Canvas): string[][] {
  const { disclosure } = report;
  const sections = [
    legendLines(report, canvas),
    problemLines(report, canvas),
    provenanceLines(report.provenance, canvas),
    disclosure === undefined ? [] : flowPieces([{ text: disclosure.sentence }], canvas.width),
  ];
  return sections.filter((lines) => lines.length > 0);
}

function legendLines(report: Report, { width, palette }: Canvas): string[] {
  return flowPieces(
    codeLegend(report).map((text) => ({ text, paint: palette.quiet })),
    width,
  );
}

function problemLines(report: Report, { width, palette }: Canvas): string[] {
  const summaries = summariseProblems(report);
  if (summaries.length === 0) return ['No problems found in the data.'];
  const countWidth = widestOf(summaries.map(({ count }) => formatCount(count)));
  const hint = `(${commandFor('validate', onlyInput(report))} lists them)`;
  return [
    ...flowPieces(
      [
        { text: 'Problems', paint: palette.title, padTo: NAME_WIDTH },
        { text: hint, paint: palette.quiet },
      ],
      width,
    ),
    ...summaries.flatMap((summary) => severityLines(summary, countWidth, width)),
  ];
}

function severityLines({ severity, count, rules }: ProblemSummary, countWidth: number, width: number) {
  const mark = `${severity.padEnd(NAME_WIDTH)}   ${formatCount(count).padStart(countWidth)}   `;
  const text = rules.map((rule) => `${rule.rule} ${formatCount(rule.count)}`).join(', ');
  return hangText(mark, text, width);
}

/** What was counted, by which version, as it was set, from which content; when and which rows stand at the top. */
function provenanceLines(provenance: Provenance, { width, palette }: Canvas): string[] {
  const { tool, version, unit, config, inputs } = provenance;
  const texts = [`${tool} ${version}`, `counted: ${unit}`, settingSentence(provenance)];
  const all = config === null ? texts : [...texts, `config: ${config}`];
  const padTo = nameColumnWidth(inputs);
  return [
    ...flowPieces(
      [{ text: 'Made by', paint: palette.title, padTo }, ...all.map((text) => ({ text }))],
      width,
    ),
    ...inputs.flatMap((input) =>
      flowPieces(
        [
          { text: inputName(input), padTo },
          { text: `SHA-256 ${foldHash(input.sha256, width)}`, paint: palette.quiet },
        ],
        width,
      ),
    ),
  ];
}

const HASH_LENGTH = 64;
const HASH_NAME_LENGTH = 'SHA-256 '.length;

/** A hash that is longer than a line is folded in the middle, not wherever the line ends. */
function foldHash(hash: string, width: number): string {
  if (HASH_NAME_LENGTH + HASH_LENGTH <= width) return hash;
  return `${hash.slice(0, HASH_LENGTH / 2)} ${hash.slice(HASH_LENGTH / 2)}`.trimEnd();
}
