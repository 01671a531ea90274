// A zip whose bytes follow from its contents alone: no dates, no owners, and stored, as what a compressor writes
// differs between versions of Node and between processors. Anyone can so check a release against the source.
import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** What is needed to unpack: version 1.0 of the format. */
const NEEDED = 10;
/** Made on Unix, so that the permissions below count. */
const MADE_BY = (3 << 8) | NEEDED;
const UTF8_NAMES = 1 << 11;
const STORED = 0;
/** 1 January 1980, the earliest there is, at midnight. */
const TIME = 0;
const DATE = (1 << 5) | 1;
const PLAIN_FILE = (0o100644 << 16) >>> 0;

/** @param files [path, bytes] of each file; paths are written with / */
export function zipOf(files) {
  const locals = [];
  const entries = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path);
    const sizes = sizesOf(name, bytes);
    const local = Buffer.concat([uint32(LOCAL), uint16(NEEDED), sizes, uint16(0), name, bytes]);
    locals.push(local);
    entries.push(entryOf(name, sizes, offset));
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...locals, directory, endOf(files.length, directory.length, offset)]);
}

/** The part that a file's local header and its entry in the directory share. */
function sizesOf(name, bytes) {
  return Buffer.concat([
    ...[UTF8_NAMES, STORED, TIME, DATE].map(uint16),
    ...[crc32(bytes), bytes.length, bytes.length].map(uint32),
    uint16(name.length),
  ]);
}

function entryOf(name, sizes, offset) {
  // Nothing in the extra field and the comment, on disk 0, no inner attributes.
  const nothing = [0, 0, 0, 0].map(uint16);
  const start = [uint32(CENTRAL), uint16(MADE_BY), uint16(NEEDED), sizes];
  return Buffer.concat([...start, ...nothing, uint32(PLAIN_FILE), uint32(offset), name]);
}

function endOf(count, length, offset) {
  return Buffer.concat([
    uint32(END),
    ...[0, 0, count, count].map(uint16),
    ...[length, offset].map(uint32),
    uint16(0),
  ]);
}

function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
