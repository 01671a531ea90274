import { describe, expect, it } from 'vitest';
import {
  ellipsize,
  longestWordWidth,
  padRight,
  shorten,
  textWidth,
  widestOf,
  wrapText,
} from '../../src/render/measure-text.ts';

describe('measuring text', () => {
  it('counts the columns of a terminal, not the characters', () => {
    expect(textWidth('North')).toBe(5);
    expect(textWidth('北部')).toBe(4);
    expect(textWidth('👩‍👧')).toBe(2);
    expect(padRight('北', 4)).toBe('北  ');
  });

  it('cuts a text with a mark and never through a character', () => {
    expect(ellipsize('South-west', 6, '…')).toBe('South…');
    expect(ellipsize('北部チーム', 6, '…')).toBe('北部…');
    expect(ellipsize('South', 5, '…')).toBe('South');
    expect(ellipsize('South-west', 6, '...')).toBe('Sou...');
  });

  it('wraps between words, and inside a word only when it must', () => {
    expect(wrapText('shares are of the 261 known', 12)).toEqual(['shares are', 'of the 261', 'known']);
    expect(wrapText('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrapText('', 10)).toEqual(['']);
  });

  it('finds the widest of 200,000 texts', () => {
    const texts = Array.from({ length: 200_000 }, (_, index) => `row ${index}`);
    expect(widestOf(texts)).toBe('row 199999'.length);
    expect(widestOf([], 7)).toBe(7);
    expect(longestWordWidth(texts.join(' '))).toBe('199999'.length);
  });

  it('shortens to a number of characters, never through one', () => {
    expect(shorten('x'.repeat(60), 60, '…')).toBe('x'.repeat(60));
    expect(shorten('x'.repeat(61), 60, '…')).toBe(`${'x'.repeat(59)}…`);
    expect(shorten('🙂'.repeat(60), 60, '…')).toBe('🙂'.repeat(60));
    expect(shorten('🙂'.repeat(61), 60, '…')).toBe(`${'🙂'.repeat(59)}…`);
  });

  it('breaks a word of megabytes in a moment', () => {
    const started = performance.now();
    const lines = wrapText('x'.repeat(3_000_000), 60);
    expect([lines.length, lines[0].length]).toEqual([50_000, 60]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
