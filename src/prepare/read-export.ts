/** An export as it stands: what becomes of its columns, its rows in codes, and the lines that are no rows. */
import { type CodedColumn, type CodedRows, codeRows, withoutTotals } from '../caseload/code-rows.ts';
import { UserError } from '../caseload/errors.ts';
import type { Header } from '../caseload/find-header.ts';
import { identifyingContent } from '../caseload/identifying-content.ts';
import type { ValueAliases } from '../caseload/labels.ts';
import { batchesOf, codingOf, type FileHead, inFile, readHead, type Source } from '../caseload/read-file.ts';
import type { Watch } from '../caseload/watch.ts';
import { type ChosenColumn, chooseColumns, type ExportOptions, refuseToKeep } from './choose-columns.ts';
import { measured, misalignedRows, noWidths } from './misaligned-rows.ts';
import { unfitRows } from './unfit-rows.ts';

export interface RawExport {
  readonly columns: readonly ChosenColumn[];
  /** The cells of the columns that are written, by the position of the column in the file. */
  readonly cells: ReadonlyMap<number, CodedColumn>;
  readonly rows: CodedRows;
  readonly header: Header;
  readonly totalsLines: readonly number[];
  /** Rows in which nobody can say which cell belongs to which column. */
  readonly misaligned: ReadonlySet<number>;
}

/**
 * Reads an export to be prepared.
 * @param watch is told how far the reading is
 * @throws UserError for what every command refuses but identifiers, and for options that do not fit the file
 */
export function readExport(source: Source, options: ExportOptions, watch: Watch | null = null): RawExport {
  const head = readHead(source, { ...options, dropIdentifiers: false, allowed: new Set() });
  return inFile(source, () => {
    const chosen = chooseColumns(head.matches, head.ignored, options);
    return { header: head.header, ...readRows(source, head, chosen, options.mapping.values, watch) };
  });
}

function readRows(
  source: Source,
  head: FileHead,
  chosen: readonly ChosenColumn[],
  aliases: ValueAliases,
  watch: Watch | null,
): Omit<RawExport, 'header'> {
  const matches = chosen.map(({ match }) => match);
  const coding = codingOf({ ...head, matches });
  const { skip, layout } = coding;
  const kept = chosen.filter(
    ({ match, treatment }) => match.column === null && treatment.does !== 'left out',
  );
  const coded = [...layout.coded, ...kept.map(({ match }) => match.index)];
  const widths = noWidths(layout.headerCells);
  watch?.begin(0, source.size);
  const batches = measured(batchesOf(source, coding, watch?.open(source.name) ?? null), widths);
  const { rows, totalsLines } = withoutTotals(codeRows(batches, skip, { ...layout, coded }));
  watch?.end();
  if (rows.rows === 0) throw new UserError('a header but no rows; export it again');
  const { refused } = identifyingContent(rows, matches, head.header);
  const kinds = new Map(refused.map(({ index, kind }) => [index, kind]));
  const filled = new Set(layout.unmatched.filter((_, at) => rows.contents[at].filled > 0));
  const columns = chosen
    .filter(({ match }) => match.header !== '' || match.column !== null || filled.has(match.index))
    .map((column) => withoutIdentifying(column, kinds.get(column.match.index)));
  if (columns.every(({ treatment }) => treatment.does === 'left out'))
    throw new UserError('every column would be left out; name some with --map');
  const cells = new Map(coded.map((position, at) => [position, rows.columns[at]]));
  const unfit = unfitRows(columns, cells, rows.rows, aliases);
  const misaligned = new Set([...misalignedRows(rows, widths), ...unfit].sort((one, other) => one - other));
  return { columns, cells, rows, totalsLines, misaligned };
}

/** A column that would be written as it is, but holds what identifies people. */
function withoutIdentifying(column: ChosenColumn, kind: string | undefined): ChosenColumn {
  const { match, treatment } = column;
  if (kind === undefined || treatment.does !== 'as written') return column;
  if (match.column === null) refuseToKeep(match.shown, `${kind} are never kept; leave the option out`);
  return { ...column, treatment: { does: 'left out', why: kind } };
}
