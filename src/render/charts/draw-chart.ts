/** The chart that a metric declares of a table, drawn from the rows of the report as they are shown. */
import type { Table } from '../../report/report.ts';
import { drawBars } from './draw-bars.ts';
import { drawDistribution } from './draw-distribution.ts';
import { drawFunnel } from './draw-funnel.ts';
import { drawLines } from './draw-lines.ts';
import type { Draw, Drawing } from './easel.ts';

export interface Picture {
  readonly drawing: Drawing;
  /** What is drawn and how to read it. */
  readonly caption: string;
  /** The figures in words, for those who do not see it. */
  readonly words: string;
}

/** The picture of a table, or null for one without a chart or without a figure that could be drawn. */
export async function drawChart(draw: Draw, table: Table): Promise<Picture | null> {
  const { chart } = table;
  if (chart === undefined) return null;
  if (chart.kind === 'distribution') return drawDistribution(draw, table, chart);
  if (chart.kind === 'funnel') return drawFunnel(draw, table, chart);
  return chart.kind === 'lines' ? drawLines(draw, table, chart) : drawBars(draw, table, chart);
}
