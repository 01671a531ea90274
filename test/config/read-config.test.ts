import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const read = (text: string) => readConfig(text, 'yos-caseload.yaml');
const NOTHING_SET = {
  file: 'yos-caseload.yaml',
  asAt: null,
  columns: [],
  values: [],
  baseline: null,
  framework: null,
  targets: null,
  ageBands: null,
  caseLimit: null,
  disclosure: {},
  title: null,
  service: null,
  logo: null,
  sections: null,
};
/** Days since 1970-01-01, reckoned by the platform. */
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('a config that says nothing', () => {
  it.each([
    ['an empty file', ''],
    ['comments alone', '# to be filled in\n'],
    ['a byte order mark alone', '\ufeff'],
    ['an empty JSON object', '{}'],
    [
      'groups whose lines are all comments',
      'columns:\n  # Team: team\nvalues:\n  sex:\ntargets:\nage-bands:\n',
    ],
  ])('sets nothing: %s', (_, text) => {
    expect(read(text)).toEqual(NOTHING_SET);
  });
});

describe('as-at', () => {
  it.each(['2026-10-31', '31/10/2026', '31 Oct 2026', '"2026-10-31"', "'31.10.2026'"])(
    'is the date %s',
    (text) => {
      expect(read(`as-at: ${text}`).asAt).toBe(dayOf('2026-10-31'));
    },
  );

  it('stays the text it is when the file asks for YAML 1.1, which has dates of its own', () => {
    expect(read('%YAML 1.1\n---\nas-at: 2026-10-31\n').asAt).toBe(dayOf('2026-10-31'));
  });
});

describe('columns and values', () => {
  it('map headers to columns, which may be written in any case', () => {
    const { columns } = read(
      'columns:\n  "Young Person: ID": child_id\n  Gruppe: Team\n  2024: Start Date\n',
    );
    expect(columns).toHaveLength(3);
    expect(columns).toEqual(
      expect.arrayContaining([
        { theirs: 'Young Person: ID', ours: 'child_id' },
        { theirs: 'Gruppe', ours: 'team' },
        { theirs: '2024', ours: 'start_date' },
      ]),
    );
  });

  it('map labels to ours, for a column or for all yes/no columns', () => {
    const text =
      'values:\n  sex: { F.: Female, M.: male }\n  Yes-No: { Ja: Yes, true: No }\n  send: { S: Y }\n';
    expect(read(text).values).toEqual([
      { column: 'sex', theirs: 'F.', ours: 'Female' },
      { column: 'sex', theirs: 'M.', ours: 'male' },
      { column: 'yes-no', theirs: 'Ja', ours: 'Yes' },
      { column: 'yes-no', theirs: 'true', ours: 'No' },
      { column: 'send', theirs: 'S', ours: 'Y' },
    ]);
  });

  it('keep a label as it is written, not as the number it could be', () => {
    const { values } = read('values:\n  ethnicity:\n    01: W1\n    1.0: A1\n    0x1: B1\n');
    expect(values.map(({ theirs }) => theirs)).toEqual(['01', '1.0', '0x1']);
  });

  it('take headers with names of JavaScript for plain names', () => {
    expect(read('columns: { constructor: team, toString: sex }').columns).toEqual([
      { theirs: 'constructor', ours: 'team' },
      { theirs: 'toString', ours: 'sex' },
    ]);
  });
});

describe('baseline and framework', () => {
  it('know the baseline by name, or take a path', () => {
    expect(read('baseline: birmingham').baseline).toEqual({ kind: 'known', name: 'birmingham' });
    expect(read('baseline: England-and-Wales').baseline).toEqual({
      kind: 'known',
      name: 'england-and-wales',
    });
    for (const path of ['area.csv', 'AREA.CSV', 'data/area.txt', '..\\area.txt', './birmingham'])
      expect(read(`baseline: ${path}`).baseline).toEqual({ kind: 'file', path });
  });

  it('know the framework 2025 as the number that YAML takes it for, and as text', () => {
    expect(read('framework: 2025').framework).toBe('2025');
    expect(read('framework: "2025"').framework).toBe('2025');
    expect(read('framework: 2018-2024').framework).toBe('2018-2024');
  });
});

