/** What a config file says: the result of reading it, with nothing left to check. */
import type { ColumnName } from '../caseload/columns.ts';
import type { LabelledColumn } from '../caseload/own-labels.ts';
import type { Day } from '../caseload/read-dates.ts';
import type { AgeBand } from '../reference/age-bands.ts';
import type { Target } from '../reference/targets.ts';

/** Their header, as it is written in the config, and the column of ours it stands for. */
export interface HeaderMapping {
  readonly theirs: string;
  readonly ours: ColumnName;
}

/** A label of theirs in a column of ours (or in all yes/no columns), and our label it stands for. */
export interface LabelMapping {
  readonly column: LabelledColumn;
  readonly theirs: string;
  readonly ours: string;
}

/** A population of ours by name, or a CSV: its path is as written until the config is loaded from a folder. */
export type Baseline =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

/** Characters of a title or a name, which stand in a heading. */
export const LONGEST_WORDS = 120;

export interface DisclosureSettings {
  readonly threshold?: number;
  readonly zeros?: 'show' | 'hide';
}

/** What the text of a config says. Null, or an empty list or map, is nothing said. */
export interface Settings {
  /** The name of the file without its folder. */
  readonly file: string;
  readonly asAt: Day | null;
  readonly columns: readonly HeaderMapping[];
  readonly values: readonly LabelMapping[];
  readonly baseline: Baseline | null;
  readonly framework: string | null;
  readonly targets: readonly Target<ColumnName>[] | null;
  /** Bands of the ages 10 to 17, each age in one; 18 and over is not among them and comes after. */
  readonly ageBands: readonly AgeBand[] | null;
  /** The most open cases that one worker should hold. */
  readonly caseLimit: number | null;
  readonly disclosure: DisclosureSettings;
  /** What the service calls its reports, and itself. */
  readonly title: string | null;
  readonly service: string | null;
  /** The path of a picture, as that of a baseline. */
  readonly logo: string | null;
  /** Names of sections, in the order in which reports have them. */
  readonly sections: readonly string[] | null;
}

export interface Config extends Settings {
  /** Where it was read from. */
  readonly path: string;
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
}
