/** PDF files written operator by operator: for what no writer would write. */
import { deflateSync } from 'node:zlib';

export type Ref = `${number} 0 R`;

export interface RawPage {
  /** Operators; letters by {@link hex}, fonts `/F1` (宋体, not embedded) and `/F2` (Helvetica). */
  readonly content: string;
  /** Entries of the resources besides the fonts, e.g. `/XObject << /I 12 0 R >>`. */
  readonly resources?: string;
  /** Entries of the fonts besides the two. */
  readonly fonts?: string;
  /** Other entries of the page, e.g. `/Rotate 90`; `/MediaBox` too when it is not A4. */
  readonly entries?: string;
}

const binary = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A string of two-byte codes, as the font `/F1` takes it: the characters themselves. */
export const hex = (text: string): string =>
  `<${[...text].map((each) => (each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`;

/** A text string outside of a page description: UTF-16 with its mark. */
export const textString = (text: string): string => `<feff${hex(text).slice(1)}`;

/** Shows `text` at a place; `how` are operators before it, e.g. `3 Tr`. */
export const at = (x: number, y: number, text: string, how = '', size = 16): string =>
  `q BT /F1 ${size} Tf ${how} 1 0 0 1 ${x} ${y} Tm ${hex(text)} Tj ET Q\n`;

export class PdfFile {
  readonly #objects: (Buffer | undefined)[] = [];
  readonly #pages: Ref[] = [];
  readonly #tree: Ref;
  readonly #catalog: Ref;
  readonly #fonts: string;
  /** Entries of the catalogue besides the pages. */
  catalog = '';

  constructor() {
    this.#catalog = this.reserve();
    this.#tree = this.reserve();
    const descriptor = this.add(
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] ' +
        '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    );
    const song = this.add(
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 ' +
        '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ' +
        `/FontDescriptor ${descriptor} >>`,
    );
    const chinese = this.add(
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H ' +
        `/DescendantFonts [${song}] >>`,
    );
    const latin = this.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
    this.#fonts = `/F1 ${chinese} /F2 ${latin}`;
  }

  /** A number for an object that is {@link fill}ed later. */
  reserve(): Ref {
    this.#objects.push(undefined);
    return `${this.#objects.length} 0 R`;
  }

  fill(ref: Ref, object: string | Buffer): void {
    this.#objects[Number.parseInt(ref, 10) - 1] =
      typeof object === 'string' ? binary(object) : object;
  }

  add(object: string | Buffer): Ref {
    const ref = this.reserve();
    this.fill(ref, object);
    return ref;
  }

  /** @param entries Of the dictionary, besides the length. */
  stream(entries: string, body: string | Uint8Array, packed = false): Ref {
    const plain = typeof body === 'string' ? binary(body) : Buffer.from(body);
    const bytes = packed ? deflateSync(plain) : plain;
    const filter = packed ? '/Filter /FlateDecode ' : '';
    const head = binary(`<< ${entries} ${filter}/Length ${bytes.length} >>\nstream\n`);
    return this.add(Buffer.concat([head, bytes, binary('\nendstream')]));
  }

  page({ content, resources = '', fonts = '', entries = '' }: RawPage): Ref {
    const box = entries.includes('/MediaBox') ? '' : '/MediaBox [0 0 595 842]';
    const body = this.stream('', content);
    const page = this.add(
      `<< /Type /Page /Parent ${this.#tree} ${box} ${entries} /Contents ${body} ` +
        `/Resources << /Font << ${this.#fonts} ${fonts} >> ${resources} >> >>`,
    );
    this.#pages.push(page);
    return page;
  }

  bytes(): Buffer {
    const kids = this.#pages.join(' ');
    this.fill(this.#tree, `<< /Type /Pages /Kids [${kids}] /Count ${this.#pages.length} >>`);
    this.fill(this.#catalog, `<< /Type /Catalog /Pages ${this.#tree} ${this.catalog} >>`);
    return assembled(this.#objects.map((object) => object ?? binary('null')));
  }
}

/** Objects numbered from 1, the first being the catalogue, with a table of their places. */
export function assembled(objects: readonly Buffer[], header = '%PDF-1.7\n'): Buffer {
  const parts: Buffer[] = [binary(header)];
  let length = header.length;
  const write = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  const offsets = objects.map((object, index) => {
    const offset = length;
    write(binary(`${index + 1} 0 obj\n`));
    write(object);
    write(binary('\nendobj\n'));
    return offset;
  });
  const start = length;
  const entry = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;
  const size = objects.length + 1;
  write(binary(`xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(entry).join('')}`));
  write(binary(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A file of one page. */
export function onePage(page: RawPage): Buffer {
  const file = new PdfFile();
  file.page(page);
  return file.bytes();
}
