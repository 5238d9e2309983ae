/** What has to be told about the pages of an OFD file. */
import type { Diagnostic } from '@xxgk/extract/document';
import type { ScanPage } from '../../../stage.ts';
import { unknownIn } from '../../paged/usable.ts';
import { missingPart } from '../package/document.ts';
import type { OfdPage } from './page.ts';
import { drawnLetters, type Print } from './print.ts';
import type { Unread } from './scan.ts';

/** A page with what became of it. */
export interface Read {
  readonly page: OfdPage;
  readonly print: Print;
  readonly scan: ScanPage | undefined;
  readonly unread: readonly Unread[];
}

/** Fewer shapes than these are ornaments. */
const lettersOfLine = 4;

/** A letterhead is often drawn beside the text: what it says is in no text object. */
function drawnBeside({ page: { number, ink }, scan }: Read): Diagnostic[] {
  const letters = drawnLetters(ink);
  if (scan || letters < lettersOfLine) return [];
  return [
    {
      code: 'parse/drawn-letters',
      severity: 'info',
      message: `${letters} shapes on page ${number} may be letters drawn as outlines, which were not read: look at the page.`,
      place: { page: number },
    },
  ];
}

function unmapped({ page: { number }, print: { ink, verdict }, scan }: Read): Diagnostic[] {
  const place = { page: number };
  const unknown = unknownIn(ink);
  if (verdict.kind === 'garbled' && !scan) {
    const message = `The text of page ${number} is not to be trusted (${verdict.why}), and there is no image of it: look at the page.`;
    return [{ code: 'parse/unmapped-characters', severity: 'error', message, place }];
  }
  if (unknown === 0 || scan) return [];
  const message = `${unknown} characters of page ${number} have no meaning in the file: look at the page.`;
  return [{ code: 'parse/unmapped-characters', severity: 'warning', message, place }];
}

const lengthOf = ({ unseen }: Print): number =>
  unseen.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 0);

function unseen({ page: { number }, print, scan }: Read): Diagnostic[] {
  const count = lengthOf(print);
  if (count === 0) return [];
  const place = { page: number };
  if (scan) {
    const message = `Below the image of page ${number} lies a text of ${count} characters; the image is read, the text was dropped.`;
    return [{ code: 'parse/hidden-layer', severity: 'info', message, place }];
  }
  const message = `${count} characters of page ${number} are in the file but not to be seen: they were dropped.`;
  return [{ code: 'parse/hidden-text', severity: 'warning', message, place }];
}

const unreadable = ({ page: { number }, unread }: Read): Diagnostic[] =>
  unread.map(({ part, why }) => ({
    code: 'parse/unreadable-image',
    severity: 'error',
    message: `The image ${part} on page ${number} cannot be read (${why}): look at the page.`,
    place: { page: number },
  }));

export const diagnosticsOf = (read: Read): Diagnostic[] => [
  ...read.page.missing.map((part) => ({ ...missingPart(part), place: { page: read.page.number } })),
  ...unmapped(read),
  ...unseen(read),
  ...drawnBeside(read),
  ...unreadable(read),
];
