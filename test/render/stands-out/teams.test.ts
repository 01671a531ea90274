/** Teams beside all: named only where they stay unlike over every place that is shown. */
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/report/report.ts';
import { metricOf, reportOf, rounded, said, type Types, tableOf, withOptions } from './report-of.ts';

const TYPES: Types = {
  team: 'text',
  standard: 'text',
  question: 'text',
  judged: 'count',
  sufficient: 'count',
  share: 'share',
  service_share: 'share',
  at_most: 'probability',
  at_least: 'probability',
  place: 'verdict',
  limit: 'verdict',
};
/** 2 of 20 at a half: (1 + 20 + 190) / 2^20 for so few, 0.000402 on both sides. */
const FAR = {
  team: 'North',
  standard: 'planning',
  question: 'desistance',
  judged: 20,
  sufficient: 2,
  share: 0.1,
  service_share: 0.5,
  at_most: 211 / 2 ** 20,
  at_least: 1 - 21 / 2 ** 20,
  place: 'below',
  limit: '99.8%',
};
/** 5 of 20 at a half: 21,700 / 2^20 = 0.0207 for so few, 0.0414 on both sides: outside 95 %, and alone clear. */
const NEAR = {
  ...FAR,
  team: 'South',
  sufficient: 5,
  share: 0.25,
  at_most: 21700 / 2 ** 20,
  at_least: 1 - 6196 / 2 ** 20,
  limit: '95%',
};
const INSIDE = {
  ...FAR,
  team: 'West',
  sufficient: 10,
  share: 0.5,
  at_most: 0.588,
  at_least: 0.588,
  place: 'inside',
  limit: '[z]',
};

function teamsOf(...rows: readonly Row[]) {
  return reportOf(metricOf('quality-consistency', 'Consistency', tableOf('teams', TYPES, rows)));
}

it('names a team that stays under 0.05 over all places shown, and no other', () => {
  // Of three: 0.000402 x 3 = 0.0012, then 0.0414 x 2 = 0.083.
  expect(said(teamsOf(INSIDE, NEAR, FAR), 'clear')).toEqual([
    "Court quality, Planning, desistance: team North, 2 of 20 cases judged were sufficient (10.0%), below the 50.0% of the whole service; clear after Holm's correction over 3 places of a team on a question.",
  ]);
  // A place that is withheld can never be named, so nothing is corrected for it.
  expect(
    said(teamsOf(NEAR, { ...INSIDE, at_most: '[c]', at_least: '[c]', place: '[c]' }), 'clear'),
  ).toHaveLength(1);
});

it('does not say the whole service where the report has a filter', () => {
  const [sentence] = said(withOptions(teamsOf(INSIDE, FAR), { '--where': ['sex=Male'] }), 'clear');
  expect(sentence).toContain('below the 50.0% of all cases of this report;');
});

it('does not compare the only team with itself, nor cases of no team', () => {
  expect(said(teamsOf(FAR), 'clear')).toEqual([]);
  expect(said(teamsOf(FAR, { ...INSIDE, team: 'Not known' }), 'clear')).toEqual([]);
  expect(said(teamsOf(FAR, { ...INSIDE, team: 'Not known' }), 'facts')).toEqual([
    'Consistency: 1 team, so that there is nothing to compare.',
  ]);
});

/** Teams with as many questions each, of whose places so many lie outside, the first teams' first. */
function placesOf(teams: number, questions: number, outside: number): Row[] {
  return Array.from({ length: teams * questions }, (_, index) => ({
    ...(index < outside ? { ...INSIDE, place: 'below', limit: '95%' } : INSIDE),
    team: `Team ${Math.floor(index / questions)}`,
    question: `question ${index % questions}`,
  }));
}

describe('places outside the 95% limits', () => {
  it('that are fewer than would be expected are not clear', () => {
    expect(said(teamsOf(...placesOf(10, 13, 1)), 'notClear')).toEqual([
      'Consistency: no team is clearly below or above; 1 of 130 places of a team on a question lies outside the 95% limits around the share of the whole service, where up to 7 would be expected if all teams were alike.',
    ]);
    expect(said(teamsOf(...placesOf(10, 13, 1)), 'clear')).toEqual([]);
  });

  it('that are more are clear only where they would be if the places of a team hang together', () => {
    // Three teams of 12: the variance is at most 0.05 x 0.95 x 3 x 12^2 x 3/2 = 30.78, and 1.8 of 36 are expected.
    // 25 outside: 30.78 / (30.78 + 23.2^2) = 0.0541. 26 outside: 30.78 / (30.78 + 24.2^2) = 0.0499.
    const [few, many] = [25, 26].map((outside) => teamsOf(...placesOf(3, 12, outside)));
    expect(said(few, 'clear')).toEqual([]);
    expect(said(few, 'notClear')[0]).toContain(
      'where up to 2 would be expected if all teams were alike; the places of one team hang together, so that this alone is not clear.',
    );
    expect(said(many, 'notClear')).toEqual([]);
    expect(said(many, 'clear')).toEqual([
      'Consistency: 26 of 36 places of a team on a question lie outside the 95% limits around the share of the whole service, where up to 2 would be expected if all teams were alike.',
    ]);
  });

  it('that are withheld are counted apart', () => {
    const hidden = { ...INSIDE, at_most: '[c]', at_least: '[c]', place: '[c]' };
    const report = teamsOf(INSIDE, { ...INSIDE, team: 'South' }, hidden, hidden);
    expect(said(report, 'withheld')).toEqual(['Consistency: 2 places of a team on a question.']);
    expect(said(report, 'notClear')[0]).toContain('none of 2 places of a team on a question lies outside');
  });

  it('do not follow from rounded counts', () => {
    const hidden = { ...INSIDE, at_most: '[x]', at_least: '[x]', place: '[x]' };
    const report = rounded(teamsOf(hidden, { ...hidden, team: 'South' }));
    expect(said(report, 'notClear')).toEqual([]);
    expect(said(report, 'withheld')).toEqual(['Consistency: 2 places of a team on a question.']);
  });
});
