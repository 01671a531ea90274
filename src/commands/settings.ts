/** What flags and the config file set for the metrics, and the further caseloads that some of them compare with. */
import type { Caseload } from '../caseload/caseload.ts';
import { UserError } from '../caseload/errors.ts';
import { loadInThreads } from '../caseload/load.ts';
import { nearest } from '../caseload/nearest.ts';
import { type Day, isoDate } from '../caseload/read-dates.ts';
import type { Watch } from '../caseload/watch.ts';
import type { Config } from '../config/config.ts';
import type { Baseline, Settings } from '../metrics/settings.ts';
import { POPULATIONS } from '../reference/populations.ts';
import { lastDayOfMonth, monthOfDay } from '../reference/quarter.ts';
import type { Labelled } from '../report/build-report.ts';
import { readBytes } from './read-bytes.ts';
import { type ReadingFlags, readingOptions, threadsOf } from './reading.ts';

export interface MetricFlags {
  readonly baseline?: string;
  readonly year?: readonly string[];
  readonly combined?: boolean;
  readonly fourFifths?: boolean;
  readonly months?: string;
  readonly month?: readonly string[];
  readonly monthsAhead?: string;
  readonly byWorker?: boolean;
}

const MOST_MONTHS = 240;
/** Of all areas of a country, in every band and group, and more. */
const MOST_BASELINE_KIBIBYTES = 1 << 16;

/** @throws UserError for a number or a baseline that is none */
export async function settingsOf(flags: MetricFlags, config: Config | null): Promise<Partial<Settings>> {
  const baseline = await baselineOf(flags, config);
  const { targets, framework, caseLimit } = config ?? {};
  return {
    ...(baseline === null ? {} : { baseline }),
    combined: flags.combined ?? false,
    fourFifths: flags.fourFifths ?? false,
    byWorker: flags.byWorker ?? false,
    ...(targets ? { targets } : {}),
    ...(caseLimit ? { caseLimit } : {}),
    ...(framework ? { hasQualityBands: await hasBands(framework) } : {}),
    ...numberSetting('trendMonths', '--months', flags.months),
    ...numberSetting('monthsAhead', '--months-ahead', flags.monthsAhead),
  };
}

function numberSetting(
  key: 'trendMonths' | 'monthsAhead',
  flag: string,
  text: string | undefined,
): Partial<Settings> {
  if (text === undefined) return {};
  const number = Number(text);
  if (/^\d{1,3}$/.test(text) && number >= 1 && number <= MOST_MONTHS) return { [key]: number };
  throw new UserError(`${flag} ${text}: give a whole number of months from 1 to ${MOST_MONTHS}`);
}

async function hasBands(framework: string): Promise<boolean> {
  const { frameworkNamed } = await import('../reference/frameworks.ts');
  return (frameworkNamed(framework)?.rating ?? null) !== null;
}

/** The population a caseload is compared with: one of ours by name, or a file. */
async function baselineOf({ baseline }: MetricFlags, config: Config | null): Promise<Baseline | null> {
  if (baseline === undefined) {
    if (config === null || config.baseline === null) return null;
    return config.baseline.kind === 'known'
      ? knownBaseline(config.baseline.name)
      : fileBaseline(config.baseline.path, 'baseline');
  }
  const isFile = /[./\\]/.test(baseline);
  return isFile ? fileBaseline(baseline, '--baseline') : knownBaseline(baseline);
}

async function knownBaseline(name: string): Promise<Baseline> {
  const { baselineNamed } = await import('../reference/populations.ts');
  const found = baselineNamed(name);
  if (found !== null) return found;
  const names = POPULATIONS.map((population) => population.name);
  const guess = nearest(name, names);
  const hint = guess === null ? `it is one of ${names.join(', ')}, or a CSV file` : `did you mean ${guess}?`;
  throw new UserError(`--baseline ${name}: no such population; ${hint}`);
}

async function fileBaseline(path: string, option: string): Promise<Baseline> {
  const { readBaseline } = await import('../config/read-baseline.ts');
  return readBaseline(readBytes(path, option, MOST_BASELINE_KIBIBYTES), path, option);
}

interface Other {
  readonly label: string;
  readonly path: string;
}

