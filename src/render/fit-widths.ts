/** What a column asks for: the width it would like, the least at which no word breaks, the least of all. */
export interface Demand {
  readonly role: 'label' | 'figure' | 'words';
  readonly natural: number;
  readonly wrapped: number;
  readonly least: number;
}

type Stage = readonly [role: Demand['role'], floor: 'wrapped' | 'least'];

/** What gives way first: headings of figures and long words wrap, then labels wrap, then they are cut. */
const STAGES: readonly Stage[] = [
  ['figure', 'wrapped'],
  ['words', 'wrapped'],
  ['label', 'wrapped'],
  ['label', 'least'],
  ['words', 'least'],
];

/** Widths that add up to no more than `available`, or null when the columns cannot be made that narrow. */
export function fitWidths(demands: readonly Demand[], available: number): number[] | null {
  const widths = demands.map((demand) => demand.natural);
  for (const [role, floor] of STAGES) shrink(widths, demands, available, role, floor);
  return total(widths) <= available ? widths : null;
}

/** Takes from the widest column of a role, one by one, until all fit or none can give more. */
function shrink(
  widths: number[],
  demands: readonly Demand[],
  available: number,
  role: Demand['role'],
  floor: 'wrapped' | 'least',
): void {
  for (let excess = total(widths) - available; excess > 0; excess--) {
    let widest = -1;
    demands.forEach((demand, index) => {
      const canGive = demand.role === role && (widths[index] ?? 0) > demand[floor];
      if (canGive && (widest < 0 || (widths[index] ?? 0) > (widths[widest] ?? 0))) widest = index;
    });
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

/** The sum of widths. */
export function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
