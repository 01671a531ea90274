/** Missing data: what is said of a gap is true of the figure that needs it. */
import { expect, it } from 'vitest';
import type { Row } from '../../../src/report/report.ts';
import { metricOf, reportOf, rounded, said, type Types, tableOf } from './report-of.ts';

const TYPES: Types = { figure: 'text', column_name: 'text', children: 'count', of: 'count', share: 'share' };
const gap = (column_name: string, children: number, figure = 'Needs profile') => ({
  figure,
  column_name,
  children,
  of_what: 'children with an open case',
  of: 100,
  share: children / 100,
});

function gapsOf(...rows: readonly Row[]) {
  return reportOf(metricOf('data-quality', 'Data quality', tableOf('gaps', TYPES, rows)));
}

it('are named from a tenth on, the three largest first, and how many more there are', () => {
  const report = gapsOf(
    gap('send', 12),
    gap('care_experienced', 9),
    gap('ete_suitable', 40),
    gap('risk_to_others', 11),
    gap('ethnicity', 10, 'Ethnicity mix, Disproportionality'),
  );
  expect(said(report, 'missing')).toEqual([
    'Suitability of education, training or employment is missing for 40 of 100 children with an open case (40.0%); it is needed for Needs profile.',
    'SEND is missing for 12 of 100 children with an open case (12.0%); it is needed for Needs profile.',
    'Risk to others is missing for 11 of 100 children with an open case (11.0%); it is needed for Needs profile.',
    '1 more gap of a tenth or more is in Data quality.',
  ]);
});

it('names the figures that need a column, and a target by its whole name', () => {
  const figures = gapsOf(gap('ethnicity', 10, 'Ethnicity mix, Disproportionality'));
  expect(said(figures, 'missing')[0]).toMatch(/it is needed for Ethnicity mix and Disproportionality\.$/);
  const target = gapsOf({
    ...gap('sentence_date', 10, 'Court timeliness: Panel, first'),
    of_what: 'all children',
  });
  expect(said(target, 'missing')).toEqual([
    'Sentence date is missing for 10 of 100 children (10.0%); it is needed for Court timeliness: Panel, first.',
  ]);
});

it('smaller than a tenth are said to be so, all of them', () => {
  expect(said(gapsOf(gap('send', 9), gap('sex', 1), gap('ethnicity', 0)), 'missing')).toEqual([
    'None of the 2 gaps in the data shown takes a tenth or more of those its figure is about.',
  ]);
  expect(said(gapsOf(gap('send', 9)), 'missing')).toEqual([
    'The 1 gap in the data shown does not take a tenth or more of those its figure is about.',
  ]);
  expect(said(gapsOf(gap('send', 0)), 'missing')).toEqual([]);
});

it('are not said to be small from rounded counts', () => {
  expect(said(rounded(gapsOf(gap('send', 5))), 'missing')).toEqual([]);
});

it('that are withheld are counted apart', () => {
  const hidden = { ...gap('send', 9), children: '[c]', share: '[c]' };
  expect(said(gapsOf(hidden, gap('sex', 1)), 'withheld')).toEqual(['Data quality: 1 gap in the data.']);
});
