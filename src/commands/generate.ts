/** `generate`: a synthetic caseload to try things on. */
import { UserError } from '../caseload/errors.ts';
import { generateCaseload } from '../generate/generate-caseload.ts';
import { generateStaff } from '../generate/generate-staff.ts';
import type { GenerateOptions } from '../generate/options.ts';
import { checkTargets } from '../write-output.ts';
import type { Outcome } from './outcome.ts';

export interface GenerateFlags {
  readonly cases?: string;
  readonly seed?: string;
  readonly columns?: GenerateOptions['columns'];
  readonly messy?: boolean;
  readonly style?: GenerateOptions['style'];
  readonly asAt?: string;
  readonly staff?: string;
  readonly output?: string;
  readonly force?: boolean;
}

const DEFAULT_CASES = 600;
const DEFAULT_SEED = 1;

/** The caseload, and with --staff the workers behind it. The same seed gives the same bytes. */
export function generateCommand(flags: GenerateFlags): Outcome {
  const options: GenerateOptions = {
    cases: wholeNumber(flags.cases, '--cases', 1, DEFAULT_CASES),
    seed: wholeNumber(flags.seed, '--seed', 0, DEFAULT_SEED),
    columns: flags.columns ?? 'all',
    messy: flags.messy ?? false,
    style: flags.style ?? 'plain',
    ...(flags.asAt === undefined ? {} : { asAt: flags.asAt }),
  };
  checkTargets([flags.output ?? '-', flags.staff], flags.force ?? false);
  const staff = flags.staff === undefined ? [] : [{ to: flags.staff, content: generateStaff(options) }];
  return {
    exitCode: 0,
    writes: [...staff, { to: flags.output ?? '-', content: generateCaseload(options) }],
    messages: [],
  };
}

function wholeNumber(text: string | undefined, option: string, least: number, byDefault: number): number {
  if (text === undefined) return byDefault;
  const number = Number(text.replaceAll('_', ''));
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new UserError(`${option} ${text}: give a whole number of at least ${least}`);
}
