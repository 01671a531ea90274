/**
 * How charts look. Colours are variables of the page, which has a set for light and one for dark: blue and vermilion of
 * Okabe and Ito's palette, told apart by readers who see fewer colours and in grey by lightness and shape.
 * Okabe, M. and Ito, K. (2008), "Color Universal Design", https://jfly.uni-koeln.de/color/
 */
import type { Config } from 'vega-lite';

export const INK = 'currentColor';
export const BAR = 'var(--chart-bar)';
export const MARK = 'var(--chart-mark)';
export const PAPER = 'var(--paper)';
export const SOFT = 'var(--chart-soft)';
export const GRID = 'var(--chart-grid)';

/** How wide a picture is, in the units of its text: shown as wide as it may be, text is readable on a desk or a phone. */
export interface Format {
  readonly width: number;
  /** There is no room for names beside what they name. */
  readonly isNarrow: boolean;
}

/** Of a desk and of paper. */
export const DESK: Format = { width: 560, isNarrow: false };
export const PHONE: Format = { width: 340, isNarrow: true };

export const TEXT_SIZE = 14;
export const SMALL_TEXT = 12;

export const LOOKS: Config = {
  // The text alternative is on the root of the picture.
  aria: false,
  mark: { aria: false },
  background: 'transparent',
  font: 'inherit',
  view: { stroke: null },
  axis: {
    title: null,
    gridColor: GRID,
    domainColor: INK,
    tickColor: INK,
    labelColor: INK,
    labelFontSize: SMALL_TEXT,
    labelLimit: 0,
    labelFlush: false,
  },
  text: { color: INK, fontSize: TEXT_SIZE, limit: 0 },
};
