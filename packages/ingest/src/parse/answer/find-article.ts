/** Finds the article in the value of an answer: the object of which one field clearly holds a text. */
import { countHan } from '../../chinese/han.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface Article {
  /** All fields of the object. */
  readonly fields: Fields;
  /** Where it stands: `$.data`. */
  readonly path: string;
  /** Name of the field that holds the text. */
  readonly key: string;
  readonly content: string;
}

/** Names that systems give the field. */
const named =
  /^(?:(?:article|info|doc|news|html|main|xx|detail|page)?_?(?:content|html|body|text|nr|zw|zwnr)(?:_?(?:html|txt|text|content))?|dochtmlcon|doccontent|content_?cn|txt|nr|zwnr|xxnr|neirong|zhengwen)$/i;
const block = /<\/?(?:p|div|br|table|span|section|h[1-6])\b|&lt;(?:p|div|table|span|section)\b/i;
/** Han characters of a text: under a name for it, and under any other. */
const aText = 12;
const aLongText = 80;
const step = /[.[]/;
const deepest = 8;
/** Objects that are looked at. */
const mostObjects = 20_000;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How much a field looks like the text of an article; 0 where it does not. */
function weightOf(key: string, value: unknown): number {
  if (typeof value !== 'string') return 0;
  const han = countHan(value);
  if (named.test(key)) return han >= aText || block.test(value) ? 1_000_000 + han : 0;
  return han >= aLongText && block.test(value) ? han : 0;
}

function articleIn(fields: Fields, path: string): Article | undefined {
  const [best] = Object.entries(fields)
    .map(([key, value]) => ({ key, content: String(value), weight: weightOf(key, value) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return best && { fields, path, key: best.key, content: best.content };
}

type Placed = readonly [value: object, path: string];

/** Objects and lists directly inside of one. */
const insideOf = ([value, path]: Placed): Placed[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]): Placed[] => {
    if (typeof inner !== 'object' || inner === null) return [];
    return [[inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`]];
  });

/** Whatever an answer holds, the outermost first. */
function* objectsIn(value: unknown): Generator<{ fields: Fields; path: string }> {
  let level: Placed[] = typeof value === 'object' && value !== null ? [[value, '$']] : [];
  let left = mostObjects;
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    const looked = level.slice(0, left);
    left -= looked.length;
    for (const [fields, path] of looked) if (isFields(fields)) yield { fields, path };
    level = looked.flatMap(insideOf);
  }
}

const depthOf = (path: string): number => path.split(step).length;

export type Found = Article | 'several' | 'none';

/** The article; `several` where a list holds many, `none` where nothing is one. */
export function findArticle(value: unknown): Found {
  const found: Article[] = [];
  for (const { fields, path } of objectsIn(value)) {
    const article = articleIn(fields, path);
    if (article && (found.length === 0 || depthOf(path) === depthOf(found[0]?.path ?? ''))) {
      found.push(article);
    }
  }
  const [first] = found;
  if (!first) return 'none';
  return found.length === 1 ? first : 'several';
}
