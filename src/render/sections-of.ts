import type { MetricReport, Report } from '../report/report.ts';

/** A metric, or what stands out. */
export type ShownSection = MetricReport | 'summary';

/** The parts of a report in their order: those that were chosen, else what stands out and then every metric. */
export function sectionsOf({ sections, metrics }: Report): ShownSection[] {
  if (sections === undefined) return ['summary', ...metrics];
  return sections.flatMap((name): ShownSection[] =>
    name === 'summary' ? ['summary'] : metrics.filter((metric) => metric.name === name),
  );
}
