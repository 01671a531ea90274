// Results as text: Markdown tables, padded so that they read well in a terminal, too.

/** Cells of text; the first column is words, the others are numbers. */
export function table(headings, rows) {
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => row[at].length)),
  );
  const line = (cells) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(headings), rule, ...rows.map(line)].join('\n');
}

export function inSeconds(value) {
  return `${value.toFixed(value < 1 ? 3 : 2)} s`;
}

export function inMilliseconds(seconds) {
  return `${(seconds * 1000).toFixed(seconds < 0.01 ? 2 : 0)} ms`;
}

export function inMegabytes(bytes) {
  return bytes === null ? 'not measured' : `${(bytes / 1e6).toFixed(0)} MB`;
}

export function inTimes(value) {
  return value.toFixed(2);
}

export function inWhole(value) {
  return Math.round(value).toLocaleString('en-GB');
}

const HEADINGS = ['program', 'median', 'fastest', 'rows/s', 'MB/s', 'peak memory', 'yos-caseload takes'];
const DOES_NOT_READ = 'node -e 0';

/** All programs on one caseload. */
export function comparison({ cases, form, bytes, rounds, figures, results }) {
  const title = `### ${inWhole(cases)} cases, ${form} (${(bytes / 1e6).toFixed(1)} MB, rounds: ${rounds})`;
  const rows = results.map(({ name, seconds, fastest, memory, times }) => {
    const reads = name !== DOES_NOT_READ;
    return [
      name,
      inSeconds(seconds),
      inSeconds(fastest),
      reads ? inWhole(cases / seconds) : '-',
      reads ? (bytes / 1e6 / seconds).toFixed(1) : '-',
      inMegabytes(memory),
      `${inTimes(times)} x`,
    ];
  });
  return `${title}\n\n${table(HEADINGS, rows)}\n\n${inWhole(figures)} figures, the same in all.`;
}
