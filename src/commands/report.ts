/** `report` and one command per metric: files in, figures out. */
import { UserError } from '../caseload/errors.ts';
import { loadInThreads } from '../caseload/load.ts';
import { nearest } from '../caseload/nearest.ts';
import { parseColumn } from '../caseload/parse-column.ts';
import { parseDay } from '../caseload/parse-day.ts';
import type { Metric, Period } from '../metrics/define-metric.ts';
import { metricNamed, metrics } from '../metrics/index.ts';
import { cleanText } from '../render/clean-report.ts';
import { type FormatName, formatNames, formats } from '../render/formats.ts';
import { buildReport } from '../report/build-report.ts';
import { renderDisclosureLog } from '../report/disclosure/disclosure-log.ts';
import type { Basis } from '../report/disclosure/rules.ts';
import { type Sharing, shareReport } from '../report/disclosure.ts';
import type { InternalReport, Report, Severity } from '../report/report.ts';
import { checkTargets } from '../write-output.ts';
import { refuseUnfitTargets } from './check-targets.ts';
import type { Outcome, World, Write } from './outcome.ts';
import {
  furtherMetrics,
  metricsOf,
  type Presentation,
  type PresentationFlags,
  present,
  presentationMessages,
  presentationOf,
  presentationPaths,
} from './presentation.ts';
import {
  configOf,
  configPaths,
  givenOptions,
  type ReadingFlags,
  readInputs,
  readingOptions,
  threadsOf,
  unusedHeaders,
} from './reading.ts';
import {
  loadMonths,
  loadYears,
  type MetricFlags,
  otherPaths,
  refuseSameDay,
  settingsOf,
} from './settings.ts';
import { type SharingFlags, sharingOf } from './sharing.ts';
import { colorLevel, formatOf, inputPaths, sharingWords, type WritingFlags } from './writing.ts';

const FILE_WIDTH = 100;

export interface ReportFlags
  extends ReadingFlags,
    WritingFlags,
    SharingFlags,
    MetricFlags,
    PresentationFlags {
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
  readonly failOn?: 'error' | 'warning' | 'never';
}

/** Reads the files, computes the metrics, hands back the report in the format asked for. */
export async function reportCommand(
  files: readonly string[],
  flags: ReportFlags,
  world: World,
): Promise<Outcome> {
  const asked = flags.only === undefined ? null : chooseMetrics(flags.only);
  const by = flags.by === undefined ? null : parseColumn(flags.by, '--by');
  const config = await configOf(flags, world);
  const presentation = await presentationOf(flags, config);
  const chosen = asked ?? metricsOf(presentation);
  const needed = [...chosen, ...furtherMetrics(presentation, chosen)];
  const period = parsePeriod(flags, chosen);
  if (by !== null && flags.month !== undefined) {
    throw new UserError(
      '--month and --by do not fit: the files of other months are not divided; leave one out',
    );
  }
  const sharing = sharingOf(flags, by, config);
  const isInternal = flags.internal ?? false;
  const format = formatOf(flags, formatNames());
  const read = [
    ...inputPaths(files, flags),
    ...otherPaths(flags),
    ...presentationPaths(flags),
    ...configPaths(config),
  ];
  checkTargets(targetsOf(format, flags), flags.force ?? false, read);
  const settings = await settingsOf(flags, config);
  const { caseload, files: opened } = await loadInThreads(
    await readInputs(files, world),
    readingOptions(flags, config),
    threadsOf(flags),
    world.watch,
  );
  if (needed.some(readsTargets)) refuseUnfitTargets(config?.targets ?? [], caseload);
  const years = await loadYears(flags, config, world.watch);
  const months = await loadMonths(flags, config, world.watch);
  refuseSameDay(caseload, years, months);
  const report = buildReport(caseload, {
    metrics: needed,
    by,
    period,
    settings,
    years,
    months,
    given: givenOptions({ ...flags }),
    config,
    withoutStaff: !isInternal && !sharing.byWorker,
    isForSharing: !isInternal,
    onMetric: ({ title }) => world.watch?.doing(`computing ${title.toLowerCase()}`),
  });
  const names = new Set(chosen.map(({ name }) => name));
  const basis = { metrics: needed, by, filters: caseload.filters, shown: names };
  const whole = isInternal ? report : shareReport(report, basis, sharing);
  const shown = await present(whole, presentation, names);
  return {
    exitCode: exitCodeOf(report, flags.failOn ?? 'error'),
    writes: [
      ...(await writesOf(shown, format, flags, { world, logo: presentation.logo })),
      ...logOf(report, basis, sharing, flags),
    ],
    messages: [
      ...unusedHeaders(config, opened),
      ...nothingFits(report, flags),
      ...presentationMessages(presentation, shown),
      ...(flags.logo === undefined || format === 'html' ? [] : ['a logo is shown in the HTML page alone']),
      ...warningsOf(shown),
    ],
  };
}

