import { describe, expect, it } from 'vitest';
import { columnDefinitions, compact } from '../../src/caseload/columns.ts';
import { DISPOSALS } from '../../src/reference/disposals.ts';
import { bytesOf, tableOf, textOf } from './generated.ts';

const STYLES = ['plain', 'childview', 'core'] as const;
const columnsByHeader = new Map<string, Set<string>>();
for (const { name, aliases } of columnDefinitions()) {
  for (const header of [name, ...aliases]) {
    const columns = columnsByHeader.get(compact(header)) ?? new Set();
    columnsByHeader.set(compact(header), columns.add(name));
  }
}

function cellsOf(style: (typeof STYLES)[number], column: string): Set<string> {
  const at = columnDefinitions().findIndex(({ name }) => name === column);
  return new Set(tableOf({ style, columns: 'all', cases: 2000 }).rows.map((cells) => cells[at]));
}

describe.each(STYLES)('the headers of the %s style', (style) => {
  it('each stand for the one column meant, all of them different', () => {
    const { header } = tableOf({ style, columns: 'all', cases: 5 });
    const columns = header.map((text) => [...(columnsByHeader.get(compact(text)) ?? [])]);
    expect(columns).toEqual(columnDefinitions().map(({ name }) => [name]));
  });
});

describe.each(STYLES)('the labels of the %s style', (style) => {
  it('name known disposals', () => {
    const known = new Set(DISPOSALS.flatMap(({ label, aliases }) => [label, ...aliases]).map(compact));
    expect([...cellsOf(style, 'disposal')].filter((label) => !known.has(compact(label)))).toEqual([]);
  });
});

describe('the childview style', () => {
  it('is windows-1252 with CRLF and an en dash in the team', () => {
    const bytes = bytesOf({ style: 'childview' });
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = textOf({ style: 'childview' });
    expect(text).toContain('City – North');
    expect(text.match(/[^\r]\n/g)).toBeNull();
    expect(text.split('\r\n')).toHaveLength(602);
  });

  it('has British dates and self-defined codes', () => {
    const text = textOf({ style: 'childview' });
    expect(text).toContain('31/10/2026');
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect([...cellsOf('childview', 'ethnicity')].every((code) => /^([ABMOW]\d|NS)$/.test(code))).toBe(true);
  });
});

describe('the core style', () => {
  it('is UTF-16 with a byte order mark and semicolons', () => {
    const bytes = bytesOf({ style: 'core' });
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(bytes.length % 2).toBe(0);
    expect(textOf({ style: 'core' }).split('\n')[0].split(';')).toHaveLength(24);
  });

  it('has the mark once only, however long the file', () => {
    expect(textOf({ style: 'core', cases: 3000 })).not.toContain('\ufeff');
  });

  it('has dates in words, groups before the ethnicity, enumerated orders, Y and N', () => {
    const text = textOf({ style: 'core' });
    expect(text).toContain('31 Oct 2026');
    expect(text).toContain('Asian or Asian British - Pakistani');
    expect(text).toContain(';REFERRAL_ORDER;');
    expect(text).not.toMatch(/;(Yes|No|NA);/);
  });
});

describe('all styles', () => {
  it('tell of the same cases', () => {
    const ids = STYLES.map((style) => tableOf({ style }).rows.map(([caseId, childId]) => caseId + childId));
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
  });
});
