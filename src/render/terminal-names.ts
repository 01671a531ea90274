/** Names at the terminal: the column they stand in, and the commands that say more of a file. */
import type { Provenance, Report } from '../report/report.ts';
import { inputName } from './describe-report.ts';
import { widestOf } from './measure-text.ts';

export const NAME_WIDTH = 15;
const LONGEST_NAME = 30;
const PLAIN_FILE_NAME = /^[\w./\\:-]+$/;

type Named = Provenance['inputs'][number];

/** The width at which what follows the names of the inputs stands in one column. */
export function nameColumnWidth(inputs: readonly Named[]): number {
  return Math.min(LONGEST_NAME, widestOf(inputs.map(inputName), NAME_WIDTH));
}

/** The command as it would be typed for the input; for FILE where there are several. */
export function commandFor(command: string, input: Named | undefined): string {
  if (input === undefined) return `yos-caseload ${command} FILE`;
  return `yos-caseload ${command} ${PLAIN_FILE_NAME.test(input.file) ? input.file : `"${input.file}"`}`;
}

/** The one input to name in a hint, or undefined when there are several. */
export function onlyInput(report: Report): Named | undefined {
  const [first, ...others] = report.provenance.inputs;
  return others.length === 0 ? first : undefined;
}
