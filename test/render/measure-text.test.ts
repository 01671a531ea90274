import { describe, expect, it } from 'vitest';
import { ellipsize, padRight, textWidth, wrapText } from '../../src/render/measure-text.ts';

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
});
