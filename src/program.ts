/** The commands and their flags. What a command does is loaded when it is called. */
import { Command, Option, type OutputConfiguration } from 'commander';
import { UserError } from './caseload/errors.ts';
import type { CompareFlags } from './commands/compare.ts';
import type { FrameworkFlags } from './commands/framework.ts';
import type { GenerateFlags } from './commands/generate.ts';
import type { LateFlags } from './commands/late.ts';
import type { Outcome, World } from './commands/outcome.ts';
import type { PrepareFlags } from './commands/prepare.ts';
import type { ReadingFlags } from './commands/reading.ts';
import type { ReportFlags } from './commands/report.ts';
import type { ValidateFlags } from './commands/validate.ts';
import {
  addFailOn,
  addMapping,
  addMetricFlags,
  addPresentation,
  addReading,
  addSharing,
  addWriting,
  collect,
  collectNames,
  helpWithoutFiles,
} from './flags.ts';
import { ETHNICITY_LISTS } from './reference/ethnicity.ts';
import { VERSION } from './version.ts';

type Done = (outcome: Outcome) => void;

/** What adds each command, in the order of the help. */
const COMMANDS: Readonly<Record<string, (program: Command, world: World, done: Done) => void>> = {
  report: addReport,
  compare: addCompare,
  validate: addValidate,
  late: addLate,
  columns: addColumns,
  prepare: addPrepare,
  help: addHelp,
  metrics: addCatalogue,
  framework: addFramework,
  generate: addGenerate,
};

const EXAMPLES = `Examples:
  yos-caseload report cases.csv                          all figures, in the terminal
  yos-caseload report cases.csv -o report.md             the same as a file (.html .xlsx .ods .md .csv)
  yos-caseload workload cases.csv --by team              one metric, for each team
  yos-caseload report cases.csv --where team=North --as-at 2026-10-31
  yos-caseload validate cases.csv                        what is wrong with the data, and where
  yos-caseload columns cases.csv                         what each header was taken for
  yos-caseload generate -o try.csv                       a made-up caseload to try things on
`;

/** Help begins with what can be typed. */
function examples(...lines: readonly string[]): string {
  return `Examples:\n${lines.map((line) => `  yos-caseload ${line}\n`).join('')}`;
}

const REPORT_EXAMPLES = examples(
  'report cases.csv',
  'report north.csv south.csv --as-at 2026-10-31',
  'report cases.csv --only ethnicity,quality --by team -o report.md',
  'report cases.csv --sections summary,quality,workload --title "Report to the board" -o board.html --open',
  'report cases.csv --from 2026-04-01 --to 2026-06-30 --format json',
  'report export.csv --map "Young Person Ref=child_id" --drop-identifiers',
);

const EXIT_CODES = `
Exit codes: 0 all well; 1 the data has errors (--fail-on says what counts); 2 it could not be done; 70 a bug of ours.
Nothing leaves this machine. Names, dates of birth, addresses and numbers of people are refused.`;

/** Where the words of help and usage errors go, and how wide they may be. */
export type Output = OutputConfiguration;

/**
 * The program with all its commands; each hands its outcome to `done`.
 * When one of them is named, the others are not needed, nor is the catalogue, each metric of which is a command.
 */
export async function buildProgram(
  argv: readonly string[],
  world: World,
  output: Output,
  done: Done,
): Promise<Command> {
  const program = new Command('yos-caseload')
    // Before the commands are made: they take these settings over when they are.
    .configureOutput(output)
    .exitOverride()
    .description('Caseload figures for youth offending services, from the exports of case systems.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', EXIT_CODES);
  const [first = ''] = argv;
  if (first !== 'help' && Object.hasOwn(COMMANDS, first)) {
    COMMANDS[first](program, world, done);
    return program;
  }
  for (const add of Object.values(COMMANDS)) add(program, world, done);
  await addMetrics(program, world, done);
  refuseFileAsCommand(first, program);
  return program;
}

/** A file where a command should be: somebody who knows what they want, and is told how to say it. */
function refuseFileAsCommand(first: string, program: Command): void {
  if (!/[./\\]/.test(first) || first.startsWith('-')) return;
  if (program.commands.some((command) => command.name() === first)) return;
  throw new UserError(`"${first}" is no command; for its report: yos-caseload report "${first}"`);
}

