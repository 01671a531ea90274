/**
 * Archives as XLSX and ODS are, the same bytes for the same entries with every version of Node. The format is that of
 * PKWARE's APPNOTE.TXT, sections 4.3.6 to 4.3.16; without ZIP64, data descriptors or encryption.
 */

import { deflate } from './deflate.ts';

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Not compressed, so that its bytes stand in the archive as they are. */
  readonly isStored?: true;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day there is. */
const DAY = 0x21;
const STORED = 0;
const DEFLATED = 8;

const encoder = new TextEncoder();

/** An archive of entries in their order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files = entries.map(zipFile);
  const locals = files.map(({ name, packed }) => LOCAL_SIZE + name.length + packed.length);
  const directory = files.reduce((size, { name }) => size + CENTRAL_SIZE + name.length, 0);
  const start = locals.reduce((sum, size) => sum + size, 0);
  const zip = new Uint8Array(start + directory + END_SIZE);
  const view = new DataView(zip.buffer);
  let at = 0;
  let central = start;
  for (const [place, file] of files.entries()) {
    writeLocal(view, zip, at, file);
    central = writeCentral(view, zip, central, at, file);
    at += locals[place];
  }
  writeEnd(view, central, files.length, directory, start);
  return zip;
}

interface ZipFile {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly method: typeof STORED | typeof DEFLATED;
  /** As it stands in the archive. */
  readonly packed: Uint8Array;
}

function zipFile({ path, bytes, isStored }: ZipEntry): ZipFile {
  const deflated = isStored ? bytes : deflate(bytes);
  const isSmaller = deflated.length < bytes.length;
  return {
    name: encoder.encode(path),
    crc: crc32(bytes),
    size: bytes.length,
    method: isSmaller ? DEFLATED : STORED,
    packed: isSmaller ? deflated : bytes,
  };
}

function writeLocal(view: DataView, zip: Uint8Array, at: number, file: ZipFile): void {
  view.setUint32(at, LOCAL_HEADER, true);
  writeCommon(view, at + 4, file);
  zip.set(file.name, at + LOCAL_SIZE);
  zip.set(file.packed, at + LOCAL_SIZE + file.name.length);
}

/** @returns where the next one goes */
function writeCentral(view: DataView, zip: Uint8Array, at: number, local: number, file: ZipFile): number {
  view.setUint32(at, CENTRAL_HEADER, true);
  view.setUint16(at + 4, VERSION, true);
  writeCommon(view, at + 6, file);
  view.setUint32(at + 42, local, true);
  zip.set(file.name, at + CENTRAL_SIZE);
  return at + CENTRAL_SIZE + file.name.length;
}

/** What both headers of a file say of it: 24 bytes from the version needed to the length of its name. */
function writeCommon(view: DataView, at: number, { name, crc, size, method, packed }: ZipFile): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, FLAGS, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function writeEnd(view: DataView, at: number, count: number, size: number, start: number): void {
  view.setUint32(at, END, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, size, true);
  view.setUint32(at + 16, start, true);
}

/** The CRC-32 of ISO 3309. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = CRC_TABLE[(crc ^ bytes[at]) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});
