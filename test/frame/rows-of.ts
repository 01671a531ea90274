import type { DataFrame, FrameRow } from '../../src/frame/frame.ts';

/** Each row as an object. */
export function rowsOf(frame: DataFrame): FrameRow[] {
  return frame.values.map((row) => Object.fromEntries(row.map((value, i) => [frame.columns[i], value])));
}
