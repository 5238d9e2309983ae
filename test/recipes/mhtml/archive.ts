/** Web archives (RFC 2557): a page and its pictures as parts of a message. */

export interface ArchivePart {
  /** Content type with its parameters. */
  readonly type: string;
  readonly location?: string;
  /** Without brackets. */
  readonly id?: string;
  readonly encoding: 'base64' | 'quoted-printable' | '8bit';
  readonly content: Uint8Array;
}

const boundary = '----=_NextPart_01';
const lineLength = 76;
const line = new RegExp(`.{1,${lineLength}}`, 'g');

/** Soft line breaks fall anywhere, also inside of a letter of two bytes. */
function quotedPrintable(content: Uint8Array): string {
  const escaped = Array.from(content, (byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x3d
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let text = '';
  let length = 0;
  for (const piece of escaped) {
    if (length + piece.length >= lineLength) {
      text += '=\r\n';
      length = 0;
    }
    text += piece;
    length += piece.length;
  }
  return text;
}

function encoded({ content, encoding }: ArchivePart): Buffer {
  if (encoding === '8bit') return Buffer.from(content);
  if (encoding === 'quoted-printable') return Buffer.from(quotedPrintable(content));
  return Buffer.from((Buffer.from(content).toString('base64').match(line) ?? []).join('\r\n'));
}

/** @param headers Of the whole archive, each with its line end. */
export function webArchive(parts: readonly ArchivePart[], headers = ''): Buffer {
  const pieces = parts.flatMap((part) => [
    Buffer.from(
      `--${boundary}\r\nContent-Location: ${part.location ?? 'file:///C:/a.files/x'}\r\n${part.id === undefined ? '' : `Content-ID: <${part.id}>\r\n`}Content-Transfer-Encoding: ${part.encoding}\r\nContent-Type: ${part.type}\r\n\r\n`,
    ),
    encoded(part),
    Buffer.from('\r\n\r\n'),
  ]);
  const head = `${headers}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="${boundary}"\r\n\r\nThis document is a web archive.\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), ...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}
