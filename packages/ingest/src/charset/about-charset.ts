/** What is worth telling about the way a text was decoded. */
import type { Diagnostic } from '@xxgk/extract/document';
import { agrees, type DecodedText } from './charset.ts';

/** Wrong labels, several encodings, doubt, and characters that could not be read. */
export function aboutCharset(decoded: DecodedText): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { declared, charset, broken, mixed, doubtful } = decoded;
  if (!agrees(decoded)) {
    found.push({
      code: 'decode/charset-mislabelled',
      severity: 'info',
      message: `The page says ${declared} and is ${charset}; it was read as ${charset}.`,
      place: null,
    });
  }
  if (mixed > 0) {
    found.push({
      code: 'decode/mixed-charset',
      severity: 'info',
      message: `${mixed} parts of the page are in another encoding than the rest (${charset}); each was read in its own.`,
      place: null,
    });
  }
  if (doubtful) {
    found.push({
      code: 'decode/charset-doubtful',
      severity: 'warning',
      message: `In no encoding does the page read like Chinese; it was read as ${charset}: look at the source before you trust the text.`,
      place: null,
    });
  }
  if (broken > 0) {
    found.push({
      code: 'decode/broken-bytes',
      severity: 'warning',
      message: `${broken} characters could not be read as ${charset} and stand as U+FFFD: fetch the file again if they matter.`,
      place: null,
    });
  }
  return found;
}
