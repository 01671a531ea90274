/** What the library may be told of a load, and what the command line makes of it by default. */
import { AGE_BANDS } from '../reference/age-bands.ts';
import type { EthnicityList } from '../reference/ethnicity.ts';
import type { CaseloadOptions } from './build-caseload.ts';
import { compact } from './columns.ts';
import { NO_MAPPING } from './map-columns.ts';
import { parseColumn } from './parse-column.ts';
import { parseDay } from './parse-day.ts';

/** What the library's `loadCaseload` may be told; everything else is as the command line has it by default. */
export interface LoadOptions {
  /** The as-at date, as `2026-10-31`. */
  readonly asAt?: string;
  readonly ethnicityList?: EthnicityList;
  readonly countCases?: boolean;
  /** Their header to our column. */
  readonly map?: Readonly<Record<string, string>>;
  /** Only rows of these values: our column to a value or several. */
  readonly where?: Readonly<Record<string, string | readonly string[]>>;
  /** Leaves out columns that hold identifiers instead of refusing the file. */
  readonly dropIdentifiers?: boolean;
  /** How many threads read a large file; by default as many as pay. */
  readonly threads?: number;
}

/** All options of a load, from the few given. @throws UserError for a column or date that is none */
export function caseloadOptions(options: LoadOptions = {}): CaseloadOptions {
  const headers = Object.entries(options.map ?? {});
  return {
    mapping: {
      ...NO_MAPPING,
      headers: new Map(headers.map(([theirs, ours]) => [compact(theirs), parseColumn(ours, 'map')])),
      named: headers.map(([theirs]) => theirs),
    },
    countCases: options.countCases ?? false,
    dropIdentifiers: options.dropIdentifiers ?? false,
    allowed: new Set(),
    ethnicityList: options.ethnicityList ?? '2021',
    ageBands: AGE_BANDS,
    where: Object.entries(options.where ?? {}).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ column: parseColumn(name, 'where'), value })),
    ),
    asAt: options.asAt === undefined ? null : { day: parseDay(options.asAt, 'asAt'), from: 'flag' },
  };
}
