/** Text boxes ([MS-DOC] §2.9.96 FTXBXS): one text after the other, each of a shape. */
import type { Item } from '../word/paragraph.ts';
import { i32, u32 } from './bytes.ts';
import type { Context } from './context.ts';
import type { Shape } from './drawings.ts';
import { readStory } from './story.ts';

const boxSize = 22;
const shapeAt = 14;

export interface Boxes {
  /** The text of a shape; nothing when it was handed out before. */
  take(shape: Shape): Item[];
  /** What no anchored shape holds: boxes inside of groups. */
  rest(): Item[];
}

export function boxesOf(context: Context): Boxes {
  const { fib } = context;
  const table = fib.structure('boxes');
  const [start] = fib.story('boxes');
  const count = Math.max(0, Math.floor((table.length - 4) / (4 + boxSize)));
  const open = new Map<number, (readonly [number, number])[]>();
  for (let index = 0; index < count; index += 1) {
    const shape = i32(table, (count + 1) * 4 + index * boxSize + shapeAt);
    const range = [start + u32(table, index * 4), start + u32(table, index * 4 + 4)] as const;
    open.set(shape, [...(open.get(shape) ?? []), range]);
  }
  const read = (ranges: readonly (readonly [number, number])[]): Item[] =>
    ranges.flatMap((range) => readStory(range, 'body', context));
  return {
    take(shape) {
      const ranges = open.get(shape.id) ?? [];
      open.delete(shape.id);
      return read(ranges);
    },
    rest: () => [...open.values()].flatMap(read),
  };
}
