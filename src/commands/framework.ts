/** `framework`: inspection frameworks, what is known of each, and what ratings add up to by one of them. */
import { UserError } from '../caseload/errors.ts';
import { nearest } from '../caseload/nearest.ts';
import { FRAMEWORK_NAMES, FRAMEWORKS, type Framework, frameworkNamed } from '../reference/frameworks.ts';
import { textTable } from '../render/text-table.ts';
import { VERSION } from '../version.ts';
import { checkTargets } from '../write-output.ts';
import { frameworkLines } from './framework-lines.ts';
import { compositeRule, scoreFramework, scoreLines } from './framework-score.ts';
import type { Outcome, World } from './outcome.ts';
import { readInputs } from './reading.ts';
import { formatOf, inputPaths, type WritingFlags } from './writing.ts';

export interface FrameworkFlags extends WritingFlags {
  readonly framework?: string;
}

const SCORE = 'score';
const WIDTH_OF_A_FILE = 100;

/** Without a word the list; with a name that framework; with `score` and a file what its ratings add up to. */
export async function frameworkCommand(
  word: string | undefined,
  ratings: string | undefined,
  flags: FrameworkFlags,
  world: World,
): Promise<Outcome> {
  if (word === SCORE) return score(ratings, flags, world);
  const framework = word === undefined ? null : named(word, '');
  if (ratings !== undefined)
    throw new UserError(
      `${ratings}: ratings are read by framework ${SCORE} alone; to see ${word}, leave them out`,
    );
  if (flags.framework !== undefined)
    throw new UserError(
      `--framework ${flags.framework}: it goes with framework ${SCORE}; to see one: framework NAME`,
    );
  return framework === null ? list(flags, world) : show(framework, flags, world);
}

async function score(ratings: string | undefined, flags: FrameworkFlags, world: World): Promise<Outcome> {
  const framework = named(flags.framework ?? FRAMEWORK_NAMES[0], '--framework ');
  compositeRule(framework);
  if (ratings === undefined)
    throw new UserError(
      'no file given; name a CSV with the columns standard and rating, or - for standard input',
    );
  const format = formatOf(flags, ['terminal', 'json']);
  checkTargets([flags.output ?? '-'], flags.force ?? false, inputPaths([ratings], {}));
  const [input] = await readInputs([ratings], world);
  const found = scoreFramework(framework, input);
  return written(
    format === 'json' ? jsonLines(found) : scoreLines(framework, found, widthOf(flags, world)),
    flags,
  );
}

function show(framework: Framework, flags: FrameworkFlags, world: World): Outcome {
  const format = formatOf(flags, ['terminal', 'json']);
  checkTargets([flags.output ?? '-'], flags.force ?? false);
  const json = { schema: 'yos-caseload/framework/1', version: VERSION, ...framework };
  return written(
    format === 'json' ? jsonLines(json) : frameworkLines(framework, widthOf(flags, world)),
    flags,
  );
}

function list(flags: FrameworkFlags, world: World): Outcome {
  if (formatOf(flags, ['terminal', 'json']) === 'json')
    throw new UserError(`the list is for reading; name one for its JSON: ${FRAMEWORK_NAMES.join(', ')}`);
  checkTargets([flags.output ?? '-'], flags.force ?? false);
  const width = widthOf(flags, world);
  const rows = FRAMEWORKS.map((framework) => [
    framework.name,
    `${framework.title}; ${extentWords(framework)}`,
  ]);
  return written(
    [
      ...textTable(['Name', 'What it is'], rows, width),
      '',
      'To see one:             yos-caseload framework 2018-2024',
      'What ratings add up to: yos-caseload framework score ratings.csv',
    ],
    flags,
  );
}

function extentWords({ isProvisional, standards, composite }: Framework): string {
  if (isProvisional || composite === null) return 'provisional: structure only, no bands, no composite';
  return `${standards.length} standards, bands, composite of 0 to ${composite.maximum}`;
}

/** @throws UserError when there is none of that name */
function named(name: string, option: string): Framework {
  const framework = frameworkNamed(name);
  if (framework !== null) return framework;
  const isScore = option === '' && nearest(name, [SCORE]) !== null;
  const hint = isScore ? `did you mean ${SCORE}?` : `there are ${FRAMEWORK_NAMES.join(' and ')}`;
  throw new UserError(`${option}${name}: no such framework; ${hint}`);
}

function widthOf({ output }: FrameworkFlags, { width }: World): number {
  return output === undefined || output === '-' ? width : WIDTH_OF_A_FILE;
}

function written(lines: readonly string[], { output }: FrameworkFlags): Outcome {
  return { exitCode: 0, writes: [{ to: output ?? '-', content: `${lines.join('\n')}\n` }], messages: [] };
}

function jsonLines(data: object): string[] {
  return [JSON.stringify(data, null, 2)];
}
