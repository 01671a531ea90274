/** `validate`: what was read, what is wrong with it, where. The analyst's own desk: always internal. */
import type { BuiltCaseload } from '../caseload/build-caseload.ts';
import { loadInThreads } from '../caseload/load.ts';
import { RULES } from '../caseload/problem-rules.ts';
import { tabulateRejectedRows } from '../caseload/rejected-rows.ts';
import { csvLine } from '../render/csv-line.ts';
import { renderJson } from '../render/json.ts';
import { renderValidation } from '../render/validation.ts';
import { buildReport } from '../report/build-report.ts';
import { checkTargets } from '../write-output.ts';
import type { Outcome, World, Write } from './outcome.ts';
import {
  configOf,
  givenOptions,
  type ReadingFlags,
  readInputs,
  readingOptions,
  threadsOf,
} from './reading.ts';
import { exitCodeOf } from './report.ts';
import { colorLevel, formatOf, inputPaths, sharingWords, type WritingFlags } from './writing.ts';

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
  const config = await configOf(flags, world);
  const options = { ...readingOptions(flags, config), listImplausibleAsAt: true };
  const format = formatOf(flags, ['terminal', 'json']);
  checkTargets([flags.output ?? '-', flags.rejects], flags.force ?? false, inputPaths(files, flags));
  const inputs = await readInputs(files, world);
  const built = await loadInThreads(inputs, options, threadsOf(flags), world.watch);
  const report = buildReport(built.caseload, { metrics: [], given: givenOptions({ ...flags }), config });
  const isScreen = flags.output === undefined || flags.output === '-';
  const content =
    format === 'json'
      ? renderJson(report)
      : renderValidation(report, {
          width: isScreen ? world.width : 100,
          colorLevel: isScreen ? colorLevel(flags.color ?? 'auto', world) : 0,
        });
  const sharing = sharingWords(report.provenance);
  const rejects =
    flags.rejects === undefined ? [] : [{ to: flags.rejects, content: rejectsCsv(built), sharing }];
  const writes: Write[] = [
    ...rejects,
    { to: flags.output ?? '-', content, sharing, isOpened: flags.open ?? false },
  ];
  return { exitCode: exitCodeOf(report, flags.failOn ?? 'error'), writes, messages: [] };
}

/** The rejected rows as they stand in the files, each with its file, line and the rule that rejected it. */
function rejectsCsv(built: BuiltCaseload): string {
  const { header, rows } = tabulateRejectedRows(built);
  const lines = rows.map(({ file, line, rule, cells }) => [
    built.files[file].source.name,
    String(line),
    rule,
    RULES[rule].message,
    ...cells,
  ]);
  return [['file', 'line', 'rule', 'reason', ...header], ...lines].map(csvLine).join('');
}
