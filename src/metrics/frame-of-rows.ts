import { type DataFrame, frameOf } from '../frame/frame.ts';
import type { Cell, Row } from '../report/report.ts';

/** A frame of rows that all have the same keys. @param keys to be given where there may be no row */
export function frameOfRows(rows: readonly Row[], keys: readonly string[] = Object.keys(rows[0])): DataFrame {
  return frameOf(Object.fromEntries(keys.map((key): [string, Cell[]] => [key, rows.map((row) => row[key])])));
}
