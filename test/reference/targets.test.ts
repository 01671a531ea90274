import { expect, test } from 'vitest';
import { isColumnName } from '../../src/caseload/columns.ts';
import { DISPOSALS } from '../../src/reference/disposals.ts';
import {
  columnsOf,
  EXAMPLE_TARGETS,
  onlyWithInWords,
  ruleInWords,
  shownName,
  standingOf,
  type Target,
} from '../../src/reference/targets.ts';

const TARGET: Target = {
  name: 'First contact',
  from: 'sentence_date',
  to: 'first_contact_date',
  rule: { kind: 'within', days: 5 },
  days: 'working',
  source: 'ours',
  disposals: null,
  isExample: false,
};

test.each<[string, Partial<Target>]>([
  ['first contact date within 5 working days of sentence date', {}],
  [
    'first contact date within 1 calendar day of sentence date',
    { days: 'calendar', rule: { kind: 'within', days: 1 } },
  ],
  [
    'first contact date at least 2 working days before panel date',
    { from: 'panel_date', rule: { kind: 'at-least', days: 2 } },
  ],
  ['first contact date by review due date', { rule: { kind: 'by', column: 'review_due_date' } }],
  [
    'first contact date within 5 working days of sentence date (Referral order, Fine)',
    { disposals: ['Referral order', 'Fine'] },
  ],
])('a rule in words: %s', (words, changes) => {
  expect(ruleInWords({ ...TARGET, ...changes })).toBe(words);
});

test('an example says so in its name and its standing, a target of their own in neither', () => {
  expect([shownName(TARGET), standingOf(TARGET)]).toEqual(['First contact', 'your target']);
  const example = { ...TARGET, isExample: true };
  expect([shownName(example), standingOf(example)]).toEqual([
    'First contact (example)',
    'example, not your standard',
  ]);
});

test('an example may be for some cases alone, and says which', () => {
  const columns = ['report_type', 'report_due_date'];
  const target = { ...TARGET, onlyWith: { words: 'cases with a report', columns } };
  expect(ruleInWords(target)).toBe(
    'first contact date within 5 working days of sentence date (cases with a report)',
  );
  expect(onlyWithInWords(target)).toBe(
    'Cases with a report are those with anything in report type, report due date.',
  );
  expect(onlyWithInWords(TARGET)).toBeNull();
});

test('the columns of a target are its dates, each once', () => {
  expect(columnsOf(TARGET)).toEqual(['sentence_date', 'first_contact_date']);
  expect(columnsOf({ ...TARGET, rule: { kind: 'by', column: 'sentence_date' } })).toEqual([
    'sentence_date',
    'first_contact_date',
  ]);
});

test('every example is marked, has a source, and is of columns and disposals that there are', () => {
  const labels = DISPOSALS.map(({ label }) => label);
  expect(EXAMPLE_TARGETS.length).toBeGreaterThan(0);
  for (const target of EXAMPLE_TARGETS) {
    expect(target.isExample).toBe(true);
    expect(target.source).not.toBe('');
    expect([...columnsOf(target), ...(target.onlyWith?.columns ?? [])].every(isColumnName)).toBe(true);
    expect(labels).toEqual(expect.arrayContaining([...(target.disposals ?? [])]));
  }
  expect(new Set(EXAMPLE_TARGETS.map(({ name }) => name)).size).toBe(EXAMPLE_TARGETS.length);
});
