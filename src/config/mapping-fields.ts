/** `columns` and `values`: their headers and labels to ours. */
import * as z from 'zod/mini';
import { columnDefinitions, compact } from '../caseload/columns.ts';
import {
  findLabelledColumn,
  isOwnLabel,
  labelledDefinition,
  ownLabels,
  YES_NO,
} from '../caseload/own-labels.ts';
import type { HeaderMapping, LabelMapping } from './config.ts';
import { ALWAYS, column, converted, isRecord, noColumn } from './fields.ts';
import { expected, guessOf, shown } from './words.ts';

type Report = (path: readonly string[], message: string, part: 'key' | 'value') => void;
type Context = z.core.$RefinementCtx<unknown>;

/** Reports in the words of zod; a mistake about a key stands where the key is. */
function reportTo(context: Context): Report {
  return (path, message, part) =>
    context.addIssue({ code: 'custom', path: [...path], message, params: { part } });
}

/** Their header to our column. */
export function columnsField() {
  const headers = z
    .record(z.string(), column(), { error: expected('lines such as "Team name: team" below it') })
    .check(z.superRefine((given, context) => checkHeaders(Object.keys(given), reportTo(context)), ALWAYS));
  return converted(headers, (given): HeaderMapping[] =>
    Object.entries(given).map(([theirs, ours]) => ({ theirs: theirs.trim(), ours })),
  );
}

/** Headers are compared without case, spaces and punctuation, so that two may be one. */
function checkHeaders(headers: readonly string[], report: Report): void {
  const firsts = new Map<string, string>();
  for (const header of headers) {
    const words = compact(header);
    const first = firsts.get(words);
    if (words === '')
      report([header], 'there is no header before the colon; write the header of your file', 'key');
    else if (first !== undefined)
      report([header], `${shown(header)} is the same header as ${shown(first)}; keep one of them`, 'key');
    else firsts.set(words, header);
  }
}

/** Our column, or all yes/no columns, to their label and ours. */
export function valuesField() {
  const label = z.string({ error: expected('text: one of our labels') });
  const labels = z.record(z.string(), label, { error: expected('lines such as "M: Male" below it') });
  const words = 'columns such as "sex:" below it, and their labels below them';
  const columns = z
    .record(z.string(), z.nullable(labels), { error: expected(words) })
    .check(z.superRefine((given, context) => checkColumns(given, reportTo(context)), ALWAYS));
  return converted(columns, (given): LabelMapping[] =>
    Object.entries(given).flatMap(([name, pairs]) => {
      const found = findLabelledColumn(name);
      if (found === null) return [];
      return Object.entries(pairs ?? {}).map(([theirs, ours]) => ({
        column: found,
        theirs: theirs.trim(),
        ours: ours.trim(),
      }));
    }),
  );
}

function checkColumns(columns: Readonly<Record<string, unknown>>, report: Report): void {
  const firsts = new Map<string, string>();
  for (const [name, labels] of Object.entries(columns)) {
    const found = findLabelledColumn(name);
    const first = firsts.get(found ?? '');
    if (found === null) report([name], noColumn(name, labelledNames()), 'key');
    else if (first !== undefined) report([name], `${found} is here a second time; keep one of them`, 'key');
    else firsts.set(found, name);
    if (found !== null && isRecord(labels)) checkLabels(name, labels, report);
  }
}

/** What `values` may be for. */
function labelledNames(): string[] {
  const names = columnDefinitions().map(({ name }) => name);
  return [...names.filter((name) => labelledDefinition(name) !== null), YES_NO];
}

function checkLabels(name: string, labels: Readonly<Record<string, unknown>>, report: Report): void {
  const found = findLabelledColumn(name);
  const definition = found === null ? null : labelledDefinition(found);
  if (definition === null) {
    report(
      [name],
      `${shown(name)} has no labels to map; labels are in columns such as ethnicity and disposal`,
      'key',
    );
    return;
  }
  const firsts = new Map<string, string>();
  for (const [theirs, ours] of Object.entries(labels)) {
    const words = compact(theirs);
    const first = firsts.get(words);
    if (theirs.trim() === '')
      report([name, theirs], 'there is no label before the colon; write the label of your file', 'key');
    else if (first !== undefined)
      report(
        [name, theirs],
        `${shown(theirs)} is the same label as ${shown(first)}; keep one of them`,
        'key',
      );
    else firsts.set(words, theirs);
    if (typeof ours !== 'string' || isOwnLabel(definition, ours.trim())) continue;
    report([name, theirs], noLabel(ours, found ?? name, ownLabels(definition)), 'value');
  }
}

/** `"Mal" is no label of sex; did you mean Male?` */
function noLabel(text: string, name: string, labels: readonly string[]): string {
  const guess = guessOf(text, labels);
  const hint = guess === null ? 'see yos-caseload columns' : `did you mean ${guess}?`;
  return `"${shown(text)}" is no label of ${name}; ${hint}`;
}
