/** What is said first: a few plain facts, of as many metrics as can be, from figures that are shown. */
import { describe, expect, it } from 'vitest';
import { standsOut } from '../../../src/render/stands-out.ts';
import type { MetricReport, Row } from '../../../src/report/report.ts';
import { reportWith } from '../sample-report.ts';
import {
  cohortOf,
  metricOf,
  reportOf,
  rounded,
  said,
  type Types,
  tableOf,
  withOptions,
} from './report-of.ts';

const MIX: Types = { group: 'text', children: 'count', share: 'share' };

/** 268 children, 261 of them of known ethnicity; shares are of these. */
function ethnicity(counts: Readonly<Record<string, number | string>>): MetricReport {
  const rows = Object.entries(counts).map(([group, children]): Row => {
    return { group, children, share: typeof children === 'number' ? children / 261 : children };
  });
  const cohort = { ...cohortOf(261, 268), leftOut: [{ reason: 'residence Other', n: 12 }] };
  const more = { cohort, known: 'whose ethnicity is known' };
  return metricOf('ethnicity-mix', 'Ethnicity mix', tableOf('groups', MIX, rows, more));
}

const monthEnds = (...rows: readonly Row[]) =>
  metricOf(
    'caseload-trend',
    'Trend',
    tableOf('month_ends', { month: 'text', children: 'count', starts: 'count', ends: 'count' }, rows),
  );
const AUGUST = { month: '2026-08', children: 170, starts: 20, ends: 12 };
const SEPTEMBER = { month: '2026-09', children: 183, starts: 25, ends: 11 };
const OCTOBER = { month: '2026-10', children: 268, starts: 30, ends: 9 };

describe('children with an open case', () => {
  const mix = ethnicity({ Asian: 96, White: 87, Black: 78 });
  const first = (...metrics: readonly MetricReport[]) => said(reportOf(...metrics), 'facts')[0];

  it('are counted, with those left out and how many they were at the month-end before', () => {
    expect(first(mix)).toBe('268 children have an open case.');
    // As at 27 October: the end of September is the latest before it, whether or not October is listed.
    const told = '268 children have an open case; 183 at the end of September 2026.';
    expect(first(mix, monthEnds(AUGUST, SEPTEMBER, OCTOBER))).toBe(told);
    expect(first(mix, monthEnds(AUGUST, SEPTEMBER))).toBe(told);
  });

  it('of a file for each month are those in the file', () => {
    const report = withOptions(reportOf(mix, monthEnds(SEPTEMBER)), { '--month': ['2026-09=september.csv'] });
    expect(said(report, 'facts')[0]).toContain('; 183 in the file of September 2026.');
  });

  it('are not mentioned where their number is withheld', () => {
    const [table] = mix.tables;
    const hidden = { ...mix, tables: [{ ...table, cohort: { n: '[c]', known: 261, leftOut: [] } as const }] };
    expect(first(hidden)).toBe(
      '96 of the 261 children whose ethnicity is known are Asian (36.8%), the largest ethnic group.',
    );
  });

  it('of the trend alone are those at its month-ends, with what started and ended', () => {
    expect(said(reportOf(monthEnds(AUGUST, SEPTEMBER)), 'facts')).toEqual([
      'Children with an open case: 183 at the end of September 2026; 170 at the end of August 2026.',
      '25 cases started and 11 ended in September 2026.',
    ]);
  });
});

describe('the largest group', () => {
  const largest = (counts: Readonly<Record<string, number | string>>) =>
    said(reportOf(ethnicity(counts)), 'facts')[1];

  it('is called so where no other can be larger', () => {
    // 261 - 96 - 70 = 95 are withheld, all of them together fewer than 96.
    expect(largest({ Asian: 96, Black: '[c]', Mixed: '[c]', White: 70, 'Not known': 7 })).toBe(
      '96 of the 261 children whose ethnicity is known are Asian (36.8%), the largest ethnic group.',
    );
  });

  it('is not called so where a withheld one may be larger, or one is as large', () => {
    const words = '96 of the 261 children whose ethnicity is known are Asian (36.8%).';
    expect(largest({ Asian: 96, Black: '[c]', Mixed: '[c]', White: 69, 'Not known': 7 })).toBe(words);
    expect(largest({ Asian: 96, White: 96, Black: 69 })).toBe(words);
  });

  it('is never one of which nothing is known', () => {
    expect(largest({ Asian: 90, White: 171, 'Not known': 200 })).toContain('171 of the 261 children');
  });

  it('stands beside its part of the residents where there is a baseline', () => {
    const types: Types = { group: 'text', population_share: 'share' };
    const rates = metricOf(
      'disproportionality',
      'Disproportionality',
      tableOf('groups', types, [{ group: 'Asian', population_share: 0.395 }]),
    );
    expect(said(reportOf(ethnicity({ Asian: 96, White: 95, Black: 70 }), rates), 'facts')[1]).toBe(
      '96 of the 261 children whose ethnicity is known are Asian (36.8%), the largest ethnic group; of residents aged 10 to 17 39.5% are.',
    );
  });
});

