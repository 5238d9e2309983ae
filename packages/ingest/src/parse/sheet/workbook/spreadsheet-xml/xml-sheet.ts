/** One sheet of an XML Spreadsheet, filled as its elements come: indexes are given only where something is left out. */
import type { CellObject, ColInfo, Range, RowInfo, WorkSheet } from '@e965/xlsx';
import { TooLargeError } from '../../../../errors.ts';
import { mostRows } from '../library.ts';

const mostColumns = 16_384;
const mostCells = 2_000_000;

/** By local name. */
export type Attributes = Readonly<Record<string, string>>;

interface OpenCell {
  readonly attributes: Attributes;
  readonly column: number;
  readonly lastColumn: number;
}

/** A count that is left out is 0. */
const count = (attributes: Attributes, name: string): number =>
  Math.max(0, Math.trunc(Number(attributes[name] ?? 0)) || 0);

function bounded(column: number): number {
  if (column < mostColumns) return column;
  throw new TooLargeError('A sheet of this workbook', `${mostColumns} columns`);
}

export class XmlSheet {
  readonly name: string;
  hidden = false;
  readonly #data: (CellObject[] | undefined)[] = [];
  readonly #merges: Range[] = [];
  readonly #rows: RowInfo[] = [];
  readonly #columns: ColInfo[] = [];
  readonly #columnStyles: (string | undefined)[] = [];
  #row = -1;
  #column = -1;
  #columnDefined = -1;
  #rowStyle: string | undefined;
  #cell: OpenCell | undefined;
  #cells = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** @throws {TooLargeError} */
  column(attributes: Attributes): void {
    const index = count(attributes, 'Index');
    const first = index > 0 ? index - 1 : this.#columnDefined + 1;
    this.#columnDefined = bounded(first + count(attributes, 'Span'));
    for (let at = first; at <= this.#columnDefined; at += 1) {
      if (attributes['Hidden'] === '1') this.#columns[at] = { hidden: true };
      this.#columnStyles[at] = attributes['StyleID'];
    }
  }

  /** @throws {TooLargeError} */
  row(attributes: Attributes): void {
    const index = count(attributes, 'Index');
    const first = index > 0 ? index - 1 : this.#row + 1;
    this.#row = first + count(attributes, 'Span');
    if (this.#row >= mostRows) {
      throw new TooLargeError('A sheet of this workbook', `${mostRows} rows`);
    }
    for (let at = first; attributes['Hidden'] === '1' && at <= this.#row; at += 1) {
      this.#rows[at] = { hidden: true };
    }
    this.#column = -1;
    this.#rowStyle = attributes['StyleID'];
  }

  /** @throws {TooLargeError} */
  openCell(attributes: Attributes): void {
    const index = count(attributes, 'Index');
    const column = index > 0 ? index - 1 : this.#column + 1;
    const lastColumn = bounded(column + count(attributes, 'MergeAcross'));
    this.#column = lastColumn;
    this.#cell = { attributes, column, lastColumn };
  }

  /** Styles of the open cell, its row and its column: the first that there is holds. */
  styles(): readonly (string | undefined)[] {
    const { attributes, column } = this.#cell ?? {};
    return [attributes?.['StyleID'], this.#rowStyle, this.#columnStyles[column ?? 0]];
  }

  /**
   * @param value Undefined when the cell is empty.
   * @throws {TooLargeError}
   */
  closeCell(value: CellObject | undefined, comment: string): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell) return;
    this.#merge(cell);
    const formula = cell.attributes['Formula'];
    if (!value && formula === undefined && comment === '') return;
    this.#cells += 1;
    if (this.#cells > mostCells) throw new TooLargeError('This workbook', `${mostCells} cells`);
    const line = this.#data[this.#row] ?? [];
    line[cell.column] = {
      // A formula without a result.
      ...(value ?? { t: 'z', ...(formula === undefined ? {} : { f: formula }) }),
      ...(comment === '' ? {} : { c: [{ t: comment }] }),
    };
    this.#data[this.#row] = line;
  }

  #merge({ attributes, column, lastColumn }: OpenCell): void {
    const lastRow = this.#row + count(attributes, 'MergeDown');
    if (lastRow === this.#row && lastColumn === column) return;
    this.#merges.push({ s: { r: this.#row, c: column }, e: { r: lastRow, c: lastColumn } });
  }

  /** As the library gives a sheet. */
  worksheet(): WorkSheet {
    return {
      '!data': Array.from(this.#data, (line) => line ?? []),
      '!merges': this.#merges,
      '!rows': this.#rows,
      '!cols': this.#columns,
    };
  }
}
