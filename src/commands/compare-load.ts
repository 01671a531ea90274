/** The inputs of a comparison, each read, counted and made fit to be shared by itself; and what their ids say. */
import type { Caseload } from '../caseload/caseload.ts';
import { UserError } from '../caseload/errors.ts';
import { loadInThreads } from '../caseload/load.ts';
import type { Facts } from '../compare/compare-reports.ts';
import type { Overlap } from '../compare/comparison.ts';
import { auditedInBoth, casesInBoth, childrenInBoth, countMovement } from '../compare/in-both.ts';
import type { Config } from '../config/config.ts';
import { childrenWithOpenCase } from '../metrics/cohorts.ts';
import type { Metric, Period } from '../metrics/define-metric.ts';
import { metrics } from '../metrics/index.ts';
import { DEFAULT_SETTINGS } from '../metrics/settings.ts';
import { buildReport } from '../report/build-report.ts';
import { type Sharing, shareReport } from '../report/disclosure.ts';
import type { InternalReport, Report } from '../report/report.ts';
import { sharedOf, viewOf } from '../report/view.ts';
import type { NamedInput, OneInputFlags } from './compare-inputs.ts';
import type { World } from './outcome.ts';
import { givenOptions, readInputs, readingOptions, threadsOf } from './reading.ts';

/** An input with all that was read and counted of it. */
export interface Loaded extends NamedInput {
  readonly caseload: Caseload;
  readonly period: Period | null;
  readonly internal: InternalReport;
  readonly report: Report;
  readonly where: readonly string[];
}

export interface InputSettings {
  readonly flags: OneInputFlags;
  readonly period: Period | null;
  readonly chosen: readonly Metric[];
  /** Null for an internal comparison. */
  readonly sharing: Sharing | null;
  readonly config: Config | null;
}

/** Reads and counts an input. @throws UserError for what is wrong with it, under its name */
export async function loadInput(input: NamedInput, settings: InputSettings, world: World): Promise<Loaded> {
  try {
    return await readInput(input, settings, world);
  } catch (error) {
    throw error instanceof UserError ? new UserError(`${input.name}: ${error.message}`) : error;
  }
}

async function readInput(
  input: NamedInput,
  { flags, period, chosen, sharing, config }: InputSettings,
  world: World,
): Promise<Loaded> {
  const { caseload } = await loadInThreads(
    await readInputs([input.file], world),
    readingOptions(flags, config),
    threadsOf(flags),
    world.watch,
  );
  const internal = buildReport(caseload, {
    metrics: chosen,
    period,
    given: givenOptions({ ...flags }),
    withoutStaff: true,
    config,
    isForSharing: sharing !== null,
  });
  const basis = { metrics: chosen, by: null, filters: caseload.filters };
  const report = sharing === null ? internal : shareReport(internal, basis, sharing);
  return { ...input, caseload, period, internal, report, where: flags.where ?? [] };
}

/** What the ids say, which no report holds. */
export interface IdFacts extends Facts {
  /** Whether some case is in both; not looked at where there is no period. */
  readonly cases: Overlap;
  /** Rows of one file, or of the same children, may be in both, whatever was said. */
  readonly mayShareRows: boolean;
}

/** Looks at the ids of two inputs; no id goes any further. */
export function factsOf(first: Loaded, other: Loaded, isSaidDifferent: boolean): IdFacts {
  const [one, two] = [first.caseload, other.caseload];
  const said = (overlap: Overlap): Overlap => (isSaidDifferent ? 'different' : overlap);
  const children = said(childrenInBoth(one, two));
  const hashes = new Set(one.inputs.map(({ sha256 }) => sha256));
  return {
    children,
    // Asked for where periods may overlap.
    cases: first.period === null && other.period === null ? 'unknown' : said(casesInBoth(one, two)),
    auditedCases: said(auditedInBoth(one, first.period, two, other.period)),
    isSaidDifferent,
    daysApart: one.asAt === null || two.asAt === null ? null : one.asAt - two.asAt,
    moved: children === 'shared' ? countMovement(countedIn(one), countedIn(two)) : null,
    mayShareRows: children === 'shared' || two.inputs.some(({ sha256 }) => hashes.has(sha256)),
  };
}

/** Children with an open case at the as-at date, as the mixes count them. */
function countedIn(caseload: Caseload) {
  const [metric] = metrics;
  const around = { settings: DEFAULT_SETTINGS, period: null, years: [], months: [] };
  const view = viewOf(caseload, sharedOf(caseload), caseload.used, metric, around);
  return { caseload, children: childrenWithOpenCase(view).children };
}
