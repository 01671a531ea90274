import { type Cohort, type Row, type Table, WITHHELD } from '../report/report.ts';

/** The rows of the whole, or of one value of a breakdown: a table with a breakdown is one after another of them. */
export interface Block {
  readonly by: string;
  readonly isWhole: boolean;
  readonly cohort: Omit<Cohort, 'parts'> | null;
  /** The places of its rows in the table. */
  readonly rows: number[];
}

/** Rows that follow each other and have one name. */
interface Run {
  readonly by: string;
  readonly rows: number[];
}

export const ALL = 'All';

/**
 * The blocks of a table with a breakdown: the whole, then each value. Names alone do not tell them apart, since a team
 * may be called "All", or "Not known" as those without one are: of blocks of one name, the order says which is which.
 */
export function rowBlocks(table: Table): Block[] {
  const runs = runsOf(table.rows);
  const blocks = blocksWithoutRows(table.cohort, runs);
  const runsByName = groupByName(runs);
  const withheldParts = groupByName((table.withheldParts ?? []).map((by) => ({ by })));
  for (const [by, named] of groupByName(blocks)) {
    const found = runsByName.get(by) ?? [];
    const open = openBlocks(named, withheldParts.get(by)?.length ?? 0);
    if (open.length === 1) fill(open[0], found);
    else fillInOrder(table, open, found);
  }
  return blocks;
}

function runsOf(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  for (const [place, row] of rows.entries()) {
    const by = String(row.by);
    const last = runs.at(-1);
    if (last?.by === by) last.rows.push(place);
    else runs.push({ by, rows: [place] });
  }
  return runs;
}

/** Values are those of the cohort's parts, and any other that rows name. */
function blocksWithoutRows(cohort: Cohort, runs: readonly Run[]): Block[] {
  const parts = cohort.parts ?? [];
  const known = new Set(parts.map(({ by }) => by));
  const names = (runs[0]?.by === ALL ? runs.slice(1) : runs).map(({ by }) => by);
  const others = [...new Set(names)].filter((by) => !known.has(by));
  return [
    { by: ALL, isWhole: true, cohort, rows: [] },
    ...parts.map((part) => ({ by: part.by, isWhole: false, cohort: part, rows: [] })),
    ...others.map((by) => ({ by, isWhole: false, cohort: null, rows: [] })),
  ];
}

function groupByName<T extends { readonly by: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.by);
    if (group) group.push(item);
    else groups.set(item.by, [item]);
  }
  return groups;
}

/**
 * Blocks of one name without those that are withheld, which have no rows. Which of them a name alone means cannot be
 * told: the last, as the whole comes first.
 */
function openBlocks(named: readonly Block[], withheldParts: number): readonly Block[] {
  if (named.length === 1) return named;
  const counted = named.filter(({ cohort }) => cohort?.n !== WITHHELD);
  const open = counted.slice(0, Math.max(0, counted.length - withheldParts));
  return open.length > 0 ? open : named;
}

function fill(block: Block, runs: readonly Run[]): void {
  for (const { rows } of runs) for (const place of rows) block.rows.push(place);
}

/** Blocks of one name take the runs in turn; blocks that follow each other are one run, parted where its rows begin anew. */
function fillInOrder(table: Table, blocks: readonly Block[], runs: readonly Run[]): void {
  const parted = runs.length < blocks.length ? runs.flatMap((run) => partAtRepeat(table, run)) : runs;
  const taking = parted.length < blocks.length ? blocks.filter(({ cohort }) => cohort?.n !== 0) : blocks;
  parted.forEach((run, index) => {
    fill(taking[Math.min(index, taking.length - 1)] ?? blocks[0], [run]);
  });
}

/**
 * A run in two where its rows begin anew, or as it is where no name comes again. The names of a value are some of those
 * of the whole, in their order; a name alone may come again in one block, as two teams may both be "Not known".
 */
function partAtRepeat(table: Table, run: Run): Run[] {
  const keys = keysOf(table, run.rows);
  const seen = new Set<string>();
  const repeats = [...keys.keys()].filter((index) => seen.size === seen.add(keys[index]).size);
  const start = repeats.find((index) => isWithin(keys.slice(index), keys.slice(0, index))) ?? repeats[0];
  if (start === undefined) return [run];
  return [
    { by: run.by, rows: run.rows.slice(0, start) },
    { by: run.by, rows: run.rows.slice(start) },
  ];
}

/** Whether some are all among the others, in the same order. */
function isWithin(some: readonly string[], others: readonly string[]): boolean {
  let found = 0;
  for (const other of others) if (other === some[found]) found++;
  return found === some.length;
}

/** What tells the rows of a block apart: its first texts, as few as leave no more than two rows of one name. */
function keysOf({ columns, rows }: Table, places: readonly number[]): string[] {
  const texts = columns.filter(({ type }) => type === 'text');
  const keysFrom = (count: number) =>
    places.map((place) => JSON.stringify(texts.slice(0, count).map(({ key }) => rows[place][key])));
  const counts = texts.map((_, index) => index + 1);
  const enough = counts.find((count) => !hasThreeOfOne(keysFrom(count)));
  return keysFrom(enough ?? texts.length);
}

function hasThreeOfOne(keys: readonly string[]): boolean {
  const times = new Map<string, number>();
  return keys.some((key) => {
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return before === 2;
  });
}
