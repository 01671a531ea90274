/** A logo is a picture, whole and harmless, before a page gets it. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/caseload/errors.ts';
import { readLogo } from '../../src/commands/read-logo.ts';
import { fileWith, folderWith } from '../support/files.ts';

/** One white point, as a drawing program wrote it. */
const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inside}</svg>`;

function refusalOf(content: string | Uint8Array, name = 'arms.svg'): string {
  const path = fileWith(content, name);
  try {
    readLogo(path, '--logo');
  } catch (error) {
    if (error instanceof UserError) return error.message.replace(path, name);
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what is a logo', () => {
  it('is a PNG, whatever its name ends in', () => {
    const { type, bytes } = readLogo(fileWith(PNG, 'arms.svg'), '--logo');
    expect([type, [...bytes]]).toEqual(['image/png', [...PNG]]);
  });

  it.each([
    svg('<path d="M0 0h9v9z"/>'),
    `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- Drawn -->\n${svg('')}\n<!-- end -->\n`,
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
    svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use xlink:href="#g"/>'),
    svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
  ])('is an SVG: %s', (text) => {
    expect(readLogo(fileWith(text, 'arms.svg'), '--logo').type).toBe('image/svg+xml');
  });
});

describe('what is refused, in one line that says how to mend it', () => {
  it.each([
    ['words', 'Coat of arms'],
    ['a page', '<!doctype html><html><svg xmlns="http://www.w3.org/2000/svg"></svg></html>'],
    ['a drawing that is cut off', svg('<path d="M0 0"/>').slice(0, -6)],
    ['an SVG without its namespace, which no browser shows', '<svg viewBox="0 0 9 9"></svg>'],
    ['a drawing with an element that is not closed', svg('<g><rect/>')],
    ['a drawing with elements closed in another order', svg('<g><a1></g></a1>')],
    ['a drawing with a stray angle bracket', svg('<text>1 < 2</text>')],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])],
    ['a GIF', new TextEncoder().encode('GIF89a.........')],
    ['nothing', ''],
    ['bytes that are no UTF-8', new Uint8Array([0x3c, 0x73, 0x76, 0x67, 0xff, 0xfe])],
    ['entities of its own', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
  ])('%s', (_what, content) => {
    expect(refusalOf(content)).toBe('--logo arms.svg: no SVG or PNG image; save the logo as one of them');
  });

  it.each([
    '<script>alert(1)</script>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
    '<rect onload="alert(1)"/>',
    "<rect\nonclick='alert(1)'/>",
    '<a href="https://example.org"><rect/></a>',
    '<image href="https://example.org/a.png"/>',
    '<image xlink:href = "//example.org/a.png"/>',
    '<use href="other.svg#a"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<style>@import "https://example.org/a.css";</style>',
    '<rect fill="url(https://example.org/a#b)"/>',
    '<rect style="fill:url( \'a.svg#b\' )"/>',
    '<foreignObject><p>words</p></foreignObject>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<rect style="fill:\\75rl(http://example.org/a)"/>',
    '<rect fill="u&#114;l(http://example.org/a)"/>',
    '<style>rect{background:image-set("http://example.org/a.png" 1x)}</style>',
    '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="http://example.org/a.png"/>',
  ])('an SVG that may act or load: %s', (inside) => {
    expect(refusalOf(svg(inside))).toBe(
      '--logo arms.svg: an SVG with a script, a link or something to load; save it as plain SVG, or as PNG',
    );
  });

  it.each([
    ['cut off', PNG.slice(0, -1)],
    ['cut off before its end', PNG.slice(0, 58)],
    ['with a wrong checksum', PNG.map((byte, at) => (at === 45 ? byte ^ 1 : byte))],
    ['of its first bytes alone', PNG.slice(0, 8)],
    ['without a picture', Uint8Array.from([...PNG.slice(0, 33), ...PNG.slice(-12)])],
  ])('a PNG that is damaged: %s', (_what, bytes) => {
    expect(refusalOf(bytes, 'arms.png')).toBe(
      '--logo arms.png: a PNG that is cut off or damaged; save it anew',
    );
  });

  it('a picture too large for a page that is sent around', () => {
    const large = svg(`<!--${'x'.repeat(300 * 1024)}-->`);
    expect(refusalOf(large)).toBe('--logo arms.svg: 301 kB; it may have 256 kB');
  });

  it('a file that is not there, and a folder', () => {
    const folder = folderWith();
    expect(() => readLogo(`${folder}/none.png`, '--logo')).toThrow(
      `--logo ${folder}/none.png: no such file; check the name and where you are`,
    );
    expect(() => readLogo(folder, 'logo')).toThrow(`logo ${folder}: a folder; name a file in it`);
    expect(() => readLogo('/dev/zero', '--logo')).toThrow(
      '--logo /dev/zero: a device, not a file; name a file',
    );
    expect(() => readLogo(' ', '--logo')).toThrow('--logo "": an empty name; name a file');
  });
});
