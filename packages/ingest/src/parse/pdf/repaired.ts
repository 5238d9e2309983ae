/** Tells when a PDF can only be read because its table of objects was rebuilt. */
import type { Diagnostic } from '@xxgk/extract/document';

/** Bytes at the end in which `startxref` has to stand (ISO 32000-2 §7.5.5, with some grace). */
const tail = 2048;
const startxref = /startxref\s{1,4}(\d{1,15})/g;
const table = /^\s{0,8}(?:xref|\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj)/;
const header = '%PDF-';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Whether the last `startxref` points at a cross-reference table or stream. */
function isWhole(bytes: Uint8Array): boolean {
  const found = [...latin(bytes.subarray(-tail)).matchAll(startxref)].at(-1)?.[1];
  if (found === undefined) return false;
  const offset = Number(found);
  // Offsets count from the header, before which some servers send a few bytes.
  const shift = Math.max(0, latin(bytes.subarray(0, 1024)).indexOf(header));
  return [offset, offset + shift].some((at) => table.test(latin(bytes.subarray(at, at + 64))));
}

export function repairedOf(bytes: Uint8Array): Diagnostic[] {
  if (isWhole(bytes)) return [];
  return [
    {
      code: 'parse/repaired',
      severity: 'warning',
      message:
        'The table of objects of this PDF is missing or wrong and was rebuilt: ' +
        'compare the pages with the original, some may be missing.',
      place: null,
    },
  ];
}
