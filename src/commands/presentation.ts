/** What makes a report the service's own: its title, name, logo, the parts it wants in their order, its commentary. */
import { UserError } from '../caseload/errors.ts';
import { nearest } from '../caseload/nearest.ts';
import type { Config } from '../config/config.ts';
import type { Metric } from '../metrics/define-metric.ts';
import { metricNamed, metrics } from '../metrics/index.ts';
import { IMPROVEMENT_PLAN, SECTIONS, sectionNamed } from '../metrics/sections.ts';
import type { Logo } from '../render/html/logo.ts';
import type { Commentary } from '../report/commentary.ts';
import type { Report } from '../report/report.ts';

export interface PresentationFlags {
  /** The metrics asked for by name, to which no config adds. */
  readonly only?: string;
  readonly title?: string;
  readonly service?: string;
  readonly logo?: string;
  readonly sections?: string;
  readonly notes?: string;
  readonly actions?: string;
}

export interface Presentation {
  readonly title: string | null;
  readonly service: string | null;
  readonly logo: Logo | null;
  /** Names of sections in their order; null for all, as they come. */
  readonly sections: readonly string[] | null;
}

const LONGEST_WORDS = 120;

/**
 * The flags, which win, and the config.
 * @throws UserError for a title of no words, a section that is none, a logo that is none
 */
export async function presentationOf(flags: PresentationFlags, config: Config | null): Promise<Presentation> {
  const logo = flags.logo ?? config?.logo ?? null;
  return {
    title: wordsOf(flags.title, '--title') ?? config?.title ?? null,
    service: wordsOf(flags.service, '--service') ?? config?.service ?? null,
    logo:
      logo === null
        ? null
        : (await import('./read-logo.ts')).readLogo(logo, flags.logo === undefined ? 'logo' : '--logo'),
    sections: sectionsOf(flags, config),
  };
}

function wordsOf(given: string | undefined, flag: string): string | undefined {
  if (given === undefined) return undefined;
  const words = given.replace(/\s+/g, ' ').trim();
  if (words !== '' && words.length <= LONGEST_WORDS) return words;
  throw new UserError(`${flag}: give it some words, up to ${LONGEST_WORDS} characters`);
}

function sectionsOf(
  { only, sections, actions }: PresentationFlags,
  config: Config | null,
): readonly string[] | null {
  if (sections !== undefined && only !== undefined)
    throw new UserError(
      '--sections and --only do not fit: --sections chooses too, and orders; leave --only out',
    );
  const chosen =
    sections === undefined
      ? only === undefined
        ? (config?.sections ?? null)
        : null
      : namedSections(sections);
  if (chosen === null) return null;
  const where = sections === undefined ? 'sections of the config' : '--sections';
  const hasPlan = chosen.includes(IMPROVEMENT_PLAN);
  if (actions !== undefined && !hasPlan)
    throw new UserError(`--actions is given, but ${where} leaves ${IMPROVEMENT_PLAN} out; add it there`);
  if (sections !== undefined && actions === undefined && hasPlan)
    throw new UserError(`--sections ${IMPROVEMENT_PLAN}: give the recommendations with --actions FILE`);
  return chosen;
}

function namedSections(given: string): string[] {
  const names = given.split(',').map((name) => {
    const found = sectionNamed(name);
    if (found !== null) return found.name;
    const guess = nearest(
      name.trim(),
      SECTIONS.flatMap(({ called }) => called),
    );
    const hint =
      guess === null ? `they are ${SECTIONS.map((one) => one.name).join(', ')}` : `did you mean ${guess}?`;
    throw new UserError(`--sections: there is no section "${name.trim()}"; ${hint}`);
  });
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UserError(`--sections: ${twice} is there twice; name each once`);
  if (names.some((name) => metricNamed(name) !== null)) return names;
  throw new UserError('--sections: names no metric, so there is nothing to show; add one of them');
}

/** The metrics among the sections, in their order. */
export function metricsOf({ sections }: Presentation): readonly Metric[] {
  return sections === null ? metrics : sections.flatMap((name) => metricNamed(name) ?? []);
}

/** What the service says, beside the figures. */
export interface Said {
  /** By the name of a section. */
  readonly commentary: ReadonlyMap<string, Commentary>;
}

/** The report as the service wants it shown. Nothing here reaches a figure. */
export function present(report: Report, { title, service, sections }: Presentation): Report {
  const { schema, ...rest } = report;
  return {
    schema,
    ...(title === null ? {} : { title }),
    ...(service === null ? {} : { service }),
    ...(sections === null ? {} : { sections }),
    ...rest,
  };
}
