/** The styles of an Excel workbook: every look has its place in one list. */
import type { Look } from './looks.ts';
import type { NumberFormat } from './workbook.ts';
import { xlsxPart } from './xlsx-parts.ts';
import { xmlText } from './xml-text.ts';

const FORMATS: Readonly<Record<NumberFormat, string>> = {
  whole: '#,##0',
  'one-decimal': '#,##0.0',
  'two-decimals': '#,##0.00',
  percentage: '0.0%',
  points: '+0.0;-0.0;0.0',
  probability: '[<0.0005]"<0.001";0.000',
};
/** Excel has numbers below it for formats of its own. */
const FIRST_FORMAT = 164;

const FONTS = {
  plain: font(12),
  title: font(16, '<b/>'),
  heading: font(14, '<b/>'),
  bold: font(12, '<b/>'),
  // Underlined, as colour alone says nothing.
  link: font(12, '<u/>', '<color rgb="FF0563C1"/>'),
};
/** None, and a line below the headings for programs that show no styles of tables. */
const BORDERS = ['', '<bottom style="thin"><color rgb="FF808080"/></bottom>'];

interface Style {
  readonly font?: keyof typeof FONTS;
  readonly wraps?: boolean;
  /** Figures keep a distance from the edge of their column, and so do words behind figures. */
  readonly isRight?: boolean;
  readonly isIndented?: boolean;
  /** At the bottom of its row, nearer to what it is about than to what is above. */
  readonly isLow?: boolean;
  readonly isRuled?: boolean;
  readonly format?: NumberFormat;
}

const number = (format: NumberFormat): Style => ({ format, isRight: true });

const STYLES: Readonly<Record<Look, Style>> = {
  line: {},
  title: { font: 'title' },
  'wrapped-title': { font: 'title', wraps: true },
  heading: { font: 'heading', isLow: true },
  subheading: { font: 'bold', wraps: true },
  'line-link': { font: 'link' },
  wrapped: { wraps: true },
  'wrapped-link': { font: 'link', wraps: true },
  'wrapped-right': { wraps: true, isRight: true },
  'wrapped-indented': { wraps: true, isIndented: true },
  head: { font: 'bold', wraps: true, isLow: true, isRuled: true },
  'head-right': { font: 'bold', wraps: true, isRight: true, isLow: true, isRuled: true },
  'head-indented': { font: 'bold', wraps: true, isIndented: true, isLow: true, isRuled: true },
  whole: number('whole'),
  'one-decimal': number('one-decimal'),
  'two-decimals': number('two-decimals'),
  percentage: number('percentage'),
  points: number('points'),
  probability: number('probability'),
};

const LOOKS = Object.keys(STYLES);
const PLACES = new Map(LOOKS.map((look, place) => [look, place]));

/**
 * By what number a cell names its look.
 * @param isCentred in the middle of its row: for rows of one line, which would touch the row above; else at its top
 */
export function styleNumber(look: Look, isCentred: boolean): number {
  return (PLACES.get(look) ?? 0) + (isCentred ? LOOKS.length : 0);
}

function font(size: number, weight = '', color = ''): string {
  return `<font>${weight}<sz val="${size}"/>${color}<name val="Arial"/><family val="2"/></font>`;
}

export function stylesPart(): string {
  const formats = Object.values(FORMATS).map(
    (code, place) => `<numFmt numFmtId="${FIRST_FORMAT + place}" formatCode="${xmlText(code)}"/>`,
  );
  const borders = BORDERS.map(
    (bottom) => `<border><left/><right/><top/>${bottom || '<bottom/>'}<diagonal/></border>`,
  );
  return xlsxPart(
    'styleSheet',
    [
      list('numFmts', formats),
      list('fonts', Object.values(FONTS)),
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      list('borders', borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', [...formatsXml('top'), ...formatsXml('center')]),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    ].join(''),
  );
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

type Upright = 'top' | 'center';

function formatsXml(upright: Upright): string[] {
  return Object.values(STYLES).map((style) => formatXml(style, upright));
}

function formatXml({ font = 'plain', isLow, isRuled, format, ...place }: Style, upright: Upright): string {
  const formatNumber = format === undefined ? 0 : FIRST_FORMAT + Object.keys(FORMATS).indexOf(format);
  const attributes = [
    `numFmtId="${formatNumber}" fontId="${Object.keys(FONTS).indexOf(font)}" fillId="0" borderId="${isRuled ? 1 : 0}" xfId="0"`,
    'applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"',
  ];
  return `<xf ${attributes.join(' ')}><alignment vertical="${isLow ? 'bottom' : upright}"${alignmentXml(place)}/></xf>`;
}

function alignmentXml({ wraps, isRight, isIndented }: Style): string {
  const side = isRight ? 'right' : 'left';
  const indent = isRight || isIndented ? ` horizontal="${side}" indent="1"` : '';
  return `${indent}${wraps ? ' wrapText="1"' : ''}`;
}