describe('loads, targets and birthdays', () => {
  const measures = (values: Readonly<Record<string, number | string>>) =>
    metricOf(
      'workload',
      'Workload',
      tableOf(
        'summary',
        { measure: 'text', value: 'measure' },
        Object.entries(values).map(([measure, value]) => ({ measure, value })),
      ),
    );

  it('say the largest load beside the median, and who has none or too many', () => {
    const workload = measures({
      cases: 272,
      unallocated: 12,
      median: 9.5,
      maximum: 27,
      limit: 20,
      over_limit: 2,
    });
    expect(said(reportOf(workload), 'facts')).toEqual([
      'Workload: 272 open cases, 12 unallocated; the largest load of a worker is 27, the median 9.5; workers over the limit of 20: 2.',
    ]);
    expect(
      said(reportOf(measures({ cases: 272, unallocated: 0, maximum: '[c]', median: 9 })), 'facts'),
    ).toEqual(['Workload: 272 open cases, all allocated.']);
  });

  const targets = (...shares: readonly (readonly [string, number | string])[]) =>
    metricOf(
      'court-timeliness',
      'Court timeliness',
      tableOf(
        'targets',
        { target: 'text', due: 'count', on_time: 'count', share: 'share' },
        shares.map(([target, share]) => ({ target, due: 40, on_time: Number(share) * 40, share })),
      ),
    );

  it('say the target with the lowest share on time, of those that are shown', () => {
    expect(said(reportOf(targets(['Panel', 0.75], ['Contact', 0.5])), 'facts')).toEqual([
      'On time for Contact: 20 of the 40 cases due so far, 50.0%, the lowest share of the 2 targets.',
    ]);
    const report = reportOf(targets(['Panel', 0.75], ['Contact', 0.5], ['Report', '[c]']));
    expect(said(withOptions(report, { '--from': '2026-04-01' }), 'facts')).toEqual([
      'On time for Contact: 20 of the 40 cases due in the period, 50.0%, the lowest share of the 2 targets shown.',
    ]);
    // Which share is lowest cannot be told from rounded counts, nor of two that are the same.
    expect(said(rounded(reportOf(targets(['Panel', 0.75], ['Contact', 0.5]))), 'facts')[0]).toMatch(
      /50\.0%\.$/,
    );
    expect(said(reportOf(targets(['Panel', 0.5], ['Contact', 0.5])), 'facts')[0]).toMatch(/50\.0%\.$/);
  });

  const turning = (...children: readonly (number | string)[]) =>
    metricOf(
      'transitions',
      'Transitions',
      tableOf(
        'months',
        { turning: 'text', age: 'text', children: 'count' },
        [
          ...['2026-11', '2026-12', '2027-01', '2027-02'].map((month, index) => ({
            turning: month,
            age: '17',
            children: children[index],
          })),
          { turning: 'already 17, month not known', age: '17', children: 3 },
        ],
        { cohort: { n: '[c]', known: '[c]', leftOut: [] } },
      ),
    );

  it('say how many turn 18 in three months', () => {
    expect(said(reportOf(turning(5, 0, 7, 20)), 'facts')).toEqual([
      'Children turning 18 from November 2026 to January 2027: 12; 3 more are 17 without a month of birth.',
    ]);
  });

  it('say it of the months that are shown, or of all who are 17, where one of the three is withheld', () => {
    const report = reportOf(turning(5, '[c]', 7, 20));
    expect(said(report, 'facts')).toEqual([
      'Children turning 18: 5 in November 2026, 7 in January 2027, 20 in February 2027; 3 more are 17 without a month of birth.',
    ]);
    const years = tableOf('years', { age: 'text', children: 'count' }, [{ age: '17', children: 50 }], {
      cohort: { n: '[c]', known: '[c]', leftOut: [] },
    });
    const ages = metricOf('age-bands', 'Age bands', years);
    expect(said(reportOf(ages, turning(5, '[c]', 7, 20)), 'facts')).toEqual([
      'Children aged 17, who turn 18 within a year: 50.',
    ]);
  });
});

