/** What the page says first: sentences that follow from the figures, and no others. */
import { describe, expect, it } from 'vitest';
import { standsOut } from '../../src/render/stands-out.ts';
import type { MetricReport, Report, Row, ShownColumn, ShownType } from '../../src/report/report.ts';
import { sampleReport } from './sample-report.ts';

type Types = Readonly<Record<string, ShownType | readonly [ShownType, string]>>;

/** A metric of tables, each with its columns by type (bounds with what they bound) and its rows. */
function metricOf(
  name: string,
  title: string,
  tables: Readonly<Record<string, readonly [Types, readonly Row[]]>>,
): MetricReport {
  return {
    name,
    title,
    question: '',
    unit: 'cases',
    status: 'ok',
    notes: [],
    tables: Object.entries(tables).map(([table, [types, rows]]) => ({
      name: table,
      title: table,
      unit: 'children',
      by: null,
      cohort: { n: 100, known: 100, leftOut: [] },
      columns: Object.entries(types).map(
        ([key, type]): ShownColumn =>
          typeof type === 'string'
            ? { key, label: key, type }
            : { key, label: key, type: type[0], of: type[1] },
      ),
      rows,
    })),
  };
}

const reportOf = (...metrics: readonly MetricReport[]): Report => ({ ...sampleReport, metrics });

describe('court quality', () => {
  const questions: Types = {
    standard: 'text',
    question: 'text',
    judged: 'count',
    sufficient: 'count',
    share: 'share',
    share_lower: ['lower', 'share'],
    share_upper: ['upper', 'share'],
    near_boundary: 'flag',
  };
  const standards: Types = {
    standard: 'text',
    lowest_question: 'verdict',
    rating: 'verdict',
    score: 'number',
  };
  const planning = { standard: 'planning', lowest_question: 'child_safety', rating: 'Inadequate', score: 0 };
  const delivery = { standard: 'delivery', lowest_question: 'desistance', rating: 'Good', score: 2 };
  const judged = {
    standard: 'planning',
    question: 'child_safety',
    judged: 52,
    sufficient: 22,
    share: 22 / 52,
  };
  const question = { ...judged, share_lower: 0.299, share_upper: 0.558, near_boundary: false };

  it('names the lowest-rated standard with the figures of its lowest question', () => {
    const quality = metricOf('court-quality', 'Court quality', {
      questions: [questions, [question]],
      standards: [standards, [planning, delivery]],
    });
    expect(standsOut(reportOf(quality))?.sentences).toEqual([
      'Court quality, Planning: Inadequate, by its lowest question, safety of the child: 22 of 52 cases judged were sufficient (42.3%, 95% range 29.9 - 55.8). An indicative self-audit, not an inspection rating.',
    ]);
  });

  it('names none where the lowest is Good, and says what is withheld', () => {
    const withheld = { standard: 'reviewing', lowest_question: '[c]', rating: '[c]', score: '[c]' };
    const quality = metricOf('court-quality', 'Court quality', {
      questions: [questions, [question]],
      standards: [standards, [delivery, withheld]],
    });
    expect(standsOut(reportOf(quality))).toEqual({
      sentences: [],
      without: [
        'the ratings of 2 standards of court quality, of which 1 cannot be told, since small numbers are withheld',
      ],
    });
  });
});

