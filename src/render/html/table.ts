/** A table of a report as HTML, with the columns and words of the other formats. */
import { NOT_AVAILABLE, type Table } from '../../report/report.ts';
import { groupRows } from '../group-rows.ts';
import { absentHeadings, hasOnlyNames, type PresentedColumn, presentColumns } from '../present-columns.ts';
import { keyInWords } from '../shown-words.ts';
import { type Html, html } from './markup.ts';

/** What an unnamed column of remarks is called where a heading must have words. */
const REMARK = 'Remark';
/** With more columns than this a table may be wider than a phone, and is a region of its own that can be scrolled. */
const NARROW = 3;
/** With more it is set smaller in print. */
const WIDE = 8;

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

/** With a breakdown its value is the first column: one table can be read, sorted and copied as a whole. */
function figuresTable(table: Table, label: string): Html {
  const columns = presentColumns(table);
  const byHeading = table.by === null ? [] : [html`<th scope="col">${keyInWords(table.by)}</th>`];
  const rows = groupRows(table).flatMap(({ name, rows: places }) =>
    places.map((place) => {
      const by = table.by === null ? null : html`<th scope="row">${name}</th>`;
      return html`<tr>${by}${columns.map((column) => cell(column, column.format(table.rows[place])))}</tr>\n`;
    }),
  );
  return frame(
    { label, columns: columns.length + byHeading.length },
    html`<caption><span class="said">${label}</span></caption>
<thead><tr>${byHeading}${columns.map(heading)}</tr></thead>
<tbody>
${rows}</tbody>`,
  );
}

function heading(column: PresentedColumn): Html {
  const text = column.heading === '' ? REMARK : column.heading;
  return column.role === 'figure'
    ? html`<th scope="col" class="n">${text}</th>`
    : html`<th scope="col">${text}</th>`;
}

/** Labels name their row. */
function cell({ role }: PresentedColumn, text: string): Html {
  if (role === 'label') return html`<th scope="row" class="break">${text}</th>`;
  return role === 'figure' ? html`<td class="n">${text}</td>` : html`<td class="words">${text}</td>`;
}

/** A table of two columns of texts, such as where figures come from. */
export function factsTable(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Html {
  return frame(
    { label: caption, columns: headings.length },
    html`<caption><span class="said">${caption}</span></caption>
<thead><tr>${headings.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([name, ...texts]) =>
    html`<tr><th scope="row" class="break">${name}</th>${texts.map((text) => html`<td class="break">${text}</td>`)}</tr>\n`,
)}</tbody>`,
  );
}

function frame({ label, columns }: { readonly label: string; readonly columns: number }, inside: Html): Html {
  if (columns <= NARROW) return html`<div class="table"><table>${inside}</table></div>\n`;
  const kind = columns > WIDE ? 'table wide' : 'table';
  return html`<div class="${kind}" role="region" tabindex="0" aria-label="${label}"><table>${inside}</table></div>\n`;
}
