/** `validate`: what was read, what is wrong with it, where. The analyst's own desk: always internal. */
import type { BuiltCaseload } from '../caseload/build-caseload.ts';
import { UserError } from '../caseload/errors.ts';
import { loadBuiltCaseload } from '../caseload/load.ts';
import { RULES } from '../caseload/problem-rules.ts';
import { readRejectedRows } from '../caseload/rejected-rows.ts';
import { csvLine } from '../render/csv-line.ts';
import { renderJson } from '../render/json.ts';
import { renderValidation } from '../render/validation.ts';
import { buildReport } from '../report/build-report.ts';
import { checkTargets } from '../write-output.ts';
import type { Outcome, World, Write } from './outcome.ts';
import { givenOptions, type ReadingFlags, readInputs, readingOptions } from './reading.ts';
import { exitCodeOf } from './report.ts';
import { colorLevel, formatOf, type WritingFlags } from './writing.ts';

export interface ValidateFlags extends ReadingFlags, WritingFlags {
  readonly rejects?: string;
  readonly failOn?: 'error' | 'warning' | 'never';
}

/** Reads the files and lists every problem by rule, with lines and labels. */
export async function validateCommand(
  files: readonly string[],
  flags: ValidateFlags,
  world: World,
): Promise<Outcome> {
  const options = { ...readingOptions(flags), listImplausibleAsAt: true };
  if (flags.rejects !== undefined && flags.rejects === flags.output) {
    throw new UserError(`--rejects ${flags.rejects}: the same file as --output; give it a name of its own`);
  }
  const format = formatOf(flags, ['terminal', 'json']);
  checkTargets([flags.output, flags.rejects], flags.force ?? false);
  const inputs = await readInputs(files, world);
  const built = loadBuiltCaseload(inputs, options);
  const report = buildReport(built.caseload, { metrics: [], given: givenOptions({ ...flags }) });
  const isScreen = flags.output === undefined || flags.output === '-';
  const content =
    format === 'json'
      ? renderJson(report)
      : renderValidation(report, {
          width: isScreen ? world.width : 100,
          colorLevel: isScreen ? colorLevel(flags.color ?? 'auto', world) : 0,
        });
  const rejects = flags.rejects === undefined ? [] : [{ to: flags.rejects, content: rejectsCsv(built) }];
  const writes: Write[] = [...rejects, { to: flags.output ?? '-', content }];
  return { exitCode: exitCodeOf(report, flags.failOn ?? 'error'), writes, messages: [] };
}

/** The rejected rows as they stand in the files, each with its file, line and the rule that rejected it. */
function rejectsCsv(built: BuiltCaseload): string {
  const rows = readRejectedRows(built);
  const headers = built.files.map(({ header }) => header.cells);
  const widest = headers.reduce((one, other) => (other.length > one.length ? other : one), []);
  const lines = rows.map(({ file, line, rule, cells }) => [
    built.files[file].source.name,
    String(line),
    rule,
    RULES[rule].message,
    ...cells,
  ]);
  return [['file', 'line', 'rule', 'reason', ...widest], ...lines].map(csvLine).join('');
}
