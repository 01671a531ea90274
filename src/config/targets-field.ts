/** `targets`: what must be done how long after, or before, what. */
import * as z from 'zod/mini';
import { type ColumnName, columnDefinition } from '../caseload/columns.ts';
import { labelReader } from '../caseload/labels.ts';
import { DISPOSALS } from '../reference/disposals.ts';
import type { Target } from '../reference/targets.ts';
import { ALWAYS, converted, dateColumn, isRecord, keys, oneOf, text, wholeNumber } from './fields.ts';
import { expected, guessOf, shown } from './words.ts';

const MOST_DAYS = 3660;
const RULES = ['within', 'at-least', 'by'] as const;

export function targetsField() {
  const words = 'a list of targets, each with name, from, to, within, at-least or by, and source';
  const empty = 'the list is empty; write a target, or leave targets out';
  return z
    .array(target(), { error: expected(words) })
    .check(
      z.minLength(1, { error: empty }),
      z.superRefine(checkNames, { when: ({ value }) => Array.isArray(value) }),
    );
}

function target() {
  const fields = {
    name: text('text, such as "First contact"'),
    from: dateColumn(),
    to: dateColumn(),
    within: z.exactOptional(wholeNumber(0, MOST_DAYS)),
    'at-least': z.exactOptional(wholeNumber(0, MOST_DAYS)),
    by: z.exactOptional(dateColumn()),
    days: z.exactOptional(oneOf(['calendar', 'working'])),
    source: text('text: where the target comes from'),
    disposals: z.exactOptional(disposals()),
  };
  const schema = keys(fields, 'keys such as "name: First contact" below it');
  return converted(schema.check(z.superRefine(checkTarget, ALWAYS)), toTarget);
}

function disposals() {
  const empty = 'the list is empty; write a disposal, or leave disposals out for all';
  return z
    .array(disposal(), { error: expected('a list such as [Referral order]') })
    .check(z.minLength(1, { error: empty }));
}

/** A disposal as the tables call it, from any word that the tool reads as one. */
function disposal() {
  const reader = labelReader(columnDefinition('disposal'), '2021', new Map());
  const labels = DISPOSALS.map(({ label }) => label);
  const given = z.string({ error: expected('text: a disposal, such as Referral order') });
  return converted(given, (name, wrong) => {
    const code = reader.read(name.trim());
    if (code) return reader.labels[code - 1];
    const guess = guessOf(name, labels);
    const hint = guess === null ? 'see yos-caseload columns' : `did you mean ${guess}?`;
    return wrong(`"${shown(name)}" is no disposal; ${hint}`);
  });
}

type Context = z.core.$RefinementCtx<unknown>;

/** What holds between the keys of a target, whatever else is wrong with them. */
function checkTarget(given: Readonly<Record<string, unknown>>, context: Context): void {
  const add = (key: string | null, message: string) =>
    context.addIssue({ code: 'custom', path: key === null ? [] : [key], message, params: { part: 'key' } });
  const [first, ...more] = RULES.filter((rule) => Object.hasOwn(given, rule));
  if (first === undefined)
    add(null, 'the target has no time; write one of "within: 5", "at-least: 2" or "by: a date column"');
  for (const rule of more) add(rule, `${rule} does not go with ${first}; keep one of them`);
  if (first === 'by' && more.length === 0 && Object.hasOwn(given, 'days'))
    add('days', 'days does not go with by, which names the day itself; leave it out');
  for (const key of ['from', 'by']) {
    if (typeof given.to === 'string' && given.to === given[key])
      add('to', `${key} and to are both ${given.to}; write two different dates`);
  }
}

interface Given {
  readonly name: string;
  readonly from: ColumnName;
  readonly to: ColumnName;
  readonly within?: number;
  readonly 'at-least'?: number;
  readonly by?: ColumnName;
  readonly days?: 'calendar' | 'working';
  readonly source: string;
  readonly disposals?: readonly string[];
}

function toTarget(given: Given): Target<ColumnName> {
  const { name, from, to, source, disposals = null } = given;
  const days = given.days ?? (given.by === undefined ? 'working' : 'calendar');
  return { name, from, to, rule: ruleOf(given), days, source, disposals, isExample: false };
}

function ruleOf({ within, 'at-least': atLeast, by }: Given): Target<ColumnName>['rule'] {
  if (by !== undefined) return { kind: 'by', column: by };
  return within === undefined ? { kind: 'at-least', days: atLeast ?? 0 } : { kind: 'within', days: within };
}

/** Figures are told apart by the names of their targets. */
function checkNames(targets: readonly unknown[], context: Context): void {
  const names = new Set<string>();
  targets.forEach((given, index) => {
    const name = isRecord(given) ? given.name : undefined;
    if (typeof name !== 'string' || name === '') return;
    const message = `the name "${shown(name)}" is taken by a target before; write another`;
    if (names.has(name)) context.addIssue({ code: 'custom', path: [index, 'name'], message });
    names.add(name);
  });
}
