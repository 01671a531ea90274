/** Who the tables of a metric are about, said once where it is the same for all of them. */
import { type Cohort, isNumber, type MetricReport, type Table } from '../report/report.ts';
import { sharesSentence, whoSentence } from './describe-cohort.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import { isWithheldWhole } from './withheld-words.ts';

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
  readonly isRounded: boolean;
}

type OneCohort = Omit<Cohort, 'parts'>;

/**
 * The words for a metric and its tables.
 * @param isRounded whether the counts are rounded
 */
export function cohortWords(metric: MetricReport, isRounded: boolean): CohortWords {
  const tables = speakingTables(metric);
  const once = saidOnce(tables, isRounded);
  const besides: Said = { who: !once.who, shares: !once.shares, isRounded };
  const main =
    tables.find((table) => sharesSentence(table, table.cohort, isRounded) !== null) ?? tables.at(0);
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
      return sentence(once.shares ? (main ?? table) : table, group.cohort, {
        who: true,
        shares: true,
        isRounded,
      });
    },
  };
}

/** A table that is withheld whole says nothing of its own, unless they all are. */
function speakingTables({ tables }: MetricReport): readonly Table[] {
  const shown = tables.filter((table) => !isWithheldWhole(table));
  return shown.length > 0 ? shown : tables;
}

/** What is the same for all tables: a reader need not meet it again. */
function saidOnce(tables: readonly Table[], isRounded: boolean): Said {
  const sharesOf = (table: Table, cohort: OneCohort) => sharesSentence(table, cohort, isRounded);
  const who = isSame(tables.map((table) => ofAllCohorts(table, whoSentence)));
  const sharing = tables.filter((table) => sharesOf(table, table.cohort) !== null);
  const shares = who && isSame(sharing.map((table) => ofAllCohorts(table, sharesOf)));
  return { who, shares, isRounded };
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
  const shares = said.shares ? sharesSentence(table, cohort, said.isRounded) : null;
  return [who, shares].filter((part) => part !== null).join('; ') || null;
}

function partList(table: Table, said: Said, hasRows: (group: RowGroup) => boolean): string[] {
  const values = groupRows(table).filter((group) => !group.isWhole);
  return values.flatMap((group) => {
    const { cohort, name } = group;
    if (cohort === null) return [];
    const text = hasRows(group) ? sentence(table, cohort, said) : sentenceWithoutRows(table, cohort, said);
    return text === null ? [] : [`${name}: ${text}`];
  });
}

/** Of a value without rows its number alone, where there is one: that the rest is withheld is said of all of them. */
function sentenceWithoutRows(table: Table, cohort: OneCohort, { who }: Said): string | null {
  if (!who) return null;
  if (cohort.n === 0) return 'Nothing to count.';
  return isNumber(cohort.n) ? whoSentence(table, cohort) : null;
}