/** The caseloads of other years, each as of its own latest start date. */
export function loadYears(
  flags: MetricFlags & ReadingFlags,
  config: Config | null,
  watch: Watch | null,
): Promise<Labelled[]> {
  const years = othersOf(flags.year, '--year', /^\d{4}(\/\d{2})?$/, '2024=file.csv');
  return Promise.all(years.map((year) => loadOther(year, flags, config, { month: undefined, watch })));
}

/** The caseloads of other months, each as of the last day of its month. */
export function loadMonths(
  flags: MetricFlags & ReadingFlags,
  config: Config | null,
  watch: Watch | null,
): Promise<Labelled[]> {
  const months = othersOf(flags.month, '--month', /^\d{4}-(0[1-9]|1[0-2])$/, '2026-09=file.csv');
  return Promise.all(months.map((month) => loadOther(month, flags, config, { month: month.label, watch })));
}

function othersOf(given: readonly string[] = [], flag: string, pattern: RegExp, example: string): Other[] {
  const others = given.map((text) => {
    const at = text.indexOf('=');
    const [label, path] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (at > 0 && pattern.test(label) && path !== '') return { label, path };
    throw new UserError(`${flag} ${text}: write it as ${flag} ${example}`);
  });
  const twice = others.find(({ label }, index) => others.findIndex((one) => one.label === label) < index);
  if (twice !== undefined) throw new UserError(`${flag} ${twice.label} is given twice; give each once`);
  return others.sort((one, other) => (one.label < other.label ? -1 : 1));
}

async function loadOther(
  { label, path }: Other,
  flags: ReadingFlags,
  config: Config | null,
  { month, watch }: { readonly month: string | undefined; readonly watch: Watch | null },
): Promise<Labelled> {
  const asAt = month === undefined ? null : { day: lastDayOf(month), from: 'flag' as const };
  const options = { ...readingOptions(flags, config), asAt };
  const { caseload } = await loadInThreads([path], options, threadsOf(flags), watch);
  return { label, caseload };
}

function lastDayOf(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return lastDayOfMonth((year - 1970) * 12 + number - 1);
}

/**
 * Other years and months must be others: not those of the caseload itself, nor of one another.
 * @throws UserError naming the option with its label, what it overlaps with and how to mend it
 */
export function refuseSameDay(
  { asAt }: Pick<Caseload, 'asAt'>,
  years: readonly Labelled[],
  months: readonly Labelled[] = [],
): void {
  const days = new Map<Day | null, string>([[asAt, 'the caseload itself']]);
  for (const { label, caseload } of years) {
    if (asAt !== null && isOfYear(asAt, label))
      throw overlap('--year', label, `the caseload itself is of that year (as at ${isoDate(asAt)})`);
    const other = caseload.asAt === null ? undefined : days.get(caseload.asAt);
    if (other !== undefined)
      throw overlap('--year', label, `as at ${isoDate(caseload.asAt ?? 0)} like ${other}`);
    days.set(caseload.asAt, `--year ${label}`);
  }
  for (const { label } of months)
    if (asAt !== null && isoDate(asAt).startsWith(label))
      throw overlap('--month', label, `the caseload itself is of that month (as at ${isoDate(asAt)})`);
}

function overlap(flag: '--year' | '--month', label: string, why: string): UserError {
  return new UserError(
    `${flag} ${label}: ${why}; give a file of another ${flag.slice(2)}, or leave ${flag} ${label} out`,
  );
}

/** Whether a day lies in `2026`, or in `2026/27`, which begins in April. */
function isOfYear(day: Day, label: string): boolean {
  const firstMonth = (Number(label.slice(0, 4)) - 1970) * 12 + (label.includes('/') ? 3 : 0);
  const month = monthOfDay(day);
  return month >= firstMonth && month < firstMonth + 12;
}

/** What is read besides the caseload, for the check that nothing is written over. */
export function otherPaths({ year = [], month = [], baseline = '' }: MetricFlags): string[] {
  const files = [...year, ...month].map((text) => text.slice(text.indexOf('=') + 1).trim());
  return /[./\\]/.test(baseline) ? [...files, baseline] : files;
}
