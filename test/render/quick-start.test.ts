import { createRequire } from 'node:module';
import Mended from 'cli-table3';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** The package as it comes; what tests import by its name is what the bundle holds, mended in bin/quick-start.mjs. */
const Original: typeof Mended = createRequire(import.meta.url)('cli-table3');

const line = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('[c]', '██▌', '日本', '👩‍👧', '\u001b[2mquiet\u001b[22m', '\u001b[36m█▍\u001b[39m 7'),
);
const cell = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));

it('draws what the package itself draws, whatever the cells hold', () => {
  const row = fc.tuple(cell, cell, cell);
  const rows = fc.array(row, { minLength: 1, maxLength: 3 });
  const widths = fc.tuple(fc.integer({ min: 3, max: 14 }), fc.integer({ min: 3, max: 14 }), fc.constant(9));
  fc.assert(
    fc.property(rows, widths, fc.boolean(), (cells, colWidths, isBare) => {
      const style = isBare ? { 'padding-left': 0, 'padding-right': 0, head: [], border: [] } : {};
      const drawn = [Original, Mended].map((Table) => {
        const table = new Table({ colWidths, style, colAligns: ['left', 'right', 'center'] });
        table.push(...cells);
        return table.toString();
      });
      expect(Original).not.toBe(Mended);
      expect(drawn[1]).toBe(drawn[0]);
    }),
  );
});