/** What a shareable report would withhold, and why. */
function logOf(
  report: InternalReport,
  basis: Basis,
  sharing: Sharing,
  { disclosureLog }: ReportFlags,
): Write[] {
  if (disclosureLog === undefined) return [];
  const content = renderDisclosureLog(report, basis, sharing);
  return [{ to: disclosureLog, content, sharing: sharingWords(report.provenance) }];
}

function readsTargets({ name }: Metric): boolean {
  return name === 'court-timeliness' || name === 'data-quality';
}

/** What a reader must not miss stands among the notes, and is said at once. */
function warningsOf({ metrics: shown }: Report): string[] {
  return [...new Set(shown.flatMap(({ notes }) => notes.filter((note) => note.startsWith('Warning:'))))];
}

/** A filter that no row fits is likelier a slip than a question. */
function nothingFits({ provenance: { inputs } }: Report, { where }: ReportFlags): string[] {
  if (where === undefined || inputs.some(({ used }) => used !== 0)) return [];
  return [`no row fits --where ${where.join(' --where ')}; all figures are of nothing`];
}

/** The metrics of `--only a,b`, in the order of the catalogue. @throws UserError for a name that is none */
export function chooseMetrics(only: string): Metric[] {
  const names = only.split(',').map((name) => name.trim());
  const wanted = names.map((name) => {
    const metric = metricNamed(name);
    if (metric !== null) return metric;
    const all = metrics.flatMap(({ name: own, aliases }) => [own, ...(aliases ?? [])]);
    const guess = nearest(name, all);
    throw new UserError(
      `--only: there is no metric "${name}"; ${guess === null ? 'see yos-caseload metrics' : `did you mean ${guess}?`}`,
    );
  });
  return metrics.filter((metric) => wanted.includes(metric));
}

function parsePeriod({ from, to }: ReportFlags, chosen: readonly Metric[]): Period | null {
  if (from === undefined && to === undefined) return null;
  if (chosen.every(({ timing }) => timing === 'day')) {
    const names = chosen.map(({ name }) => name).join(', ');
    throw new UserError(
      `--from and --to do not fit ${names}, which speaks of one day; choose the day with --as-at`,
    );
  }
  const period = {
    from: from === undefined ? null : parseDay(from, '--from'),
    to: to === undefined ? null : parseDay(to, '--to'),
  };
  if (period.from !== null && period.to !== null && period.from > period.to) {
    throw new UserError(`--from ${from} lies after --to ${to}`);
  }
  return period;
}

async function writesOf(
  report: Report,
  format: FormatName,
  flags: ReportFlags,
  { world, logo }: { readonly world: World } & Pick<Presentation, 'logo'>,
): Promise<Write[]> {
  const to = flags.output ?? '-';
  const isScreen = to === '-';
  world.watch?.doing(`making ${format === 'terminal' ? 'tables' : format}`);
  const rendered = await formats[format].render(report, {
    logo,
    width: isScreen ? world.width : FILE_WIDTH,
    colorLevel: isScreen ? colorLevel(flags.color ?? 'auto', world) : 0,
  });
  const content = isScreen && world.isTerminal ? forScreen(rendered, format) : rendered;
  const sharing = sharingWords(report.provenance);
  const written = { to, content, sharing, isOpened: flags.open ?? false };
  if (!targetsOf(format, flags).includes(provenanceBeside(to))) return [written];
  const { renderProvenance } = await import('../render/csv.ts');
  return [written, { to: provenanceBeside(to), content: renderProvenance(report), sharing }];
}

/** Other formats leave nothing in that could act on a terminal; a CSV has its cells as they are. */
function forScreen(rendered: string | Uint8Array, format: FormatName): string {
  if (typeof rendered === 'string')
    return format === 'csv' ? rendered.replace(/[^\r\n]+/g, (line) => cleanText(line)) : rendered;
  throw new UserError(`--format ${format}: is no text for a screen; give it a file, as -o report.${format}`);
}

/** The files a report goes to: a CSV has no room for its provenance, which is written beside it. */
function targetsOf(format: FormatName, { output, disclosureLog }: ReportFlags): string[] {
  const log = disclosureLog === undefined ? [] : [disclosureLog];
  if (output === undefined || output === '-') return ['-', ...log];
  const isDevice = output.startsWith('/dev/');
  return [output, ...(format === 'csv' && !isDevice ? [provenanceBeside(output)] : []), ...log];
}

function provenanceBeside(file: string): string {
  return `${file}.provenance.json`;
}

/** 1 when there is a problem as grave as the user cares about. */
export function exitCodeOf(
  { problems }: Pick<Report, 'problems'>,
  failOn: 'error' | 'warning' | 'never',
): 0 | 1 {
  const grave: readonly Severity[] =
    failOn === 'never' ? [] : failOn === 'error' ? ['error'] : ['error', 'warning'];
  return problems.some(({ severity }) => grave.includes(severity)) ? 1 : 0;
}
