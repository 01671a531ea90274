/** `late`: the cases that are late or fall due soon, by worker. It names cases: always internal. */
import type { ColumnName } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import { loadInThreads } from '../caseload/load.ts';
import { EXAMPLE_TARGETS, ruleInWords, shownName, standingOf, type Target } from '../reference/targets.ts';
import { csvLine } from '../render/csv-line.ts';
import { provenanceOf } from '../report/provenance.ts';
import type { Problem, Provenance } from '../report/report.ts';
import { checkTargets } from '../write-output.ts';
import { refuseUnfitTargets } from './check-targets.ts';
import { findLateCases, type LateCase, type LateCases } from './late-cases.ts';
import { lateLines } from './late-lines.ts';
import type { Outcome, World } from './outcome.ts';
import {
  configOf,
  givenOptions,
  type ReadingFlags,
  readInputs,
  readingOptions,
  threadsOf,
  unusedHeaders,
} from './reading.ts';
import { exitCodeOf } from './report.ts';
import { colorLevel, formatOf, inputPaths, sharingWords, type WritingFlags } from './writing.ts';

export interface LateFlags extends ReadingFlags, WritingFlags {
  readonly internal?: boolean;
  readonly within?: string;
  readonly failOn?: 'error' | 'warning' | 'never';
}

/** The JSON of `late`. */
export interface LateReport {
  readonly schema: 'yos-caseload/late/1';
  readonly provenance: Provenance<number>;
  readonly within: number;
  readonly targets: readonly {
    readonly target: string;
    readonly rule: string;
    readonly standing: string;
    readonly source: string;
  }[];
  readonly cases: readonly LateCase[];
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

const DEFAULT_DAYS = 14;
const MOST_DAYS = 366;
const FILE_WIDTH = 100;

/** Reads the files and lists the cases, one line for each target that is late or falls due. */
export async function lateCommand(
  files: readonly string[],
  flags: LateFlags,
  world: World,
): Promise<Outcome> {
  if (!flags.internal) throw new UserError('late lists cases by their ids: it needs --internal');
  const within = daysOf(flags.within);
  const config = await configOf(flags, world);
  const options = readingOptions(flags, config);
  const format = formatOf(flags, ['terminal', 'csv', 'json']);
  checkTargets([flags.output ?? '-'], flags.force ?? false, inputPaths(files, flags));
  const { caseload, files: opened } = await loadInThreads(
    await readInputs(files, world),
    options,
    threadsOf(flags),
    world.watch,
  );
  const targets: readonly Target<ColumnName>[] = config?.targets ?? EXAMPLE_TARGETS;
  refuseUnfitTargets(targets, caseload);
  const found = findLateCases(caseload, targets, within);
  const given = { ...givenOptions({ ...flags }), '--within': String(within) };
  const provenance = provenanceOf(caseload, { options: given, config, beside: [] });
  const { problems } = caseload;
  const isScreen = flags.output === undefined || flags.output === '-';
  const width = isScreen ? world.width : FILE_WIDTH;
  const colors = isScreen ? colorLevel(flags.color ?? 'auto', world) : 0;
  const content = {
    json: () => jsonOf(found, provenance, within, problems),
    csv: () => csvOf(found, provenance),
    terminal: () => `${lateLines(found, provenance, within, { width, colorLevel: colors }).join('\n')}\n`,
  };
  const write = content[format === 'json' || format === 'csv' ? format : 'terminal'];
  return {
    exitCode: exitCodeOf({ problems }, flags.failOn ?? 'error'),
    writes: [
      {
        to: flags.output ?? '-',
        content: write(),
        sharing: sharingWords(provenance),
        isOpened: flags.open ?? false,
      },
    ],
    messages: [
      ...unusedHeaders(config, opened),
      ...found.notes.filter((note) => note.startsWith('Warning:')),
    ],
  };
}

/** @throws UserError for what is no number of days */
function daysOf(within: string | undefined): number {
  if (within === undefined) return DEFAULT_DAYS;
  if (/^\d{1,3}$/.test(within) && Number(within) <= MOST_DAYS) return Number(within);
  throw new UserError(`--within ${within}: give a whole number of days from 0 to ${MOST_DAYS}`);
}

function jsonOf(
  { cases, targets, notes }: LateCases,
  provenance: Provenance<number>,
  within: number,
  problems: readonly Problem[],
): string {
  const report: LateReport = {
    schema: 'yos-caseload/late/1',
    provenance,
    within,
    targets: targets.map((target) => ({
      target: shownName(target),
      rule: ruleInWords(target),
      standing: standingOf(target),
      source: target.source,
    })),
    cases,
    notes,
    problems,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A line for each case and target, each saying whose target it is and that it must not be shared. */
function csvOf({ cases, targets }: LateCases, { asAt, disclosure }: Provenance): string {
  const standings = new Map(targets.map((target) => [shownName(target), standingOf(target)]));
  const header = ['target', 'worker', 'case', 'due', 'status', 'days_late', 'days_to_go', 'ended'];
  const lines = cases.map((one) => [
    one.target,
    one.worker,
    one.case,
    one.due,
    one.status,
    one.days_late,
    one.days_to_go,
    one.ended ? 'Yes' : 'No',
    standings.get(one.target) ?? '',
    asAt ?? '',
    disclosure,
  ]);
  return [[...header, 'standing', 'as_at', 'disclosure'], ...lines].map(csvLine).join('');
}
