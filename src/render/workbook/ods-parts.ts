/** The parts of an OpenDocument spreadsheet that are the same for every report, or nearly. */
import { LANGUAGE, type Workbook } from './workbook.ts';
import { xmlText } from './xml-text.ts';

const [LANGUAGE_CODE = '', COUNTRY_CODE = ''] = LANGUAGE.split('-');

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
export const NAMESPACES = [
  `xmlns:office="${OASIS}:office:1.0"`,
  `xmlns:table="${OASIS}:table:1.0"`,
  `xmlns:text="${OASIS}:text:1.0"`,
  `xmlns:style="${OASIS}:style:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:number="${OASIS}:datastyle:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  `xmlns:meta="${OASIS}:meta:1.0"`,
  `xmlns:config="${OASIS}:config:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** A whole part: `document-content`, `document-meta` and so on. */
export function odsPart(name: string, content: string): string {
  return `${HEAD}<office:${name} ${NAMESPACES} office:version="1.2">${content}</office:${name}>`;
}

export const MIME_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

export function manifest(paths: readonly string[]): string {
  const files = paths.map(
    (path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`,
  );
  return `${HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${MIME_TYPE}"/>${files.join('')}</manifest:manifest>`;
}

export function metaPart({ title, description, creator, day }: Workbook): string {
  const made = `${day}T00:00:00`;
  return odsPart(
    'document-meta',
    `<office:meta><meta:generator>${xmlText(creator)}</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:description>${xmlText(description)}</dc:description><meta:initial-creator>${xmlText(creator)}</meta:initial-creator><meta:creation-date>${made}</meta:creation-date><dc:date>${made}</dc:date><dc:language>${LANGUAGE}</dc:language></office:meta>`,
  );
}

/** What holds for every cell, the language among it, and the page: A4, one page wide. */
export function stylesPart(): string {
  const page = (name: string, width: string, height: string, orientation: string) =>
    `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" style:print-orientation="${orientation}" fo:margin="15mm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>`;
  const master = (name: string, layout: string) =>
    `<style:master-page style:name="${name}" style:page-layout-name="${layout}"><style:header style:display="false"/><style:footer style:display="false"/></style:master-page>`;
  return odsPart(
    'document-styles',
    `<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="${LANGUAGE_CODE}" fo:country="${COUNTRY_CODE}"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>${page('portrait', '210mm', '297mm', 'portrait')}${page('landscape', '297mm', '210mm', 'landscape')}</office:automatic-styles><office:master-styles>${master('prose', 'portrait')}${master('tables', 'landscape')}</office:master-styles>`,
  );
}

/** Which sheet is seen first, and the cursor in A1 of each. */
export function settingsPart({ sheets }: Workbook): string {
  const item = (name: string, type: string, value: string) =>
    `<config:config-item config:name="${name}" config:type="${type}">${xmlText(value)}</config:config-item>`;
  const cursors = sheets.map(
    ({ name }) =>
      `<config:config-item-map-entry config:name="${xmlText(name)}">${item('CursorPositionX', 'int', '0')}${item('CursorPositionY', 'int', '0')}</config:config-item-map-entry>`,
  );
  return odsPart(
    'document-settings',
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${cursors.join('')}</config:config-item-map-named>${item('ActiveTable', 'string', sheets[0]?.name ?? '')}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`,
  );
}
