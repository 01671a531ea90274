import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTENT_PATTERNS, looksLikePersonName, plainCell } from '../../src/reference/identifiers.ts';

function kindsOf(cell: string): string[] {
  return CONTENT_PATTERNS.filter(({ matches }) => matches(cell)).map(({ kind }) => kind);
}

/** The check digit of nine digits by counting up: the one that makes the weighted sum divisible by eleven. */
function checkDigit(nine: readonly number[]): number | null {
  const sum = nine.reduce((total, digit, index) => total + digit * (10 - index), 0);
  for (let digit = 0; digit <= 9; digit++) if ((sum + digit) % 11 === 0) return digit;
  return null;
}

describe('NHS numbers', () => {
  it('are ten digits with the right check digit, as one or in three parts', () => {
    for (const cell of ['9434765919', '943 476 5919', '943-476-5919', '450 557 7104'])
      expect(kindsOf(cell)).toEqual(['NHS numbers']);
  });

  it('are no other ten digits: of the ten last digits one is right at most', () => {
    const nine = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(nine, (digits) => {
        const right = checkDigit(digits);
        const accepted = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((last) =>
          kindsOf([...digits, last].join('')).includes('NHS numbers'),
        );
        expect(accepted).toEqual(right === null ? [] : [right]);
      }),
    );
  });

  it('are no number of one digit, which people type for none: it neither counts nor clears a column', () => {
    const nhs = CONTENT_PATTERNS.find(({ kind }) => kind === 'NHS numbers');
    for (let digit = 0; digit <= 9; digit++) {
      const cell = String(digit).repeat(10);
      expect([kindsOf(cell), nhs?.shape?.(cell)]).toEqual([[], false]);
    }
    expect(kindsOf('000 000 0000')).toEqual([]);
    // 943476591 asks for 9.
    expect(nhs?.shape?.('9434765918')).toBe(true);
  });

  it.each(['943476591', '94347659190', '943/476/5919', '943 4765919x'])('are not %s', (cell) => {
    expect(kindsOf(cell)).not.toContain('NHS numbers');
  });
});

describe('postcodes', () => {
  // One of each of the six formats, and one without its space and capitals.
  it.each(['M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 0AX', 'EC1A 1BB', 'ec1a1bb'])(
    '%s is one in full',
    (cell) => {
      expect(kindsOf(cell)).toEqual(['postcodes']);
    },
  );

  it.each(['B33', 'B33 8', '8TH', 'B33 8T', 'B333 8TH', 'ABC1 1AA', 'C1', 'W12', 'A1 Indian'])(
    '%s is none',
    (cell) => {
      expect(kindsOf(cell)).toEqual([]);
    },
  );
});

describe('other identifiers', () => {
  it.each([
    ['2010/1234567A', 'PNC numbers'],
    ['10/1234567A', 'PNC numbers'],
    ['10/1a', 'PNC numbers'],
    ['someone@example.org', 'e-mail addresses'],
    ['first.last+tag@mail.example.co.uk', 'e-mail addresses'],
    ['01632 960001', 'phone numbers'],
    ['(0121) 496-0000', 'phone numbers'],
    ['+44 7700 900123', 'phone numbers'],
    ['+44 (0)7700 900123', 'phone numbers'],
    ['0044 20 7946 0018', 'phone numbers'],
    ['447700900120', 'phone numbers'],
    ['44 1632 960001', 'phone numbers'],
    ['Jane Doe <a@example.org>', 'e-mail addresses'],
    ['<a@example.org>', 'e-mail addresses'],
    [`${'a'.repeat(64)}@${'b'.repeat(185)}.org`, 'e-mail addresses'],
  ])('%s is one of %s', (cell, kind) => {
    expect(kindsOf(cell)).toEqual([kind]);
  });

  it.each([
    ...['2010/1234567', 'A/1234567B', '201/1234567A', '31/10/2026', '12/2010'],
    ...['someone@example', '@example.org', 'a b@example.org', 'at @ home'],
    ...['440000000000', '449999999999', '44770090012', '4477009001200', 'Jane <a> b@example'],
    ...['0123456788', '960001', '+1 202 555 0100', '2026-10-31', '46027', '00000000000'],
  ])('%s is none', (cell) => {
    expect(kindsOf(cell)).toEqual([]);
  });
});

describe('phone numbers in a column of pseudonyms', () => {
  const phones = CONTENT_PATTERNS.find(({ kind }) => kind === 'phone numbers');

  it.each(['07700 900123', '07700-900-123', '+447700900124', '0044 1632 960002', '(+44) 7700 900124'])(
    '%s is one',
    (cell) => {
      expect(phones?.matchesPseudonym?.(cell)).toBe(true);
    },
  );

  it.each(['01234567890', '02026000012', '07700900123', '447700900120', '00000000017', '02026-000012'])(
    '%s may be a padded number',
    (cell) => {
      expect(phones?.matchesPseudonym?.(cell)).toBe(false);
    },
  );
});

describe('a plain cell', () => {
  it.each([
    ['M1  1AE', 'M1 1AE'],
    ['M1\u00a01AE', 'M1 1AE'],
    ['\u2009M1 \u202f\u3000 1AE\u200b', 'M1 1AE'],
    ['943\u2013476\u20115919', '943-476-5919'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['W-12/a', 'W-12/a'],
    ['', ''],
  ])('%j is %j', (cell, plain) => {
    expect(plainCell(cell)).toBe(plain);
  });
});

describe('the name of a person', () => {
  it.each([
    'Jane Smith',
    'Mary-Ann O’Neil',
    "Pat D'Arcy Jones",
    'Zoë Åberg',
    'Smith, Jane',
    'DE LA CRUZ, Ana',
    'Smith,Jane A.',
    // Accents as characters of their own, spaces that are not plain.
    'Zo\u00eb \u00c5berg'.normalize('NFD'),
    'A\u0301ine\u00a0O\u2019Neil',
  ])('may be written %s', (cell) => {
    expect(looksLikePersonName(cell)).toBe(true);
  });

  it.each([
    'Jane',
    'W12',
    'jane smith',
    'Worker 12',
    'Team A1',
    'north west',
    'W1, W2',
    '',
    'Unallocated',
    'JS/04',
  ])('is not %j', (cell) => {
    expect(looksLikePersonName(cell)).toBe(false);
  });
});
