import { describe, expect, it } from 'vitest';
import { ADULTS, AGE_BANDS, YEARS } from '../../src/reference/age-bands.ts';

describe('the age bands', () => {
  it('are 10-14, 15-17, and 18 and over', () => {
    expect(AGE_BANDS.map(({ label }) => label)).toEqual(['10-14', '15-17', '18 and over']);
    expect(ADULTS).toBe('18 and over');
  });

  it('hold every age from 10 once', () => {
    for (let age = 10; age <= 25; age++)
      expect(AGE_BANDS.filter(({ from, to }) => age >= from && age <= to)).toHaveLength(1);
    expect(AGE_BANDS.some(({ from, to }) => 9 >= from && 9 <= to)).toBe(false);
  });

  it('go with single years from 10 to 17', () => {
    expect(YEARS).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
  });
});
