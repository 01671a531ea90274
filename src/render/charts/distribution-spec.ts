/** The specification of a distribution: columns side by side on a scale of whole numbers, which is laid out beforehand. */
import type { TopLevelSpec } from 'vega-lite';
import { limitLayers } from './limit-line.ts';
import { BAR, INK, LOOKS, PAPER, SMALL_TEXT } from './looks.ts';

/**
 * The data: `from`, `to` and `middle` across the picture from 0 to 1; the `value`, where there is one; its `shown` text
 * or a code in its place, at the height `top`; and the `label` of the band, empty where there is no room for it.
 */
export const BANDS = 'bands';
/** How far above the plot the line of a limit begins, so that its label is above all numbers. */
export const ABOVE = 20;

const PLOT_HEIGHT = 150;
const ACROSS = { domain: [0, 1], nice: false };

/** Its signals: the `width` of the plot, and the `most` of a column. */
export const distributionSpec: TopLevelSpec = {
  autosize: 'none',
  config: LOOKS,
  params: [{ name: 'most', value: 1 }],
  width: 300,
  height: PLOT_HEIGHT,
  encoding: {
    x: {
      type: 'quantitative',
      scale: ACROSS,
      axis: { grid: false, ticks: false, labels: false },
    },
    y: {
      type: 'quantitative',
      scale: { domainMin: 0, domainMax: { expr: 'most' }, nice: false },
      axis: null,
    },
  },
  layer: [
    {
      data: { name: BANDS },
      mark: { type: 'rect', color: BAR },
      encoding: { x: place('from'), x2: { field: 'to' }, y: place('value'), y2: { datum: 0 } },
    },
    ...limitLayers({ above: ABOVE, foot: 'height', scale: ACROSS }),
    // A number that a line runs through stays readable.
    numbers({ stroke: PAPER, strokeWidth: 4 }),
    numbers({}),
    {
      data: { name: BANDS },
      mark: { type: 'text', baseline: 'top', dy: 6, fontSize: SMALL_TEXT },
      encoding: { x: place('middle'), y: { value: 'height' }, text: { field: 'label' } },
    },
  ],
};

function place(field: string) {
  return { field, type: 'quantitative' } as const;
}

function numbers(ground: { readonly stroke?: string; readonly strokeWidth?: number }) {
  return {
    data: { name: BANDS },
    mark: { type: 'text' as const, baseline: 'bottom' as const, dy: -4, color: INK, ...ground },
    encoding: { x: place('middle'), y: place('top'), text: { field: 'shown' } },
  };
}
