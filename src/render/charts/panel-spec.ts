/**
 * Many small panels in one picture, each laid out by whoever fills it: one view of them all is drawn several times
 * faster than a facet with scales and axes for each.
 */
import type { TopLevelSpec } from 'vega-lite';
import { BAR, GRID, INK, LOOKS, MARK, PAPER, SMALL_TEXT, SOFT, WIDTH } from './looks.ts';

/** What is drawn, in the units of the picture, from its top left. A place without `y` (or `low`) breaks a line (area). */
export interface Marks {
  /** Areas, the wide one dashed. */
  readonly wide: readonly Area[];
  readonly narrow: readonly Area[];
  readonly rules: readonly {
    readonly x: number;
    readonly y: number;
    readonly x2: number;
    readonly y2: number;
  }[];
  readonly line: readonly { readonly x: number; readonly y?: number }[];
  readonly points: readonly { readonly x: number; readonly y: number; readonly shape: string }[];
  readonly texts: readonly Text[];
}

export interface Area {
  readonly x: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly weight: 'normal' | 'bold';
}

/** The shape of a point that nothing is to be said of; others have a colour of their own too. */
export const PLAIN = 'circle';

/** Units of the picture as they are, from its top left. */
const UNITS = { domain: [0, WIDTH], range: [0, WIDTH], nice: false };

/** Its signal: the `height`. */
export const panelSpec: TopLevelSpec = {
  autosize: 'none',
  config: LOOKS,
  width: WIDTH,
  height: 100,
  layer: [
    areaLayer('wide', [3, 3]),
    areaLayer('narrow', []),
    {
      data: { name: 'rules' },
      mark: { type: 'rule', color: GRID, strokeWidth: 1 },
      encoding: { x: place('x'), y: place('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    {
      data: { name: 'line' },
      mark: {
        type: 'line',
        order: false,
        color: BAR,
        strokeWidth: 2,
        invalid: 'break-paths-show-path-domains',
      },
      encoding: { x: place('x'), y: place('y') },
    },
    {
      data: { name: 'points' },
      mark: { type: 'point', filled: true, size: 50, stroke: PAPER, strokeWidth: 1, opacity: 1 },
      encoding: {
        x: place('x'),
        y: place('y'),
        shape: { field: 'shape', type: 'nominal', scale: null },
        color: { condition: { test: `datum.shape !== '${PLAIN}'`, value: MARK }, value: BAR },
      },
    },
    {
      data: { name: 'texts' },
      mark: {
        type: 'text',
        fontSize: SMALL_TEXT,
        align: { expr: 'datum.align' },
        fontWeight: { expr: 'datum.weight' },
      },
      encoding: { x: place('x'), y: place('y'), text: { field: 'text' } },
    },
  ],
};

function place(field: string) {
  return { field, type: 'quantitative' as const, axis: null, scale: UNITS };
}

function areaLayer(name: 'wide' | 'narrow', strokeDash: number[]) {
  return {
    data: { name },
    mark: {
      type: 'area' as const,
      // As they are given: what follows a break is another panel.
      order: false,
      color: SOFT,
      fillOpacity: 0.6,
      stroke: INK,
      strokeWidth: 1,
      strokeDash,
      invalid: 'break-paths-show-path-domains' as const,
    },
    encoding: { x: place('x'), y: place('low'), y2: { field: 'high' } },
  };
}
