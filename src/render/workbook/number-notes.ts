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

/** The numbers of the notes of one metric in words, as "note 3" or "notes 1, 5 and 32 to 42"; empty without any. */
export function noteNumbers({ title }: MetricReport, notes: readonly NumberedNote[]): string {
  const numbers = notes.flatMap(({ about }, place) => (about.includes(title) ? [place + 1] : []));
  if (numbers.length === 0) return '';
  const parts = runsOf(numbers).flatMap(([first, last]) => {
    if (last - first > 1) return [`${first} to ${last}`];
    return first === last ? [`${first}`] : [`${first}`, `${last}`];
  });
  const [end = '', ...others] = [...parts].reverse();
  const listed = others.length === 0 ? end : `${others.reverse().join(', ')} and ${end}`;
  return `${numbers.length === 1 ? 'note' : 'notes'} ${listed}`;
}

/** The first and the last of each run of numbers without a gap. */
function runsOf(numbers: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function textsOf({ caveat, notes }: MetricReport): string[] {
  return [...(caveat === undefined ? [] : [caveat]), ...notes];
}

/** With a capital and a full stop. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
