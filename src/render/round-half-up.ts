/**
 * Rounds half away from zero to a number of decimals, as text: 0.125 to two decimals is "0.13".
 *
 * It works on the shortest decimal that names the number, not on binary fractions: 723 / 2000 is written 0.3615
 * and is a half at three decimals, though the nearest binary number lies below it. The quotient of two whole
 * numbers that is exactly a half is always written out in full, so no half is missed and none is invented.
 *
 * @param shift how many places to move the decimal point to the right first: 2 makes a percentage of a share
 */
export function roundHalfUp(value: number, places: number, shift = 0): string {
  const digits = shiftedDigits(Math.abs(value), shift);
  const kept = digits.fraction.slice(0, places).padEnd(places, '0');
  const roundsUp = digits.fraction.charAt(places) >= '5';
  const scaled = String(BigInt(digits.whole + kept) + (roundsUp ? 1n : 0n)).padStart(places + 1, '0');
  const whole = scaled.slice(0, scaled.length - places);
  const text = places === 0 ? whole : `${whole}.${scaled.slice(-places)}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The digits before and behind the decimal point once it has been moved. */
function shiftedDigits(value: number, shift: number): { whole: string; fraction: string } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const move = Number(exponent) + shift;
  if (move >= 0) {
    const padded = fraction.padEnd(move, '0');
    return { whole: whole + padded.slice(0, move), fraction: padded.slice(move) };
  }
  const padded = whole.padStart(1 - move, '0');
  return { whole: padded.slice(0, move), fraction: padded.slice(move) + fraction };
}
