import { describe, expect, it } from 'vitest';
import { drawBlock } from '../../src/render/draw-table.ts';
import { flowPieces } from '../../src/render/flow-pieces.ts';
import { layOutTable } from '../../src/render/lay-out-table.ts';
import { barsOf, measureTable } from '../../src/render/measure-table.ts';
import { paletteOf } from '../../src/render/palette.ts';
import { presentColumns } from '../../src/render/present-columns.ts';
import { textTable } from '../../src/render/text-table.ts';
import { staffedWorkers } from './sample-report.ts';

const MANY = 200_000;

describe('a table of words', () => {
  it('has headings only where they are given', () => {
    expect(textTable(['A', 'B'], [['one', 'two']], 80)).toEqual(['A    B', 'one  two']);
    expect(textTable(null, [['one', 'two']], 80)).toEqual(['one  two']);
    expect(textTable(null, [['x'.repeat(30), 'two']], 40)).toEqual(['x'.repeat(30), '    two']);
    expect(textTable(null, [], 80)).toEqual([]);
  });

  it('may have 200,000 rows', () => {
    const rows = Array.from({ length: MANY }, (_, index) => [`line ${index}`, 'once']);
    expect(textTable(null, rows, 80)).toHaveLength(MANY);
  });
});

describe('a table of figures', () => {
  const space = { width: 60, unicode: true };

  it('may have 200,000 rows, in blocks when it is too wide', () => {
    const rows = Array.from({ length: MANY }, (_, index) => ({
      ...staffedWorkers.rows[0],
      worker: `W${index}`,
    }));
    const measured = measureTable(presentColumns({ ...staffedWorkers, rows }), rows, space);
    const { blocks } = layOutTable(measured, barsOf([measured]), space);
    expect(blocks.map(({ columns }) => columns[0].cells.length)).toEqual([MANY, MANY]);
  });

  it('may have a cell of 200,000 lines', () => {
    const cell = new Array<string>(MANY).fill('x');
    const column = { role: 'label', width: 5, heading: ['Name'], cells: [cell], barCells: 0 } as const;
    const [lines] = drawBlock({ gap: 2, columns: [column] }, [[0]], paletteOf(0));
    expect(lines).toHaveLength(MANY + 1);
  });
});

it('a piece of text may take 200,000 lines', () => {
  expect(flowPieces([{ text: 'ten letter '.repeat(MANY).trimEnd() }], 10)).toHaveLength(MANY);
});
