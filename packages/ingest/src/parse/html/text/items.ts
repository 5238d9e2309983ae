/** What part of a page is read as: lines, tables, pictures, and what was left out. */
import type { Element } from '../tree/element.ts';
import type { Style } from '../tree/style.ts';
import type { TableGrid } from './table.ts';

export interface Link {
  readonly text: string;
  readonly element: Element;
}

/** One printed line or paragraph. */
export interface HtmlLine {
  readonly kind: 'line';
  readonly text: string;
  readonly links: readonly Link[];
  readonly element: Element;
  /** What holds for the whole line. */
  readonly style: Style;
}

export interface HtmlTable {
  readonly kind: 'table';
  readonly element: Element;
  readonly grid: TableGrid;
}

export interface HtmlFigure {
  readonly kind: 'figure';
  readonly element: Element;
  readonly alt: string;
}

/** What was left out, and why. */
export interface HtmlOmission {
  readonly kind: 'omission';
  readonly element: Element;
  readonly rule: string;
}

export type HtmlItem = HtmlLine | HtmlTable | HtmlFigure | HtmlOmission;
