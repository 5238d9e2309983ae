/** How paragraphs look and where in tables they stand, by their modifiers ([MS-DOC] §2.6.2). */
import type { Alignment } from '@xxgk/extract/document';
import { type Look, overlay } from '../word/look.ts';
import { i16, i32, u8, u16, u32 } from './bytes.ts';
import { sprmsOf } from './sprm.ts';

export interface ParagraphLook {
  readonly look: Look;
  /** Tables around it. */
  readonly depth: number;
  /** It ends a cell of an inner table, or the row of one. */
  readonly endsInnerCell: boolean;
  readonly endsInnerRow: boolean;
  /** It ends a row of an outermost table. */
  readonly endsRow: boolean;
  /** Place of more modifiers in the stream of data. */
  readonly more: number | undefined;
}

const code = {
  alignBefore97: 0x2403,
  align: 0x2461,
  firstLine: 0x8411,
  firstLineLogical: 0x8460,
  firstLineLetters: 0x4457,
  level: 0x260a,
  list: 0x460b,
  outline: 0x2640,
  inTable: 0x2416,
  endsRow: 0x2417,
  depth: 0x6649,
  endsInnerCell: 0x244b,
  endsInnerRow: 0x244c,
  more: 0x6646,
  moreBefore2000: 0x6645,
} as const;

const alignments: readonly Alignment[] = [
  'left',
  'center',
  'right',
  'justify',
  'justify',
  'justify',
];
/** List numbers above are no lists but say that a list was taken away (§2.6.2, sprmPIlfo). */
const mostLists = 0x07fe;

type Change = (operand: Buffer) => Look;

const align: Change = (operand) => ({ align: alignments[u8(operand, 0)] });
const firstLine: Change = (operand) => ({ firstLine: i16(operand, 0) });

const changes: Readonly<Record<number, Change>> = {
  [code.alignBefore97]: align,
  [code.align]: align,
  [code.firstLine]: firstLine,
  [code.firstLineLogical]: firstLine,

  [code.firstLineLetters]: (operand) => ({ firstLineChars: i16(operand, 0) }),

  [code.level]: (operand) => ({ level: u8(operand, 0) }),

  [code.list]: (operand) => {
    const list = u16(operand, 0);
    return { list: list > mostLists ? '0' : String(list) };
  },

  [code.outline]: (operand) => ({ outline: u8(operand, 0) }),
};

interface Mutable {
  look: Look;
  inTable: boolean;
  depth: number | undefined;
  endsInnerCell: boolean;
  endsInnerRow: boolean;
  endsRow: boolean;
  more: number | undefined;
}

const places: Readonly<Record<number, (found: Mutable, operand: Buffer) => void>> = {
  [code.inTable]: (found, operand) => {
    found.inTable = u8(operand, 0) !== 0;
  },

  [code.endsRow]: (found, operand) => {
    found.endsRow = u8(operand, 0) !== 0;
  },

  [code.depth]: (found, operand) => {
    found.depth = Math.max(0, i32(operand, 0));
  },

  [code.endsInnerCell]: (found, operand) => {
    found.endsInnerCell = u8(operand, 0) !== 0;
  },

  [code.endsInnerRow]: (found, operand) => {
    found.endsInnerRow = u8(operand, 0) !== 0;
  },
  // The same thing by two codes.
  [code.more]: (found, operand) => {
    found.more = u32(operand, 0);
  },
  [code.moreBefore2000]: (found, operand) => {
    found.more = u32(operand, 0);
  },
};

/** @param base The look of the paragraph's style. */
export function paragraphLook(properties: readonly Buffer[], base: Look): ParagraphLook {
  const found: Mutable = {
    look: base,
    inTable: false,
    depth: undefined,
    endsInnerCell: false,
    endsInnerRow: false,
    endsRow: false,
    more: undefined,
  };
  for (const { code: own, operand } of properties.flatMap((each) => [...sprmsOf(each)])) {
    const change = changes[own];
    if (change) found.look = overlay(found.look, change(operand));
    places[own]?.(found, operand);
  }
  // Word 97 knew no nesting: it only says that a paragraph stands in a table.
  return { ...found, depth: found.depth ?? (found.inTable || found.endsRow ? 1 : 0) };
}
