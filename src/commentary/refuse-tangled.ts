/** What would keep the reader of Markdown busy for minutes is refused before it is read. */
import { UserError } from '../caseload/errors.ts';

/** Lists and quotes within each other. */
export const DEEPEST = 10;
const MOST_LINES = 3000;
const MOST_MARKS = 10_000;
/** In lines without an empty one between them: marks are matched with all others of their paragraph. */
const MOST_MARKS_TOGETHER = 500;

const MARK = /[*_[\]<`]/g;
const LINE_END = /\r\n|\r|\n/;
const OPENS_TOO_MANY = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${DEEPEST + 1}}`);
/** Lists and quotes that lines open, all together. */
const MOST_OPENED = 4000;
const OPENED = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;
const OPENER = />|[-+*]|\d+[.)]/g;
/** Ten levels of the widest numbers stand no further in. */
const OPENS_FAR_IN = /^[ \t]{111,}(?:[-+*]|\d{1,9}[.)])(?=[ \t])/;
/** A rule across the page is written with the marks of lists. */
const RULE = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/;

/** @throws UserError, naming the line, for a text nested too deep, with too many lines or too many marks */
export function refuseTangled(text: string, name: string): void {
  const lines = text.split(LINE_END);
  if (lines.length > MOST_LINES) {
    throw new UserError(`${name}: ${lines.length} lines; keep a commentary to ${MOST_LINES}`);
  }
  let marks = 0;
  let together = 0;
  let opened = 0;
  for (const [place, line] of lines.entries()) {
    const isDeep = OPENS_TOO_MANY.test(line) || OPENS_FAR_IN.test(line);
    if (isDeep && !RULE.test(line)) throw tooDeep(name, place + 1);
    opened += OPENED.exec(line)?.[0].match(OPENER)?.length ?? 0;
    if (opened > MOST_OPENED) throw tooManyOpened(name, place + 1);
    const here = line.match(MARK)?.length ?? 0;
    marks += here;
    together = line.trim() === '' ? 0 : together + here;
    if (together > MOST_MARKS_TOGETHER || marks > MOST_MARKS) throw tooManyMarks(name, place + 1);
  }
}

export function tooDeep(name: string, line: number): UserError {
  return new UserError(
    `${name}:${line}: lists or quotes nested more than ${DEEPEST} deep; write them with fewer levels`,
  );
}

function tooManyOpened(name: string, line: number): UserError {
  return new UserError(`${name}:${line}: more than ${MOST_OPENED} list items and quotes; write fewer`);
}

function tooManyMarks(name: string, line: number): UserError {
  return new UserError(
    `${name}:${line}: too many of the marks * _ [ ] < and \` to read; at most ${MOST_MARKS_TOGETHER} may stand in one paragraph and ${MOST_MARKS} in the file`,
  );
}
