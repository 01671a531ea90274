/** The chart that a metric declares of a table, drawn from the rows of the report as they are shown. */
import type { Table } from '../../report/report.ts';
import { drawBars } from './draw-bars.ts';
import { drawDistribution } from './draw-distribution.ts';
import { drawFunnel } from './draw-funnel.ts';
import { drawLines } from './draw-lines.ts';
import type { Draw, Drawing } from './easel.ts';
import { DESK, type Format, PHONE } from './looks.ts';

export interface Picture {
  readonly drawing: Drawing;
  /** What is drawn and how to read it. */
  readonly caption: string;
  /** The figures in words, for those who do not see it. */
  readonly words: string;
}

/** A picture, and the same for a phone, whose caption may differ; the words are those of both. */
export interface Pictures extends Picture {
  readonly phone: Pick<Picture, 'drawing' | 'caption'> | null;
}

/** Characters. Of what takes more, such as a funnel of a hundred workers, a second drawing would make the page too large. */
const LARGEST_TWICE = 80_000;

/** The pictures of a table, or null for one without a chart or without a figure that could be drawn. */
export async function drawChart(draw: Draw, table: Table): Promise<Pictures | null> {
  const picture = await drawIn(DESK, draw, table);
  if (picture === null) return null;
  const isLarge = picture.drawing.inside.length > LARGEST_TWICE;
  return { ...picture, phone: isLarge ? null : await drawIn(PHONE, draw, table) };
}

async function drawIn(format: Format, draw: Draw, table: Table): Promise<Picture | null> {
  const { chart } = table;
  if (chart === undefined) return null;
  if (chart.kind === 'distribution') return drawDistribution(draw, table, chart, format);
  if (chart.kind === 'funnel') return drawFunnel(draw, table, chart, format);
  return chart.kind === 'lines'
    ? drawLines(draw, table, chart, format)
    : drawBars(draw, table, chart, format);
}
