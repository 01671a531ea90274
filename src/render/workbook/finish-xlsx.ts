import { LANGUAGE } from './workbook.ts';
import { readZip, writeZip, type ZipEntry } from './zip.ts';

/** What hucre has no option for: a place in a part, by its path, and what stands there instead. */
const MENDS: readonly { readonly part: RegExp; readonly found: string; readonly mended: string }[] = [
  // The language of the document, which says how it is read aloud.
  {
    part: /^docProps\/core\.xml$/,
    found: '</cp:coreProperties>',
    mended: `<dc:language>${LANGUAGE}</dc:language></cp:coreProperties>`,
  },
  // The cursor in A1 of every sheet.
  {
    part: /^xl\/worksheets\/sheet\d+\.xml$/,
    found: '<sheetView workbookViewId="0"/>',
    mended: '<sheetView workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView>',
  },
  // Heights are a first guess: a program may fit them to the text.
  { part: /^xl\/worksheets\/sheet\d+\.xml$/, found: ' customHeight="1"', mended: '' },
  // Without formulas there is nothing to work out; Excel would ask whether to save what it has not changed.
  { part: /^xl\/workbook\.xml$/, found: '<calcPr calcId="0" fullCalcOnLoad="1"/>', mended: '' },
];

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The workbook with the mends made, as the same bytes with every version of Node. */
export async function finishXlsx(written: Uint8Array): Promise<Uint8Array> {
  return writeZip((await readZip(written)).map(mendedEntry));
}

function mendedEntry(entry: ZipEntry): ZipEntry {
  const mends = MENDS.filter(({ part }) => part.test(entry.path));
  if (mends.length === 0) return entry;
  const mended = mends.reduce((xml, { found, mended }) => {
    if (!xml.includes(found)) throw new Error(`hucre no longer writes ${found} in ${entry.path}`);
    return xml.replaceAll(found, () => mended);
  }, decoder.decode(entry.bytes));
  return { path: entry.path, bytes: encoder.encode(mended) };
}
