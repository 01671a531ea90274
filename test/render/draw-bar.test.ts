import { describe, expect, it } from 'vitest';
import { barScale, drawBar } from '../../src/render/draw-bar.ts';

describe('bars', () => {
  it('are full at a half, or at the whole when any share is over a half', () => {
    expect(barScale([0.1, null, 0.5])).toBe(0.5);
    expect(barScale([0.51, 0.1])).toBe(1);
    expect(barScale([])).toBe(0.5);
  });

  it('show eighths of a character', () => {
    expect(drawBar(0.5, 1, 8, true)).toBe('████');
    expect(drawBar(1 / 64, 1, 8, true)).toBe('▏');
    expect(drawBar(0.368, 0.5, 20, true)).toBe('██████████████▊');
    expect(drawBar(1, 1, 8, true)).toBe('████████');
  });

  it('show nothing for nothing, and something for the smallest share', () => {
    expect(drawBar(0, 1, 8, true)).toBe('');
    expect(drawBar(null, 1, 8, true)).toBe('');
    expect(drawBar(0.0001, 1, 8, true)).toBe('▏');
  });

  it('do without block characters', () => {
    expect(drawBar(0.5, 1, 8, false)).toBe('####');
  });
});
