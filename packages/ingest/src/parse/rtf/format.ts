/** Formatting of letters and paragraphs: what a group inherits, and the words that change it. */
import type { Alignment } from '@xxgk/extract/document';

export interface Format {
  readonly font: number;
  /** Font of double-byte letters, and whether letters are such now (`\dbch`). */
  readonly wideFont: number | undefined;
  readonly wide: boolean;
  readonly bold: boolean;
  /** Half-points. */
  readonly size: number;
  /** Index of the colour table. */
  readonly color: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly raised: boolean;
  readonly style: number;
  readonly align: Alignment;
  /** Twentieths of a point, and hundredths of a character. */
  readonly firstLine: number;
  readonly firstLineChars: number | undefined;
  readonly outline: number | undefined;
  readonly inTable: boolean;
  /** Tables around the paragraph; 1 where it only says that it stands in one. */
  readonly depth: number;
  /** The list that numbers the paragraph. */
  readonly list: number;
}

const letters = {
  wideFont: undefined,
  wide: false,
  bold: false,
  size: 24,
  color: 0,
  hidden: false,
  deleted: false,
  raised: false,
} as const;

const paragraph = {
  style: 0,
  align: 'left',
  firstLine: 0,
  firstLineChars: undefined,
  outline: undefined,
  inTable: false,
  depth: 1,
  list: 0,
} as const;

export const initialFormat: Format = { font: 0, ...letters, ...paragraph };

type Change = (format: Format, value: number | undefined, standardFont: number) => Partial<Format>;

/** On, unless the value is 0. */
const toggle =
  (key: 'bold' | 'hidden' | 'deleted'): Change =>
  (_, value) => ({ [key]: value !== 0 });

const aligned =
  (align: Alignment): Change =>
  () => ({ align });

const setFont: Change = ({ wide }, value = 0) => (wide ? { wideFont: value } : { font: value });

const level: Change = (_, value) => ({ outline: value });

const changes: Readonly<Record<string, Change>> = {
  plain: (_, __, standardFont) => ({ ...letters, font: standardFont }),
  pard: () => paragraph,
  f: setFont,
  af: ({ wide }, value) => (wide ? { wideFont: value } : {}),
  // In double-byte mode size and weight of the letters are the associated ones.
  afs: ({ wide }, value = letters.size) => (wide ? { size: value } : {}),
  ab: ({ wide }, value) => (wide ? { bold: value !== 0 } : {}),
  rtlch: () => ({ wide: false }),
  ltrch: () => ({ wide: false }),
  loch: () => ({ wide: false }),
  hich: () => ({ wide: false }),
  dbch: () => ({ wide: true }),
  b: toggle('bold'),
  v: toggle('hidden'),
  deleted: toggle('deleted'),
  super: (_, value) => ({ raised: value !== 0 }),
  nosupersub: () => ({ raised: false }),
  fs: (_, value = letters.size) => ({ size: value }),
  cf: (_, value = 0) => ({ color: value }),
  s: (_, value = 0) => ({ style: value }),
  ql: aligned('left'),
  qc: aligned('center'),
  qr: aligned('right'),
  qj: aligned('justify'),
  qd: aligned('justify'),
  fi: (_, value = 0) => ({ firstLine: value }),
  cufi: (_, value) => ({ firstLineChars: value }),
  outlinelevel: level,
  intbl: () => ({ inTable: true }),
  itap: (_, value = 1) => ({ depth: Math.max(1, value), inTable: value > 0 }),
  ls: (_, value = 0) => ({ list: value }),
};

/** The format after a control word; undefined when the word is none of formatting. */
export function changed(
  format: Format,
  word: string,
  value: number | undefined,
  standardFont: number,
): Format | undefined {
  const change = changes[word];
  return change && { ...format, ...change(format, value, standardFont) };
}
