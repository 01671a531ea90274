import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/caseload/nearest.ts';

describe('the nearest candidate', () => {
  it('is the one that differs in fewest letters', () => {
    expect(nearest('ethnicty', ['ethnicity', 'sex', 'team'])).toBe('ethnicity');
    expect(nearest('disposl', ['dispatch', 'disposal'])).toBe('disposal');
  });

  it('is none when more than a third of the letters differ, or two of a short word', () => {
    // kitten and sitting differ in three letters, which is half of six; team and tema in two, where letters swapped.
    expect(nearest('kitten', ['sitting'])).toBeNull();
    expect(nearest('tema', ['team'])).toBe('team');
    expect(nearest('cat', ['cut'])).toBe('cut');
    expect(nearest('cat', ['dog'])).toBeNull();
    expect(nearest('notes', ['team', 'worker'])).toBeNull();
  });

  it('is the first of several as near', () => {
    expect(nearest('start', ['stark', 'starts'])).toBe('stark');
  });
});
