/** `take`: which columns of a site are followed, and which of what they list is fetched. */
import {
  columnOf,
  kindOfAddress,
  kindOfTitle,
  type NamedColumn,
  type Take,
} from '@xxgk/ingest/sites';

/** What of a link decides. */
export interface Candidate {
  readonly url: string;
  readonly text: string;
}

export class Selection {
  readonly #kinds: ReadonlySet<string>;
  readonly #all: boolean;
  /** Columns, by what the addresses of their articles have in common, that are asked for. */
  readonly #columns = new Set<string>();

  /** @param kinds `all` takes what is of no kind too. */
  constructor(kinds: readonly (Take | 'all')[] = ['all']) {
    this.#kinds = new Set(kinds);
    this.#all = kinds.includes('all');
  }

  has(kind: Take): boolean {
    return this.#all || this.#kinds.has(kind);
  }

  /**
   * Whether what a list names is fetched. Everything in a column that is asked for is: an editor put it
   * there. Elsewhere the title decides; where a list gives none (sitemaps) the folder of the address: its
   * name, and whether it is that of a column that was read before.
   *
   * @param column Kind of the list; null where it is not known.
   */
  takes({ url, text }: Candidate, column: NamedColumn['kind']): boolean {
    if (this.#all) return true;
    const address = new URL(url);
    if (column !== null && this.#kinds.has(column)) {
      this.#columns.add(columnOf(address));
      return true;
    }
    if (text === '' && this.#columns.has(columnOf(address))) return true;
    const kind = text === '' ? kindOfAddress(address) : kindOfTitle(text);
    return kind !== undefined && this.#kinds.has(kind);
  }

  /**
   * Whether a column is followed.
   *
   * @param navigation Whether the page that names it is there to lead to others: the front page, or a hub.
   */
  follows({ kind, below }: NamedColumn, navigation: boolean): boolean {
    if (!below && !navigation) return false;
    return kind === null || kind === 'hub' || this.has(kind);
  }
}
