/** A picture of the service for the head of a page: known to be an SVG or PNG before it gets there. */
import { UserError } from '../caseload/errors.ts';
import type { Logo } from '../render/html/logo.ts';
import { crc32 } from '../render/workbook/zip.ts';
import { readBytes } from './read-bytes.ts';

/** A page is to stay small enough for an e-mail. */
const MOST_KIBIBYTES = 256;

/** @throws UserError for a file that cannot be read, is no whole SVG or PNG, is too large or may act */
export function readLogo(path: string, option: string): Logo {
  const bytes = readBytes(path, option);
  const refuse = (why: string) => {
    throw new UserError(`${option} ${path}: ${why}`);
  };
  if (bytes.length > MOST_KIBIBYTES * 1024)
    refuse(
      `${Math.ceil(bytes.length / 1024)} kB; a logo may have ${MOST_KIBIBYTES} kB, so that the page stays small`,
    );
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

/** Whether its chunks, each with a right checksum, go from the head with a size to the end. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_SIGNATURE.length;
  for (let chunk = 0; at + CHUNK_BYTES <= bytes.length; chunk++) {
    const length = view.getUint32(at);
    const end = at + CHUNK_BYTES + length;
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      return false;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (chunk === 0 && (name !== 'IHDR' || view.getUint32(at + 8) === 0 || view.getUint32(at + 12) === 0))
      return false;
    if (name === 'IEND') return true;
    at = end;
  }
  return false;
}

/** What may stand before the first element of a drawing, and that element. */
const SVG_START = /^\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/;
const SVG_END = /<\/svg>\s*(?:<!--[\s\S]*?-->\s*)*$/;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** The text of a drawing that a browser can show; null for anything else. */
function svgText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return SVG_START.test(text) && SVG_END.test(text) && text.includes(SVG_NAMESPACE) ? text : null;
  } catch {
    return null;
  }
}

/** A browser runs and loads nothing of a drawing shown as a picture; whoever saves it from the page should not either. */
const ACTS = [
  /<(?:\w+:)?(?:script|foreignObject|iframe|object|embed|a|set|handler)[\s/>]/i,
  /[\s"'/]on\w+\s*=/i,
  /\bhref\s*=\s*["']?\s*(?!["']?(?:#|data:image\/(?:png|jpeg|webp)[;,]))/i,
  /\burl\(\s*["']?\s*(?!["'\s]*#)/i,
  /@import|javascript:|<!ENTITY|<\?xml-stylesheet/i,
];

function mayAct(text: string): boolean {
  return ACTS.some((pattern) => pattern.test(text));
}
