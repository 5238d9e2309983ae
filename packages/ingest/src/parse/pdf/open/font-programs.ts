/**
 * Font programs that reading does not need, hidden from pdf.js before it parses them: with Chinese fonts
 * that is half of the time of a short document.
 *
 * Of a composite font whose codes are glyph numbers (`Identity-H`) and whose `ToUnicode` tells their
 * characters, the program holds outlines and nothing else that is read: characters, widths and the name stand
 * in the dictionaries (ISO 32000-2 §9.7). Only fonts that plainly are so are touched, each in a single object
 * outside of object streams, and subset by its writer, for pdf.js has programs of its own for fonts whose
 * names it knows. `open.test.ts` compares.
 */

/** Bytes of files that are looked through; in larger ones the fonts are the least. */
const largest = 64_000_000;
/** Bytes of a dictionary. */
const longest = 4096;
const objectMark = ' obj';
const objectHead = /(?:^|[^\d])(\d{1,10})\s\d{1,5}$/;
const objectEnd = /endobj|stream/;
const composite = /\/Subtype\s{0,4}\/Type0\b/;
const identity = /\/Encoding\s{0,4}\/Identity-[HV]\b/;
const toUnicode = /\/ToUnicode\s{1,4}\d{1,10}\s\d{1,5}\sR/;
const subset = /\/BaseFont\s{0,4}\/[A-Z]{6}\+/;
const descendants = /\/DescendantFonts\s{0,4}(\[?)\s{0,4}(\d{1,10})\s\d{1,5}\sR/;
const onlyReference = /^\s{0,8}\[\s{0,4}(\d{1,10})\s\d{1,5}\sR\s{0,4}\]/;
const descriptor = /\/FontDescriptor\s{1,4}(\d{1,10})\s\d{1,5}\sR/;
const program = /\/FontFile[23]\s{1,4}\d{1,10}\s\d{1,5}\sR/;

/** Objects that stand in the file by themselves, and where their values begin. */
class Objects {
  readonly #file: Buffer;
  /** Undefined for one that is there twice: which of them counts is not for us to say. */
  readonly #starts = new Map<number, number | undefined>();

  constructor(file: Buffer) {
    this.#file = file;
    for (let at = file.indexOf(objectMark); at >= 0; at = file.indexOf(objectMark, at + 1)) {
      const [, number] = objectHead.exec(file.toString('latin1', Math.max(0, at - 18), at)) ?? [];
      if (number === undefined) continue;
      const known = this.#starts.has(Number(number));
      this.#starts.set(Number(number), known ? undefined : at + objectMark.length);
    }
  }

  get numbers(): Iterable<number> {
    return this.#starts.keys();
  }

  startOf(number: number): number {
    return this.#starts.get(number) ?? -1;
  }

  /** Its value as written; empty for one that is not there, or twice. */
  textOf(number: number): string {
    const start = this.startOf(number);
    if (start < 0) return '';
    const text = this.#file.toString('latin1', start, start + longest);
    const end = text.search(objectEnd);
    return end < 0 ? '' : text.slice(0, end);
  }
}

const reference = (text: string, form: RegExp): number => Number(form.exec(text)?.[1] ?? -1);

/** The number of the descriptor of a font whose program is not needed; -1 for all others. */
function unneeded(font: string, objects: Objects): number {
  const plain = [composite, identity, toUnicode, subset].every((form) => form.test(font));
  const [, listed, number] = descendants.exec(font) ?? [];
  if (!plain || number === undefined) return -1;
  const named = Number(number);
  const inner = listed === '' ? reference(objects.textOf(named), onlyReference) : named;
  return reference(objects.textOf(inner), descriptor);
}

/** Hides the programs in place. @param bytes A copy that is nobody else's. */
export function hidePrograms(bytes: Uint8Array): void {
  if (bytes.length > largest) return;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Most files without such fonts are told by this alone.
  if (!file.includes('/Type0')) return;
  const objects = new Objects(file);
  for (const number of objects.numbers) {
    const font = objects.textOf(number);
    const described = composite.test(font) ? unneeded(font, objects) : -1;
    const found = described < 0 ? undefined : program.exec(objects.textOf(described));
    // A key that nobody knows, of the same length.
    if (found) file.write('/Xont', objects.startOf(described) + found.index, 'latin1');
  }
}
