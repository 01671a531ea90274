/**
 * Small CSVs after the ideas of the public collections csv-spectrum and csv-test-data, with content of our own:
 * what a reader must make of quotes, line ends, empty fields and ragged rows. Expected records are written by hand.
 */
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/caseload/read-csv-bytes.ts';
import { refusalOf, utf8 } from './reading.ts';

const CASES: readonly { name: string; text: string; records: string[][] }[] = [
  {
    name: 'simple',
    text: 'order,weeks\nreferral,12\nfine,0\n',
    records: [
      ['order', 'weeks'],
      ['referral', '12'],
      ['fine', '0'],
    ],
  },
  {
    name: 'simple, CRLF',
    text: 'order,weeks\r\nreferral,12\r\n',
    records: [
      ['order', 'weeks'],
      ['referral', '12'],
    ],
  },
  {
    name: 'simple, CR',
    text: 'order,weeks\rreferral,12\r',
    records: [
      ['order', 'weeks'],
      ['referral', '12'],
    ],
  },
  {
    name: 'no line end at the end',
    text: 'order,weeks\nreferral,12',
    records: [
      ['order', 'weeks'],
      ['referral', '12'],
    ],
  },
  {
    name: 'CRLF but the last',
    text: 'order,weeks\r\nreferral,12',
    records: [
      ['order', 'weeks'],
      ['referral', '12'],
    ],
  },
  {
    name: 'mixed line ends',
    text: 'order,weeks\r\nreferral,12\nfine,0\rcaution,3\r\n',
    records: [
      ['order', 'weeks'],
      ['referral', '12'],
      ['fine', '0'],
      ['caution', '3'],
    ],
  },
  { name: 'nothing', text: '', records: [] },
  { name: 'one line end', text: '\n', records: [['']] },
  { name: 'one CRLF', text: '\r\n', records: [['']] },
  { name: 'a header only', text: 'order,weeks\n', records: [['order', 'weeks']] },
  { name: 'a header only, no line end', text: 'order,weeks', records: [['order', 'weeks']] },
  {
    name: 'empty fields',
    text: 'a,b,c\n1,,3\n,,\n',
    records: [
      ['a', 'b', 'c'],
      ['1', '', '3'],
      ['', '', ''],
    ],
  },
  {
    name: 'empty fields, CRLF',
    text: 'a,b,c\r\n1,"",""\r\n2,3,\r\n',
    records: [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', ''],
    ],
  },
  {
    name: 'all empty',
    text: ',\n,\n',
    records: [
      ['', ''],
      ['', ''],
    ],
  },
  { name: 'one column', text: 'team\nNorth\nSouth\n', records: [['team'], ['North'], ['South']] },
  {
    name: 'one column with blank lines',
    text: 'team\n\nNorth\n\n',
    records: [['team'], [''], ['North'], ['']],
  },
  {
    name: 'one column with an empty quoted field',
    text: 'team\n""\nNorth\n',
    records: [['team'], [''], ['North']],
  },
  {
    name: 'comma in quotes',
    text: 'worker,town\nW1,"Dudley, West Midlands"\n',
    records: [
      ['worker', 'town'],
      ['W1', 'Dudley, West Midlands'],
    ],
  },
  {
    name: 'quotes around everything',
    text: '"a","b"\n"1","2"\n',
    records: [
      ['a', 'b'],
      ['1', '2'],
    ],
  },
  {
    name: 'empty quotes',
    text: 'a,b\n"",""\n',
    records: [
      ['a', 'b'],
      ['', ''],
    ],
  },
  {
    name: 'escaped quotes',
    text: 'a,b\n1,"said ""no"" twice"\n2,""""\n3,""""""\n',
    records: [
      ['a', 'b'],
      ['1', 'said "no" twice'],
      ['2', '"'],
      ['3', '""'],
    ],
  },
  {
    name: 'JSON in a field',
    text: 'key,value\n1,"{""type"": ""Point"", ""at"": [52.48, -1.9]}"\n',
    records: [
      ['key', 'value'],
      ['1', '{"type": "Point", "at": [52.48, -1.9]}'],
    ],
  },
  {
    name: 'coordinates',
    text: 'place,at\nBull Ring,"52°28\'38""N, 1°53\'37""W"\n',
    records: [
      ['place', 'at'],
      ['Bull Ring', '52°28\'38"N, 1°53\'37"W'],
    ],
  },
  {
    name: 'newlines in fields',
    text: 'a,b\n"first\nsecond",2\n3,"\n"\n',
    records: [
      ['a', 'b'],
      ['first\nsecond', '2'],
      ['3', '\n'],
    ],
  },
  {
    name: 'newlines in fields, CRLF',
    text: 'a,b\r\n"first\r\nsecond",2\r\n3,"x\r\n\r\ny"\r\n',
    records: [
      ['a', 'b'],
      ['first\r\nsecond', '2'],
      ['3', 'x\r\n\r\ny'],
    ],
  },
  {
    name: 'quotes and newlines',
    text: 'a,b\n1,"he ""said""\n""again"", twice"\n2,c\n',
    records: [
      ['a', 'b'],
      ['1', 'he "said"\n"again", twice'],
      ['2', 'c'],
    ],
  },
  {
    name: 'spaces kept, also inside quotes',
    text: 'a,b\n 1 ,  2\n" 3 ",4 \n',
    records: [
      ['a', 'b'],
      [' 1 ', '  2'],
      [' 3 ', '4 '],
    ],
  },
  {
    name: 'trailing delimiter',
    text: 'a,b,\n1,2,\n',
    records: [
      ['a', 'b', ''],
      ['1', '2', ''],
    ],
  },
  { name: 'two line ends at the end', text: 'a,b\n1,2\n\n', records: [['a', 'b'], ['1', '2'], ['']] },
  {
    name: 'UTF-8',
    text: 'a,b\nŵyn,北\n😀,ʤ\n',
    records: [
      ['a', 'b'],
      ['ŵyn', '北'],
      ['😀', 'ʤ'],
    ],
  },
  {
    name: 'UTF-8 with a byte order mark',
    text: '\ufeffa,b\nŵ,2\n',
    records: [
      ['a', 'b'],
      ['ŵ', '2'],
    ],
  },
  {
    name: 'a byte order mark before a quoted header',
    text: '\ufeff"a","b"\n1,2\n',
    records: [
      ['a', 'b'],
      ['1', '2'],
    ],
  },
  {
    name: 'ragged: shorter and longer rows',
    text: 'a,b,c\n1\n1,2,3,4\n',
    records: [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']],
  },
  {
    name: 'an unescaped quote in a plain field',
    text: 'a,b\n5" knife,2\n',
    records: [
      ['a', 'b'],
      ['5" knife', '2'],
    ],
  },
  {
    name: 'text behind a closing quote',
    text: 'a,b\n"1"x,2\n',
    records: [
      ['a', 'b'],
      ['"1"x', '2'],
    ],
  },
  {
    name: 'formulas are text',
    text: 'a,b\n=1+1,@x\n',
    records: [
      ['a', 'b'],
      ['=1+1', '@x'],
    ],
  },
  {
    name: 'object names are text',
    text: '__proto__,constructor\n1,2\n',
    records: [
      ['__proto__', 'constructor'],
      ['1', '2'],
    ],
  },
];

describe('a reader of CSV', () => {
  it.each(CASES)('reads: $name', ({ text, records }) => {
    expect(readCsv(utf8(text))).toEqual(records);
  });

  it('refuses a missing quote, with the line where it was opened', () => {
    expect(refusalOf(() => readCsv(utf8('a,b\n1,2\n3,"4\n5,6\n')))).toMatch(/^line 3: /);
  });
});
