/** Ratings below Good: with how few cases, and how certain the band is. */
import { expect, it } from 'vitest';
import type { Row } from '../../../src/report/report.ts';
import { metricOf, reportOf, rounded, said, type Types, tableOf } from './report-of.ts';

const QUESTIONS: Types = {
  standard: 'text',
  question: 'text',
  judged: 'count',
  sufficient: 'count',
  share: 'share',
  share_lower: ['lower', 'share'],
  share_upper: ['upper', 'share'],
  near_boundary: 'flag',
};
const STANDARDS: Types = { standard: 'text', lowest_question: 'verdict', rating: 'verdict', score: 'number' };

/** A standard by its lowest question; the bounds are Wilson's, worked out elsewhere. */
function standard(
  name: string,
  rating: string,
  [sufficient, judged]: number[],
  range: number[],
  isNear = false,
) {
  const [share_lower, share_upper] = range;
  const answers = { judged, sufficient, share: sufficient / judged, share_lower, share_upper };
  return {
    standard: { standard: name, lowest_question: 'child_safety', rating, score: 0 },
    question: { standard: name, question: 'child_safety', ...answers, near_boundary: isNear },
  };
}

function qualityOf(...standards: readonly { standard: Row; question: Row }[]) {
  return reportOf(
    metricOf(
      'court-quality',
      'Court quality',
      tableOf(
        'questions',
        QUESTIONS,
        standards.map(({ question }) => question),
      ),
      tableOf(
        'standards',
        STANDARDS,
        standards.map((one) => one.standard),
      ),
    ),
  );
}

const PLANNING = standard('planning', 'Inadequate', [22, 52], [0.2987, 0.5581]);
const DELIVERY = standard('delivery', 'Requires improvement', [7, 11], [0.3538, 0.8483]);
const ASSESSMENT = standard('assessment', 'Good', [70, 100], [0.6042, 0.7811]);

it('names every standard below Good, the lowest first, and says which bands the range reaches', () => {
  expect(said(qualityOf(ASSESSMENT, DELIVERY, PLANNING), 'ratings')).toEqual([
    'Planning: Inadequate by its lowest question, safety of the child: 22 of 52 cases judged were sufficient (42.3%, 95% range 29.9 - 55.8). The range reaches Requires improvement, so the band is not certain.',
    'Delivery: Requires improvement by its lowest question, safety of the child: 7 of 11 cases judged were sufficient (63.6%, 95% range 35.4 - 84.8). The range reaches Inadequate and Outstanding, so the band is not certain.',
  ]);
});

it('doubts no band that the whole range is in, near as its edge may be', () => {
  // 440 of 964 is 45.6 %, within five points of 50; its range ends at 48.8.
  const near = standard('reviewing', 'Inadequate', [440, 964], [0.4252, 0.488], true);
  expect(said(qualityOf(near), 'ratings')).toEqual([
    'Reviewing: Inadequate by its lowest question, safety of the child: 440 of 964 cases judged were sufficient (45.6%, 95% range 42.5 - 48.8). It is within 5 points of a boundary.',
  ]);
});

it('reads the ends of a range as ratings are read: to the whole percent, halves up', () => {
  const upTo = (upper: number) =>
    said(qualityOf(standard('planning', 'Inadequate', [20, 50], [0.27, upper])), 'ratings')[0];
  expect(upTo(0.495)).toContain('The range reaches Requires improvement');
  expect(upTo(0.4949)).not.toContain('reaches');
});

it('leaves fewer than ten cases judged to what is too few to say', () => {
  const few = (judged: number) => qualityOf(standard('planning', 'Inadequate', [3, judged], [0.1, 0.7]));
  expect(said(few(9), 'ratings')).toEqual([]);
  expect(said(few(9), 'tooFew')).toEqual([
    'Court quality, Planning: 9 cases judged on its lowest question, safety of the child.',
  ]);
  expect(said(few(10), 'ratings')).toHaveLength(1);
  expect(said(few(10), 'tooFew')).toEqual([]);
});

it('says of a standard that nothing was judged, or that it is withheld', () => {
  const nothing = { standard: 'delivery', lowest_question: '[z]', rating: '[z]', score: '[z]' };
  const hidden = { standard: 'reviewing', lowest_question: '[c]', rating: '[c]', score: '[c]' };
  const report = qualityOf({ ...ASSESSMENT, standard: nothing }, { ...ASSESSMENT, standard: hidden });
  expect(said(report, 'tooFew')).toEqual(['Court quality, Delivery: no case judged.']);
  expect(said(report, 'withheld')).toEqual(['Court quality: the rating of Reviewing.']);
});

it('rates nothing from rounded counts, and does not call them withheld where a framework has no bands', () => {
  const without = { standard: 'planning', lowest_question: 'child_safety', rating: '[x]', score: '[x]' };
  const report = qualityOf({ ...PLANNING, standard: without });
  expect(said(rounded(report), 'withheld')).toEqual(['Court quality: the rating of Planning.']);
  expect(said(report, 'withheld')).toEqual([]);
});