describe('targets', () => {
  it('count working days unless they say otherwise, and apply to all disposals unless some are named', () => {
    const text = `
targets:
  - name: Initial panel
    from: sentence_date
    to: panel_date
    within: 20
    source: >
      local standard,
      agreed in 2025
    disposals: [Referral order, YRO]
  - { name: Plan, from: release_date, to: resettlement_plan_date, at-least: 0, days: calendar, source: ours }
  - { name: Report, from: report_requested_date, to: report_submitted_date, by: report_due_date, source: ours }
`;
    expect(read(text).targets).toEqual([
      {
        name: 'Initial panel',
        from: 'sentence_date',
        to: 'panel_date',
        rule: { kind: 'within', days: 20 },
        days: 'working',
        source: 'local standard, agreed in 2025',
        disposals: ['Referral order', 'Youth rehabilitation order'],
        isExample: false,
      },
      {
        name: 'Plan',
        from: 'release_date',
        to: 'resettlement_plan_date',
        rule: { kind: 'at-least', days: 0 },
        days: 'calendar',
        source: 'ours',
        disposals: null,
        isExample: false,
      },
      {
        name: 'Report',
        from: 'report_requested_date',
        to: 'report_submitted_date',
        rule: { kind: 'by', column: 'report_due_date' },
        days: 'calendar',
        source: 'ours',
        disposals: null,
        isExample: false,
      },
    ]);
  });

  it('may repeat one another by name (&) and alias (*)', () => {
    const text = `
targets:
  - { name: A, from: sentence_date, to: panel_date, within: 5, source: x, disposals: &some [Referral order] }
  - { name: B, from: sentence_date, to: plan_date, within: 3660, source: x, disposals: *some }
`;
    expect(read(text).targets?.map(({ disposals }) => disposals)).toEqual([
      ['Referral order'],
      ['Referral order'],
    ]);
  });
});

describe('age bands', () => {
  it('are ranges or single ages', () => {
    expect(read('age-bands: [10, 11 - 13, 14–16, "17"]').ageBands).toEqual([
      { label: '10', from: 10, to: 10 },
      { label: '11-13', from: 11, to: 13 },
      { label: '14-16', from: 14, to: 16 },
      { label: '17', from: 17, to: 17 },
    ]);
    expect(read('age-bands:\n- 10-17\n').ageBands).toEqual([{ label: '10-17', from: 10, to: 17 }]);
  });
});

describe("what makes a report the service's own", () => {
  it('is a title, a name and a picture', () => {
    const { title, service, logo } = read('title:  Monthly   report\nservice: Anytown YJS\nlogo: arms.svg');
    expect([title, service, logo]).toEqual(['Monthly report', 'Anytown YJS', 'arms.svg']);
  });

  it('is sections by name, alias or title, in the order given', () => {
    const { sections } = read('sections: [Improvement plan, quality, Summary, Age bands]');
    expect(sections).toEqual(['improvement-plan', 'court-quality', 'summary', 'age-bands']);
  });
});

describe('the limit of cases', () => {
  it.each([1, 15, 500])('is the whole number %d', (number) => {
    expect(read(`case-limit: ${number}`).caseLimit).toBe(number);
  });
});

describe('disclosure', () => {
  it('sets the threshold, the zeros, or one of them', () => {
    expect(read('disclosure: { threshold: 10, zeros: hide }').disclosure).toEqual({
      threshold: 10,
      zeros: 'hide',
    });
    expect(read('disclosure: { zeros: show }').disclosure).toEqual({ zeros: 'show' });
  });
});

describe('the form of the file', () => {
  const settings = read('as-at: 2026-10-31\ncolumns:\n  Gruppe: team\n');

  it('may be JSON, indented with tabs too', () => {
    const json = JSON.stringify({ 'as-at': '2026-10-31', columns: { Gruppe: 'team' } }, null, '\t');
    expect(read(json)).toEqual(settings);
  });

  it('may have the line ends and the byte order mark of Windows', () => {
    expect(read('\ufeffas-at: 2026-10-31\r\ncolumns:\r\n  Gruppe: team\r\n')).toEqual(settings);
  });
});
