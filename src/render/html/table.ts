/** A table of a report as HTML, with the columns and words of the other formats. */
import { NOT_AVAILABLE, type Table } from '../../report/report.ts';
import { groupRows } from '../group-rows.ts';
import { longestWordWidth } from '../measure-text.ts';
import { absentHeadings, hasOnlyNames, type PresentedColumn, presentColumns } from '../present-columns.ts';
import { keyInWords } from '../shown-words.ts';
import { type Html, html } from './markup.ts';

/** What an unnamed column of remarks is called where a heading must have words. */
const REMARK = 'Remark';
/** What so many columns are wide is known to the browser alone, so their number decides. So many fit a phone. */
const FITS_PHONE = 5;
/** With more columns than fit a phone, up to so many rows are stacked there: each a card of its figures. */
const MOST_CARDS = 100;
/** So many fit a tablet. With more a table may be wider than its window, and is a region that the keyboard can scroll. */
const FITS_TABLET = 6;
/** So many fit a desk; with more a table is set closer. */
const FITS_DESK = 7;
/** So many fit an upright A4 page in small print. */
const FITS_A4 = 12;
/** A table of fewer rows is not parted in print. */
const FITS_TOGETHER = 25;
/** A word no wider than this, as `accommodation_suitable`, is never broken; a pseudonym or a hash may be longer. */
const LONGEST_WORD = 24;

/** What decides how a table is set. */
interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Its figures, and which columns are left out as nothing of them is available. */
export function figures(table: Table, label: string): Html | null {
  if (table.rows.length === 0) return table.brief === undefined ? html`<p>Nothing to count.</p>` : null;
  const absent = absentHeadings(table);
  const note =
    absent.length === 0
      ? null
      : html`<p class="quiet">${NOT_AVAILABLE} not available: ${absent.join(', ')}</p>`;
  return html`${hasOnlyNames(table) ? null : figuresTable(table, label)}${note}`;
}

/** Whether it needs a page on its side. */
export function isForLandscape(table: Table): boolean {
  return table.rows.length > 0 && sizeOf(table, presentColumns(table)).columns > FITS_A4;
}

function sizeOf({ by, rows }: Table, columns: readonly PresentedColumn[]): Size {
  return { columns: columns.length + (by === null ? 0 : 1), rows: rows.length };
}

/** With a breakdown its value is the first column: one table can be read, sorted and copied as a whole. */
function figuresTable(table: Table, label: string): Html {
  const columns = presentColumns(table);
  const size = sizeOf(table, columns);
  const cells = isStacked(size) ? cardCells(columns) : columns.map((column) => cellOf(column, ''));
  const byHeading = table.by === null ? [] : [html`<th scope="col">${keyInWords(table.by)}</th>`];
  const rows = groupRows(table).flatMap(({ name, rows: places }) =>
    places.map((place) => {
      const by = table.by === null ? null : html`<th scope="row"${breakable(name)}>${name}</th>`;
      return html`<tr>${by}${columns.map((column, at) => cells[at](column.format(table.rows[place])))}</tr>\n`;
    }),
  );
  return frame(
    label,
    size,
    html`<caption><span class="said">${label}</span></caption>
<thead><tr>${byHeading}${columns.map((column) => heading(column))}</tr></thead>
<tbody>
${rows}</tbody>`,
  );
}

function headingOf(column: PresentedColumn): string {
  return column.heading === '' ? REMARK : column.heading;
}

function heading(column: PresentedColumn): Html {
  const text = headingOf(column);
  if (column.role === 'label') return html`<th scope="col">${text}</th>`;
  return html`<th scope="col" class="${kindOf(column)}">${text}</th>`;
}

/** A heading stands where its cells do. */
function kindOf({ role }: PresentedColumn): string {
  return role === 'figure' ? 'n' : 'words';
}

type ToCell = (text: string) => Html;

/** On a card the names come first and speak for themselves; all else carries its heading. */
function cardCells(columns: readonly PresentedColumn[]): ToCell[] {
  const firstFigure = columns.findIndex(({ role }) => role !== 'label');
  return columns.map((column, at) => cellOf(column, at < firstFigure ? '' : headingOf(column)));
}

/** Labels name their row. */
function cellOf(column: PresentedColumn, name: string): ToCell {
  const named = name === '' ? null : html` data-name="${name}"`;
  if (column.role === 'label') return (text) => html`<th scope="row"${breakable(text)}${named}>${text}</th>`;
  return (text) => html`<td class="${kindOf(column)}"${named}>${text}</td>`;
}

function breakable(text: string): Html | null {
  return longestWordWidth(text) > LONGEST_WORD ? html` class="break"` : null;
}

/** A table of two columns of texts, such as where figures come from. */
export function factsTable(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Html {
  return frame(
    caption,
    { columns: headings.length, rows: rows.length },
    html`<caption><span class="said">${caption}</span></caption>
<thead><tr>${headings.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([name, ...texts]) =>
    html`<tr><th scope="row"${breakable(name)}>${name}</th>${texts.map((text) => html`<td${breakable(text)}>${text}</td>`)}</tr>\n`,
)}</tbody>`,
  );
}

function isStacked({ columns, rows }: Size): boolean {
  return columns > FITS_PHONE && rows <= MOST_CARDS;
}

/** Only what may have to be scrolled is a stop of the Tab key. */
function mayScroll(size: Size): boolean {
  return size.columns > FITS_TABLET || (size.columns > FITS_PHONE && !isStacked(size));
}

function frame(label: string, size: Size, inside: Html): Html {
  const kinds = [
    'table',
    ...(isStacked(size) ? ['cards'] : []),
    ...(size.columns > FITS_DESK ? ['wide'] : []),
    ...(size.rows < FITS_TOGETHER ? ['whole'] : []),
    ...(mayScroll(size) ? ['scroll'] : []),
  ].join(' ');
  if (!mayScroll(size)) return html`<div class="${kinds}"><table>${inside}</table></div>\n`;
  const hint = isStacked(size)
    ? null
    : html`<p class="hint">This table is wider than a phone: scroll it sideways.</p>\n`;
  return html`${hint}<div class="${kinds}" role="region" tabindex="0" aria-label="${label}"><table>${inside}</table></div>\n`;
}
