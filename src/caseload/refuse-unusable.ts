/** Files that no caseload can be made of, each with the mend. */
import { type ColumnName, compact } from './columns.ts';
import { UserError } from './errors.ts';
import { nearest } from './nearest.ts';
import type { FileOptions, RawFile } from './read-file.ts';

/** @throws UserError for a header mapped by hand that is nowhere, no identifiers of cases and children, no rows */
export function refuseUnusable(files: readonly RawFile[], { countCases, mapping }: FileOptions): void {
  for (const header of mapping.named ?? []) refuseUnknownHeader(files, header);
  if (!countCases) files.forEach(refuseWithoutIdentifiers);
  if (files.every(({ rows }) => rows.rows === 0)) {
    const names = files.map(({ source }) => source.name).join(', ');
    throw new UserError(`${names}: a header but no rows; export it again`);
  }
}

function refuseUnknownHeader(files: readonly RawFile[], header: string): void {
  const known = files.flatMap(({ matches }) => matches.map((match) => match.shown));
  if (known.some((one) => compact(one) === compact(header))) return;
  const guess = nearest(compact(header), known.map(compact));
  const meant = known.find((one) => compact(one) === guess);
  const hint = meant === undefined ? 'see them with yos-caseload columns FILE' : `did you mean "${meant}"?`;
  throw new UserError(`--map "${header}=...": no file has this header; ${hint}`);
}

function refuseWithoutIdentifiers({ source, matches, header }: RawFile): void {
  const wanted: readonly ColumnName[] = ['case_id', 'child_id'];
  const missing = wanted.filter((column) => !matches.some((match) => match.column === column));
  if (missing.length === 0) return;
  const near = matches.find(({ column, guess }) => column === null && missing.some((name) => name === guess));
  const hint = near === undefined ? '' : `; "${near.shown}" looks near: --map "${near.shown}=${near.guess}"`;
  throw new UserError(
    `${source.name}: no column for ${missing.join(' and ')} in the header on line ${header.line}${hint}; map it with --map "their header=${missing[0]}", or count rows as cases with --count-cases`,
  );
}
