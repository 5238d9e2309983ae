/** Bytes whose format is unknown → bytes of a known format, with their text if the format is text. */
import { aboutCharset } from '../charset/about-charset.ts';
import { decodeText } from '../charset/charset.ts';
import { EmptyFileError, UnknownFormatError } from '../errors.ts';
import { parsers as registry } from '../parse/index.ts';
import type { Parser } from '../parse/parser.ts';
import type { Decoded, SourceFile } from '../stage.ts';
import { sniff } from './sniff.ts';
import { cutOff } from './truncated.ts';

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
