import { describe, expect, it } from 'vitest';
import {
  type ColumnType,
  columnDefinitions,
  compact,
  isColumnName,
  JUDGEMENTS,
} from '../../src/caseload/columns.ts';

const JUDGEMENT_NAMES = ['assessment', 'planning', 'delivery', 'reviewing'].flatMap((standard) =>
  ['desistance', 'child_safety', 'others_safety'].map((question) => `${standard}_${question}`),
);

/** The data dictionary as it is promised to users, by type. */
const PROMISED: Record<ColumnType, readonly string[]> = {
  identifier: ['case_id', 'child_id', 'worker_id', 'team'],
  category: [
    'ethnicity',
    'sex',
    'disposal',
    'intervention_level',
    'likelihood_of_reoffending',
    'safety_wellbeing',
    'risk_to_others',
    'residence',
    'report_type',
  ],
  integer: ['age'],
  month: ['birth_month'],
  'yes-no': [
    'send',
    'care_experienced',
    'ete_suitable',
    'accommodation_suitable',
    'release_accommodation_suitable',
    'release_ete_suitable',
  ],
  date: [
    ...['start_date', 'end_date'],
    ...['offence_date', 'first_hearing_date', 'sentence_date', 'panel_date', 'first_contact_date'],
    ...['report_requested_date', 'report_due_date', 'report_submitted_date'],
    ...['assessment_date', 'plan_date', 'review_due_date', 'review_date', 'audit_date'],
    ...['release_date', 'resettlement_plan_date'],
  ],
  'yes-no-na': [...JUDGEMENT_NAMES, 'diversity_needs_met'],
};

function namesWhere(holds: (definition: ReturnType<typeof columnDefinitions>[number]) => boolean): string[] {
  return columnDefinitions()
    .filter(holds)
    .map(({ name }) => name);
}

describe('the data dictionary', () => {
  it.each(Object.entries(PROMISED))('has the columns of type %s', (type, names) => {
    expect(namesWhere((one) => one.type === type).sort()).toEqual([...names].sort());
  });

  it('has the 24 columns of every speed figure as its core', () => {
    expect(namesWhere(({ core }) => core === true)).toEqual([
      ...['case_id', 'child_id', 'worker_id', 'team', 'ethnicity', 'sex', 'age', 'disposal', 'residence'],
      ...['start_date', 'end_date', 'audit_date'],
      ...JUDGEMENT_NAMES,
    ]);
  });

  it('lets one row speak for a child in eight columns', () => {
    expect(namesWhere(({ perChild }) => perChild === true).sort()).toEqual([
      'accommodation_suitable',
      'age',
      'birth_month',
      'care_experienced',
      'ete_suitable',
      'ethnicity',
      'send',
      'sex',
    ]);
  });

  it('has the twelve judgements in the order of the framework', () => {
    expect(JUDGEMENTS.map(({ column }) => column)).toEqual(JUDGEMENT_NAMES);
  });

  it('puts dates behind dates only', () => {
    for (const { notBefore } of columnDefinitions()) {
      if (notBefore !== undefined) expect(PROMISED.date).toContain(notBefore);
    }
  });

  it('says what every column means', () => {
    for (const { meaning } of columnDefinitions()) expect(meaning).toMatch(/^[A-Z].{10,}[^.]$/);
  });

  it('gives no name or alias to two columns', () => {
    const owners = new Map<string, Set<string>>();
    for (const { name, aliases } of columnDefinitions()) {
      for (const word of [name, ...aliases]) {
        const key = compact(word);
        expect(key).not.toBe('');
        owners.set(key, (owners.get(key) ?? new Set()).add(name));
      }
    }
    expect([...owners].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  it('knows its own names and no others', () => {
    expect(isColumnName('case_id')).toBe(true);
    for (const name of ['Case ID', 'constructor', '__proto__', 'toString', ''])
      expect(isColumnName(name)).toBe(false);
  });
});

describe('comparing names', () => {
  it('looks at letters and digits only, without regard to case', () => {
    for (const header of ['Case ID', 'case_id', 'CASE-ID', ' Case.Id: ', 'case\u00a0id', '(case/id)'])
      expect(compact(header)).toBe('caseid');
    expect(compact('Ｃａｓｅ－ＩＤ')).toBe('caseid');
    expect(compact('Straße É')).toBe('straßeé');
    expect(compact('16+1')).toBe('161');
    expect(compact(' _-. ')).toBe('');
  });
});
