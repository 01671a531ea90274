import { expect, test } from 'vitest';
import { renderComparison } from '../../src/render/compare.ts';
import { compareInternal, DIFFERENT, SAME, service, some } from '../compare/services.ts';

const PLAIN = { width: 100, colorLevel: 0 } as const;
const SEX = { metrics: some('sex-mix') };
const months = {
  first: { csv: service('sex', { Male: 12 }), ...SEX },
  second: { csv: service('sex', { Male: 14 }), ...SEX },
};
const moved = { onlyInFirst: 5, onlyInOther: 7, inBoth: 7 };

/** Lines may break anywhere between words. */
const words = (text: string) => text.replace(/\s+/g, ' ');

test('those in the later input alone joined, whichever is named first', () => {
  const at = (daysApart: number) =>
    words(renderComparison(compareInternal(months, { ...SAME, daysApart, moved }), 'terminal', PLAIN));
  expect(at(31)).toContain('7 are in both, 5 joined (in first alone), 7 left (in second alone).');
  expect(at(-31)).toContain('7 are in both, 5 left (in first alone), 7 joined (in second alone).');
  expect(at(0)).toContain('7 are in both, 5 are in first alone, 7 are in second alone.');
});

test('a difference of counts has its sign, and stands only between two dates of one service', () => {
  const same = renderComparison(compareInternal(months, SAME), 'markdown', PLAIN);
  expect(same).toContain('| Children with an open case | 12 | 14 | -2 |');
  const different = renderComparison(compareInternal(months, DIFFERENT), 'markdown', PLAIN);
  expect(different).toContain('| Children with an open case | 12 | 14 |\n');
});

test('a share of a mix has its count, one of judgements what was judged', () => {
  const court = { metrics: some('sex-mix', 'court-quality') };
  const header = 'sex,disposal,planning_desistance';
  const comparison = compareInternal({
    home: {
      csv: service(header, { 'Male,Referral order,Yes': 6, 'Female,Referral order,No': 18 }),
      ...court,
    },
    away: { csv: service(header, { 'Male,Referral order,Yes': 10 }, 'Z'), ...court },
  });
  const markdown = renderComparison(comparison, 'markdown', PLAIN);
  // The range by Newcombe's formula, worked out apart: -0.880006 to -0.408499.
  expect(markdown).toMatch(
    /\| Male \| 25\.0% \(6\) \| 100\.0% \(10\) \| -75\.0 \| -88\.0 to -40\.8 \| lower \|/,
  );
  expect(markdown).toMatch(/\| Planning \| desistance \| 25\.0% of 24 \| 100\.0% of 10 \| -75\.0 \|/);
  expect(markdown).toContain('- home: 24 children; shares are of all of them');
  expect(markdown).toContain('24 judged; each share is of those judged on the question');
});

test('text of the data neither steers a terminal nor marks up Markdown', () => {
  const own = { metrics: some('ethnicity-mix'), ethnicityList: 'as-recorded' } as const;
  const csv = service('ethnicity', { '\u001b[2JRIVER|SIDE': 12 });
  const comparison = compareInternal({ 'a*b*': { csv, ...own }, away: { csv, ...own } }, SAME);
  const terminal = renderComparison(comparison, 'terminal', PLAIN);
  expect(terminal).toContain('RIVER|SIDE');
  expect(terminal).not.toContain('\u001b');
  const markdown = renderComparison(comparison, 'markdown', PLAIN);
  expect(markdown).toContain('RIVER\\|SIDE');
  expect(markdown).toContain('a\\*b\\*');
});

test('each code that stands in it is explained, and no other', () => {
  const legend = (inputs: Parameters<typeof compareInternal>[0]) =>
    renderComparison(compareInternal(inputs), 'markdown', PLAIN)
      .split('\n')
      .filter((line) => line.startsWith('[') || line.startsWith('\\['));
  const ages = { metrics: some('age-bands') };
  const csv = service('age', { 12: 6, 16: 6, 18: 6 });
  expect(legend({ home: { csv, ...ages }, away: { csv, ...ages } })).toEqual([]);
  expect(legend(months)).toEqual(['[z] not applicable']);
});
