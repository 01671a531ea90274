import { describe, expect, it } from 'vitest';
import { valuesFor } from '../../src/caseload/caseload.ts';

describe('the array of a column', () => {
  it('is the narrowest that holds its largest value', () => {
    const bytesFor = (largest: number) => valuesFor(largest, 1).BYTES_PER_ELEMENT;
    expect([0, 255, 256, 65_535, 65_536, 4_294_967_295].map(bytesFor)).toEqual([1, 1, 2, 2, 4, 4]);
    for (const largest of [255, 65_535, 4_294_967_295]) {
      const values = valuesFor(largest, 3);
      values[1] = largest;
      expect([...values]).toEqual([0, largest, 0]);
    }
  });
});
