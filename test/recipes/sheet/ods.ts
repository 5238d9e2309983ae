/** OpenDocument sheets as raw XML: what is shown stands beside each value, as office programs write it. */
import { zip } from '../zip.ts';

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
]
  .map((each) => `xmlns:${each}`)
  .join(' ');
const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';
const manifestNamespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

/** @param table Content of one `table:table`. */
export const ods = (table: string, manifest = ''): Buffer =>
  zip({
    mimetype: mediaType,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:body><office:spreadsheet><table:table table:name="Sheet1">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${manifestNamespace}"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/>${manifest}</manifest:manifest>`,
  });

export const odsText = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`;

/** @param shown The number as the sheet shows it. */
export const odsNumber = (value: number, shown = String(value)): string =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;

export const odsRow = (cells: string, attributes = ''): string =>
  `<table:table-row${attributes}>${cells}</table:table-row>`;
