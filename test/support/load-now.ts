import {
  type CaseloadInput,
  caseloadOptions,
  type LoadOptions,
  loadBuiltCaseload,
} from '../../src/caseload/load.ts';

/** What loadCaseload gives, in one piece on one thread. */
export function loadNow(inputs: CaseloadInput | readonly CaseloadInput[], options: LoadOptions = {}) {
  return loadBuiltCaseload([inputs].flat(), caseloadOptions(options)).caseload;
}