describe('ethnic groups', () => {
  const types: Types = {
    group: 'text',
    children: 'count',
    share: 'share',
    population_share: 'share',
    rate_per_1000: 'rate',
    relative_rate: 'rate',
    relative_rate_lower: ['lower', 'relative_rate'],
    relative_rate_upper: ['upper', 'relative_rate'],
    reading: 'verdict',
  };
  const black = {
    group: 'Black',
    children: 90,
    share: 0.3,
    population_share: 0.15,
    rate_per_1000: 6,
    relative_rate: 2.4,
    relative_rate_lower: 1.8,
    relative_rate_upper: 3.1,
    reading: 'higher',
  };
  const white = { ...black, group: 'White', rate_per_1000: 2.5, relative_rate: 1, reading: 'compared with' };
  const asian = { ...black, group: 'Asian', reading: 'no clear difference' };

  it('are named where the range of their rate over that of White leaves out 1', () => {
    const rates = metricOf('disproportionality', 'Disproportionality', {
      groups: [types, [asian, black, white]],
    });
    expect(standsOut(reportOf(rates))?.sentences).toEqual([
      'Ethnic group Black: the rate per 1,000 residents aged 10 to 17 is higher, 6.00 beside 2.50 of White (2.40 times, 95% range 1.80 - 3.10); 90 children, 30.0% of the caseload and 15.0% of residents. It does not say why.',
    ]);
  });
});

describe('the work with groups of children', () => {
  const types: Types = {
    dimension: 'text',
    value: 'text',
    standard: 'text',
    question: 'text',
    judged: 'count',
    sufficient: 'count',
    share: 'share',
    others_share: 'share',
    difference: 'difference',
    difference_lower: ['lower', 'difference'],
    difference_upper: ['upper', 'difference'],
    p: 'probability',
    verdict: 'verdict',
  };
  const yes = {
    dimension: 'send',
    value: 'Yes',
    standard: 'delivery',
    question: 'desistance',
    judged: 60,
    sufficient: 18,
    share: 0.3,
    others_share: 0.7,
    difference: -0.4,
    difference_lower: -0.55,
    difference_upper: -0.2,
    p: 0.0001,
    verdict: 'lower',
  };
  const no = { ...yes, value: 'No', share: 0.7, others_share: 0.3, difference: 0.4, verdict: 'higher' };

  it('is said once of two groups that are each other’s everyone else', () => {
    const equity = metricOf('quality-equity', 'Equity', {
      comparisons: [types, [yes, no]],
      summary: [{ tested: 'number' }, [{ tested: 2 }]],
    });
    expect(standsOut(reportOf(equity))?.sentences).toEqual([
      "Court quality, Delivery, desistance: SEND Yes, 18 of 60 cases judged were sufficient (30.0%) beside 70.0% for everyone else; lower by 40.0 percentage points (95% range -55.0 to -20.0), clear after Holm's correction over 2 comparisons. It does not say why.",
    ]);
  });
});

describe('teams', () => {
  const types: Types = {
    team: 'text',
    standard: 'text',
    question: 'text',
    judged: 'count',
    sufficient: 'count',
    share: 'share',
    service_share: 'share',
    place: 'verdict',
    limit: 'verdict',
  };
  const far = {
    team: 'North',
    standard: 'planning',
    question: 'desistance',
    judged: 20,
    sufficient: 2,
    share: 0.1,
    service_share: 0.5,
    place: 'below',
    limit: '99.8%',
  };
  const near = { ...far, team: 'South', limit: '95%' };
  const inside = { ...far, team: 'West', place: 'inside', limit: '[z]' };

  it('are named outside the 99.8% limits and counted outside the 95% limits', () => {
    const consistency = metricOf('quality-consistency', 'Consistency', {
      teams: [types, [far, near, inside]],
    });
    expect(standsOut(reportOf(consistency))?.sentences).toEqual([
      'Court quality, Planning, desistance: team North, 2 of 20 cases judged were sufficient (10.0%), below the 99.8% limits around the 50.0% of the whole service. Nothing is corrected for how many teams and questions are looked at.',
      'Court quality by team: 1 place of a team on a question, of 3 looked at, lies outside the 95% limits around the share of the whole service, but within the 99.8% limits. Up to 1 in 20 can lie there where all teams are alike.',
    ]);
  });
});

