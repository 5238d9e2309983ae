/** Modifiers of legacy Word files ([MS-DOC] §2.6), as few as the recipes need. */

const sprm = (code: number, ...operand: readonly number[]): Buffer => {
  const bytes = Buffer.from([0, 0, ...operand]);
  bytes.writeUInt16LE(code, 0);
  return bytes;
};

const short = (value: number): [number, number] => [value & 0xff, (value >> 8) & 0xff];

export const letters = {
  bold: sprm(0x0835, 1),
  hidden: sprm(0x083c, 1),
  deleted: sprm(0x0800, 1),
  raised: sprm(0x2a48, 1),
  red: sprm(0x6870, 0xff, 0, 0, 0),
};

export const paragraphs = {
  centred: sprm(0x2403, 1),
  inTable: sprm(0x2416, 1),
  endsRow: sprm(0x2417, 1),
  /** Tables around a paragraph. */
  depth: (depth: number): Buffer => sprm(0x6649, depth, 0, 0, 0),
  endsInnerCell: sprm(0x244b, 1),
  endsInnerRow: sprm(0x244c, 1),
  /** The list, from 1, and the level in it. */
  list: (list: number, level: number): Buffer =>
    Buffer.concat([sprm(0x460b, ...short(list)), sprm(0x260a, level)]),
};

export interface CellEdge {
  /** Right edge in twentieths of a point. */
  readonly right: number;
  /** Begins a cell over several rows, or goes on with the one above. */
  readonly up?: 'begins' | 'goes on';
}

/** The definition of the cells of a row (§2.9.321). */
export function rowDefinition(cells: readonly CellEdge[]): Buffer {
  const flags = { begins: 0x60, 'goes on': 0x20 };
  const edges = [0, ...cells.map(({ right }) => right)].flatMap(short);
  const shapes = cells.flatMap(({ up }) => {
    const shape = Array<number>(20).fill(0);
    shape[0] = up ? flags[up] : 0;
    return shape;
  });
  const content = [cells.length, ...edges, ...shapes];
  return sprm(0xd608, ...short(content.length + 1), ...content);
}
