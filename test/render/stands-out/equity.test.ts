/** The work with groups of children: what is clear, what is not, and what nobody can say. */
import { expect, it } from 'vitest';
import type { Row } from '../../../src/report/report.ts';
import { metricOf, reportOf, rounded, said, type Types, tableOf } from './report-of.ts';

const TYPES: Types = {
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
/** 18 of 60 beside 49 of 70. */
const YES = {
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
const NO = {
  ...YES,
  value: 'No',
  judged: 70,
  sufficient: 49,
  share: 0.7,
  others_share: 0.3,
  difference: 0.4,
  verdict: 'higher',
};
const UNCLEAR = { ...YES, question: 'child_safety', p: 0.4, verdict: 'no clear difference' };
const TOO_FEW = { ...YES, question: 'others_safety', p: '[z]', verdict: 'too few to say' };
const WITHHELD = { ...YES, question: 'others_safety', judged: '[c]', p: '[c]', verdict: '[c]' };

function equityOf(rows: readonly Row[], tested: number | string = rows.length) {
  return reportOf(
    metricOf(
      'quality-equity',
      'Equity',
      tableOf('comparisons', TYPES, rows),
      tableOf('summary', { tested: 'number' }, [{ tested }]),
    ),
  );
}

it('says once of two groups that are each other’s everyone else how far apart they are, and of how many', () => {
  expect(said(equityOf([YES, NO]), 'clear')).toEqual([
    "Court quality, Delivery, desistance: SEND Yes, 18 of 60 cases judged were sufficient (30.0%) beside 70.0% of 70 for everyone else; lower by 40.0 percentage points (95% range of the difference -55.0 to -20.0), clear after Holm's correction over 2 comparisons.",
  ]);
});

it('does not say of how many everyone else is where one of them is withheld', () => {
  const [sentence] = said(
    equityOf([YES, { ...NO, judged: '[c]', sufficient: '[c]', p: '[c]', verdict: '[c]' }], '[c]'),
    'clear',
  );
  expect(sentence).toContain('beside 70.0% for everyone else;');
  expect(sentence).toContain('over all comparisons tested');
});

it('keeps apart what is not clear, of too few and withheld', () => {
  const report = equityOf([UNCLEAR, UNCLEAR, TOO_FEW, WITHHELD, WITHHELD, WITHHELD]);
  expect(said(report, 'clear')).toEqual([]);
  expect(said(report, 'notClear')).toEqual([
    'Equity: none of the 2 comparisons between groups that are shown is clear.',
  ]);
  expect(said(report, 'tooFew')).toEqual(['Equity: 1 comparison between groups.']);
  expect(said(report, 'withheld')).toEqual(['Equity: 3 comparisons between groups.']);
});

it('counts as not clear only the others where some are', () => {
  expect(said(equityOf([YES, NO, UNCLEAR]), 'notClear')).toEqual([
    'Equity: the other 1 of 3 comparisons between groups is not clear.',
  ]);
  expect(said(equityOf([YES, NO]), 'notClear')).toEqual([]);
});

it('says the clearest five, the smallest p first, and how many more are clear', () => {
  const clear = [0.001, 0.0002, 0.0003, 0.0004, 0.0005, 0.0006, 0.0007].map((p, index) => ({
    ...YES,
    value: `Group ${index}`,
    p,
  }));
  const sentences = said(equityOf(clear), 'clear');
  expect(sentences.map((sentence) => /Group \d/.exec(sentence)?.[0])).toEqual([
    'Group 1',
    'Group 2',
    'Group 3',
    'Group 4',
    'Group 5',
    undefined,
  ]);
  expect(sentences[5]).toBe('Equity: 2 more are clear, in its table.');
});

it('compares nothing from rounded counts', () => {
  const report = equityOf([
    { ...UNCLEAR, p: '[x]', verdict: '[x]' },
    { ...TOO_FEW, verdict: '[x]' },
  ]);
  expect(said(rounded(report), 'withheld')).toEqual(['Equity: 1 comparison between groups.']);
  expect(said(rounded(report), 'tooFew')).toEqual(['Equity: 1 comparison between groups.']);
  expect(said(rounded(report), 'notClear')).toEqual([]);
});

it('says of comparisons that are withheld whole that all are', () => {
  const whole = { ...tableOf('comparisons', TYPES, []), withheld: true as const };
  const shown = tableOf('other', { judged: 'count' }, [{ judged: 12 }]);
  expect(said(reportOf(metricOf('quality-equity', 'Equity', whole, shown)), 'withheld')).toEqual([
    'Equity: all comparisons between groups.',
  ]);
});
