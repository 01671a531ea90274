/**
 * A mistake that the user can mend: shown as one line, or, of a file with several, as a line each; exit code 2. The
 * message says what is wrong and what to do, and never holds a cell of the data.
 */
export class UserError extends Error {
  readonly lines: readonly string[];

  constructor(said: string | readonly string[]) {
    const lines = typeof said === 'string' ? [said] : said;
    super(lines.join('\n'));
    this.lines = lines;
  }
}
