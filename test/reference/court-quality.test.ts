import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearBoundary, QUALITY_BANDS, qualityBand } from '../../src/reference/court-quality.ts';

describe('the band of a share', () => {
  it.each([
    // Of 200 cases half a point is one case: 49.5 % rounds up to 50, 49.4 would not.
    [99, 200, 'Requires improvement'],
    [98, 200, 'Inadequate'],
    [129, 200, 'Good'],
    [128, 200, 'Requires improvement'],
    [159, 200, 'Outstanding'],
    [158, 200, 'Good'],
    [0, 7, 'Inadequate'],
    [7, 7, 'Outstanding'],
    [1, 2, 'Requires improvement'],
    [13, 20, 'Good'],
    [4, 5, 'Outstanding'],
    // 64.47 % and 79.49 %.
    [49, 76, 'Requires improvement'],
    [31, 39, 'Good'],
  ])('%i of %i is %s', (sufficient, judged, label) => {
    expect(qualityBand(sufficient, judged).label).toBe(label);
  });

  it('scores 0 to 3', () => {
    expect(QUALITY_BANDS.map(({ label, score }) => [label, score])).toEqual([
      ['Inadequate', 0],
      ['Requires improvement', 1],
      ['Good', 2],
      ['Outstanding', 3],
    ]);
  });

  it('is that of the percentage rounded half up, in whole numbers throughout', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (judged, some) => {
        const sufficient = some % (judged + 1);
        // The largest whole percentage p with 2 p n <= 200 s + n.
        let percent = 0;
        while (2 * (percent + 1) * judged <= 200 * sufficient + judged) percent++;
        const expected = percent >= 80 ? 3 : percent >= 65 ? 2 : percent >= 50 ? 1 : 0;
        expect(qualityBand(sufficient, judged).score).toBe(expected);
      }),
    );
  });
});

describe('near a boundary', () => {
  it.each([
    [9, 20, true, '45 %, five below 50'],
    [11, 20, true, '55 %, five above 50'],
    [12, 20, true, '60 %, five below 65'],
    [14, 20, true, '70 %, five above 65'],
    [15, 20, true, '75 %, five below 80'],
    [17, 20, true, '85 %, five above 80'],
    [44, 100, false, '44 %'],
    [56, 100, false, '56 %'],
    [59, 100, false, '59 %'],
    [71, 100, false, '71 %'],
    [74, 100, false, '74 %'],
    [86, 100, false, '86 %'],
    [0, 5, false, 'none'],
    [5, 5, false, 'all'],
  ])('%i of %i: %s (%s)', (sufficient, judged, expected) => {
    expect(isNearBoundary(sufficient, judged)).toBe(expected);
  });
});
