import { distance } from 'fastest-levenshtein';

const SHORT_WORD = 4;

/**
 * The candidate that a mistyped word is nearest to, or null when none is near: at most a third of its letters differ,
 * or two of a short word (swapped letters differ twice).
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  const most = word.length < SHORT_WORD ? 1 : Math.max(2, Math.floor(word.length / 3));
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const differing = distance(word, candidate);
    if (differing < bestDistance) {
      best = candidate;
      bestDistance = differing;
    }
  }
  return best;
}
