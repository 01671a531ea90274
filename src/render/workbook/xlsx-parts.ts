/** The parts of an Excel workbook that say what it consists of. */
import { quotedSheet } from './cell-names.ts';
import { excelText } from './excel-text.ts';
import { LANGUAGE, type Sheet, type Workbook } from './workbook.ts';
import { xmlText } from './xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A part of the main schema by the name of its root. */
export function xlsxPart(root: string, content: string, attributes = ''): string {
  return `${HEAD}<${root} xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"${attributes}>${content}</${root}>`;
}

/** What a part refers to: the first is rId1. */
export function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(([type, target], place) => {
    const url = type.startsWith('metadata/')
      ? `${PACKAGE}/relationships/${type}`
      : `${OFFICE}/relationships/${type}`;
    return `<Relationship Id="rId${place + 1}" Type="${url}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

export function packageRelationships(): string {
  return relationships([
    ['officeDocument', 'xl/workbook.xml'],
    ['metadata/core-properties', 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
  ]);
}

/** Of the workbook: its sheets by their numbers, then the styles and the texts. */
export function workbookRelationships(sheets: readonly Sheet[]): string {
  return relationships([
    ...sheets.map((_, place) => ['worksheet', `worksheets/sheet${place + 1}.xml`] as const),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
}

/** What each part is. */
export function contentTypes(paths: readonly string[]): string {
  const overrides = paths.flatMap((path) => {
    const type = PART_TYPES.find(([pattern]) => pattern.test(path))?.[1];
    return type === undefined ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`];
  });
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

const PART_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, `${SHEET_TYPE}.sheet.main+xml`],
  [/^xl\/worksheets\/sheet\d+\.xml$/, `${SHEET_TYPE}.worksheet+xml`],
  [/^xl\/tables\//, `${SHEET_TYPE}.table+xml`],
  [/^xl\/styles\.xml$/, `${SHEET_TYPE}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${SHEET_TYPE}.sharedStrings+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
];

export function corePart({ title, description, creator, day }: Workbook): string {
  const made = (what: string) =>
    `<dcterms:${what} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${what}>`;
  const says = (what: string, text: string) => `<dc:${what}>${xmlText(excelText(text))}</dc:${what}>`;
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${says('title', title)}${says('creator', creator)}${says('description', description)}${says('language', LANGUAGE)}${made('created')}${made('modified')}</cp:coreProperties>`;
}

export function appPart({ creator }: Workbook): string {
  return `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>${xmlText(excelText(creator))}</Application></Properties>`;
}

/** The sheets in their order, and of each the row that is repeated on every page. */
export function workbookPart({ sheets }: Workbook): string {
  const names = sheets.map(
    ({ name }, place) => `<sheet name="${xmlText(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, lines, table }, place) => {
    if (table === null) return [];
    const row = `$${lines.length + 1}`;
    const rows = xmlText(`${quotedSheet(name)}!${row}:${row}`);
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${rows}</definedName>`];
  });
  return xlsxPart(
    'workbook',
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${names.join('')}</sheets><definedNames>${titles.join('')}</definedNames>`,
  );
}