describe('changes', () => {
  const counts: Types = {
    measure: 'text',
    compared: 'text',
    before_period: 'text',
    after_period: 'text',
    before: 'count',
    after: 'count',
    p: 'probability',
    verdict: 'verdict',
  };
  const shares: Types = {
    standard: 'text',
    question: 'text',
    before_quarter: 'text',
    after_quarter: 'text',
    before_judged: 'count',
    after_judged: 'count',
    before_share: 'share',
    after_share: 'share',
    difference: 'difference',
    difference_lower: ['lower', 'difference'],
    difference_upper: ['upper', 'difference'],
    p: 'probability',
    verdict: 'verdict',
  };
  const starts = {
    measure: 'starts',
    compared: 'month before',
    before_period: '2026-09',
    after_period: '2026-10',
    before: 40,
    after: 62,
    p: 0.03,
    verdict: 'higher',
  };
  const planning = {
    standard: 'planning',
    question: 'desistance',
    before_quarter: '2026Q1',
    after_quarter: '2026Q2',
    before_judged: 50,
    after_judged: 48,
    before_share: 0.8,
    after_share: 0.5,
    difference: -0.3,
    difference_lower: -0.46,
    difference_upper: -0.11,
    p: 0.002,
    verdict: 'lower',
  };
  const trendOf = (...quality: readonly Row[]) =>
    metricOf('caseload-trend', 'Trend', { changes: [counts, [starts]], quality_changes: [shares, quality] });

  it('are said after a correction over all that the report tests, not each table by itself', () => {
    // Of two: 0.002 x 2 = 0.004 and 0.03 x 1 = 0.03, both under 0.05.
    expect(standsOut(reportOf(trendOf(planning)))?.sentences).toEqual([
      "Starts of cases: 62 in 2026-10 beside 40 in 2026-09 (month before); higher, clear after Holm's correction over 2 changes.",
      "Court quality, Planning, desistance: 50.0% of 48 cases judged in 2026Q2 were sufficient beside 80.0% of 50 in 2026Q1; lower by 30.0 percentage points (95% range -46.0 to -11.0), clear after Holm's correction over 2 changes.",
    ]);
    // Of three: 0.002 x 3 = 0.006, then 0.03 x 2 = 0.06, which is not.
    const unclear = { ...planning, question: 'child_safety', p: 0.9, verdict: 'no clear change' };
    expect(standsOut(reportOf(trendOf(planning, unclear)))?.sentences).toHaveLength(1);
  });

  it('that are withheld count as tested, so that nothing is said that they could take back', () => {
    const withheld = { ...planning, p: '[c]', verdict: '[c]' };
    expect(standsOut(reportOf(trendOf(withheld)))).toEqual({
      sentences: [],
      without: ['2 changes over time, of which 1 cannot be told, since small numbers are withheld'],
    });
  });
});

describe('gaps in the data', () => {
  const types: Types = {
    figure: 'text',
    column_name: 'text',
    children: 'count',
    of: 'count',
    share: 'share',
  };
  const gap = (column_name: string, children: number) => ({
    figure: 'needs-profile',
    column_name,
    children,
    of: 100,
    share: children / 100,
  });

  it('are named from a tenth on, the three largest first', () => {
    const quality = metricOf('data-quality', 'Data quality', {
      gaps: [
        types,
        [
          gap('send', 12),
          gap('care_experienced', 9),
          gap('ete_suitable', 40),
          gap('risk_to_others', 11),
          gap('sex', 10),
        ],
      ],
    });
    expect(standsOut(reportOf(quality))?.sentences).toEqual([
      'Missing data: 40 of 100 children (40.0%) are missing from needs-profile, because of Education, training or employment suitable.',
      'Missing data: 12 of 100 children (12.0%) are missing from needs-profile, because of SEND.',
      'Missing data: 11 of 100 children (11.0%) are missing from needs-profile, because of Risk to others.',
    ]);
  });
});

it('says nothing of a report without anything that could stand out', () => {
  expect(standsOut(reportOf())).toBeNull();
});