describe('other metrics', () => {
  it('say how many are assessed High or Very high, but do not add up rounded counts', () => {
    const types: Types = { level: 'text', answer: 'text', children: 'count', answered: 'count' };
    const levels = tableOf('levels', types, [
      { level: 'risk_to_others', answer: 'High', children: 20, answered: 60 },
      { level: 'risk_to_others', answer: 'Very high', children: 10, answered: 60 },
    ]);
    const report = reportOf(metricOf('needs-profile', 'Needs profile', levels));
    expect(said(report, 'facts')).toEqual([
      '100 children have an open case.',
      'Risk to others: 30 of the 60 children of whom it is known are assessed High or Very high.',
    ]);
    expect(said(rounded(report), 'facts')).toEqual(['100 children have an open case.']);
  });

  it('say who leaves custody prepared, of those of whom it is known', () => {
    const types: Types = {
      aspect: 'text',
      answer: 'text',
      cases: 'count',
      answered: 'count',
      share: 'share',
    };
    const answers = tableOf('answers', types, [
      { aspect: 'plan_before_release', answer: 'before release', cases: 9, answered: 15, share: 0.6 },
      { aspect: 'accommodation_suitable', answer: 'Yes', cases: 6, answered: 12, share: 0.5 },
      { aspect: 'ete_suitable', answer: 'Yes', cases: '[c]', answered: '[c]', share: '[c]' },
    ]);
    expect(said(reportOf(metricOf('resettlement', 'Resettlement', answers)), 'facts')).toEqual([
      '9 of the 15 cases released from custody had a plan before release (60.0%).',
      '6 of the 12 cases released from custody of which it is known had suitable accommodation on release (50.0%).',
    ]);
  });

  it('list the rates that are shown', () => {
    const types: Types = { group: 'text', rate_per_1000: 'rate' };
    const rates = tableOf('groups', types, [
      { group: 'Asian', rate_per_1000: 1.6596 },
      { group: 'Black', rate_per_1000: '[c]' },
      { group: 'White', rate_per_1000: 1.871 },
    ]);
    expect(said(reportOf(metricOf('disproportionality', 'Disproportionality', rates)), 'facts')).toEqual([
      '100 children have an open case.',
      'Children with an open case per 1,000 residents aged 10 to 17: Asian 1.66, White 1.87.',
    ]);
  });

  it('count recommendations that are overdue, where that can be told', () => {
    const plan = (...days: readonly (number | string)[]) =>
      reportOf(
        metricOf(
          'improvement-plan',
          'Improvement plan',
          tableOf('actions', { recommendation: 'text', days_overdue: 'number' }, [
            ...days.map((days_overdue) => ({ recommendation: 'Audit more', days_overdue })),
          ]),
        ),
      );
    expect(said(plan(12, 3, '[z]'), 'facts')).toEqual(['Recommendations overdue: 2 of 3.']);
    expect(said(plan(12, '[x]'), 'facts')).toEqual([expect.not.stringContaining('overdue')]);
  });

  it('count complete columns, and the groups that are compared', () => {
    const record = tableOf('columns', { column_name: 'text', state: 'verdict' }, [
      { column_name: 'sex', state: 'complete' },
      { column_name: 'send', state: 'some missing' },
    ]);
    expect(said(reportOf(metricOf('data-quality', 'Data quality', record)), 'facts')).toEqual([
      'Complete columns: 1 of the 2 listed.',
    ]);
    const types: Types = { dimension: 'text', value: 'text', standard: 'text', question: 'text' };
    const comparison = { standard: 'planning', question: 'desistance' };
    const equity = tableOf('comparisons', types, [
      { dimension: 'ethnicity', value: 'Asian', ...comparison },
      { dimension: 'ethnicity', value: 'Black', ...comparison },
      { dimension: 'send', value: 'Yes', ...comparison },
    ]);
    expect(said(reportOf(metricOf('quality-equity', 'Equity', equity)), 'facts')).toEqual([
      'Equity: 3 groups on 1 question, by ethnic group, SEND.',
    ]);
  });
});

