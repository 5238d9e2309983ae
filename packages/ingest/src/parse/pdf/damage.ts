/** Tells when a PDF is cut off, or can only be read because its table of objects was rebuilt. */
import type { Diagnostic } from '@xxgk/extract/document';

/** Bytes at the end in which `startxref` has to stand (ISO 32000-2 §7.5.5, with some grace). */
const tail = 2048;
const head = 1024;
const startxref = /startxref\s{1,4}(\d{1,15})/g;
const table = /^\s{0,8}(?:xref|\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj)/;
const header = '%PDF-';
const end = '%%EOF';
/** The length that a file prepared for the web says it has (ISO 32000-2 annex F). */
const linearized =
  /\/Linearized\s[^>]{0,200}?\/L\s{1,4}(\d{1,15})|\/L\s{1,4}(\d{1,15})[^>]{0,200}?\/Linearized/;

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Whether the last `startxref` points at a cross-reference table or stream. */
function isWhole(bytes: Uint8Array, last: string): boolean {
  const found = [...last.matchAll(startxref)].at(-1)?.[1];
  if (found === undefined) return false;
  const offset = Number(found);
  // Offsets count from the header, before which some servers send a few bytes.
  const shift = Math.max(0, latin(bytes.subarray(0, head)).indexOf(header));
  return [offset, offset + shift].some((at) => table.test(latin(bytes.subarray(at, at + 64))));
}

/** Whether bytes are missing at the end. */
function isCut(bytes: Uint8Array, last: string): boolean {
  if (!last.includes(end)) return true;
  const match = linearized.exec(latin(bytes.subarray(0, head)));
  const told = Number(match?.[1] ?? match?.[2] ?? 0);
  return told > bytes.length;
}

export function damageOf(bytes: Uint8Array): Diagnostic[] {
  const last = latin(bytes.subarray(-tail));
  if (isCut(bytes, last)) {
    return [
      {
        code: 'parse/truncated',
        severity: 'error',
        message:
          'This PDF stops before its end and was read as far as it goes: fetch it again, pages or parts of them are missing.',
        place: null,
      },
    ];
  }
  if (isWhole(bytes, last)) return [];
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
