/** Finds parts by what a page calls them: an address, a relative one, `cid:` with an identifier. */
import type { Part } from './mime.ts';

/** Base of parts that were saved from nowhere (RFC 2557 §5). */
const nowhere = 'thismessage:/';
const byId = /^cid:/i;
const onTheWeb = /^https?:/i;
const fragment = /#.*$/;

const lastPiece = (address: string): string => address.split('/').at(-1) ?? '';

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export class Locations {
  readonly #parts = new Map<string, Part>();
  /** Parts by the last piece of their address; undefined where several have the same. */
  readonly #named = new Map<string, Part | undefined>();
  readonly #base: string;

  /** @param base Where the page was saved from. */
  constructor(parts: readonly Part[], base: string) {
    this.#base = URL.canParse(base) ? base : nowhere;
    for (const part of parts) {
      if (part.id !== '') this.#add(`cid:${part.id}`, part);
      if (part.location === '') continue;
      const address = this.#absolute(part.location, this.#base);
      this.#add(address, part);
      const name = lastPiece(address);
      this.#named.set(name, this.#named.has(name) ? undefined : part);
    }
  }

  /** @param from Where the part that names it was saved from. */
  find(named: string, from: string): Part | undefined {
    const address = named.trim().replace(fragment, '');
    if (address === '') return undefined;
    if (byId.test(address)) return this.#parts.get(`cid:${unescaped(address.slice(4))}`);
    const base = URL.canParse(from, this.#base) ? new URL(from, this.#base).href : this.#base;
    const absolute = this.#absolute(address, base);
    if (onTheWeb.test(absolute)) return this.#parts.get(absolute);
    // Archives that were moved and saved again keep addresses of folders that are gone.
    return this.#parts.get(absolute) ?? this.#named.get(lastPiece(absolute));
  }

  #add(key: string, part: Part): void {
    if (!this.#parts.has(key)) this.#parts.set(key, part);
  }

  #absolute(address: string, base: string): string {
    const url = URL.parse(address.replaceAll('\\', '/'), base);
    return unescaped(url?.href.replace(fragment, '') ?? address);
  }
}
