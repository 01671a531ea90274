import { expect, it } from 'vitest';
import { commentaryText } from '../../src/commentary/commentary-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it('takes UTF-8 with a byte order mark and without', () => {
  expect(commentaryText(bytes('# \u00c4lter'), 'notes.md')).toBe('# \u00c4lter');
  expect(commentaryText(bytes('\ufeff# Ages'), 'notes.md')).toBe('# Ages');
});

it.each([
  ['windows-1252', Uint8Array.of(0x23, 0x20, 0xe9)],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x23, 0x00)],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00)],
  ['a text with a zero in it', bytes('# ages\0')],
])('refuses %s in one line that says how to save it', (_, content) => {
  expect(() => commentaryText(content, 'notes.md')).toThrow(
    /^notes\.md: not UTF-8 text; save the commentary as UTF-8 in your editor$/,
  );
});

it('takes 256 KiB and refuses one byte more', () => {
  expect(commentaryText(new Uint8Array(262_144).fill(0x61), 'notes.md')).toHaveLength(262_144);
  expect(() => commentaryText(new Uint8Array(262_145).fill(0x61), 'notes.md')).toThrow(
    /^notes\.md: too large for a commentary; keep it to 256 KiB of Markdown, without pictures$/,
  );
});
