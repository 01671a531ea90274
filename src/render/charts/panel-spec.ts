/**
 * Many small panels in one picture, each laid out by whoever fills it: one view of them all is drawn several times
 * faster than a facet with scales and axes for each.
 */
import type { TopLevelSpec } from 'vega-lite';
import { BAR, DESK, GRID, INK, LOOKS, MARK, PAPER, SMALL_TEXT, SOFT } from './looks.ts';

/** What is drawn, in the units of the picture, from its top left. A place without `y` (or `low`) breaks a line (area). */
export interface Marks {
  /** Areas, the wide one dashed. */
  readonly wide: readonly Area[];
  readonly narrow: readonly Area[];
  /** Faint lines across, and the axis with its ticks. */
  readonly rules: readonly Rule[];
  readonly axes: readonly Rule[];
  readonly line: readonly { readonly x: number; readonly y?: number }[];
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly shape: string;
    readonly look: Look;
  }[];
  readonly texts: readonly Text[];
  /** Those that stand on what is drawn. */
  readonly names: readonly Text[];
}

export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
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

/** A point that nothing is to be said of, one that stands out, empty within, and one that stands out far, filled. */
export type Look = 'plain' | 'out' | 'far';

/** Units of the picture as they are, from its top left. */
const UNITS = { domain: [0, DESK.width], range: [0, DESK.width], nice: false };
const BREAK = 'break-paths-show-path-domains' as const;

/** Its signals: the `width` and the `height`. */
export const panelSpec: TopLevelSpec = {
  autosize: 'none',
  config: LOOKS,
  width: DESK.width,
  height: 100,
  layer: [
    areaLayer('wide'),
    areaLayer('narrow'),
    // Along its sides alone: across, at its ends, a line would look like an axis.
    ...edgeLayers('wide', [3, 3]),
    ...edgeLayers('narrow', []),
    ruleLayer('rules', GRID),
    ruleLayer('axes', INK),
    {
      data: { name: 'line' },
      mark: { type: 'line', order: false, color: BAR, strokeWidth: 2, invalid: BREAK },
      encoding: { x: place('x'), y: place('y') },
    },
    {
      data: { name: 'points' },
      mark: { type: 'point', size: 50, opacity: 1 },
      encoding: {
        x: place('x'),
        y: place('y'),
        shape: { field: 'shape', type: 'nominal', scale: null },
        fill: byLook(BAR, PAPER, MARK),
        stroke: byLook(PAPER, MARK, MARK),
        strokeWidth: { condition: { test: "datum.look === 'plain'", value: 1 }, value: 2 },
      },
    },
    textLayer('texts', {}),
    textLayer('names', { stroke: PAPER, strokeWidth: 4, strokeJoin: 'round' }),
    textLayer('names', {}),
  ],
};

function place(field: string) {
  return { field, type: 'quantitative' as const, axis: null, scale: UNITS };
}

function byLook(plain: string, out: string, far: string) {
  return {
    condition: [
      { test: "datum.look === 'plain'", value: plain },
      { test: "datum.look === 'out'", value: out },
    ],
    value: far,
  };
}

function ruleLayer(name: 'rules' | 'axes', color: string) {
  return {
    data: { name },
    mark: { type: 'rule' as const, color, strokeWidth: 1 },
    encoding: { x: place('x'), y: place('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
  };
}

function areaLayer(name: 'wide' | 'narrow') {
  return {
    data: { name },
    // As they are given: what follows a break is another panel.
    mark: { type: 'area' as const, order: false, color: SOFT, fillOpacity: 0.6, invalid: BREAK },
    encoding: { x: place('x'), y: place('low'), y2: { field: 'high' } },
  };
}

function edgeLayers(name: 'wide' | 'narrow', strokeDash: number[]) {
  return ['low', 'high'].map((edge) => ({
    data: { name },
    mark: {
      type: 'line' as const,
      order: false as const,
      color: INK,
      strokeWidth: 1,
      strokeDash,
      invalid: BREAK,
    },
    encoding: { x: place('x'), y: place(edge) },
  }));
}

function textLayer(name: 'texts' | 'names', ground: object) {
  return {
    data: { name },
    mark: {
      type: 'text' as const,
      fontSize: SMALL_TEXT,
      align: { expr: 'datum.align' },
      fontWeight: { expr: 'datum.weight' },
      ...ground,
    },
    encoding: { x: place('x'), y: place('y'), text: { field: 'text' } },
  };
}
