/** ODS → the library's workbook. */
import type { WorkBook } from '@e965/xlsx';
import { EncryptedError, TooLargeError } from '../../../errors.ts';
import { type Archive, openArchive } from '../../package/archive.ts';
import { mostRows, options, workbookLibrary } from './library.ts';
import { complete, refused } from './refused.ts';
import { checkXml } from './well-formed.ts';

const format = 'ODS';
const content = 'content.xml';
const manifest = 'META-INF/manifest.xml';
/** OpenDocument 1.2 part 3 §4.8.4. */
const encryption = /<(?:\w{1,20}:)?encryption-data\b/;
/** The library asks for a part with styles, which a package may do without. */
const styles = 'styles.xml';
const noStyles = Buffer.from('<office:document-styles/>');
/** Parts that the library looks at. */
const parts = [content, manifest, styles, 'settings.xml', 'meta.xml', 'mimetype'];

/** Cells that repetitions may make; a few bytes could ask for billions. */
const mostCells = 2_000_000;

const repeated = (attributes: Readonly<Record<string, string>>, what: string): number =>
  Math.max(1, Number(attributes[`table:number-${what}-repeated`] ?? 1) || 1);

/** Counts the cells that hold something, or are covered, as often as they are repeated. */
function checkRepetitions(xml: string): void {
  let rows = 1;
  let cells = 0;
  let total = 0;
  let open: { readonly times: number; filled: boolean } | undefined;
  checkXml(
    format,
    xml,
    ({ name, attributes, isSelfClosing }) => {
      if (name === 'table:table-row') {
        [rows, cells] = [repeated(attributes, 'rows'), 0];
      } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        open = { times: repeated(attributes, 'columns'), filled: !isSelfClosing };
      }
    },
    ({ name }) => {
      if (open && (name === 'table:table-cell' || name === 'table:covered-table-cell')) {
        if (open.filled) cells += open.times;
        open = undefined;
      }
      if (name !== 'table:table-row') return;
      total += cells * rows;
      if (total > mostCells || (cells > 0 && rows > mostRows)) {
        throw new TooLargeError('A sheet of this ODS', `${mostCells} cells`);
      }
    },
  );
}

async function textOf(archive: Archive, part: string): Promise<string> {
  return archive.has(part) ? (await archive.read(part)).toString('utf8') : '';
}

/**
 * @throws {UnreadableError} when it is broken.
 * @throws {EncryptedError} when its parts need a password.
 * @throws {TooLargeError} when its parts or its repetitions pass the limits.
 */
export async function readOpenDocument(bytes: Uint8Array): Promise<WorkBook> {
  const archive = await openArchive(format, bytes);
  if (encryption.test(await textOf(archive, manifest))) throw new EncryptedError(format);
  checkRepetitions((await archive.read(content)).toString('utf8'));
  const library = await workbookLibrary();
  const container = library.CFB.utils.cfb_new({ root: 'Root Entry' });
  try {
    for (const name of parts.filter((part) => archive.has(part))) {
      library.CFB.utils.cfb_add(container, name, await archive.read(name));
    }
    if (!archive.has(styles)) library.CFB.utils.cfb_add(container, styles, noStyles);
    // A stub for each repeated empty cell would fill the memory.
    return complete(format, library.parse_zip(container, { ...options, sheetStubs: false }));
  } catch (error) {
    throw refused(format, error);
  }
}
