/** Excel reads _x0041_ as the character with that code, even one that is not allowed as itself. */
export function excelText(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
