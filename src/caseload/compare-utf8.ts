/** Order of two texts as UTF-8 bytes: by code point, so the same on every machine and in every locale. */
export function compareUtf8(first: string, second: string): number {
  if (first === second) return 0;
  const firstPoints = first[Symbol.iterator]();
  const secondPoints = second[Symbol.iterator]();
  for (;;) {
    const one = firstPoints.next();
    const other = secondPoints.next();
    if (one.done || other.done) return one.done ? -1 : 1;
    if (one.value !== other.value) return (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
  }
}
