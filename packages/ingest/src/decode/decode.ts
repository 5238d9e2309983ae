/** Bytes whose format is unknown → bytes of a known format, with their text if the format is text. */
import type { Diagnostic } from '@xxgk/extract/document';
import { EmptyFileError, UnknownFormatError } from '../errors.ts';
import { parsers as registry } from '../parse/index.ts';
import type { Parser } from '../parse/parser.ts';
import type { Decoded, SourceFile } from '../stage.ts';
import { agrees, type DecodedText, decodeText } from './charset.ts';
import { sniff } from './sniff.ts';
import { cutOff } from './truncated.ts';

function aboutCharset(decoded: DecodedText): Diagnostic[] {
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

function decodedText(file: SourceFile, mediaType: string): Decoded {
  const decoded = decodeText(file.bytes, file.declaredCharset);
  return {
    ...file,
    mediaType,
    text: decoded.text,
    charset: decoded.charset,
    diagnostics: [
      ...aboutCharset(decoded),
      ...(mediaType === 'text/html' ? cutOff(decoded.text) : []),
    ],
  };
}

/**
 * Decides what a file is and decodes it.
 *
 * @throws {EmptyFileError} when there are no bytes.
 * @throws {UnknownFormatError} when no reader recognises them.
 */
export function decode(
  file: SourceFile,
  parsers: readonly Parser[] = registry,
): { readonly decoded: Decoded; readonly parser: Parser } {
  if (file.bytes.length === 0) throw new EmptyFileError();
  const parser = sniff(file.bytes, file.fileName, parsers);
  if (!parser) throw new UnknownFormatError(file.bytes);
  const { mediaType, textual } = parser;
  const decoded = textual
    ? decodedText(file, mediaType)
    : { ...file, mediaType, text: null, charset: null, diagnostics: [] };
  return { decoded, parser };
}
