import type { Draw, Drawing } from './easel.ts';
import { SMALL_TEXT, WIDTH } from './looks.ts';
import type { Area, Marks, Text } from './panel-spec.ts';

/** How panels are laid out: the plots, and the room around each for its name and what stands at its axes. */
export interface Grid {
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
    readonly name: string;
  }[];
  /** What stands along the axes, and within the plot. */
  readonly across: readonly { readonly x: number; readonly text: string }[];
  readonly up: readonly { readonly y: number; readonly text: string }[];
  readonly words: readonly { readonly x: number; readonly text: string }[];
}

const LINE_HEIGHT = 14;
const EDGE = 4;

/** Panels side by side and below each other. */
export function drawPanels(draw: Draw, panels: readonly Panel[], grid: Grid): Promise<Drawing> {
  const marks = panels.map((panel, index) => marksOf(panel, index, grid));
  const all = <K extends keyof Marks>(key: K) => marks.flatMap((one): Marks[K][number][] => [...one[key]]);
  const { room, plotHeight, columns } = grid;
  const height = Math.ceil(panels.length / columns) * (room.top + plotHeight + room.bottom);
  return draw('panels', {
    data: {
      wide: all('wide'),
      narrow: all('narrow'),
      rules: all('rules'),
      line: all('line'),
      points: all('points'),
      texts: all('texts'),
    },
    signals: { height },
    padding: { left: EDGE, right: EDGE, top: EDGE, bottom: EDGE },
  });
}

function marksOf(panel: Panel, index: number, { columns, plotHeight, room }: Grid): Marks {
  const cell = { width: WIDTH / columns, height: room.top + plotHeight + room.bottom };
  const plotWidth = cell.width - room.left - room.right;
  const left = (index % columns) * cell.width + room.left;
  const top = Math.floor(index / columns) * cell.height + room.top;
  const atX = (x: number) => left + x * plotWidth;
  const atY = (y: number) => top + (1 - y) * plotHeight;
  const area = ({ x, low, high }: Area): Area =>
    low === undefined || high === undefined ? { x } : { x: atX(x), low: atY(low), high: atY(high) };
  const text = (x: number, y: number, words: string, align: Text['align'] = 'center'): Text => ({
    x,
    y,
    text: words,
    align,
    weight: 'normal',
  });
  return {
    // What has no place parts it from the next panel.
    wide: [...panel.wide.map(area), { x: left }],
    narrow: [...panel.narrow.map(area), { x: left }],
    line: [
      ...panel.line.map(({ x, y }) => (y === undefined ? { x: atX(x) } : { x: atX(x), y: atY(y) })),
      { x: left },
    ],
    rules: panel.up.map(({ y }) => ({ x: left, y: atY(y), x2: left + plotWidth, y2: atY(y) })),
    points: panel.points.map(({ x, y, shape }) => ({ x: atX(x), y: atY(y), shape })),
    texts: [
      ...panel.name.map((line, at) => ({
        ...text(left, top - EDGE - (panel.name.length - at) * LINE_HEIGHT + SMALL_TEXT / 2, line, 'left'),
        weight: 'bold' as const,
      })),
      ...panel.across.map(({ x, text: words }) =>
        text(atX(x), top + plotHeight + LINE_HEIGHT, words, sideOf(x)),
      ),
      ...panel.up.map(({ y, text: words }) => text(left - EDGE, atY(y) + EDGE, words, 'right')),
      ...panel.points
        .filter(({ name }) => name !== '')
        .map(({ x, y, name }) => text(atX(x), atY(y) - 8, name, x < 0.5 ? 'left' : 'right')),
      ...panel.words.map(({ x, text: words }) => text(atX(x), top + plotHeight - EDGE, words)),
    ],
  };
}

/** What stands at an end of an axis does not reach beyond it. */
function sideOf(x: number): Text['align'] {
  if (x < 0.02) return 'left';
  return x > 0.98 ? 'right' : 'center';
}
