/** How cells and columns of an OpenDocument spreadsheet look: each combination is a style with a name. */
import { HIGHEST } from './row-heights.ts';
import type { NumberFormat } from './workbook.ts';

const FORMATS: readonly NumberFormat[] = [
  'whole',
  'one-decimal',
  'two-decimals',
  'percentage',
  'points',
  'probability',
];
const WIDTHS = [16, 32, 64, 80];
/** A figure of Arial at 12 points, in millimetres: nine pixels of 96 to the inch, what Excel takes for one. */
const CHARACTER = 2.38;

/** As colour alone says nothing. */
const UNDERLINED =
  'style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"';
/** Headings of columns stand on a line. */
const HEAD = { rule: ' fo:border-bottom="0.75pt solid #808080"', upright: 'bottom' };
/** Figures keep a distance from the edge of their column, and so do words behind figures. */
const DISTANCE = ' fo:margin-left="2mm"';

/** The styles of all cells and columns there can be. */
export function automaticStyles(): string {
  return [
    ...WIDTHS.map(columnStyle),
    tableStyle('prose'),
    tableStyle('tables'),
    ...numberStyles(),
    cellStyle('title', false, 'start', 'fo:font-weight="bold" fo:font-size="16pt"'),
    cellStyle('wrapped-title', true, 'start', 'fo:font-weight="bold" fo:font-size="16pt"'),
    cellStyle('heading', false, 'start', 'fo:font-weight="bold" fo:font-size="14pt"', { upright: 'bottom' }),
    cellStyle('subheading', true, 'start', 'fo:font-weight="bold"'),
    cellStyle('line', false, 'start'),
    cellStyle('line-link', false, 'start', UNDERLINED),
    cellStyle('wrapped', true, 'start'),
    cellStyle('wrapped-link', true, 'start', UNDERLINED),
    cellStyle('wrapped-right', true, 'end'),
    cellStyle('wrapped-indented', true, 'start', '', { isIndented: true }),
    cellStyle('head', true, 'start', 'fo:font-weight="bold"', HEAD),
    cellStyle('head-right', true, 'end', 'fo:font-weight="bold"', HEAD),
    cellStyle('head-indented', true, 'start', 'fo:font-weight="bold"', { ...HEAD, isIndented: true }),
    ...FORMATS.map((format) => cellStyle(format, false, 'end', '', { data: `n-${format}` })),
    `<style:style style:name="link" style:family="text"><style:text-properties fo:color="#0563c1" ${UNDERLINED}/></style:style>`,
  ].join('');
}

function columnStyle(width: number): string {
  return `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CHARACTER).toFixed(1)}mm"/></style:style>`;
}

/**
 * Heights hold on the screen and in print, where a program that fits them to the text loses a line now and then; only
 * those of rows that are cut are left to the program.
 */
export function rowStyle(height: number): string {
  return `<style:style style:name="h${height}" style:family="table-row"><style:table-row-properties style:row-height="${height}pt" style:use-optimal-row-height="${height >= HIGHEST}"/></style:style>`;
}

/** @param master the page that sheets with this style are printed on */
function tableStyle(master: string): string {
  return `<style:style style:name="t-${master}" style:family="table" style:master-page-name="${master}"><style:table-properties table:display="true"/></style:style>`;
}

function cellStyle(
  name: string,
  wraps: boolean,
  align: 'start' | 'end',
  text = '',
  { data = '', rule = '', isIndented = false, upright = 'top' } = {},
): string {
  const dataName = data === '' ? '' : ` style:data-style-name="${data}"`;
  const distance = align === 'end' || isIndented ? DISTANCE : '';
  return [
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${dataName}>`,
    `<style:table-cell-properties fo:wrap-option="${wraps ? 'wrap' : 'no-wrap'}" style:vertical-align="${upright}" fo:padding="0.5mm" fo:padding-top="0.8mm"${rule}/>`,
    `<style:paragraph-properties fo:text-align="${align}"${distance}/>`,
    text === '' ? '' : `<style:text-properties ${text}/>`,
    '</style:style>',
  ].join('');
}

const digits = (places: number, grouped = true) =>
  `<number:number number:decimal-places="${places}" number:min-integer-digits="1"${grouped ? ' number:grouping="true"' : ''}/>`;
const words = (text: string) => `<number:text>${text}</number:text>`;

function numberStyle(name: string, content: string, kind = 'number'): string {
  return `<number:${kind}-style style:name="n-${name}">${content}</number:${kind}-style>`;
}

function condition(when: string, style: string): string {
  return `<style:map style:condition="value()${when}" style:apply-style-name="n-${style}"/>`;
}

function numberStyles(): string[] {
  return [
    numberStyle('whole', digits(0)),
    numberStyle('one-decimal', digits(1)),
    numberStyle('two-decimals', digits(2)),
    numberStyle('percentage', `${digits(1, false)}${words('%')}`, 'percentage'),
    numberStyle('points-up', `${words('+')}${digits(1)}`),
    numberStyle('points-same', digits(1)),
    numberStyle(
      'points',
      `${words('-')}${digits(1)}${condition('&gt;0', 'points-up')}${condition('=0', 'points-same')}`,
    ),
    numberStyle('probability-small', words('&lt;0.001')),
    numberStyle('probability', `${digits(3)}${condition('&lt;0.0005', 'probability-small')}`),
  ];
}
