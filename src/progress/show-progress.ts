/** The one line on a terminal that says how far a long run is, redrawn in place and gone at the end. */
import type { Watch } from '../caseload/watch.ts';
import { progressLine, rowWords, type Standing } from './progress-line.ts';
import { sizeWords } from './size-words.ts';

/** Where the line goes. */
export interface Terminal {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** A run that is told of while it goes on. */
export interface Progress {
  /** What reads tells it how far it is. */
  readonly watch: Watch;
  /** A file is being written. */
  readonly writing: (file: string) => void;
  /** So many bytes more of it are. */
  readonly wrote: (bytes: number) => void;
  /** Takes the line away, before anything else is said: none comes after it. */
  readonly close: () => void;
}

export interface ProgressOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Looked at after the first second only, as Node opens a stream when it is looked at. */
  readonly terminal: () => Terminal;
  /** Milliseconds; it says when to draw and what time is left, and nothing else hears of it. */
  readonly now: () => number;
}

const QUIET_MILLISECONDS = 1000;
/** Five times a second as the work goes on, and five times at most as another part of it begins. */
const BETWEEN_MILLISECONDS = 200;
/** Looking a byte over costs about an eighth of reading it. */
const LOOK_SHARE = 1 / 8;
const WIDTH_BY_DEFAULT = 80;
const CLEAR_TO_END = '\u001b[K';

/** How far the work of this moment is. */
interface Work {
  doing: string;
  /** Bytes to read and read, looked-over ones at their share. */
  toDo: number;
  done: number;
  rows: number;
  bytesWritten: number;
  /** Loads that go on: files of other months are read side by side. */
  loads: number;
  since: number;
}

/** Progress that draws from the first second on, at most ten times a second, and on nothing but a terminal. */
export function showProgress({ env, terminal, now }: ProgressOptions): Progress {
  const started = now();
  const work: Work = { doing: '', toDo: 0, done: 0, rows: 0, bytesWritten: 0, loads: 0, since: started };
  const line = lineOn(terminal, env);
  let next = started + QUIET_MILLISECONDS;
  let nextPart = next;
  const draw = (at: number) => {
    line.draw(standingOf(work, at));
    next = at + BETWEEN_MILLISECONDS;
  };
  const goOn = () => {
    const at = now();
    if (at >= next) draw(at);
  };
  /** What comes may keep this thread busy for long, so it is said now. */
  const begin = () => {
    const at = now();
    if (at < nextPart) return;
    draw(at);
    nextPart = next;
  };
  return {
    watch: watchOf(work, goOn, begin, now),
    writing: (file) => {
      work.doing = `writing ${file}`;
      work.bytesWritten = 0;
      work.rows = 0;
      begin();
    },
    wrote: (bytes) => {
      work.bytesWritten += bytes;
      goOn();
    },
    close: line.close,
  };
}

function watchOf(work: Work, goOn: () => void, begin: () => void, now: () => number): Watch {
  return {
    begin: (toLookOver, toRead) => {
      if (work.loads === 0) startAnew(work, now());
      work.loads++;
      work.toDo += toLookOver * LOOK_SHARE + toRead;
    },
    open: (file) => {
      work.doing = `reading ${file}`;
      goOn();
      return fileWatch(work, goOn);
    },
    end: () => {
      work.loads--;
      if (work.loads > 0) return;
      work.doing = 'computing';
      begin();
    },
    doing: (words) => {
      work.doing = words;
      begin();
    },
  };
}

function startAnew(work: Work, at: number): void {
  work.toDo = 0;
  work.done = 0;
  work.rows = 0;
  work.since = at;
}

function fileWatch(work: Work, goOn: () => void): ReturnType<Watch['open']> {
  let [bytesRead, rowsRead] = [0, 0];
  const read = (bytes: number, rows: number) => {
    work.done += bytes;
    work.rows += rows;
    bytesRead += bytes;
    rowsRead += rows;
    goOn();
  };
  return {
    read,
    lookedOver: (bytes) => {
      work.done += bytes * LOOK_SHARE;
      goOn();
    },
    again: () => read(-bytesRead, -rowsRead),
  };
}

function standingOf({ doing, toDo, done, rows, bytesWritten, loads, since }: Work, at: number): Standing {
  const soFar = bytesWritten > 0 ? `${sizeWords(bytesWritten)} so far` : rowWords(rows);
  if (loads === 0) return { doing, share: null, soFar, secondsLeft: null };
  const share = toDo > 0 ? Math.min(1, done / toDo) : null;
  const isGoing = share !== null && share > 0 && share < 1;
  const secondsLeft = isGoing ? ((at - since) * (1 - share)) / share / 1000 : null;
  return { doing, share, soFar, secondsLeft };
}

/** What is drawn and taken away; on anything but a terminal that can, nothing. */
function lineOn(terminal: () => Terminal, env: ProgressOptions['env']) {
  // The old console of Windows sets no TERM, and its fonts have no parts of blocks.
  const unicode = env.TERM !== undefined || env.WT_SESSION !== undefined;
  let [isShown, isClosed] = [false, false];
  return {
    draw: (standing: Standing) => {
      if (isClosed || standing.doing === '' || env.TERM === 'dumb') return;
      const to = terminal();
      if (to.isTTY !== true) return;
      // The last column stays free: what is written in it would begin a new line on some terminals.
      const width = Math.max(1, (to.columns || WIDTH_BY_DEFAULT) - 1);
      to.write(`\r${progressLine(standing, width, unicode)}${CLEAR_TO_END}`);
      isShown = true;
    },
    close: () => {
      isClosed = true;
      if (isShown) terminal().write(`\r${CLEAR_TO_END}`);
      isShown = false;
    },
  };
}
