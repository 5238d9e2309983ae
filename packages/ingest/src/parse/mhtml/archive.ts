/** The parts of an archive as pages: which one comes first, and which follow it. */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import { aboutCharset } from '../../charset/about-charset.ts';
import { type DecodedText, decodeText } from '../../charset/charset.ts';
import type { Decoded } from '../../stage.ts';
import { picturesIn } from '../html/pictures.ts';
import { type HtmlPage, readPage } from '../html/read-html.ts';
import type { AnyNode } from '../html/tree/element.ts';
import type { Item } from '../word/paragraph.ts';
import { Locations } from './locations.ts';
import { type Part, partsOf, rootOf, savedFrom, subjectOf } from './mime.ts';
import { framesIn, isFrameset, linksIn } from './named-parts.ts';

/** One page of an archive. */
export interface ArchivePage {
  readonly parsed: HtmlPage['parsed'];
  /** Its blocks; pictures that the archive holds bring their bytes. */
  readonly items: readonly Item[];
  readonly charset: string;
  readonly diagnostics: readonly Diagnostic[];
}

const page = /^(text\/html|application\/xhtml\+xml)$/;
const address = /^https?:\/\//i;
const letter = /[\p{L}\p{N}]/u;
const hasTitle = /<title[^>]{0,200}>\s{0,1000}[^\s<]/i;
const headTag = /<head(?:\s[^>]{0,500})?>/i;
/** Pages that are read at most. */
const pageLimit = 200;

const isWritten = ({ block }: Item): boolean =>
  block.role === 'body' &&
  block.kind !== 'figure' &&
  (block.kind === 'table' || letter.test(block.text));

/** A page that names no title is called what its archive is called. */
function titled(html: string, subject: string): string {
  if (subject === '' || hasTitle.test(html)) return html;
  const title = `<title>${subject.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>`;
  const head = headTag.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + title + html.slice(at);
}

/** Reads the pages of one archive. */
export class Archive {
  readonly parts: readonly Part[];
  /** Whether it breaks off. */
  readonly cutOff: boolean;
  readonly #file: Decoded;
  readonly #version: string;
  readonly #subject: string;
  readonly #root: string;
  readonly #from: string;
  readonly #locations: Locations;
  readonly #seen = new Set<Part>();

  constructor(file: Decoded, message: Buffer, version: string) {
    const { parts, cutOff } = partsOf(message);
    this.parts = parts;
    this.cutOff = cutOff;
    this.#file = file;
    this.#version = version;
    this.#subject = subjectOf(message);
    this.#root = rootOf(message);
    this.#from = this.#main?.location || savedFrom(message);
    this.#locations = new Locations(parts, this.#from);
  }

  /** In order; none where the archive holds no page. */
  pages(): ArchivePage[] {
    const main = this.#main;
    return main ? this.#read(main, this.#subject, this.#from) : [];
  }

  /** The part that the message names, else the first page. */
  get #main(): Part | undefined {
    const named = this.#root === '' ? undefined : this.parts.find(({ id }) => id === this.#root);
    return named ?? this.parts.find(({ type }) => page.test(type));
  }

  #read(part: Part, subject: string, from: string): ArchivePage[] {
    this.#seen.add(part);
    const decoded = decodeText(part.content, part.parameters.get('charset') ?? null);
    const { parsed, tree } = this.#html(decoded, subject, from);
    const items = this.#itemsOf(parsed, tree, from);
    const own = this.#archivePage(parsed, items, decoded);
    const written = items.some(isWritten);
    if (isFrameset(tree) || !written) {
      const inside = this.#follow(framesIn(tree), from);
      return inside.length > 0 ? inside : [own];
    }
    return [own, ...this.#follow(linksIn(tree), from)];
  }

  #html(decoded: DecodedText, subject: string, from: string): HtmlPage {
    const { text, charset } = decoded;
    const url = this.#file.url ?? (address.test(from) ? from : null);
    const file = { ...this.#file, url, text: titled(text, subject), charset };
    return readPage(file, this.#version);
  }

  /** Pages of the archive that another one names, each once, those without text left out. */
  #follow(names: readonly string[], from: string): ArchivePage[] {
    return names.flatMap((name) => {
      const part = this.#locations.find(name, from);
      if (!part || !page.test(part.type) || this.#seen.has(part)) return [];
      if (this.#seen.size >= pageLimit) return [];
      return this.#read(part, '', part.location || from).filter(({ items }) =>
        items.some((item) => isWritten(item) || 'picture' in item),
      );
    });
  }

  #itemsOf({ pages }: HtmlPage['parsed'], tree: AnyNode, from: string): Item[] {
    const pictures = picturesIn(tree);
    const blocks = pages.flatMap((each) => (each.kind === 'text' ? each.blocks : []));
    return blocks.map((block: Block): Item => {
      const picture = block.kind === 'figure' ? pictures.get(block.path ?? '') : undefined;
      const part = picture && this.#locations.find(picture.src, from);
      if (!picture || !part) return { block };
      const { width, height, src } = picture;
      return { block, picture: { name: src, width, height, read: () => part.content } };
    });
  }

  #archivePage(
    parsed: HtmlPage['parsed'],
    items: readonly Item[],
    decoded: DecodedText,
  ): ArchivePage {
    const diagnostics = [...parsed.diagnostics, ...aboutCharset(decoded)];
    return { parsed, items, charset: decoded.charset, diagnostics };
  }
}
