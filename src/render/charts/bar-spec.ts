/** The specifications of charts with a row for each row of the table: bars, and points on the bands of court quality. */
import type { TopLevelSpec } from 'vega-lite';
import { QUALITY_BANDS } from '../../reference/court-quality.ts';
import { limitLayers } from './limit-line.ts';
import { BAR, GRID, INK, LOOKS, MARK, PAPER, SMALL_TEXT, SOFT } from './looks.ts';

/**
 * The data: the `order` of the row and of its name (`labelOrder`), `label` (its lines), `word`, `shown`, and, where they
 * are, `value`, `lower`, `upper` and `beside`.
 */
export const ROWS = 'rows';
/** Where the axis has its numbers: `tick` and its `text`. */
export const TICKS = 'ticks';

/** How high a row is; its signal is named by vega-lite. */
export const STEP = 'y_step';
const ROW_HEIGHT = 36;
/** A percentage is rounded to a whole number before it is banded. */
const HALF_A_POINT = 0.005;

type Layers = Extract<TopLevelSpec, { layer: unknown }>['layer'];

const BARS: Layers = [
  { mark: { type: 'bar', color: BAR, height: { band: 0.6 } }, encoding: { x: at('value') } },
];
const POINTS: Layers = [
  { mark: { type: 'point', filled: true, size: 110, color: BAR, opacity: 1 }, encoding: { x: at('value') } },
];

/** The line of a limit ends above rows that it is not for. */
const FOOT = { expr: `height - ${STEP} * beyond` };

/**
 * Of bars also the data of a limit. Signals: the `width`, the height of a row, how many rows lie `beyond` a limit, how
 * labels are aligned and moved, and the `end` of the axis.
 */
export const barSpec = specOf(BARS, limitLayers({ above: 0, foot: FOOT, scale: {} }));
export const bandSpec = specOf([...bandLayers(), ...POINTS], []);

function specOf(figures: Layers, limits: Layers): TopLevelSpec {
  return {
    data: { name: ROWS },
    autosize: 'none',
    config: LOOKS,
    params: [
      { name: 'end', value: 1 },
      { name: 'beyond', value: 0 },
      { name: 'labelAlign', value: 'right' },
      { name: 'labelX', value: 0 },
      { name: 'labelDown', value: 0 },
    ],
    width: 300,
    height: { step: ROW_HEIGHT },
    encoding: {
      y: { field: 'order', type: 'ordinal', axis: null },
      x: {
        type: 'quantitative',
        scale: { domainMin: 0, domainMax: { expr: 'end' }, nice: false },
        axis: null,
      },
    },
    layer: [
      gridLayer(),
      ...figures,
      {
        mark: {
          type: 'point',
          shape: 'diamond',
          filled: true,
          size: 130,
          color: MARK,
          stroke: PAPER,
          opacity: 1,
        },
        encoding: { x: at('beside') },
      },
      // Above the diamond, whose edge would hide an end of it.
      {
        mark: { type: 'rule', color: INK, strokeWidth: 2 },
        encoding: { x: at('lower'), x2: { field: 'upper' } },
      },
      capLayer('lower'),
      capLayer('upper'),
      // A name that lines run through stays readable.
      nameLayer({ stroke: PAPER, strokeWidth: 4 }),
      nameLayer({}),
      textLayer('shown', 'width', 8),
      textLayer('word', 0, 6),
      ...limits,
      ...axisLayers(),
    ],
  };
}

function at(field: string) {
  return { field, type: 'quantitative' } as const;
}

function gridLayer(): Layers[number] {
  return {
    data: { name: TICKS },
    mark: { type: 'rule', color: GRID },
    encoding: { x: at('tick'), y: { value: 0 }, y2: { value: 'height' } },
  };
}

/** Laid out beforehand: an axis of vega-lite has its ticks in an order that depends on the chart before it. */
function axisLayers(): Layers {
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', color: INK },
      encoding: { x: { value: 0 }, x2: { value: 'width' }, y: { value: 'height' } },
    },
    {
      data: { name: TICKS },
      mark: { type: 'text', baseline: 'top', dy: 6, fontSize: SMALL_TEXT },
      encoding: { x: at('tick'), y: { value: 'height' }, text: { field: 'text' } },
    },
  ];
}

/** Across an end of a range. */
function capLayer(end: 'lower' | 'upper'): Layers[number] {
  return {
    mark: { type: 'tick', orient: 'vertical', color: INK, size: 8, thickness: 1.5, opacity: 1 },
    encoding: { x: at(end) },
  };
}

function nameLayer(ground: object): Layers[number] {
  return {
    // Of two lines the first is set higher.
    mark: {
      type: 'text',
      align: { expr: 'labelAlign' },
      dx: { expr: 'labelX' },
      dy: { expr: 'labelDown - (length(datum.label) > 1 ? 7 : 0)' },
      lineHeight: 15,
      ...ground,
    },
    encoding: {
      x: { value: 0 },
      y: { field: 'labelOrder', type: 'ordinal', axis: null },
      text: { field: 'label' },
    },
  };
}

function textLayer(field: string, x: 0 | 'width', dx: number): Layers[number] {
  return { mark: { type: 'text', align: 'left', dx }, encoding: { x: { value: x }, text: { field } } };
}

/** The four bands as stripes behind the points, each with the letters of its name. */
function bandLayers(): Layers {
  const bands = QUALITY_BANDS.map(({ label, fromPercent }, index) => ({
    from: edge(fromPercent),
    to: edge(QUALITY_BANDS[index + 1]?.fromPercent ?? 100),
    middle: (edge(fromPercent) + edge(QUALITY_BANDS[index + 1]?.fromPercent ?? 100)) / 2,
    stripe: index % 2,
    letters: initials(label),
  }));
  const data = { values: bands };
  return [
    {
      data,
      mark: { type: 'rect', color: SOFT, stroke: INK, strokeWidth: 0.5 },
      encoding: {
        x: at('from'),
        x2: { field: 'to' },
        y: { value: 0 },
        y2: { value: 'height' },
        fillOpacity: { field: 'stripe', type: 'quantitative', scale: null },
      },
    },
    {
      data,
      mark: { type: 'text', baseline: 'bottom', dy: -4 },
      encoding: { x: at('middle'), y: { value: 0 }, text: { field: 'letters' } },
    },
  ];
}

function edge(percent: number): number {
  return percent === 0 || percent === 100 ? percent / 100 : percent / 100 - HALF_A_POINT;
}

/** "RI" of Requires improvement. */
export function initials(label: string): string {
  return label
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
