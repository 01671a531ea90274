import { describe, expect, it } from 'vitest';
import {
  decimalPlaces,
  formatCell,
  formatCount,
  formatInterval,
  formatNumber,
  formatShare,
  isCode,
} from '../../src/render/format-cell.ts';
import type { ShownColumn, ShownType } from '../../src/report/report.ts';

const column = (type: ShownType, key = 'a'): ShownColumn => ({ key, label: 'A', type });

describe('formatCell', () => {
  it('writes shares as percentages with one decimal, half up', () => {
    expect(formatShare(96 / 261)).toBe('36.8%');
    expect(formatShare(1 / 8)).toBe('12.5%');
    expect(formatShare(1 / 16)).toBe('6.3%');
    expect(formatShare(0)).toBe('0.0%');
    expect(formatShare(1)).toBe('100.0%');
  });

  it('writes intervals with a hyphen, and the code when there is none', () => {
    expect(formatInterval(0.3116, 0.4278)).toBe('31.2 - 42.8');
    expect(formatInterval('[c]', '[c]')).toBe('[c]');
  });

  it('puts commas into counts from 1,000 up', () => {
    expect([0, 999, 9999, 10000, 123456, 1234567].map((count) => formatCount(count))).toEqual([
      '0',
      '999',
      '9,999',
      '10,000',
      '123,456',
      '1,234,567',
    ]);
    expect(formatNumber(-12345.65, 1)).toBe('-12,345.7');
  });

  it('gives numbers one decimal, or none when the whole column is whole', () => {
    const scores = column('number');
    expect(formatCell(scores, 12.25)).toBe('12.3');
    expect(decimalPlaces(scores, [{ a: 1 }, { a: '[z]' }, { a: 3 }])).toBe(0);
    expect(decimalPlaces(scores, [{ a: 1 }, { a: 2.5 }])).toBe(1);
  });

  it('gives each measure the decimals that suit it', () => {
    expect([12, 12.333, 0.3063].map((value) => formatCell(column('measure'), value))).toEqual([
      '12',
      '12.3',
      '0.31',
    ]);
  });

  it('leaves codes as they are', () => {
    for (const code of ['[c]', '[k]', '[x]', '[z]'] as const) {
      expect(isCode(code)).toBe(true);
      expect(formatCell(column('share'), code)).toBe(code);
    }
    expect([formatCount('[c]'), formatCount('[k]')]).toEqual(['[c]', '[k]']);
  });

  it('finds words for yes, no and the keys of ours, and leaves names from the data alone', () => {
    expect(formatCell(column('flag'), true)).toBe('yes');
    expect(formatCell(column('flag'), false)).toBe('no');
    expect(formatCell(column('flag', 'near_boundary'), true)).toBe('within 5 points of a boundary');
    expect(formatCell(column('flag', 'near_boundary'), false)).toBe('');
    expect(formatCell(column('text', 'question'), 'child_safety')).toBe('safety of the child');
    expect(formatCell(column('text', 'measure'), 'lower_quartile')).toBe('Lower quartile');
    expect(formatCell(column('text', 'team'), 'child_safety')).toBe('child_safety');
    expect(formatCell(column('text', 'constructor'), 'x')).toBe('x');
  });
});
