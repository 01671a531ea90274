/** What makes a report the service's own: its title, name, logo, the parts it wants in their order, its commentary. */

import type { Actions } from '../actions/actions.ts';
import { UserError } from '../caseload/errors.ts';
import { type Config, LONGEST_WORDS } from '../config/config.ts';
import type { Metric } from '../metrics/define-metric.ts';
import { metricNamed, metrics } from '../metrics/index.ts';
import { SUMMARY } from '../metrics/sections.ts';
import type { Logo } from '../render/html/logo.ts';
import type { Commentary } from '../report/commentary.ts';
import type { MetricReport, Report, WordsInput } from '../report/report.ts';
import { chosenSections } from './chosen-sections.ts';

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
  readonly notes: Notes | null;
  readonly actions: Actions | null;
}

/** A commentary file: what it says, by the names of sections. */
interface Notes {
  readonly file: string;
  readonly sha256: string;
  readonly said: ReadonlyMap<string, Commentary>;
}

/**
 * The flags, which win, and the config. What stands in files is read, so that a mistake in it is told before any work.
 * @throws UserError for a title of no words, a section that is none, and for what is wrong with a file
 */
export async function presentationOf(flags: PresentationFlags, config: Config | null): Promise<Presentation> {
  return {
    title: wordsOf(flags.title, '--title') ?? config?.title ?? null,
    service: wordsOf(flags.service, '--service') ?? config?.service ?? null,
    sections: chosenSections(flags, config),
    logo: await logoOf(flags, config),
    notes: await notesOf(flags),
    actions: await actionsOf(flags),
  };
}

// What reads files is loaded for those alone who have one.

async function logoOf({ logo }: PresentationFlags, config: Config | null): Promise<Logo | null> {
  const path = logo ?? config?.logo ?? null;
  if (path === null) return null;
  return (await import('./read-logo.ts')).readLogo(path, logo === undefined ? 'logo' : '--logo');
}

async function notesOf({ notes }: PresentationFlags): Promise<Notes | null> {
  if (notes === undefined) return null;
  const { readNotes } = await import('./read-notes.ts');
  return readNotes(notes);
}

async function actionsOf({ actions }: PresentationFlags): Promise<Actions | null> {
  if (actions === undefined) return null;
  return (await import('../actions/read-actions.ts')).readActions(actions);
}

function wordsOf(given: string | undefined, flag: string): string | undefined {
  if (given === undefined) return undefined;
  const words = given.replace(/\s+/g, ' ').trim();
  if (words !== '' && words.length <= LONGEST_WORDS) return words;
  throw new UserError(`${flag}: give it some words, up to ${LONGEST_WORDS} characters`);
}

/** What is read besides the caseload, for the check that nothing is written over. */
export function presentationPaths({ logo, notes, actions }: PresentationFlags): string[] {
  return [logo, notes, actions].filter((path) => path !== undefined);
}

/** The metrics among the sections, in their order. */
export function metricsOf({ sections }: Presentation): readonly Metric[] {
  return sections === null ? metrics : sections.flatMap((name) => metricNamed(name) ?? []);
}

/** Those of which the improvement plan needs a figure, though they are not shown. */
export function furtherMetrics({ actions }: Presentation, chosen: readonly Metric[]): readonly Metric[] {
  const named = new Set(actions?.actions.map(({ figure }) => figure?.metric));
  return metrics.filter((metric) => named.has(metric.name) && !chosen.includes(metric));
}

/**
 * The report as the service wants it shown. Nothing here reaches a figure.
 * @param names of the metrics that are shown
 */
export async function present(
  report: Report,
  presentation: Presentation,
  names: ReadonlySet<string>,
): Promise<Report> {
  const { title, service, sections, notes } = presentation;
  const { schema, provenance, ...rest } = report;
  const words = wordsInputs(presentation);
  const shown = {
    schema,
    ...(title === null ? {} : { title }),
    ...(service === null ? {} : { service }),
    provenance: words.length === 0 ? provenance : { ...provenance, words },
    ...(sections === null ? {} : { sections }),
    ...rest,
    metrics: inOrder(await withPlan(report, presentation, names), sections),
  };
  return notes === null
    ? shown
    : (await import('../commentary/add-commentary.ts')).addCommentary(shown, notes.said);
}

function wordsInputs({ notes, actions }: Presentation): WordsInput[] {
  const words = [
    { of: '--notes', input: notes },
    { of: '--actions', input: actions },
  ];
  return words.flatMap(({ of, input }) =>
    input === null ? [] : [{ of, file: input.file, sha256: input.sha256 }],
  );
}

/** The plan looks figures up in the metrics as they are shown. */
async function withPlan(
  report: Report,
  { actions }: Presentation,
  names: ReadonlySet<string>,
): Promise<readonly MetricReport[]> {
  const shown = report.metrics.filter(({ name }) => names.has(name));
  if (actions === null) return shown;
  const { improvementPlan } = await import('../actions/improvement-plan.ts');
  return [...shown, improvementPlan(actions, report)];
}

function inOrder(
  shown: readonly MetricReport[],
  sections: Presentation['sections'],
): readonly MetricReport[] {
  if (sections === null) return shown;
  return sections.flatMap((name) => shown.filter((metric) => metric.name === name));
}

/** What the person who made the report should know of it. */
export function presentationMessages(
  { notes }: Presentation,
  { metrics: shown, provenance }: Report,
): string[] {
  if (notes === null) return [];
  const absent = [...notes.said.keys()].filter(
    (name) => name !== SUMMARY && shown.every((metric) => metric.name !== name),
  );
  return [
    ...(absent.length === 0
      ? []
      : [
          `${notes.file}: what it says of ${absent.join(', ')} is not shown, since the report leaves that out`,
        ]),
    ...(provenance.disclosure === 'internal' || absent.length === notes.said.size
      ? []
      : [`${notes.file} is shown as written: small numbers in it are not looked for`]),
  ];
}
