import { distance } from 'fastest-levenshtein';

/** The candidate that a mistyped word is nearest to, or null when none is near: at most a third of its letters differ. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.floor(word.length / 3) + 1;
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
