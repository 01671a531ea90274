import { cellText } from './cell-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in an element or in a quoted attribute. */
export function xmlText(text: string): string {
  return cellText(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
