/**
 * The library that reads workbooks: loaded when there is one, always begun in the same state.
 *
 * SheetJS publishes its releases on its own server only; `@e965/xlsx` puts them into the registry. The
 * SHA-256 of its `xlsx.mjs` 0.20.3 is
 * 1a0fb062ee9781b13f6687371b202aaefc53b6ce55b530c027e01f9c087b77db, the sum that others have published
 * for the file in SheetJS's own archive; the archive itself was not at hand to compare.
 */
import type { ParsingOptions, WorkBook } from '@e965/xlsx';
import { chineseFormats } from './number-formats.ts';

interface Entry {
  readonly size: number;
  readonly content?: ArrayLike<number> | null;
}

/** What is used of it; its own types leave out the compound files. */
export interface Library {
  parse_zip(container: unknown, options: ParsingOptions): WorkBook;
  parse_xlscfb(container: unknown, options: ParsingOptions): WorkBook;
  set_cptable(tables: unknown): void;
  readonly CFB: {
    read(bytes: Uint8Array, options: { type: 'buffer' }): unknown;
    find(container: unknown, path: string): Entry | null;
    readonly utils: {
      cfb_new(options: { root: string }): unknown;
      cfb_add(container: unknown, path: string, content: Uint8Array): void;
    };
  };
  readonly SSF: {
    format(code: string, value: number): string;
    get_table(): Record<number, string>;
    load(format: string, id: number): void;
  };
}

/** Rows of one sheet that are read; a sheet with more is refused. */
export const mostRows = 200_000;

export const options: ParsingOptions = {
  type: 'buffer',
  cellStyles: true,
  cellNF: true,
  cellHTML: false,
  // A formula without a result is such a stub.
  sheetStubs: true,
  dense: true,
  sheetRows: mostRows + 1,
};

let library: Library | undefined;
let builtIn: ReadonlySet<string> = new Set();

/** The formats are a table of the library's, to which each file adds its own. */
function resetFormats({ SSF }: Library): void {
  const table = SSF.get_table();
  for (const id of Object.keys(table)) if (!builtIn.has(id)) delete table[Number(id)];
  for (const [id, code] of chineseFormats) SSF.load(code, id);
}

/** @returns The library; legacy files need its code pages for their letters. */
export async function workbookLibrary(): Promise<Library> {
  if (!library) {
    library = (await import('@e965/xlsx')) as unknown as Library;
    builtIn = new Set(Object.keys(library.SSF.get_table()));
  }
  resetFormats(library);
  return library;
}
