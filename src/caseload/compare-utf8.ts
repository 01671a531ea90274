/** Order of two texts as UTF-8 bytes: by code point, so the same on every machine and in every locale. */
export function compareUtf8(first: string, second: string): number {
  const length = Math.min(first.length, second.length);
  for (let at = 0; at < length; at++) {
    const one = first.charCodeAt(at);
    const other = second.charCodeAt(at);
    if (one !== other) return byCodePoint(one) - byCodePoint(other);
  }
  return first.length - second.length;
}

/** UTF-16 units in the order of the characters they stand for: surrogates begin those beyond all others. */
function byCodePoint(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
