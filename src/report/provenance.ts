/** Where a report comes from. No clock, no user, no host, no path. */
import type { Caseload } from '../caseload/caseload.ts';
import { isoDate } from '../caseload/read-dates.ts';
import { VERSION } from '../version.ts';
import type { Provenance } from './report.ts';

export function provenanceOf(caseload: Caseload, given: Provenance['options']): Provenance<number> {
  return {
    tool: 'yos-caseload',
    version: VERSION,
    unit: caseload.unit,
    asAt: caseload.asAt === null ? null : isoDate(caseload.asAt),
    asAtFrom: caseload.asAtFrom,
    disclosure: 'internal',
    threshold: null,
    config: null,
    options: given,
    inputs: caseload.inputs,
  };
}
