/** What tabs and tables are called. */

/** Excel's limit; LibreOffice has none. */
export const MOST = 31;
/** Neither in Excel nor in LibreOffice may a tab have these in its name. */
const FORBIDDEN = /[[\]:*?/\\]+/g;

/**
 * Names for tabs: unique whatever the case, of at most 31 characters, cut between words.
 * @param reserved names that are given already
 */
export function sheetNamer(reserved: readonly string[]): (wanted: string) => string {
  // Excel keeps "History" for itself.
  const taken = new Set([...reserved, 'History'].map((name) => name.toLowerCase()));
  return (wanted) => {
    const name = firstFree(wanted, taken);
    taken.add(name.toLowerCase());
    return name;
  };
}

function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = `${fitName(wanted, MOST - ending.length)}${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function fitName(wanted: string, most: number): string {
  const allowed = wanted.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim();
  const cut = allowed.length > most ? allowed.slice(0, most + 1).replace(/[ ,]*\s\S*$|.$/u, '') : allowed;
  // A tab may neither begin nor end with an apostrophe, which quotes it.
  return cut.slice(0, most).replace(/^'+|'+$/g, '') || 'Sheet';
}

/** The name by which formulas and programs find a table: letters, digits and underscores, and no cell's address. */
export function tableName(...keys: readonly string[]): string {
  return keys.join('_').replaceAll(/[^A-Za-z0-9]+/g, '_');
}
