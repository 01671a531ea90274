/** Flags that several commands have, each declared once. */
import { type Command, Option } from 'commander';
import { METRIC_FLAGS } from './commands/metric-flags.ts';
import type { World } from './commands/outcome.ts';
import { ETHNICITY_LISTS } from './reference/ethnicity.ts';

const FAIL_ON = ['error', 'warning', 'never'];
const COLOR = ['auto', 'always', 'never'];

export const collect = (value: string, before: readonly string[] = []) => [...before, value];
/** Of a flag that may stand without a name: alone it is of all, which the empty name says. */
export const collectNames = (value: string, before?: true | readonly string[]) => [
  ...(before === true ? [''] : (before ?? [])),
  value,
];

export function addReading(command: Command): void {
  command.argument(
    '[files...]',
    'CSV files, folders of them, or - for standard input; several are parts of one caseload',
  );
  addMapping(command);
  command
    .option(
      '--where <column=value>',
      'only rows of this value (repeatable: same column is or, others are and)',
      collect,
    )
    .option('--as-at <date>', 'the day that "open" and ages refer to; by default the latest start_date')
    .addOption(
      new Option('--ethnicity-list <list>', 'how ethnicity is grouped (2021)').choices([...ETHNICITY_LISTS]),
    )
    .option('--threads <n>', 'how many threads read a large file; by default as many as pay')
    .option(
      '--drop-identifiers',
      'leave out columns that hold names, numbers or addresses instead of refusing the file',
    )
    .option(
      '--allow-column <header>',
      'read a column although it looks like identifiers (repeatable)',
      collect,
    );
}

export function addMapping(command: Command): void {
  command
    .optionsGroup('What is read:')
    .option(
      '--map <mapping>',
      '"their header=our column", or a CSV of theirs,ours,column (repeatable)',
      collect,
    )
    .option('--count-cases', 'each row is a case and children are not told apart')
    .option('--config <file>', 'settings; by default yos-caseload.yaml here or in a folder above');
}

/** The flags of one metric, or those of all. */
export function addMetricFlags(command: Command, only: string | undefined): void {
  const chosen = METRIC_FLAGS.filter(({ metric }) => only === undefined || metric === only);
  if (chosen.length > 0) command.optionsGroup('What it is compared with:');
  for (const { flags, description, isRepeatable } of chosen) {
    if (isRepeatable) command.option(flags, description, collect);
    else command.option(flags, description);
  }
}

export function addSharing(command: Command): void {
  command
    .optionsGroup('What may be shared:')
    .option('--internal', 'show all numbers and stamp the report INTERNAL')
    .option('--threshold <n>', 'withhold counts of children from 1 to below this number (5)')
    .addOption(new Option('--zeros <what>', 'show or hide counts of 0 (show)').choices(['show', 'hide']))
    .option('--round <n>', 'round all counts to 5 or 10 instead of withholding small ones')
    .option('--by-worker', 'show tables that name workers by their codes')
    .option('--disclosure-log <file>', 'with --internal: which figures would be withheld and why, as JSON');
}

/** What makes a report the service's own. */
export function addPresentation(command: Command, isWhole: boolean): void {
  command.optionsGroup('What it looks like:');
  if (isWhole)
    command.option(
      '--sections <names>',
      'these metrics in this order, and summary for what stands out, separated by commas',
    );
  command
    .option('--title <words>', 'what the report is called')
    .option('--service <name>', 'the name of the service')
    .option('--logo <file>', 'an SVG or PNG for the head of the HTML page')
    .option('--notes <file>', 'a commentary in Markdown: what is under the name of a metric stands with it');
  if (isWhole)
    command.option(
      '--actions <file>',
      'a CSV of recommendations, each with owner, due date, status, metric and target',
    );
}

export function addWriting(command: Command, formats: string): void {
  command
    .optionsGroup('Where it goes:')
    .option('-o, --output <file>', 'write to a file; - is the screen')
    .option('--format <format>', formats)
    .option('--force', 'replace a file that is there already')
    .option('--open', 'show the written file in the viewer that the system has for it')
    .addOption(new Option('--color <when>', 'colours of the terminal (auto)').choices(COLOR))
    .addOption(new Option('--no-color', 'the same as --color never'));
}

export function addFailOn(command: Command): Command {
  return command.addOption(
    new Option('--fail-on <severity>', 'exit with 1 for problems so grave (error)').choices(FAIL_ON),
  );
}

/** Somebody at a terminal who names no file is shown what could be typed. */
export function helpWithoutFiles(command: Command, files: readonly string[], { isTerminal }: World): void {
  if (files.length === 0 && isTerminal) command.outputHelp({ error: true });
}
