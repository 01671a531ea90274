import type { Watch } from '../caseload/watch.ts';

/** What a command hands back: nothing is written before all of it is there. */
export interface Outcome {
  /** 0 all well; 1 the command did its work and found something. */
  readonly exitCode: 0 | 1;
  readonly writes: readonly Write[];
  /** Lines for the person at the terminal, on stderr. */
  readonly messages: readonly string[];
}

export interface Write {
  /** A path, or `-` for stdout. */
  readonly to: string;
  readonly content: string | Uint8Array | Iterable<Uint8Array>;
  /** A new secret that other writes depend on: on the disk before them, for its owner alone, never in place of a file. */
  readonly isKey?: true;
  /** Who may see it, in a few words for the closing line; missing where nobody need be told. */
  readonly sharing?: string;
  /** To be shown in the system's viewer once it is written. */
  readonly isOpened?: boolean;
}

/** What a command may know of the world it runs in. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where the program runs, in which and above which a config file is looked for; null for nowhere. */
  readonly folder: string | null;
  /** Whoever is told how far the reading of caseloads is; null when nobody is. */
  readonly watch: Watch | null;
  readStdin(): Promise<Uint8Array>;
}
