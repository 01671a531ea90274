/** The 97.5 % point of the standard normal distribution. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson score interval of a proportion, 95 %, without continuity correction.
 *
 * It stays inside 0 to 1 and behaves for few cases, where the textbook interval does not. With no successes the
 * lower bound is 0 and with nothing but successes the upper bound is 1, exactly.
 *
 * Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", JASA 22, 209-212.
 *
 * @example wilsonInterval(65, 100) // { lower: 0.552544, upper: 0.736358 }
 * @throws RangeError when the numbers are no proportion
 */
export function wilsonInterval(successes: number, total: number): { lower: number; upper: number } {
  if (!(total > 0 && successes >= 0 && successes <= total)) {
    throw new RangeError('wilsonInterval requires 0 <= successes <= total and a total over 0');
  }
  const share = successes / total;
  const squared = (Z_95 * Z_95) / total;
  const centre = share + squared / 2;
  const halfWidth = Z_95 * Math.sqrt((share * (1 - share)) / total + squared / (4 * total));
  return {
    lower: successes === 0 ? 0 : (centre - halfWidth) / (1 + squared),
    upper: successes === total ? 1 : (centre + halfWidth) / (1 + squared),
  };
}
