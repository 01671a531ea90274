/** What is told of a run while it goes on: often, so whoever listens must take next to no time. */

export interface Watch {
  /** A load begins, or one more beside it: so many bytes are to be looked over, and so many read to rows. */
  readonly begin: (toLookOver: number, toRead: number) => void;
  /** A file is next; what becomes of it is told to what is handed back. */
  readonly open: (file: string) => FileWatch;
  /** The load has read all of its files. */
  readonly end: () => void;
  /** What is done next, when all is read: "computing workload". */
  readonly doing: (words: string) => void;
}

export interface FileWatch {
  /** So many bytes more have been looked over: for the hash and the encoding. */
  readonly lookedOver: (bytes: number) => void;
  /** So many bytes more have been read, or so many rows more found in them. */
  readonly read: (bytes: number, rows: number) => void;
  /** The file is read again from its start: what was read of it so far does not count. */
  readonly again: () => void;
}

/** The items as they are, each told of when whoever asked for it is done with it. */
export function* tellingOf<T>(items: Iterable<T>, tell: (item: T) => void): Generator<T, void, undefined> {
  for (const item of items) {
    yield item;
    tell(item);
  }
}
