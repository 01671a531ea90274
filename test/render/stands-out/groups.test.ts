/** Rates of ethnic groups beside that of White: clear after a correction for all groups compared. */
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/report/report.ts';
import { metricOf, reportOf, said, type Types, tableOf } from './report-of.ts';

const TYPES: Types = {
  group: 'text',
  children: 'count',
  share: 'share',
  population: 'number',
  population_share: 'share',
  rate_per_1000: 'rate',
  relative_rate: 'rate',
  relative_rate_lower: ['lower', 'relative_rate'],
  relative_rate_upper: ['upper', 'relative_rate'],
  reading: 'verdict',
};
const WHITE = {
  group: 'White',
  children: 20,
  share: 0.2,
  population: 20000,
  population_share: 0.5,
  rate_per_1000: 1,
  relative_rate: 1,
  relative_rate_lower: '[z]',
  relative_rate_upper: '[z]',
  reading: 'compared with',
};
/** 7 children of 2,000 residents: 3.5 times the rate of White; its exact range is about 1.25 to 8.7. */
const MIXED = {
  ...WHITE,
  group: 'Mixed',
  children: 7,
  share: 0.07,
  population: 2000,
  population_share: 0.05,
  rate_per_1000: 3.5,
  relative_rate: 3.5,
  relative_rate_lower: 1.25,
  relative_rate_upper: 8.7,
  reading: 'higher',
};
const alike = (group: string): Row => ({ ...MIXED, group, children: 2, reading: 'no clear difference' });
const withheld = (group: string): Row => ({
  ...MIXED,
  group,
  children: '[c]',
  relative_rate: '[c]',
  relative_rate_lower: '[c]',
  relative_rate_upper: '[c]',
  reading: '[c]',
});

function ratesOf(...rows: readonly Row[]) {
  const metric = metricOf('disproportionality', 'Disproportionality', tableOf('groups', TYPES, rows));
  return reportOf({ ...metric, question: 'Is any ethnic group over-represented?' });
}

/*
 * Of the 27 children of Mixed and White, one of eleven residents is of Mixed: as fractions, 7 or more of them have a
 * probability of 0.008900, 0.017801 for both sides. Of two groups compared that becomes 0.0356, of three 0.0534.
 */
describe('a group whose range leaves out 1', () => {
  it('is clear where it stays so over all groups compared', () => {
    expect(said(ratesOf(alike('Asian'), MIXED, WHITE), 'clear')).toEqual([
      "Is any ethnic group over-represented? Mixed: the rate per 1,000 residents aged 10 to 17 is higher, 3.50 beside 1.00 of White (3.50 times, 95% range 1.25 - 8.70), clear after Holm's correction over 2 ethnic groups; 7 children, 7.0% of the caseload and 5.0% of residents.",
    ]);
  });

  it('is said to be so by its own range alone where it does not', () => {
    const report = ratesOf(alike('Asian'), alike('Black'), MIXED, WHITE);
    expect(said(report, 'clear')).toEqual([]);
    expect(said(report, 'notClear')).toEqual([
      "Disproportionality: the rate of Mixed is higher than that of White by its own 95% range (3.50 times, 1.25 - 8.70), but not clear after Holm's correction over 3 ethnic groups.",
      'Disproportionality: none of the 2 differences between the rate of an ethnic group and that of White is clear.',
    ]);
  });

  it('is corrected for groups that are withheld, which are said to be', () => {
    const report = ratesOf(MIXED, withheld('Black'), withheld('Other'), WHITE);
    expect(said(report, 'clear')).toEqual([]);
    expect(said(report, 'withheld')).toEqual(['Disproportionality, beside White: 2 ethnic groups.']);
  });

  it('is not corrected for groups of too few', () => {
    const few = { ...alike('Black'), relative_rate: '[z]', reading: 'too few to say' };
    const report = ratesOf(alike('Asian'), few, MIXED, WHITE);
    expect(said(report, 'clear')).toHaveLength(1);
    expect(said(report, 'tooFew')).toEqual(['Disproportionality, beside White: 1 ethnic group.']);
  });
});
