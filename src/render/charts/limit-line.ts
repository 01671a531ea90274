/** A limit that the service has set, as a dashed line across a chart with its number on it. */
import type { TopLevelSpec } from 'vega-lite';
import { widthOf } from './label-lines.ts';
import { INK, MARK, PAPER, TEXT_SIZE } from './looks.ts';

/** The data: `at`, where the line stands, and its `label`; no row where no line is drawn. */
export const LIMITS = 'limits';

export interface LimitLine {
  /** Where it stands on the scale of what is drawn. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly caption: string;
  readonly words: string;
  /** How far its label may reach beyond the plot, in units of the picture. */
  readonly room: number;
}

/** A limit more than so many times the largest figure is only told: its line would leave the figures too little room. */
const FARTHEST = 2;
const EDGE = 4;

/**
 * The line of a limit; null without one.
 * @param most the largest figure that is drawn
 */
export function limitLine(limit: number | undefined, most: number): LimitLine | null {
  if (limit === undefined) return null;
  const label = `limit ${limit}`;
  const isDrawn = limit <= FARTHEST * most;
  return {
    marks: isDrawn ? [{ at: limit, label }] : [],
    caption: isDrawn ? `dashed line: ${label}` : `the ${label} lies beyond the scale`,
    words: `Limit ${limit}`,
    room: widthOf([label], TEXT_SIZE) / 2 + EDGE,
  };
}

interface LimitPlace {
  readonly above: number;
  readonly foot: 'height' | { readonly expr: string };
  readonly scale: object;
}

type Layers = Extract<TopLevelSpec, { layer: unknown }>['layer'];

/**
 * The line on a ground of its own, so that it is told from what it crosses without colours too.
 * @param where how far above the plot it begins and where it ends, and the scale of the chart it is drawn in
 */
export function limitLayers({ above, foot, scale }: LimitPlace): Layers {
  const data = { name: LIMITS };
  const x = { field: 'at', type: 'quantitative', scale } as const;
  const line = (color: string, strokeWidth: number, strokeDash: number[]): Layers[number] => ({
    data,
    mark: { type: 'rule', color, strokeWidth, strokeDash },
    encoding: { x, y: { value: -above }, y2: { value: foot } },
  });
  return [
    line(PAPER, 5, []),
    line(MARK, 2.5, [7, 4]),
    {
      data,
      mark: { type: 'text', baseline: 'bottom', dy: -4, color: INK, fontWeight: 'bold' },
      encoding: { x, y: { value: -above }, text: { field: 'label' } },
    },
  ];
}
