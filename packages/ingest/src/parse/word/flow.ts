/**
 * Puts together what a stream of paragraphs, cell ends and row ends means: DOC and RTF hold tables
 * so, with the depth of nesting at each paragraph.
 */
import type { Role } from '@xxgk/extract/document';
import { TooLargeError } from '../../errors.ts';
import { wordRows } from './edges.ts';
import type { FlowCell, FlowRow, RowShape } from './flow-row.ts';
import type { Item } from './paragraph.ts';
import { tableItems } from './table.ts';

interface Level {
  rows: FlowRow[];
  cells: FlowCell[];
  items: Item[];
  /** Of the first thing in the table. */
  path: string;
}

/** Deeper nesting is no document. */
const depthLimit = 64;

export class Flow {
  readonly #role: Role;
  /** The text, then one level for each open table. */
  readonly #levels: Level[] = [{ rows: [], cells: [], items: [], path: '' }];

  constructor(role: Role) {
    this.#role = role;
  }

  /**
   * Adds blocks.
   *
   * @param depth Tables around them: 0 for plain text.
   * @throws {TooLargeError} when tables are nested too deep.
   */
  add(items: readonly Item[], depth: number, path: string): void {
    const level = this.#at(depth, path);
    for (const item of items) level.items.push(item);
  }

  endCell(depth: number, path: string): void {
    const level = this.#at(depth, path);
    level.cells.push({ items: level.items, path });
    level.items = [];
  }

  endRow(depth: number, shape: RowShape | undefined, path: string): void {
    const level = this.#at(depth, path);
    if (level.items.length > 0) this.endCell(depth, path);
    if (level.cells.length > 0) level.rows.push({ cells: level.cells, shape });
    level.cells = [];
  }

  /** Ends all tables and hands on everything. */
  end(): Item[] {
    return this.#at(0, '').items;
  }

  #at(depth: number, path: string): Level {
    if (depth > depthLimit) {
      throw new TooLargeError('The nesting of the tables of this file', `${depthLimit} levels`);
    }
    while (this.#levels.length - 1 > depth) this.#close();
    while (this.#levels.length - 1 < depth) {
      this.#levels.push({ rows: [], cells: [], items: [], path });
    }
    return this.#levels.at(-1) ?? { rows: [], cells: [], items: [], path };
  }

  /** Ends the innermost table: it becomes part of the text around it. */
  #close(): void {
    const level = this.#levels.pop();
    const around = this.#levels.at(-1);
    if (!level || !around) return;
    if (level.items.length > 0) level.cells.push({ items: level.items, path: level.path });
    if (level.cells.length > 0) level.rows.push({ cells: level.cells, shape: undefined });
    if (level.rows.length === 0) return;
    for (const item of tableItems(wordRows(level.rows), this.#role, level.path)) {
      around.items.push(item);
    }
  }
}
