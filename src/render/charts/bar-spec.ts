/** The specifications of charts with a row for each row of the table: bars, and points on the bands of court quality. */
import type { TopLevelSpec } from 'vega-lite';
import { QUALITY_BANDS } from '../../reference/court-quality.ts';
import { limitLayers } from './limit-line.ts';
import { BAR, INK, LOOKS, MARK, PAPER, SOFT } from './looks.ts';

/** The data: `order`, `label`, `word`, `shown`, and, where they are, `value`, `lower`, `upper` and `beside`. */
export const ROWS = 'rows';

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

/** Of bars also the data of a limit. Signals: the `width`, the height of a row, the `numberFormat` of the axis and its `smallestStep`. */
export const barSpec = specOf(BARS, limitLayers({ above: 0, scale: {} }), {});
export const bandSpec = specOf([...bandLayers(), ...POINTS], [], { domain: [0, 1], nice: false });

function specOf(figures: Layers, limits: Layers, scale: object): TopLevelSpec {
  return {
    data: { name: ROWS },
    autosize: 'none',
    config: LOOKS,
    params: [
      { name: 'numberFormat', value: '.0%' },
      { name: 'smallestStep', value: 0 },
    ],
    width: 300,
    height: { step: ROW_HEIGHT },
    encoding: {
      y: { field: 'order', type: 'ordinal', axis: null },
      x: {
        type: 'quantitative',
        scale,
        axis: {
          tickCount: 5,
          tickMinStep: { expr: 'smallestStep' },
          labelExpr: 'format(datum.value, numberFormat)',
        },
      },
    },
    layer: [
      ...figures,
      {
        mark: { type: 'rule', color: INK, strokeWidth: 2 },
        encoding: { x: at('lower'), x2: { field: 'upper' } },
      },
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
      textLayer('label', 'right', 0, -8),
      textLayer('shown', 'left', 'width', 8),
      textLayer('word', 'left', 0, 6),
      ...limits,
    ],
  };
}

function at(field: string) {
  return { field, type: 'quantitative' } as const;
}

function textLayer(field: string, align: 'left' | 'right', x: 0 | 'width', dx: number): Layers[number] {
  return {
    // Of two lines the first is set higher.
    mark: {
      type: 'text',
      align,
      dx,
      dy: { expr: `isArray(datum.${field}) && length(datum.${field}) > 1 ? -7 : 0` },
      lineHeight: 15,
    },
    encoding: { x: { value: x }, text: { field } },
  };
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
