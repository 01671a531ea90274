import type { Cohort, Table } from '../report/report.ts';
import { ALL, type Block, rowBlocks } from './row-blocks.ts';
import { keyInWords } from './shown-words.ts';

/** The rows of one value of a breakdown, or of the whole table where there is none. */
export interface RowGroup {
  /** Of all rows, whatever their value; without a breakdown the only group. */
  readonly isWhole: boolean;
  /** What its rows are called where all stand in one table: the value, or "Team: All" for a team called as the whole is. */
  readonly name: string;
  /** What stands above its rows: "All", "Team: North". */
  readonly heading: string;
  /** The places of its rows in the table. */
  readonly rows: readonly number[];
  /** The cohort of this value, when the report gives one. */
  readonly cohort: Omit<Cohort, 'parts'> | null;
  /** It has something to count, yet no rows. */
  readonly isWithheld: boolean;
}

/** A table's rows by the value of its breakdown, in their order: the whole first, unless there is nothing to say of it. */
export function groupRows(table: Table): RowGroup[] {
  const { by, cohort, withheld = false } = table;
  if (by === null) {
    const rows = [...table.rows.keys()];
    return [
      { isWhole: true, name: '', heading: '', rows, cohort, isWithheld: withheld && rows.length === 0 },
    ];
  }
  const blocks = rowBlocks(table);
  const ours = ourWords(blocks);
  const taken = new Set(ours.map((block) => block.by));
  return blocks
    .filter(({ isWhole, rows }) => !isWhole || rows.length > 0 || withheld)
    .map((block) => {
      const isOurs = ours.includes(block);
      const heading = isOurs ? block.by : `${keyInWords(by)}: ${block.by}`;
      const isWithheld = block.rows.length === 0 && block.cohort !== null && block.cohort.n !== 0;
      return { ...block, name: taken.has(block.by) ? heading : block.by, heading, isWithheld };
    });
}

/** Blocks with a name of ours: the whole and, when a value is called as those without one are, the last of the two. */
function ourWords(blocks: readonly Block[]): Block[] {
  const lasts = new Map(blocks.map((block) => [block.by, block]));
  const doubled = new Set<Block>();
  const met = new Set<string>();
  for (const { by } of blocks) {
    const last = lasts.get(by);
    if (met.has(by) && by !== ALL && last !== undefined) doubled.add(last);
    met.add(by);
  }
  return [...blocks.filter(({ isWhole }) => isWhole), ...doubled];
}
