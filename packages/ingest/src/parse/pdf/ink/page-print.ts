/** Walks the operators of one page and notes what they print: glyphs, lines, pictures. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Covers } from './covers.ts';
import { clipTo, paintOperators } from './paint-operators.ts';
import { initialState } from './paint-state.ts';
import type { PagePrint } from './printed.ts';
import { setFont, textOperators } from './text-operators.ts';
import {
  concat,
  type Handler,
  number,
  restore,
  type Surroundings,
  save,
  type Walk,
} from './walk.ts';

/** The operators of a page as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Names of pdf.js for blending that only lays the colour on top. */
const plain = new Set<unknown>(['source-over', 'Normal', 'Compatible']);

const settings: Readonly<Record<string, (walk: Walk, value: unknown) => void>> = {
  Font: (walk, value) => {
    if (Array.isArray(value)) setFont(walk, value[0], value[1]);
  },
  ca: ({ state }, value) => {
    state.alpha = number(value) * state.groupAlpha;
  },
  BM: ({ state }, value) => {
    state.blended = !plain.has(value);
  },
  SMask: ({ state }, value) => {
    state.masked = value !== false;
  },
};

const graphicsState: Handler = (walk, [pairs]) => {
  if (!Array.isArray(pairs)) return;
  // Alone, it is what pdf.js writes before an image that has a mask of its own.
  if (pairs.length === 1 && String(pairs[0]) === 'SMask,false') {
    walk.state.masked = true;
    return;
  }
  for (const pair of pairs as unknown[]) {
    if (Array.isArray(pair)) settings[String(pair[0])]?.(walk, pair[1]);
  }
};

/** A group is laid on the page as a whole, with the opacity that is set outside of it. */
const group: Handler = (walk, args) => {
  save(walk, args);
  const { state } = walk;
  state.groupAlpha = state.alpha;
};

const form: Handler = (walk, args) => {
  save(walk, args);
  concat(walk, args[0]);
  clipTo(walk, args[1]);
};

const beginAnnotation: Handler = (walk, args) => {
  save(walk, args);
  const [first] = walk.stack;
  if (first) walk.state = { ...first };
  concat(walk, args[2]);
  concat(walk, args[3]);
  const id = String(args[0]);
  walk.annotation = id;
  if (!walk.annotations.has(id)) walk.annotations.set(id, []);
};

const endAnnotation: Handler = (walk, args) => {
  walk.annotation = undefined;
  restore(walk, args);
};

/** Marked content of a layer is seen when the layer is on, and everything around it. */
const mark: Handler = (walk, [tag, layer]) => {
  const around = walk.layers.at(-1) ?? true;
  walk.layers.push(around && (tag !== 'OC' || walk.around.isVisible(layer)));
};

const handlers: readonly (readonly [number, Handler])[] = [
  ...textOperators,
  ...paintOperators,
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, (walk, args) => concat(walk, args)],
  [OPS.setGState, graphicsState],
  [OPS.beginGroup, group],
  [OPS.endGroup, restore],
  [OPS.paintFormXObjectBegin, form],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.beginAnnotation, beginAnnotation],
  [OPS.endAnnotation, endAnnotation],
  [OPS.beginMarkedContent, mark],
  [OPS.beginMarkedContentProps, mark],
  [
    OPS.endMarkedContent,
    ({ layers }) => {
      layers.pop();
    },
  ],
];

/** By number of the operator: a page has thousands. */
const handlerOf: (Handler | undefined)[] = [];
for (const [operator, handler] of handlers) handlerOf[operator] = handler;

const none: readonly unknown[] = [];

export function printOf({ fnArray, argsArray }: Operators, around: Surroundings): PagePrint {
  const walk: Walk = {
    around,
    state: initialState(around.view),
    stack: [initialState(around.view)],
    layers: [],
    annotation: undefined,
    clips: false,
    glyphs: [],
    unseen: [],
    covers: new Covers(),
    rulings: [],
    pictures: [],
    annotations: new Map(),
    fonts: new Map(),
    shapes: 0,
    lost: 0,
  };
  for (let index = 0; index < fnArray.length; index += 1) {
    const args = argsArray[index];
    handlerOf[fnArray[index] ?? -1]?.(walk, Array.isArray(args) ? args : none);
  }
  return { ...walk, fonts: [...walk.fonts.values()] };
}