function addHelp(program: Command): void {
  program
    .command('help')
    .summary('show help for a command')
    .argument('[command]')
    .action((name: string | undefined) => {
      const command = program.commands.find(
        (one) => one.name() === name || one.aliases().includes(name ?? ''),
      );
      if (name === undefined) program.help();
      if (command === undefined) program.error(`error: unknown command '${name}'`);
      command.help();
    });
}

/** One command per metric of the catalogue. */
async function addMetrics(program: Command, world: World, done: Done): Promise<void> {
  const { metrics } = await import('./metrics/index.ts');
  program.commandsGroup('Metrics:');
  for (const metric of metrics) {
    const command = program
      .command(metric.name)
      .aliases([...(metric.aliases ?? [])])
      .summary(metric.question)
      .addHelpText(
        'before',
        examples(`${metric.name} cases.csv`, `${metric.name} cases.csv --by team -o ${metric.name}.csv`),
      )
      .description(
        `${metric.question}\nCounts ${metric.unit}: ${metric.cohort}. Shares are of ${metric.denominator}.`,
      );
    addReporting(command, world, done, { only: metric.name });
  }
}

function addReporting(command: Command, world: World, done: Done, fixed: ReportFlags): void {
  addReading(command);
  addMetricFlags(command, fixed.only);
  command
    .optionsGroup('What is shown:')
    .option('--by <column>', 'repeat every table for each value of a column')
    .option('--from <date>', 'count judgements, due days and releases on or after this day')
    .option('--to <date>', 'count judgements, due days and releases on or before this day');
  addSharing(command);
  addPresentation(command, fixed.only === undefined);
  addWriting(
    command,
    'terminal, markdown, csv, json, html, xlsx or ods; by default terminal, or what the ending of -o says',
  );
  addFailOn(command).action(async (files: string[], flags: ReportFlags) => {
    helpWithoutFiles(command, files, world);
    const { reportCommand } = await import('./commands/report.ts');
    done(await reportCommand(files, { ...flags, ...fixed }, world));
  });
}

function addReport(program: Command, world: World, done: Done): void {
  const report = program
    .command('report')
    .summary('all metrics of a caseload')
    .description('Computes the figures of a caseload and prints or writes them.')
    .addHelpText('before', REPORT_EXAMPLES)
    .option('--only <metrics>', 'only these metrics, separated by commas (see yos-caseload metrics)');
  addReporting(report, world, done, {});
}

function addCompare(program: Command, world: World, done: Done): void {
  const command = program
    .command('compare')
    .summary('caseloads side by side: two services, or two dates of one')
    .addHelpText(
      'before',
      examples(
        'compare this-month.csv last-month.csv',
        'compare birmingham=a.csv other-city=b.csv -o compare.md',
        'compare birmingham=a.csv chicago=b.csv --map chicago:map.csv --count-cases chicago --ethnicity-list chicago:as-recorded',
      ),
    )
    .description(
      'Compares the first input with each of the others: shares, the first less the other. Different children get a range and a ' +
        'verdict, the same children at two dates the difference alone; what cannot be compared says why.',
    )
    .argument('[inputs...]', 'two or more: a CSV file or folder, or NAME=file; - is standard input')
    .optionsGroup('What is read, of all inputs, or of one as NAME:value:')
    .option(
      '--map <mapping>',
      '"their header=our column", or a CSV of theirs,ours,column (repeatable)',
      collect,
    )
    .option('--where <column=value>', 'only rows of this value (repeatable)', collect)
    .option(
      '--as-at <date>',
      'the day that "open" and ages refer to; by default the latest start_date',
      collect,
    )
    .option(
      '--ethnicity-list <list>',
      `how ethnicity is grouped: ${ETHNICITY_LISTS.join(', ')} (2021)`,
      collect,
    )
    .option(
      '--count-cases [name]',
      'each row is a case and children are not told apart: in all inputs, or in one',
      collectNames,
    )
    .option('--from <date>', 'count judgements, due days and releases on or after this day', collect)
    .option('--to <date>', 'count judgements, due days and releases on or before this day', collect)
    .optionsGroup('What is read, of all inputs:')
    .option('--threads <n>', 'how many threads read a large file; by default as many as pay')
    .option('--drop-identifiers', 'leave out columns that hold identifiers instead of refusing the file')
    .option(
      '--allow-column <header>',
      'read a column although it looks like identifiers (repeatable)',
      collect,
    )
    .option(
      '--config <file>',
      'settings (its as-at date aside); by default yos-caseload.yaml here or in a folder above',
    )
    .optionsGroup('What is compared:')
    .option('--only <metrics>', 'only these metrics, separated by commas')
    .option(
      '--different-children',
      'the inputs hold different children, though ids are alike by chance or missing',
    )
    .optionsGroup('What may be shared:')
    .option('--internal', 'show all numbers and stamp the comparison INTERNAL')
    .option('--threshold <n>', 'withhold counts of children from 1 to below this number (5)')
    .addOption(new Option('--zeros <what>', 'show or hide counts of 0 (show)').choices(['show', 'hide']));
  addWriting(command, 'terminal, markdown, csv or json; by default terminal, or what the ending of -o says');
  addFailOn(command).action(async (inputs: string[], flags: CompareFlags) => {
    helpWithoutFiles(command, inputs, world);
    done(await (await import('./commands/compare.ts')).compareCommand(inputs, flags, world));
  });
}

