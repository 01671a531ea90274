/** Who the tables of a metric are about, said once where it is the same for all of them. */
import type { Cohort, MetricReport, Table } from '../report/report.ts';
import { emptyGroupSentence, sharesSentence, whoSentence } from './describe-cohort.ts';
import { groupRows, type RowGroup } from './group-rows.ts';

export interface CohortWords {
  /** What holds for all tables of the metric. */
  readonly metric: string | null;
  /** The same of each value of a breakdown: "North: 88 children; left out: 4 closed". */
  readonly metricParts: readonly string[];
  /** What is to be said of one table besides. */
  readonly table: (table: Table) => string | null;
  readonly tableParts: (table: Table) => readonly string[];
  /** What stands beside the heading of a value: who it is about only above the first of its rows. */
  readonly part: (table: Table, group: RowGroup) => string | null;
}

/** The parts of a sentence: who is counted, what shares are of. */
interface Said {
  readonly who: boolean;
  readonly shares: boolean;
}

type OneCohort = Omit<Cohort, 'parts'>;

/** The words for a metric and its tables. */
export function cohortWords({ tables }: MetricReport): CohortWords {
  const once = saidOnce(tables);
  const besides: Said = { who: !once.who, shares: !once.shares };
  const main = tables.find((table) => sharesSentence(table, table.cohort) !== null) ?? tables[0];
  const firsts = firstTables(tables);
  return {
    metric: main === undefined ? null : sentence(main, main.cohort, once),
    metricParts: main === undefined ? [] : partList(main, once, (group) => firsts.has(group.name)),
    table: (table) => sentence(table, table.cohort, besides),
    tableParts: (table) => partList(table, besides, (group) => group.rows.length > 0),
    part(table, group) {
      if (group.isWhole || group.cohort === null || group.rows.length === 0) return null;
      const isFirst = besides.who || firsts.get(group.name) === table;
      if (!isFirst) return sentence(table, group.cohort, besides);
      return sentence(once.shares ? main : table, group.cohort, { who: true, shares: true });
    },
  };
}

/** What is the same for all tables: a reader need not meet it again. */
function saidOnce(tables: readonly Table[]): Said {
  const who = isSame(tables.map((table) => ofAllCohorts(table, whoSentence)));
  const sharing = tables.filter((table) => sharesSentence(table, table.cohort) !== null);
  return { who, shares: who && isSame(sharing.map((table) => ofAllCohorts(table, sharesSentence))) };
}

function ofAllCohorts(table: Table, say: (table: Table, cohort: OneCohort) => string | null): string {
  const { cohort } = table;
  return JSON.stringify([cohort, ...(cohort.parts ?? [])].map((one) => say(table, one)));
}

function isSame(texts: readonly string[]): boolean {
  return new Set(texts).size < 2;
}

/** The first table in which a value of a breakdown has rows, by its name. */
function firstTables(tables: readonly Table[]): ReadonlyMap<string, Table> {
  const firsts = new Map<string, Table>();
  for (const table of tables) {
    if (table.by === null) continue;
    for (const { name, rows } of groupRows(table)) {
      if (rows.length > 0 && !firsts.has(name)) firsts.set(name, table);
    }
  }
  return firsts;
}

function sentence(table: Table, cohort: OneCohort, said: Said): string | null {
  const who = said.who ? whoSentence(table, cohort) : null;
  const shares = said.shares ? sharesSentence(table, cohort) : null;
  return [who, shares].filter((part) => part !== null).join('; ') || null;
}

function partList(table: Table, said: Said, hasRows: (group: RowGroup) => boolean): string[] {
  const values = groupRows(table).filter((group) => !group.isWhole);
  return values.flatMap((group) => {
    if (!hasRows(group)) return said.who ? [`${group.name}: ${emptyGroupSentence(group)}`] : [];
    const text = group.cohort === null ? null : sentence(table, group.cohort, said);
    return text === null ? [] : [`${group.name}: ${text}`];
  });
}
