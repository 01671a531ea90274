/**
 * Compression as RFC 1951 describes it, in one block with the fixed codes of section 3.2.6: the same bytes wherever it
 * runs, which the compression that comes with Node does not promise from one version to the next.
 */

const SHORTEST = 3;
const LONGEST = 258;
const FARTHEST = 32_768;
/** How many earlier places that begin alike are looked at. */
const CANDIDATES = 8;
const HASH_BITS = 14;
const END_OF_BLOCK = 256;

export function deflate(bytes: Uint8Array): Uint8Array {
  const bits = bitWriter(bytes.length);
  bits.write(1, 1); // the last block
  bits.write(1, 2); // of the kind with fixed codes
  const findMatch = matcher(bytes);
  for (let at = 0; at < bytes.length; ) {
    const { length, distance } = findMatch(at);
    if (length < SHORTEST) {
      writeSymbol(bits, bytes[at]);
      at++;
    } else {
      writeLength(bits, length);
      writeDistance(bits, distance);
      at += length;
    }
  }
  writeSymbol(bits, END_OF_BLOCK);
  return bits.finish();
}

interface Match {
  readonly length: number;
  readonly distance: number;
}

/** Finds what stood earlier, too. To be asked for places in rising order. */
function matcher(bytes: Uint8Array): (at: number) => Match {
  const latest = new Int32Array(1 << HASH_BITS).fill(-1);
  const before = new Int32Array(bytes.length).fill(-1);
  let known = 0;
  const learnUpTo = (end: number) => {
    for (; known < end; known++) {
      const hash = hashAt(bytes, known);
      before[known] = latest[hash];
      latest[hash] = known;
    }
  };
  return (at) => {
    learnUpTo(at);
    let length = 0;
    let distance = 0;
    let place = latest[hashAt(bytes, at)];
    for (let left = CANDIDATES; left > 0 && place >= 0 && at - place <= FARTHEST; left--) {
      const same = sameFrom(bytes, place, at, length);
      if (same > length) {
        length = same;
        distance = at - place;
      }
      place = before[place];
    }
    return { length, distance };
  };
}

/** Of three bytes; past the end they count as 0. */
function hashAt(bytes: Uint8Array, at: number): number {
  const three = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  return Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/** How many bytes from two places on are the same; 0 when it cannot be more than those found. */
function sameFrom(bytes: Uint8Array, place: number, at: number, found: number): number {
  const most = Math.min(LONGEST, bytes.length - at);
  if (found >= most || bytes[place + found] !== bytes[at + found]) return 0;
  let length = 0;
  while (length < most && bytes[place + length] === bytes[at + length]) length++;
  return length;
}

interface BitWriter {
  /** The lowest bits of a number, the lowest first. */
  write(value: number, count: number): void;
  finish(): Uint8Array;
}

function bitWriter(size: number): BitWriter {
  // No symbol has more than 9 bits for a byte.
  const out = new Uint8Array(Math.ceil((size * 9) / 8) + 16);
  let at = 0;
  let pending = 0;
  let count = 0;
  return {
    write(value, length) {
      pending |= value << count;
      for (count += length; count >= 8; count -= 8) {
        out[at++] = pending & 0xff;
        pending >>>= 8;
      }
    },
    finish() {
      if (count > 0) out[at++] = pending & 0xff;
      return out.slice(0, at);
    },
  };
}

/** Codes begin with their highest bit, all else with its lowest. */
function reversed(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
}

/** The codes of literals, of the end and of lengths, and how many bits each has: section 3.2.6. */
const SYMBOL_BITS = Uint8Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 144 || symbol >= 280) return 8;
  return symbol < 256 ? 9 : 7;
});
const SYMBOL_CODES = Uint16Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 144) return reversed(0x30 + symbol, 8);
  if (symbol < 256) return reversed(0x190 + symbol - 144, 9);
  return symbol < 280 ? reversed(symbol - 256, 7) : reversed(0xc0 + symbol - 280, 8);
});
const DISTANCE_CODES = Uint8Array.from({ length: 30 }, (_, symbol) => reversed(symbol, 5));

function writeSymbol(bits: BitWriter, symbol: number): void {
  bits.write(SYMBOL_CODES[symbol], SYMBOL_BITS[symbol]);
}

/** Lengths share a code by fours with extra bits to tell them apart: the table of section 3.2.5 as a formula. */
function writeLength(bits: BitWriter, length: number): void {
  const rest = length - SHORTEST;
  if (length === LONGEST) {
    writeSymbol(bits, 285);
  } else if (rest < 8) {
    writeSymbol(bits, 257 + rest);
  } else {
    const extra = 29 - Math.clz32(rest);
    writeSymbol(bits, 261 + 4 * extra + ((rest >> extra) & 3));
    bits.write(rest & ((1 << extra) - 1), extra);
  }
}

/** Distances share a code by twos. */
function writeDistance(bits: BitWriter, distance: number): void {
  const rest = distance - 1;
  if (rest < 2) {
    bits.write(DISTANCE_CODES[rest], 5);
  } else {
    const extra = 30 - Math.clz32(rest);
    bits.write(DISTANCE_CODES[2 + 2 * extra + ((rest >> extra) & 1)], 5);
    bits.write(rest & ((1 << extra) - 1), extra);
  }
}
