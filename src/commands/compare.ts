/** `compare`: caseloads side by side, each read and made fit to be shared by itself. */
import { UserError } from '../caseload/errors.ts';
import { compareReports } from '../compare/compare-reports.ts';
import type { Comparison } from '../compare/comparison.ts';
import { COMPARED } from '../compare/what-is-compared.ts';
import type { Config } from '../config/config.ts';
import type { Metric, Period } from '../metrics/define-metric.ts';
import { metrics } from '../metrics/index.ts';
import { COMPARISON_FORMATS, renderComparison } from '../render/compare.ts';
import { renderComparisonProvenance } from '../render/compare-csv.ts';
import type { FormatName } from '../render/formats.ts';
import { checkTargets } from '../write-output.ts';
import { refuseOverlap, refuseParts } from './compare-guards.ts';
import { flagsOf, type InputFlags, namedInputs, type OneInputFlags, periodOf } from './compare-inputs.ts';
import { factsOf, type Loaded, loadInput } from './compare-load.ts';
import type { Outcome, World, Write } from './outcome.ts';
import { configOf } from './reading.ts';
import { chooseMetrics, exitCodeOf } from './report.ts';
import { type SharingFlags, sharingOf } from './sharing.ts';
import { colorLevel, formatOf, inputPaths, sharingWords, type WritingFlags } from './writing.ts';

const FILE_WIDTH = 100;

export interface CompareFlags
  extends InputFlags,
    WritingFlags,
    Pick<SharingFlags, 'internal' | 'threshold' | 'zeros'> {
  readonly only?: string;
  readonly differentChildren?: boolean;
  readonly failOn?: 'error' | 'warning' | 'never';
  readonly config?: string;
}

/** Reads each input by itself, computes its report and compares the first with each of the others. */
export async function compareCommand(
  files: readonly string[],
  flags: CompareFlags,
  world: World,
): Promise<Outcome> {
  const inputs = namedInputs(files, flags);
  const chosen = chosenMetrics(flags.only);
  const own = inputs.map((input) => flagsOf(input, inputs, flags));
  const periods = own.map((one) => periodFor(one, chosen));
  const config = await compareConfig(flags, world);
  const isInternal = flags.internal ?? false;
  const sharing = sharingOf(flags, null, config);
  const format = formatOf(flags, COMPARISON_FORMATS);
  const paths = inputs.flatMap(({ file }, index) => inputPaths([file], own[index]));
  checkTargets(targetsOf(format, flags), flags.force ?? false, paths);
  const shared = { chosen, sharing: isInternal ? null : sharing, config };
  const loaded: Loaded[] = [];
  for (const [index, input] of inputs.entries()) {
    const settings = { ...shared, flags: own[index], period: periods[index] };
    loaded.push(await loadInput(input, settings, world));
  }
  const comparison = compareLoaded(loaded, chosen, flags);
  const exitCodes = loaded.map((one) => exitCodeOf(one.internal, flags.failOn ?? 'error'));
  return {
    exitCode: exitCodes.includes(1) ? 1 : 0,
    writes: writesOf(comparison, format, flags, world),
    messages: [],
  };
}

/** @throws UserError for a comparison that must not be made */
function compareLoaded(
  loaded: readonly Loaded[],
  chosen: readonly Metric[],
  { differentChildren = false, internal = false }: CompareFlags,
): Comparison {
  const [first, ...others] = loaded;
  const facts = others.map((other) => factsOf(first, other, differentChildren));
  others.forEach((other, index) => {
    refuseOverlap(first, other, facts[index].cases, chosen);
    if (!internal) refuseParts(first, other, facts[index].mayShareRows);
  });
  return compareReports(
    loaded.map(({ name, report, caseload }) => ({ name, report, ethnicityList: caseload.ethnicityList })),
    (other) => facts[other - 1],
  );
}

/** The config but for its as-at date: that is of one caseload, and the inputs may be of several days. */
async function compareConfig({ config: file }: CompareFlags, world: World): Promise<Config | null> {
  const config = await configOf(file === undefined ? {} : { config: file }, world);
  return config === null ? null : { ...config, asAt: null };
}

/** The metrics that fit a comparison, or those of them that were asked for. */
function chosenMetrics(only: string | undefined): Metric[] {
  const fitting = COMPARED.map(({ metric }) => metric);
  if (only === undefined) return metrics.filter(({ name }) => fitting.includes(name));
  const chosen = chooseMetrics(only);
  const unfit = chosen.find(({ name }) => !fitting.includes(name));
  if (unfit === undefined) return chosen;
  throw new UserError(`--only ${unfit.name}: cannot be compared; what can is ${fitting.join(', ')}`);
}

function periodFor(flags: OneInputFlags, chosen: readonly Metric[]): Period | null {
  const period = periodOf(flags);
  if (period !== null && chosen.every(({ timing }) => timing === 'day')) {
    const names = chosen.map(({ name }) => name).join(', ');
    throw new UserError(
      `--from and --to do not fit ${names}, which speaks of one day; choose the day with --as-at`,
    );
  }
  return period;
}

function writesOf(comparison: Comparison, format: FormatName, flags: CompareFlags, world: World): Write[] {
  const to = flags.output ?? '-';
  const isScreen = to === '-';
  const content = renderComparison(comparison, format, {
    width: isScreen ? world.width : FILE_WIDTH,
    colorLevel: isScreen ? colorLevel(flags.color ?? 'auto', world) : 0,
  });
  const [, beside] = targetsOf(format, flags);
  const sharing = sharingWords(comparison);
  const written = { to, content, sharing, isOpened: flags.open ?? false };
  if (beside === undefined) return [written];
  return [written, { to: beside, content: renderComparisonProvenance(comparison), sharing }];
}

/** A CSV has no room for where its figures come from, which is written beside it. */
function targetsOf(format: FormatName, { output }: CompareFlags): string[] {
  if (output === undefined || output === '-') return ['-'];
  const isDevice = output.startsWith('/dev/');
  return [output, ...(format === 'csv' && !isDevice ? [`${output}.provenance.json`] : [])];
}