function addCatalogue(program: Command, world: World, done: Done): void {
  program
    .command('metrics')
    .summary('the catalogue: what each metric asks, counts and needs')
    .description(
      'Lists every metric: what it asks, who is counted, what its shares are of, which columns it needs.',
    )
    .addHelpText('before', examples('metrics'))
    .action(async () => done((await import('./commands/metrics.ts')).metricsCommand(world)));
}

function addFramework(program: Command, world: World, done: Done): void {
  program
    .command('framework')
    .summary('inspection frameworks, and what ratings add up to')
    .description(
      'Lists the inspection frameworks; with the name of one its standards, questions, bands and how sure each is; with score and ' +
        'a CSV of the columns standard and rating what these add up to. That is worked out from the ratings given, not an inspection rating.',
    )
    .addHelpText(
      'before',
      examples(
        'framework',
        'framework 2018-2024',
        'framework score ratings.csv',
        'framework score ratings.csv --format json -o score.json',
      ),
    )
    .argument('[name]', 'a framework, or score')
    .argument(
      '[ratings]',
      'with score: a CSV of standard (2.1, or "court disposals: assessment") and rating (Good, RI)',
    )
    .option('--framework <name>', 'with score: by which framework (2018-2024)')
    .optionsGroup('Where it goes:')
    .option('-o, --output <file>', 'write to a file; - is the screen')
    .option('--format <format>', 'terminal or json; by default terminal, or what the ending of -o says')
    .option('--force', 'replace a file that is there already')
    .action(async (name: string | undefined, ratings: string | undefined, flags: FrameworkFlags) => {
      const { frameworkCommand } = await import('./commands/framework.ts');
      done(await frameworkCommand(name, ratings, flags, world));
    });
}

function addValidate(program: Command, world: World, done: Done): void {
  const command = program
    .command('validate')
    .summary('what is wrong with the data, and where')
    .addHelpText(
      'before',
      examples(
        'validate cases.csv',
        'validate cases.csv --rejects rejected.csv',
        'validate cases.csv --format json --fail-on warning',
      ),
    )
    .description(
      'Lists every problem of the files by rule, with lines and labels. For the desk of the analyst: INTERNAL.',
    );
  addReading(command);
  addWriting(command, 'terminal or json');
  command.option(
    '--rejects <file>',
    'write the rejected rows with their reasons to this CSV (holds cells of the data)',
  );
  addFailOn(command).action(async (files: string[], flags: ValidateFlags) => {
    helpWithoutFiles(command, files, world);
    const { validateCommand } = await import('./commands/validate.ts');
    done(await validateCommand(files, flags, world));
  });
}

