/** What a config file may say: its keys are called as the flags are. */
import * as z from 'zod/mini';
import { type Day, readDay } from '../caseload/read-dates.ts';
import { FRAMEWORK_NAMES } from '../reference/frameworks.ts';
import { POPULATIONS } from '../reference/populations.ts';
import { ageBandsField } from './age-bands-field.ts';
import { type Baseline, LONGEST_WORDS, type Settings } from './config.ts';
import { converted, keys, oneOf, text, wholeNumber } from './fields.ts';
import { columnsField, valuesField } from './mapping-fields.ts';
import { sectionsField } from './sections-field.ts';
import { targetsField } from './targets-field.ts';
import { didYouMean, expected, orList, shown } from './words.ts';

/** The least and the most that a report may be told to withhold below; disclosure holds to the same. */
const LEAST_THRESHOLD = 1;
const MOST_THRESHOLD = 100;
/** That one worker may be said to hold. */
const MOST_CASES = 500;

/** The schema of a whole config. Groups may be empty, as when all their lines are comments. */
export function schema() {
  const fields = {
    'as-at': z.exactOptional(day()),
    columns: z.nullish(columnsField()),
    values: z.nullish(valuesField()),
    baseline: z.exactOptional(baseline()),
    framework: z.exactOptional(framework()),
    targets: z.nullish(targetsField()),
    'age-bands': z.nullish(ageBandsField()),
    'case-limit': z.exactOptional(wholeNumber(1, MOST_CASES)),
    disclosure: z.nullish(disclosure()),
    title: z.exactOptional(words('the title of the report')),
    service: z.exactOptional(words('the name of the service')),
    logo: z.exactOptional(logo()),
    sections: z.nullish(sectionsField()),
  };
  return converted(
    keys(fields, 'keys such as "as-at: 2026-10-31"'),
    (given): Omit<Settings, 'file'> => ({
      asAt: given['as-at'] ?? null,
      columns: given.columns ?? [],
      values: given.values ?? [],
      baseline: given.baseline ?? null,
      framework: given.framework ?? null,
      targets: given.targets ?? null,
      ageBands: given['age-bands'] ?? null,
      caseLimit: given['case-limit'] ?? null,
      disclosure: given.disclosure ?? {},
      title: given.title ?? null,
      service: given.service ?? null,
      logo: given.logo ?? null,
      sections: given.sections ?? null,
    }),
  );
}

function day() {
  const form = 'a date such as 2026-10-31';
  return converted(text(form), (given, wrong): Day => {
    const read = readDay(given, false);
    if (typeof read === 'object') return read.day;
    const why = read === 'sentinel' ? 'lies outside the years 1990 to 2100' : 'is no date';
    return wrong(`as-at "${shown(given)}" ${why}; write ${form}`);
  });
}

/** Of a path such as "data\area.csv": \a is a bell. */
function backslashMistake(key: string): string {
  return `${key} holds a special character, which a backslash in double quotes makes; use 'single quotes'`;
}

function hasControl(path: string): boolean {
  return /\p{Cc}/u.test(path);
}

const BASELINES = POPULATIONS.map(({ name }) => name);

function words(what: string) {
  const form = `${what}, of up to ${LONGEST_WORDS} characters`;
  return converted(text(form), (given, wrong) =>
    given.length <= LONGEST_WORDS ? given : wrong(`"${shown(given)}" is too long; write ${form}`),
  );
}

function logo() {
  const form = 'the path of an SVG or PNG file';
  return converted(z.string({ error: expected(form) }), (written, wrong) => {
    const given = written.trim();
    if (given === '') return wrong(`logo is empty; write ${form}`);
    return hasControl(given) ? wrong(backslashMistake('logo')) : given;
  });
}

/** What ends in .csv or has a slash, of either kind, is a path. */
function baseline() {
  const form = orList([...BASELINES, 'the path of a CSV']);
  return converted(z.string({ error: expected(form) }), (written, wrong): Baseline => {
    const given = written.trim();
    if (given === '') return wrong(`baseline is empty; write ${form}`);
    if (hasControl(given)) return wrong(backslashMistake('baseline'));
    if (/[\\/]|\.csv$/i.test(given)) return { kind: 'file', path: given };
    const name = BASELINES.find((one) => one === given.toLowerCase());
    return name === undefined
      ? wrong(`there is no baseline "${shown(given)}"; write ${form}${didYouMean(given, BASELINES)}`)
      : { kind: 'known', name };
  });
}

/** `2025` without quotes is a number. */
function framework() {
  const written = z.union([z.string(), z.number()], { error: expected(orList(FRAMEWORK_NAMES)) });
  return z.pipe(
    converted(written, (given) => String(given).trim()),
    oneOf(FRAMEWORK_NAMES),
  );
}

function disclosure() {
  const fields = {
    threshold: z.exactOptional(wholeNumber(LEAST_THRESHOLD, MOST_THRESHOLD)),
    zeros: z.exactOptional(oneOf(['show', 'hide'])),
  };
  return keys(fields, 'keys such as "threshold: 5" below it');
}
