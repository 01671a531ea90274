import { NOT_AVAILABLE, type Table } from '../report/report.ts';
import { cohortSentence, emptyGroupSentence, groupHeading, partSentence } from './describe-cohort.ts';
import { drawBlock } from './draw-table.ts';
import { flowPieces, hangText } from './flow-pieces.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import { type Block, layOutTable, PHRASE_MARK } from './lay-out-table.ts';
import type { Palette } from './palette.ts';
import { absentHeadings, type PresentedColumn, presentColumns } from './present-columns.ts';

/** What is drawn on: the width inside the margin, the characters and the colours there are. */
export interface Canvas {
  readonly width: number;
  readonly unicode: boolean;
  readonly palette: Palette;
}

/** A table under its title; with a breakdown, once for each value under a heading of its own. */
export function tableLines(
  table: Table,
  shows: { readonly hasTitle: boolean; readonly saysCohort: boolean },
  canvas: Canvas,
): string[] {
  const { width, palette } = canvas;
  const columns = presentColumns(table);
  // Laid out once for all values of a breakdown, so that their columns and bars can be compared.
  const layout = layOutTable(columns, table.rows, canvas);
  return [
    ...(shows.hasTitle ? flowPieces([{ text: table.title, paint: palette.title }], width) : []),
    ...(shows.saysCohort ? flowPieces([{ text: cohortSentence(table, table.cohort) }], width) : []),
    ...groupRows(table).flatMap((group, index) => [
      ...(index === 0 ? [] : ['']),
      ...groupHeadingLines(table, group, canvas),
      ...(group.rows.length === 0 ? [emptyGroupSentence(group)] : blockLines(layout.blocks, group, canvas)),
    ]),
    ...footLines(table, layout.isMarked ? columns : [], canvas),
  ];
}

function groupHeadingLines(table: Table, group: RowGroup, { width, palette }: Canvas): string[] {
  if (group.by === null) return [];
  const cohort = partSentence(table, group);
  return flowPieces(
    [
      { text: groupHeading(table, group), paint: palette.title },
      ...(cohort === null ? [] : [{ text: cohort }]),
    ],
    width,
  );
}

function blockLines(blocks: readonly Block[], group: RowGroup, { palette }: Canvas): string[] {
  return blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : ['']),
    ...drawBlock(block, group.rows, palette),
  ]);
}

/** What the marks of the table mean, and which columns it does without. */
function footLines(table: Table, marked: readonly PresentedColumn[], { width, palette }: Canvas): string[] {
  const phrases = marked.flatMap((column) => column.phrase ?? []);
  const absent = absentHeadings(table);
  return [
    ...phrases.flatMap((phrase) => hangText(`${PHRASE_MARK} `, phrase, width)),
    ...(absent.length === 0
      ? []
      : hangText(`${NOT_AVAILABLE} `, `not available: ${absent.join(', ')}`, width)),
  ].map(palette.quiet);
}
