import type { BuiltCaseload } from './build-caseload.ts';
import { toUtf8 } from './decode.ts';
import type { RuleName } from './problem-rules.ts';
import { readRecords } from './read-csv.ts';
import { afterBytes } from './read-file.ts';

/** A rejected row as it stands in its file. */
export interface RejectedRow {
  readonly file: number;
  readonly line: number;
  readonly rule: RuleName;
  readonly cells: readonly string[];
}

/** Reads the rejected rows once more, cell by cell: the caseload keeps values, not what was written. */
export function readRejectedRows({ files, rejections }: BuiltCaseload): RejectedRow[] {
  return files.flatMap(({ source, delimiter, skipBytes, firstLine }, file) => {
    const rules = new Map(
      rejections.filter((one) => one.file === file).map(({ line, rule }) => [line, rule]),
    );
    if (rules.size === 0) return [];
    const utf8 = afterBytes(toUtf8(source.chunks(), source.encoding, source.markBytes), skipBytes);
    const rows: RejectedRow[] = [];
    for (const { cells, line } of readRecords(utf8, delimiter, firstLine)) {
      const rule = rules.get(line);
      if (rule !== undefined) rows.push({ file, line, rule, cells });
    }
    return rows;
  });
}
