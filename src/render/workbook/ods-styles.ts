/** How cells and columns of an OpenDocument spreadsheet look: each combination is a style with a name. */
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
/** A character of Arial at 12 points, in millimetres: what Excel takes for one. */
const CHARACTER = 2.35;

/** The styles of all cells and columns there can be. */
export function automaticStyles(): string {
  return [
    ...WIDTHS.map(columnStyle),
    tableStyle('prose'),
    tableStyle('tables'),
    ...numberStyles(),
    cellStyle('title', false, 'start', 'fo:font-weight="bold" fo:font-size="16pt"'),
    cellStyle('heading', false, 'start', 'fo:font-weight="bold" fo:font-size="14pt"'),
    cellStyle('line', false, 'start'),
    cellStyle('wrapped', true, 'start'),
    cellStyle('wrapped-right', true, 'end'),
    cellStyle('head', true, 'start', 'fo:font-weight="bold"'),
    cellStyle('head-right', true, 'end', 'fo:font-weight="bold"'),
    ...FORMATS.map((format) => cellStyle(format, false, 'end', '', `n-${format}`)),
    // Underlined, as colour alone says nothing.
    '<style:style style:name="link" style:family="text"><style:text-properties fo:color="#0563c1" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>',
  ].join('');
}

function columnStyle(width: number): string {
  return `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CHARACTER).toFixed(1)}mm"/></style:style>`;
}

/** @param master the page that sheets with this style are printed on */
function tableStyle(master: string): string {
  return `<style:style style:name="t-${master}" style:family="table" style:master-page-name="${master}"><style:table-properties table:display="true"/></style:style>`;
}

function cellStyle(name: string, wraps: boolean, align: 'start' | 'end', text = '', data = ''): string {
  const dataName = data === '' ? '' : ` style:data-style-name="${data}"`;
  const textProperties = text === '' ? '' : `<style:text-properties ${text}/>`;
  return `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${dataName}><style:table-cell-properties fo:wrap-option="${wraps ? 'wrap' : 'no-wrap'}" style:vertical-align="top"/><style:paragraph-properties fo:text-align="${align}"/>${textProperties}</style:style>`;
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
