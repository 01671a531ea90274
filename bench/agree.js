// Whether two programs found the same figures.

/** Shares and spreads are worked out in another order by each. */
const TOLERANCE = 1e-9;

/** The first figure that differs, with its path; null when all that `theirs` has is the same. */
export function firstDifference(ours, theirs, path = '') {
  if (!isTable(ours) || !isTable(theirs)) {
    return isSame(ours, theirs) ? null : { path, ours: shown(ours), theirs: shown(theirs) };
  }
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const difference = firstDifference(ours[key], theirs[key], path === '' ? key : `${path} / ${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

/** How many figures there are. */
export function countFigures(figures) {
  if (!isTable(figures)) return 1;
  return Object.values(figures).reduce((sum, value) => sum + countFigures(value), 0);
}

function isTable(value) {
  return typeof value === 'object' && value !== null;
}

function isSame(one, other) {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
}

function shown(value) {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
