/** SheetJS in the build that we use: each sheet as separated values. */
import { read, utils } from '@e965/xlsx';
import type { Reader } from '../subject.ts';

export async function load(): Promise<Reader> {
  return {
    read: async (_, bytes) => {
      const book = read(bytes, { type: 'buffer', dense: true, cellFormula: false });
      return Object.values(book.Sheets)
        .map((sheet) => utils.sheet_to_csv(sheet, { FS: '\t' }))
        .join('\n');
    },
  };
}
