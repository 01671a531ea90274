/** The first lines at the terminal: as at when, who may see it, what was read. */
import type { Report } from '../report/report.ts';
import {
  asAtDeskSentence,
  disclosureSentence,
  inputName,
  inputSentence,
  optionTexts,
  readingSentence,
  titleOfReport,
} from './describe-report.ts';
import { flowPieces, type Piece } from './flow-pieces.ts';
import { commandFor, nameColumnWidth } from './terminal-names.ts';
import type { Canvas } from './terminal-table.ts';

export function headLines(report: Report, canvas: Canvas): string[] {
  return [...titleLines(report, canvas), ...inputLines(report, canvas)];
}

function titleLines(report: Report, { width, palette }: Canvas): string[] {
  const { provenance, service } = report;
  const isInternal = provenance.disclosure === 'internal';
  const options = optionTexts(provenance);
  return [
    ...flowPieces(
      [
        ...(isInternal ? [{ text: 'INTERNAL', paint: palette.alert }] : []),
        { text: titleOfReport(report), paint: palette.title },
        ...(service === undefined ? [] : [{ text: service }]),
        { text: asAtDeskSentence(provenance) },
        { text: disclosureSentence(provenance), paint: isInternal ? palette.alert : palette.quiet },
      ],
      width,
    ),
    ...(options.length === 0
      ? []
      : flowPieces([{ text: 'With' }, ...options.map((text) => ({ text }))], width)),
  ];
}

function inputLines({ provenance: { inputs } }: Report, { width, palette }: Canvas): string[] {
  const padTo = nameColumnWidth(inputs);
  return inputs.flatMap((input) => {
    const reading = readingSentence(input);
    const pieces: Piece[] = [
      { text: inputName(input), padTo },
      { text: inputSentence(input) },
      ...(reading === null ? [] : [{ text: reading, paint: palette.quiet }]),
    ];
    if (input.rejected + input.duplicates > 0) {
      pieces.push({ text: `(${commandFor('validate', input)} shows why)`, paint: palette.quiet });
    }
    return flowPieces(pieces, width);
  });
}
