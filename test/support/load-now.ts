import {
  type BuiltCaseload,
  buildCaseload,
  type CaseloadOptions,
} from '../../src/caseload/build-caseload.ts';
import { type CaseloadInput, openSources } from '../../src/caseload/load.ts';
import type { LoadOptions } from '../../src/caseload/load-options.ts';
import { caseloadOptions } from '../../src/caseload/load-options.ts';
import { readFile } from '../../src/caseload/read-file.ts';

/** A caseload with its files and rejections, read in one piece on one thread. */
export function loadBuiltCaseload(inputs: readonly CaseloadInput[], options: CaseloadOptions): BuiltCaseload {
  return buildCaseload(
    openSources(inputs).map((source) => readFile(source, options)),
    options,
  );
}

/** What loadCaseload gives, in one piece on one thread. */
export function loadNow(inputs: CaseloadInput | readonly CaseloadInput[], options: LoadOptions = {}) {
  return loadBuiltCaseload([inputs].flat(), caseloadOptions(options)).caseload;
}
