/** The three hands an export can be written in: headers, dates, labels, delimiter, line ends, encoding. */
import { type ColumnName, type ColumnType, columnDefinition } from '../caseload/columns.ts';
import { encodeUtf8, encodeUtf16LittleEndian, encodeWindows1252 } from './encode.ts';
import { CHILDVIEW_HEADERS, CORE_HEADERS, type Headers } from './headers.ts';
import {
  CHILDVIEW_DISPOSALS,
  CHILDVIEW_ETHNICITIES,
  CORE_DISPOSALS,
  CORE_ETHNICITIES,
  upperSnake,
} from './labels.ts';

export type StyleName = 'plain' | 'childview' | 'core';

/** From a cell as the plain style has it to the same cell in another hand; what it does not know stays. */
type Rewrite = (plain: string) => string;

export interface Style {
  /** Our own names when there are none. */
  readonly headers?: Headers;
  readonly delimiter: ',' | ';';
  readonly lineEnd: '\n' | '\r\n';
  /** What comes before the first character. */
  readonly mark: '' | '\ufeff';
  readonly encode: (text: string) => Uint8Array;
  readonly byType: Readonly<Partial<Record<ColumnType, Rewrite>>>;
  /** Goes before the type. */
  readonly byColumn: Readonly<Partial<Record<ColumnName, Rewrite>>>;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date as 31/10/2026; a cell that is none stays. */
function slashedDate(iso: string): string {
  return isIsoDate(iso) ? `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}` : iso;
}

/** An ISO date as 31 Oct 2026; a cell that is none stays. */
function wordedDate(iso: string): string {
  return isIsoDate(iso) ? `${iso.slice(8)} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}` : iso;
}

function isIsoDate(cell: string): boolean {
  return cell.length === 10 && cell[4] === '-';
}

function lookUp(words: Readonly<Record<string, string>>): Rewrite {
  const byLabel = new Map(Object.entries(words));
  return (plain) => byLabel.get(plain) ?? plain;
}

const initials = lookUp({ Yes: 'Y', No: 'N', NA: 'N/A', Unknown: 'NK' });

export const STYLES: Readonly<Record<StyleName, Style>> = {
  plain: { delimiter: ',', lineEnd: '\n', mark: '', encode: encodeUtf8, byType: {}, byColumn: {} },
  childview: {
    headers: CHILDVIEW_HEADERS,
    delimiter: ',',
    lineEnd: '\r\n',
    mark: '',
    encode: encodeWindows1252,
    byType: { date: slashedDate },
    byColumn: {
      team: (team) => (team === '' ? '' : `City – ${team}`),
      ethnicity: lookUp(CHILDVIEW_ETHNICITIES),
      disposal: lookUp(CHILDVIEW_DISPOSALS),
      sex: lookUp({ Male: 'M', Female: 'F' }),
    },
  },
  core: {
    headers: CORE_HEADERS,
    delimiter: ';',
    lineEnd: '\n',
    mark: '\ufeff',
    encode: encodeUtf16LittleEndian,
    byType: { date: wordedDate, 'yes-no': initials, 'yes-no-na': initials },
    byColumn: {
      ethnicity: lookUp(CORE_ETHNICITIES),
      disposal: lookUp(CORE_DISPOSALS),
      sex: lookUp({ Male: 'MALE', Female: 'FEMALE', Other: 'OTHER', 'Not known': 'NOT_KNOWN' }),
      residence: lookUp({ Home: 'LOCAL', Other: 'OTHER' }),
      likelihood_of_reoffending: upperSnake,
      safety_wellbeing: upperSnake,
      risk_to_others: upperSnake,
    },
  },
};

const asIs: Rewrite = (plain) => plain;

/** How a style writes the cells of a column. */
export function rewriteOf(style: Style, column: ColumnName): Rewrite {
  return style.byColumn[column] ?? style.byType[columnDefinition(column).type] ?? asIs;
}

/** What a style calls a column. */
export function headerOf(style: Style, column: ColumnName): string {
  return style.headers === undefined ? column : style.headers[column];
}

const NEEDS_QUOTES = { ',': /[,"\r\n]/, ';': /[;"\r\n]/ } as const;

/** A cell as CSV, in quotes where it must be. */
export function quoted(cell: string, delimiter: ',' | ';'): string {
  return NEEDS_QUOTES[delimiter].test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