function addLate(program: Command, world: World, done: Done): void {
  const command = program
    .command('late')
    .summary('the cases that are late or fall due soon, by worker')
    .addHelpText(
      'before',
      examples(
        'late cases.csv --internal',
        'late cases.csv --internal --within 30 --where team=North',
        'late cases.csv --internal -o late.csv',
      ),
    )
    .description(
      'Lists the case ids that are late or fall due in the next days, per target, by worker. Targets are those of the config, ' +
        'else examples. It names cases, so it is INTERNAL and needs --internal.',
    );
  addReading(command);
  command
    .optionsGroup('What is shown:')
    .option('--internal', 'needed: single cases are listed, which must not be shared')
    .option('--within <days>', 'how many calendar days to look ahead (14)');
  addWriting(command, 'terminal, csv or json; by default terminal, or what the ending of -o says');
  addFailOn(command).action(async (files: string[], flags: LateFlags) => {
    helpWithoutFiles(command, files, world);
    const { lateCommand } = await import('./commands/late.ts');
    done(await lateCommand(files, flags, world));
  });
}

function addColumns(program: Command, world: World, done: Done): void {
  const command = program
    .command('columns')
    .summary('the data dictionary; with files, what each header was taken for')
    .addHelpText(
      'before',
      examples('columns', 'columns cases.csv', 'columns cases.csv --map "Their Header=team"'),
    )
    .description(
      'Prints the columns the tool understands. With files: what each header was taken for, and the nearest guess.',
    )
    .argument('[files...]', 'CSV files, folders of them, or - for standard input');
  addMapping(command);
  command.action(async (files: string[], flags: ReadingFlags) => {
    done(await (await import('./commands/columns.ts')).columnsCommand(files, flags, world));
  });
}

function addPrepare(program: Command, world: World, done: Done): void {
  const command = program
    .command('prepare')
    .summary('a raw export to a pseudonymised caseload, at your own desk')
    .addHelpText(
      'before',
      examples(
        'prepare export.csv -o caseload.csv',
        'prepare export.csv -o caseload.csv --key-file caseload.key --force',
        'prepare export.csv -o caseload.csv --map "PNC Number=child_id" --keep-column "Order Length"',
      ),
    )
    .description(
      'Writes a caseload without names, dates of birth, addresses and numbers of people: ids and workers become pseudonyms, ' +
        'dates of birth months, columns that are not ours are left out. Says what was done to each column, and shows no cell.',
    )
    .argument('[files...]', 'one CSV file, or - for standard input');
  addMapping(command);
  command
    .option('--keep-column <header>', 'keep a column that is none of ours (repeatable)', collect)
    .optionsGroup('Where it goes:')
    .option('-o, --output <file>', 'write to a file instead of the screen')
    .option('--key-file <file>', 'the key of the pseudonyms, made when not there (yos-caseload.key)')
    .option('--force', 'replace the output when it is there already; a key is never replaced')
    .action(async (files: string[], flags: PrepareFlags) => {
      helpWithoutFiles(command, files, world);
      const { prepareCommand } = await import('./commands/prepare.ts');
      done(await prepareCommand(files, flags, world));
    });
}

function addGenerate(program: Command, _world: World, done: Done): void {
  program
    .command('generate')
    .summary('a made-up caseload to try things on')
    .addHelpText(
      'before',
      examples(
        'generate -o try.csv',
        'generate --cases 2000 --seed 7 --messy --style childview -o try.csv',
        'generate --columns core --cases 1000000 -o big.csv',
      ),
    )
    .description(
      'Writes a synthetic caseload, shaped on what is published of Birmingham; the same seed gives the same bytes.',
    )
    .option('--cases <n>', 'how many cases (600)')
    .option('--seed <n>', 'which caseload (1)')
    .addOption(
      new Option('--columns <which>', 'core: the 24 columns of the core figures; all: every column').choices([
        'core',
        'all',
      ]),
    )
    .addOption(
      new Option('--style <style>', 'headers, dates, labels and encoding of another system').choices([
        'plain',
        'childview',
        'core',
      ]),
    )
    .option('--messy', 'with the dirt of real exports')
    .option('--as-at <date>', 'the day the caseload speaks of (2026-10-31)')
    .option('--staff <file>', 'write the staff file of the same workers too')
    .option('-o, --output <file>', 'write to a file instead of the screen')
    .option('--force', 'replace files that are there already')
    .action(async (flags: GenerateFlags) => {
      const { generateCommand } = await import('./commands/generate.ts');
      done(generateCommand(flags));
    });
}