describe('the report as a whole', () => {
  const audited = metricOf(
    'court-quality',
    'Court quality',
    tableOf('summary', { judged_cases: 'count', score: 'number', maximum: 'number' }, [
      { judged_cases: 41, score: 3, maximum: 12 },
    ]),
  );

  it('takes a fact of each metric before the second of any, in the order of the report', () => {
    const report = reportOf(audited, monthEnds(SEPTEMBER, OCTOBER), ethnicity({ Asian: 96, White: 165 }));
    expect(said(report, 'facts')).toEqual([
      'Court cases judged: 41; they score 3 of 12 by self-audit.',
      '30 cases started and 9 ended in October 2026.',
      '268 children have an open case; 183 at the end of September 2026.',
      '165 of the 261 children whose ethnicity is known are White (63.2%), the largest ethnic group.',
    ]);
  });

  it('says no more than six', () => {
    const needs = ['send', 'care_experienced', 'ete_suitable', 'accommodation_suitable'].flatMap((need) =>
      ['Yes', 'No'].map((answer) => ({ need, answer, children: 30, answered: 60, share: 0.5 })),
    );
    const types: Types = {
      need: 'text',
      answer: 'text',
      children: 'count',
      answered: 'count',
      share: 'share',
    };
    const profile = metricOf('needs-profile', 'Needs profile', tableOf('needs', types, needs));
    expect(said(reportOf(profile), 'facts')).toEqual([
      '100 children have an open case.',
      '30 of the 60 children of whom it is known are not in suitable education, training or employment (50.0%).',
      '30 of the 60 children of whom it is known have SEND (50.0%).',
      '30 of the 60 children of whom it is known are care-experienced (50.0%).',
      '30 of the 60 children of whom it is known are not in suitable accommodation (50.0%).',
    ]);
    const report = reportOf(profile, audited, monthEnds(SEPTEMBER, OCTOBER));
    expect(said(report, 'facts')).toHaveLength(6);
    // The first of the trend comes before the last of the needs.
    expect(said(report, 'facts')).toContain('30 cases started and 9 ended in October 2026.');
    expect(said(report, 'facts').join(' ')).not.toContain('accommodation');
  });

  it('says whose figures they are where there is a filter', () => {
    const lead = (where: Readonly<Record<string, string[]>>) =>
      standsOut(withOptions(reportOf(audited), where))?.[0].lead;
    expect(lead({})).toBe('In figures');
    expect(lead({ '--where': ['team=North'] })).toBe('In figures, of the chosen cases alone');
  });

  it('says only what it shows: of the sections that were chosen, in their order', () => {
    const metrics = [audited, ethnicity({ Asian: 96, White: 165 })];
    const report = { ...reportOf(...metrics), sections: ['summary', 'court-quality'] };
    expect(said(report, 'facts')).toEqual(['Court cases judged: 41; they score 3 of 12 by self-audit.']);
  });

  it('names the metrics that are withheld whole', () => {
    const report = reportOf(audited, { ...metricOf('resettlement', 'Resettlement'), status: 'withheld' });
    expect(said(report, 'withheld')).toEqual(['Resettlement: all of it.']);
  });

  it('falls back on how many are looked at where no figure can be told', () => {
    const [table] = audited.tables;
    const hidden = {
      ...audited,
      tables: [{ ...table, rows: [{ judged_cases: '[c]', score: '[c]', maximum: '[c]' }] }],
    };
    expect(said(reportOf(hidden), 'facts')).toEqual(['Court quality: 100 children are looked at.']);
  });

  it('says nothing of a report without figures', () => {
    expect(standsOut(reportOf())).toBeNull();
  });

  it('reads a month of a service: no code, no word for what is not a number, in any sentence', () => {
    const parts = standsOut(reportWith({})) ?? [];
    expect(parts.map(({ kind }) => kind)).toEqual(['facts', 'ratings']);
    const sentences = parts.flatMap((part) => part.sentences);
    expect(sentences[0]).toBe('268 children have an open case.');
    expect(sentences.join(' ')).not.toMatch(/\[[ckxz]\]|NaN|undefined|\bchance\b|significant|proves/);
  });
});
