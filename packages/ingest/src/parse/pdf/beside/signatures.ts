/** Digital signatures, each on the page where its field stands (ISO 32000-2 §12.8). */
import type { Block } from '@xxgk/extract/document';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asideText } from '../../paged/aside.ts';
import type { Annotation } from './annotation.ts';

export interface Signature {
  readonly field: string;
  readonly signer: string;
  /** RFC 3339; empty when the file does not say. */
  readonly time: string;
}

/** `D:20190304150000+08'00'` (ISO 32000-2 §7.9.4). */
const pdfDate =
  /^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?(?:(Z)|([+-])(\d{2})'?(\d{2})?'?)?/u;

function instant(written: string): string {
  const match = pdfDate.exec(written);
  if (!match) return '';
  const [, year, month, day, hour, minute, second, utc, sign, hours, minutes] = match;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const zone = utc ?? (sign === undefined ? '' : `${sign}${hours}:${minutes ?? '00'}`);
  return `${date}T${hour}:${minute}:${second}${zone}`;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The signatures of the document, whose fields are found on its pages. */
export async function signaturesOf(pdf: PDFDocumentProxy): Promise<Signature[]> {
  const found: unknown = await pdf.getSignatures().catch(() => null);
  if (!Array.isArray(found)) return [];
  const { signerOf } = await import('./signer.ts');
  const signatures: Signature[] = [];
  for (const each of found as Record<string, unknown>[]) {
    const told = text(each['signerName']).trim();
    const data =
      told === '' ? await pdf.getSignatureData(text(each['id'])).catch(() => null) : null;
    const signer = told || signerOf(data?.pkcs7);
    signatures.push({
      field: text(each['fieldName']),
      signer,
      time: instant(text(each['signingTime'])),
    });
  }
  return signatures;
}

/**
 * Signature fields of a page that are signed. Who signed is not always told; the place then stands
 * as a figure.
 */
export function signatureBlocks(
  annotations: readonly Annotation[],
  signatures: readonly Signature[],
  page: number,
): Block[] {
  return annotations
    .filter(({ fieldType }) => fieldType === 'Sig')
    .flatMap(({ fieldName, box }): Block[] => {
      const made = signatures.filter(
        ({ field }) => fieldName === field || fieldName.endsWith(`.${field}`),
      );
      return made.flatMap(({ signer, time }): Block[] => {
        const aside = { role: 'seal', ...(time === '' ? {} : { label: time }) } as const;
        return signer === ''
          ? [{ kind: 'figure', ...aside, text: '', box }]
          : asideText(signer, aside, page, box);
      });
    });
}
