/** A picture of the service for the head of a page: known to be an SVG or PNG before it gets there. */
import { UserError } from '../caseload/errors.ts';
import type { Logo } from '../render/html/logo.ts';
import { crc32 } from '../render/workbook/zip.ts';
import { readBytes } from './read-bytes.ts';

/** A page is to stay small enough for an e-mail. */
const MOST_KIBIBYTES = 256;

/** @throws UserError for a file that cannot be read, is no whole SVG or PNG, is too large or may act */
export function readLogo(path: string, option: string): Logo {
  const bytes = readBytes(path, option, MOST_KIBIBYTES);
  const refuse = (why: string) => {
    throw new UserError(`${option} ${path}: ${why}`);
  };
  if (hasPngSignature(bytes)) {
    if (!isWholePng(bytes)) refuse('a PNG that is cut off or damaged; save it anew');
    return { type: 'image/png', bytes };
  }
  const text = svgText(bytes);
  if (text === null)
    throw new UserError(`${option} ${path}: no SVG or PNG image; save the logo as one of them`);
  if (mayAct(text))
    refuse('an SVG with a script, a link or something to load; save it as plain SVG, or as PNG');
  return { type: 'image/svg+xml', bytes };
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Of a chunk besides its data: length, name, checksum. */
const CHUNK_BYTES = 12;

function hasPngSignature(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** No logo has more points to a side; a browser that has to draw many gives up. */
const MOST_POINTS = 10_000;

/** Whether its chunks, each with a right checksum, go from the head with a size over the picture to the end. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_SIGNATURE.length;
  let hasPicture = false;
  for (let chunk = 0; at + CHUNK_BYTES <= bytes.length; chunk++) {
    const length = view.getUint32(at);
    const end = at + CHUNK_BYTES + length;
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      return false;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (
      chunk === 0 &&
      (name !== 'IHDR' || !isSize(view.getUint32(at + 8)) || !isSize(view.getUint32(at + 12)))
    )
      return false;
    hasPicture ||= name === 'IDAT';
    if (name === 'IEND') return hasPicture;
    at = end;
  }
  return false;
}

function isSize(points: number): boolean {
  return points > 0 && points <= MOST_POINTS;
}

/** What may stand before the first element of a drawing, and that element. */
const SVG_START = /^\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/;
const SVG_END = /<\/svg>\s*(?:<!--[\s\S]*?-->\s*)*$/;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** The text of a drawing that a browser can show; null for anything else. */
function svgText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const isWhole = SVG_START.test(text) && SVG_END.test(text) && text.includes(SVG_NAMESPACE);
    return isWhole && isBalanced(text) ? text : null;
  } catch {
    return null;
  }
}

const COMMENT_OR_DATA = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>/g;
const TAG = /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g;

/** Whether every element that is opened is closed, in its place: a browser shows nothing of a drawing with a fault. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  const rest = text
    .replace(COMMENT_OR_DATA, '')
    .replace(TAG, (_tag, slash: string, name: string, inside: string) => {
      if (slash === '' && !inside.trimEnd().endsWith('/')) open.push(name);
      else if (slash !== '' && open.pop() !== name) open.push('?');
      return '';
    });
  return open.length === 0 && !rest.includes('<');
}

/** A browser runs and loads nothing of a drawing shown as a picture; whoever saves it from the page should not either. */
const ACTS = [
  /<(?:\w+:)?(?:script|foreignObject|iframe|object|embed|a|set|handler)[\s/>]/i,
  /[\s"'/]on\w+\s*=/i,
  /\bhref\s*=\s*["']?\s*(?!["']?(?:#|data:image\/(?:png|jpeg|webp)[;,]))/i,
  /\burl\(\s*["']?\s*(?!["'\s]*#)/i,
  /@import|javascript:|<!ENTITY|<\?xml-stylesheet|image-set|http-equiv|\ssrc\s*=/i,
  // What would hide one of these: characters written as numbers, in XML or in a style sheet.
  /&#|\\|www\.w3\.org\/1999\/xhtml/,
];

function mayAct(text: string): boolean {
  return ACTS.some((pattern) => pattern.test(text));
}
