import type { MetricReport } from '../../report/report.ts';

/** A note of the workbook: said once, whatever the number of metrics it is about. */
export interface NumberedNote {
  /** "[note 1]": words in brackets, as a screen reader reads no superscript. */
  readonly marker: string;
  /** The titles of the metrics it is about. */
  readonly about: readonly string[];
  readonly text: string;
}

/** The notes of all metrics in their order, a caveat before the others of its metric. */
export function numberNotes(metrics: readonly MetricReport[]): NumberedNote[] {
  const about = new Map<string, Set<string>>();
  for (const metric of metrics) {
    for (const text of textsOf(metric)) {
      about.set(text, (about.get(text) ?? new Set()).add(metric.title));
    }
  }
  return [...about].map(([text, titles], place) => ({
    marker: `[note ${place + 1}]`,
    about: [...titles],
    text: sentence(text),
  }));
}

/** The markers of the notes of one metric. */
export function markersOf({ title }: MetricReport, notes: readonly NumberedNote[]): string[] {
  return notes.flatMap(({ marker, about }) => (about.includes(title) ? [marker] : []));
}

function textsOf({ caveat, notes }: MetricReport): string[] {
  return [...(caveat === undefined ? [] : [caveat]), ...notes];
}

/** With a capital and a full stop. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
