/** What is said of a funnel. */
import type { Table } from '../../report/report.ts';
import { formatCell, formatCount, formatShare } from '../format-cell.ts';
import { columnOf, type DrawnRow } from './chart-rows.ts';
import type { FunnelChart } from './draw-funnel.ts';

/** Rows that are compared with each other, and the share they are compared with. */
export interface Compared {
  readonly name: readonly string[];
  readonly centre: number;
  readonly rows: readonly DrawnRow[];
}

/** The column that says outside which limits a row lies: "95%" or "99.8%". */
const LEVEL = 'limit';

export function levelOf({ row }: DrawnRow): string {
  return String(row[LEVEL] ?? '');
}

interface Numbers {
  readonly points: number;
  readonly withheld: number;
  readonly unnamed: number;
}

export function funnelCaption({ points, withheld, unnamed }: Numbers): string {
  return [
    'Share sufficient (upwards) by cases judged (across), a panel for each question. Circles lie inside the limits. Triangles lie outside: hollow ones beyond the 95% limits, filled ones beyond the 99.8% limits too, with the name beside them.',
    'The line is the share of the whole service; the inner area ends at the 95% limits, the outer one, dashed, at the 99.8% limits.',
    ...(unnamed === 0 ? [] : [`${formatCount(unnamed)} triangles have no room for a name.`]),
    ...(withheld === 0
      ? []
      : [
          `${formatCount(withheld)} of ${formatCount(points + withheld)} points are not shown, since small numbers are withheld.`,
        ]),
  ].join(' ');
}

/** Those outside by name, the others by their number: of what is said of fifty points a listener keeps nothing. */
export function inWords({ name, centre, rows }: Compared, table: Table, chart: FunnelChart): string {
  const outside = rows.filter(({ row }) => row[chart.place] !== 'inside');
  const inside = rows.length - outside.length;
  return [
    `${name.join(', ')}: whole service ${formatShare(centre)}; ${formatCount(inside)} inside the limits`,
    ...outside.map((row) => pointInWords(row, table, chart)),
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** "North: 10.0% of 10 judged, below the 95% limits". */
function pointInWords(drawn: DrawnRow, table: Table, { judged, place }: FunnelChart): string {
  const { label, shown, row } = drawn;
  const level = levelOf(drawn);
  const limits = level === '' ? 'the limits' : `the ${level} limits`;
  return `${label}: ${shown} of ${formatCell(columnOf(table, judged), row[judged])} judged, ${row[place]} ${limits}`;
}
