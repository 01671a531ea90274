/** Not allowed in XML, and no characters either; control characters are gone before: see clean-report.ts. */
const NONCHARACTERS = /[\ufffe\uffff]/g;
/** A cell holds 32,767 units of UTF-16. */
const MOST = 32_000;

/** The text as a cell of a spreadsheet can hold it. */
export function cellText(text: string): string {
  const fit = text.length > MOST ? `${cutBefore(text, MOST)}\u2026` : text;
  return fit.replace(NONCHARACTERS, '\ufffd');
}

/** Never through the middle of a surrogate pair. */
function cutBefore(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
