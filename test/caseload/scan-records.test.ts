import { describe, expect, it } from 'vitest';
import { byteKinds, emptyBatch, scanRecords } from '../../src/caseload/scan-records.ts';
import { utf8 } from './reading.ts';

/** Scans a text from its beginning; the line feed behind it is the scanner's own. */
function scan(text: string, { atEnd = true, limit = 100, delimiter = ',', line = 1 } = {}) {
  const bytes = utf8(`${text}\n`);
  const batch = emptyBatch(limit);
  const stop = scanRecords(
    bytes,
    0,
    bytes.length - 1,
    atEnd,
    line,
    byteKinds(delimiter.charCodeAt(0)),
    batch,
  );
  const cell = (field: number) =>
    Buffer.from(bytes.slice(batch.fieldStarts[field], batch.fieldEnds[field])).toString();
  const records = Array.from({ length: batch.records }, (_, record) => {
    const first = record === 0 ? 0 : batch.recordEnds[record - 1];
    return Array.from({ length: batch.recordEnds[record] - first }, (__, index) => cell(first + index));
  });
  return { ...stop, records, lines: [...batch.recordLines.slice(0, batch.records)] };
}

describe('the fast lane', () => {
  it('reads plain and quoted fields, empty ones too, under all three line ends', () => {
    const { records, lines, at, why } = scan('a,b\r\n"c,d",\re,""\n\n,f');
    expect(records).toEqual([['a', 'b'], ['c,d', ''], ['e', ''], [''], ['', 'f']]);
    expect(lines).toEqual([1, 2, 3, 4, 5]);
    expect({ at, why }).toEqual({ at: 20, why: 'needs-more' });
  });

  it('counts the line ends inside quotes, CR LF as one', () => {
    const { records, lines, line } = scan('"a\r\nb\nc\rd",x\ny\n', { line: 7 });
    expect(records).toEqual([['a\r\nb\nc\rd', 'x'], ['y']]);
    // The first record takes lines 7 to 10.
    expect(lines).toEqual([7, 11]);
    expect(line).toBe(12);
  });

  it.each([
    ['a doubled quote', 'x\n"a""b"\ny'],
    ['a quote inside a plain field', 'x\na"b,c\ny'],
    ['text after a closing quote', 'x\n"a"b,c\ny'],
    ['a quote never closed, at the end of the input', 'x\n"ab'],
  ])('stops before a record with %s', (_, text) => {
    expect(scan(text)).toMatchObject({ records: [['x']], at: 2, line: 2, why: 'unusual' });
  });

  it.each([
    ['a record without its end', 'x\na,b'],
    ['CR as the last byte so far, as LF may follow', 'x\na\r'],
    ['a closing quote as the last byte so far, as another may follow', 'x\n"a"'],
    ['an open quote', 'x\n"a\nb'],
    ['a delimiter at the end', 'x\na,'],
  ])('waits for more at %s', (_, text) => {
    expect(scan(text, { atEnd: false })).toMatchObject({ records: [['x']], at: 2, why: 'needs-more' });
  });

  it('stops when the batch is full', () => {
    expect(scan('a\nb\nc\n', { limit: 2 })).toMatchObject({
      records: [['a'], ['b']],
      at: 4,
      line: 3,
      why: 'full',
    });
  });

  it('makes room for records of any width', () => {
    const cells = Array.from({ length: 1000 }, (_, index) => String(index));
    expect(scan(`${cells.join(';')}\n${cells.join(';')}`, { delimiter: ';', limit: 2 }).records).toEqual([
      cells,
      cells,
    ]);
  });
});
