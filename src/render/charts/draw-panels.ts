import type { Draw, Drawing } from './easel.ts';
import { SMALL_TEXT } from './looks.ts';
import type { Area, Look, Marks, Rule, Text } from './panel-spec.ts';
import { type Box, placeNames } from './place-names.ts';

/** How panels are laid out: the plots, and the room around each for its name and what stands at its axes. */
export interface Grid {
  /** Of the picture. */
  readonly width: number;
  readonly columns: number;
  readonly plotHeight: number;
  readonly room: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** A panel with its marks from 0 to 1 in both directions, upwards; a place without `y` breaks the line. */
export interface Panel {
  readonly name: readonly string[];
  readonly wide: readonly Area[];
  readonly narrow: readonly Area[];
  readonly line: readonly { readonly x: number; readonly y?: number }[];
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly shape: string;
    readonly look: Look;
    /** Empty for none. */
    readonly name: string;
    readonly isAbove: boolean;
  }[];
  /** Where the axis has ticks; what stands along the axes, and at the foot of the plot. */
  readonly ticks: readonly number[];
  readonly across: readonly { readonly x: number; readonly text: string }[];
  readonly up: readonly { readonly y: number; readonly text: string }[];
  readonly words: readonly { readonly x: number; readonly text: string }[];
}

const LINE_HEIGHT = 14;
const EDGE = 4;
const TICK = 4;

export interface DrawnPanels {
  readonly drawing: Drawing;
  /** How many names of points have no room. */
  readonly unnamed: number;
}

/** Panels side by side and below each other. */
export async function drawPanels(draw: Draw, panels: readonly Panel[], grid: Grid): Promise<DrawnPanels> {
  const marks = panels.map((panel, index) => marksOf(panel, index, grid));
  const all = <K extends keyof Marks>(key: K) => marks.flatMap((one): Marks[K][number][] => [...one[key]]);
  const { room, plotHeight, columns, width } = grid;
  const height = Math.ceil(panels.length / columns) * (room.top + plotHeight + room.bottom);
  const names = all('names');
  const drawing = await draw('panels', {
    data: {
      wide: all('wide'),
      narrow: all('narrow'),
      rules: all('rules'),
      axes: all('axes'),
      line: all('line'),
      points: all('points'),
      texts: all('texts'),
      names,
    },
    signals: { width, height },
    padding: { left: EDGE, right: EDGE, top: EDGE, bottom: EDGE },
  });
  const wanted = panels.flatMap(({ points }) => points.filter(({ name }) => name !== ''));
  return { drawing, unnamed: wanted.length - names.length };
}

/** How wide the plot of each panel is. */
export function plotWidthOf({ width, columns, room }: Grid): number {
  return width / columns - room.left - room.right;
}

/** From the places of a panel to those of the picture. */
interface Places {
  readonly plot: Box;
  readonly atX: (x: number) => number;
  readonly atY: (y: number) => number;
}

function placesOf(index: number, grid: Grid): Places {
  const { width, columns, plotHeight, room } = grid;
  const left = (index % columns) * (width / columns) + room.left;
  const top = Math.floor(index / columns) * (room.top + plotHeight + room.bottom) + room.top;
  const plotWidth = plotWidthOf(grid);
  return {
    plot: { left, right: left + plotWidth, top, bottom: top + plotHeight },
    atX: (x) => rounded(left + x * plotWidth),
    atY: (y) => rounded(top + (1 - y) * plotHeight),
  };
}

/** A hundredth of a unit is finer than any screen: more digits would make the page larger. */
function rounded(place: number): number {
  return Math.round(place * 100) / 100;
}

function marksOf(panel: Panel, index: number, grid: Grid): Marks {
  const places = placesOf(index, grid);
  const { plot, atX, atY } = places;
  const area = ({ x, low, high }: Area): Area =>
    low === undefined || high === undefined ? { x: atX(x) } : { x: atX(x), low: atY(low), high: atY(high) };
  const points = panel.points.map((point) => ({ ...point, x: atX(point.x), y: atY(point.y) }));
  // What has no place parts it from the next panel.
  const end = { x: plot.left };
  return {
    wide: [...panel.wide.map(area), end],
    narrow: [...panel.narrow.map(area), end],
    line: [
      ...panel.line.map(({ x, y }) => (y === undefined ? { x: atX(x) } : { x: atX(x), y: atY(y) })),
      end,
    ],
    rules: panel.up.map(({ y }) => ({ x: plot.left, y: atY(y), x2: plot.right, y2: atY(y) })),
    axes: axesOf(panel, places),
    points: withoutCovered(points.map(({ x, y, shape, look }) => ({ x, y, shape, look }))),
    texts: textsOf(panel, places),
    // Those drawn last lie on top, and have their choice of places.
    names: placeNames([...points].reverse(), plot),
  };
}

/** Of points that are alike in the same place one is seen: of a hundred workers most have few cases, and few places. */
function withoutCovered(points: Marks['points']): Marks['points'] {
  return [...new Map(points.map((point) => [Object.values(point).join(), point])).values()];
}

function axesOf({ ticks }: Panel, { plot, atX }: Places): Rule[] {
  const { left, right, bottom } = plot;
  return [
    { x: left, y: bottom, x2: right, y2: bottom },
    ...ticks.map((x) => ({ x: atX(x), y: bottom, x2: atX(x), y2: bottom + TICK })),
  ];
}

function textsOf({ name, across, up, words }: Panel, { plot, atX, atY }: Places): Text[] {
  const text = (x: number, y: number, shown: string, align: Text['align'] = 'center'): Text => ({
    x,
    y,
    text: shown,
    align,
    weight: 'normal',
  });
  const nameAt = (line: number) => plot.top - 2 * EDGE - (name.length - line) * LINE_HEIGHT + SMALL_TEXT / 2;
  return [
    ...name.map((line, at) => ({ ...text(plot.left, nameAt(at), line, 'left'), weight: 'bold' as const })),
    ...across.map(({ x, text: shown }) => text(atX(x), plot.bottom + LINE_HEIGHT, shown, sideOf(x))),
    ...up.map(({ y, text: shown }) => text(plot.left - EDGE, atY(y), shown, 'right')),
    ...words.map(({ x, text: shown }) => text(atX(x), plot.bottom - 2 * EDGE, shown, sideOf(x))),
  ];
}

/** What stands at an end of an axis does not reach beyond it. */
function sideOf(x: number): Text['align'] {
  if (x < 0.02) return 'left';
  return x > 0.98 ? 'right' : 'center';
}
