// Lines of generated files, in which no cell holds a quote or a line end.

/** The cells of a line. */
export function cellsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);
}

/** The line of cells, quoted where they have to be. */
export function lineOf(cells) {
  return cells.map((text) => (text.includes(',') ? `"${text}"` : text)).join(',');
}
