/** Where a report comes from. No clock, no user, no host, no path. */
import type { Caseload } from '../caseload/caseload.ts';
import { type Day, isoDate } from '../caseload/read-dates.ts';
import { VERSION } from '../version.ts';
import type { OtherInput, Provenance } from './report.ts';

/** What a report was made of besides its caseload. */
export interface Given {
  /** Options that change figures, as they were given. */
  readonly options: Provenance['options'];
  readonly config: { readonly file: string; readonly sha256: string } | null;
  /** Further caseloads by what they are of: `--year 2024`. */
  readonly beside: readonly { readonly of: string; readonly caseload: Caseload }[];
}

export function provenanceOf(caseload: Caseload, { options, config, beside }: Given): Provenance<number> {
  return {
    tool: 'yos-caseload',
    version: VERSION,
    unit: caseload.unit,
    asAt: textOf(caseload.asAt),
    asAtFrom: caseload.asAtFrom,
    disclosure: 'internal',
    threshold: null,
    config: config?.file ?? null,
    ...(config === null ? {} : { configSha256: config.sha256 }),
    options,
    inputs: caseload.inputs,
    ...(beside.length === 0 ? {} : { beside: beside.flatMap(inputsOf) }),
  };
}

function inputsOf({ of, caseload }: Given['beside'][number]): OtherInput[] {
  return caseload.inputs.map((input) => ({ of, ...input, asAt: textOf(caseload.asAt) }));
}

function textOf(day: Day | null): string | null {
  return day === null ? null : isoDate(day);
}
