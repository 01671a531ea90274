import { describe, expect, it } from 'vitest';
import { rowsOf, tableOf, textOf } from './generated.ts';

const text = textOf({ messy: true });
const lines = text.split('\n');
const headerAt = lines.findIndex((line) => line.startsWith('case_id,'));
const HEADER = lines[headerAt].split(',');
const clean = rowsOf({});

/** Lines whose cell in a column is so; good for columns before and after the ethnicity, which may be quoted. */
function linesWith(column: string, cell: RegExp): string[] {
  const at = HEADER.indexOf(column);
  return lines.filter((line) => {
    const cells = line.replace(/"[^"]*"/, 'quoted').split(',');
    return cells.length >= HEADER.length && cell.test(cells[at]);
  });
}

function casesOf(some: readonly string[]): string[] {
  return some.map((line) => line.split(',')[0]);
}

describe('around the rows of a messy file', () => {
  it('stand title lines above the header and a totals line at the end', () => {
    expect(headerAt).toBe(3);
    expect(lines[0]).toBe('Caseload extract');
    expect(lines.at(-2)).toMatch(/^Total,,+600,/);
  });

  it('stand blank lines and lines of empty cells', () => {
    expect(lines.slice(headerAt, -3)).toContain('');
    expect(lines.some((line) => /^,+$/.test(line))).toBe(true);
  });

  it('stands a column that the dictionary does not know', () => {
    expect(HEADER.at(-1)).toBe('Comments');
  });
});

describe('the rows of a messy file', () => {
  it('are for the most part those of the clean file', () => {
    const cleanLines = new Set(textOf({}).split('\n'));
    const kept = lines.filter((line) => cleanLines.has(line.replace(/,$/, '')));
    expect(kept.length / clean.length).toBeGreaterThan(0.95);
    expect(kept.length / clean.length).toBeLessThan(1);
  });

  it('hold exact duplicates and different rows of one case', () => {
    const rows = lines.filter((line) => /^C\d+,/.test(line));
    const byCase = new Map<string, Set<string>>();
    let duplicates = 0;
    for (const row of rows) {
      const known = byCase.get(row.split(',')[0]) ?? new Set();
      if (known.has(row)) duplicates++;
      byCase.set(row.split(',')[0], known.add(row));
    }
    expect(duplicates).toBeGreaterThan(0);
    expect([...byCase.values()].some((versions) => versions.size > 1)).toBe(true);
  });

  it('lack an identifier here and there', () => {
    expect(lines.some((line) => /^,Y\d+,/.test(line))).toBe(true);
    expect(lines.some((line) => /^C\d+,,/.test(line))).toBe(true);
  });

  it('are short or go on beyond the header', () => {
    const widths = lines
      .filter((line) => /^C\d+,/.test(line))
      .map((line) => line.replace(/"[^"]*"/, 'quoted').split(',').length);
    expect(widths).toContain(12);
    expect(widths).toContain(HEADER.length + 2);
  });

  it('hold dates and ages nobody can read, answers too', () => {
    expect(linesWith('start_date', /Oct|\/|tbc/)).not.toEqual([]);
    expect(linesWith('age', /fifteen/)).not.toEqual([]);
    expect(linesWith('assessment_desistance', /Maybe/)).not.toEqual([]);
  });

  it('hold the date that means no date, ages out of range, ends before the start, audits still to come', () => {
    expect(linesWith('end_date', /^1900-01-01$/)).not.toEqual([]);
    expect(linesWith('age', /^(7|34|116)$/)).not.toEqual([]);
    expect(linesWith('audit_date', /^2026-11-14$/)).not.toEqual([]);
    const wrong = linesWith('end_date', /^20/).filter((line) => {
      const cells = line.replace(/"[^"]*"/, 'quoted').split(',');
      return cells[HEADER.indexOf('end_date')] < cells[HEADER.indexOf('start_date')];
    });
    expect(wrong).not.toEqual([]);
  });

  it('hold labels of no known category', () => {
    expect(linesWith('ethnicity', /^IC4$/)).not.toEqual([]);
    expect(linesWith('disposal', /^(Drug Treatment and Testing Order|Reprimand)$/)).not.toEqual([]);
    expect(linesWith('sex', /^Mail$/)).not.toEqual([]);
    expect(linesWith('residence', /^Elsewhere$/)).not.toEqual([]);
  });

  it('hold padded cells, no-break spaces and labels with the capitals wrong', () => {
    expect(lines.some((line) => line.startsWith('  C') && line.includes('\u00a0,'))).toBe(true);
    expect(linesWith('residence', /^(hOME|oTHER)$/)).not.toEqual([]);
  });

  it('hold a comma and a new line in quotes, a stray quote, and text after a closing one', () => {
    expect(text).toContain(',"Rang school, no reply;\nagain on Monday"\n');
    expect(text).toContain(',known as "late" to the panel\n');
    expect(text).toContain(',"see file" volume 2\n');
  });

  it('hold a child whose ethnicity differs between rows', () => {
    const further = lines.filter((line) => /^C\d+b,/.test(line));
    expect(further).not.toEqual([]);
    const child = further[0].split(',')[1];
    const ethnicities = lines.filter((line) => line.includes(`,${child},`)).map((line) => line.split(',')[4]);
    expect(ethnicities).toEqual(expect.arrayContaining(['Irish', 'Caribbean']));
  });
});

describe('dirt', () => {
  it('is in one row in thirty to fifty of a large file', () => {
    const cases = 8000;
    const plain = new Set(tableOf({ cases }).rows.map((cells) => cells[0]));
    const cleanLines = new Set(textOf({ cases }).split('\n'));
    const untouched = textOf({ cases, messy: true })
      .split('\n')
      .filter((line) => cleanLines.has(line.replace(/,$/, '')));
    const share = 1 - new Set(casesOf(untouched)).size / plain.size;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.03);
  });

  it('comes in the other styles too', () => {
    expect(textOf({ messy: true, style: 'childview' })).toContain('01/01/1900');
    expect(textOf({ messy: true, style: 'core' })).toContain('01 Jan 1900');
    expect(textOf({ messy: true, style: 'core' })).toContain('"Rang school, no reply;\nagain on Monday"');
  });

  it('is there in the smallest file, which still can be written', () => {
    expect(textOf({ messy: true, cases: 1 }).split('\n').length).toBeGreaterThan(5);
  });
});
