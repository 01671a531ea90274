import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../src/caseload/errors.ts';
import { readConfig } from '../../src/config/read-config.ts';

const PIECES = [
  ...['as-at', 'columns', 'values', 'baseline', 'framework', 'targets', 'age-bands', 'disclosure'],
  ...['sex', 'team', 'name', 'from', 'within', 'by', 'threshold', 'zeros', 'M', 'Male', '2025', '2026-10-31'],
  ...[
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!!str ',
  ],
  ...[
    'null',
    'true',
    '.nan',
    '-1',
    '0x1F',
    '? ',
    '|\n',
    '>\n',
    '---\n',
    '%',
    '@',
    '\\',
    '\t',
    '__proto__',
    '<<',
    '\u2028',
  ],
];
const PLACE = /^c\.yaml(?:: and \d+ more$|:[1-9]\d*:[1-9]\d*: .)/;
/** How zod says it when nobody says it better. */
const JARGON = /Invalid|expected string|received|undefined|\[object/;

const KEYS = ['as-at', 'columns', 'values', 'baseline', 'framework', 'targets', 'age-bands', 'disclosure'];
const INNER = [
  'sex',
  'yes-no',
  'name',
  'from',
  'to',
  'within',
  'by',
  'days',
  'source',
  'threshold',
  'zeros',
  'x',
];

function isReadOrRefused(given: string): void {
  try {
    expect(readConfig(given, 'c.yaml').file).toBe('c.yaml');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [heading, ...lines] = error.message.split('\n');
    expect(heading).toMatch(/^c\.yaml: \d+ mistakes?(?:; the rest is checked once this is mended)?$/);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !PLACE.test(line) || JARGON.test(line))).toEqual([]);
  }
}

it('whatever a file holds, it is read, or refused in whole lines that each begin with a place', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(fc.property(text, isReadOrRefused), { numRuns: 1000 });
});

it('whatever stands at a key, it is read, or refused in words of ours', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        null,
        true,
        0,
        5,
        17,
        -1,
        2.5,
        '',
        ' ',
        '10-17',
        '2026-10-31',
        'sex',
        'panel_date',
        'Male',
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...INNER), tie('value'), { maxKeys: 6 }),
    ),
  }));
  const config = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 4 });
  fc.assert(
    fc.property(config, (given) => isReadOrRefused(JSON.stringify(given))),
    { numRuns: 1000 },
  );
});
