import type { Report } from '../report/report.ts';
import { flowPieces, hangText } from './flow-pieces.ts';
import { standsOut } from './stands-out.ts';
import type { Canvas } from './terminal-table.ts';

/** What stands out, at the terminal; no lines where nothing can be said. */
export function terminalSummary(whole: Report, { width, palette }: Canvas): string[] {
  const parts = standsOut(whole);
  if (parts === null) return [];
  return [
    palette.title('What stands out'),
    ...parts.flatMap(({ lead, sentences }) => [
      '',
      ...flowPieces([{ text: lead }], width),
      ...sentences.flatMap((sentence) => hangText('- ', sentence, width)),
    ]),
  ];
}
