/**
 * Makes a page safe to build a tree from.
 *
 * Trees are walked by recursion, and the standard's repair of wrong nesting copies open formatting
 * elements into every later paragraph; so depth, open formatting elements and attributes have
 * limits. Tags beyond them are cut out of the source and their text stays. One linear pass.
 */
import { Parser as Tokens } from 'htmlparser2';
import { TooLargeError } from '../../../errors.ts';

/** Characters; a page of ten million holds a hundred long documents. */
const maxLength = 10_000_000;
const maxDepth = 400;
/** Deeper pages are no pages: what is cut out of them costs more with every level. */
const deepest = 20_000;
/** `<font><b><font>…` that are open at one time. */
const maxFormatting = 48;
const maxAttributes = 200;
/** Tags of one page. */
const maxTags = 400_000;

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** Spans of the source that are left out, in order. */
type Cuts = [start: number, end: number][];

/** Entities are text, and no text is looked at here. */
const options = { decodeEntities: false };

function cutsOf(html: string): Cuts {
  const cuts: Cuts = [];
  const open: boolean[] = [];
  let inFormatting = 0;
  let tags = 0;
  const tokens = new Tokens(
    {
      onopentag(name, attributes, implied) {
        tags += 1;
        if (tags > maxTags) throw new TooLargeError('The number of tags', `${maxTags}`);
        if (open.length >= deepest) throw new TooLargeError('The depth of the tags', `${deepest}`);
        const formats = formatting.has(name);
        const cut =
          open.length >= maxDepth ||
          (formats && inFormatting >= maxFormatting) ||
          Object.keys(attributes).length > maxAttributes;
        open.push(cut);
        if (formats) inFormatting += 1;
        if (cut && !implied) cuts.push([tokens.startIndex, tokens.endIndex + 1]);
      },
      onclosetag(name, implied) {
        const cut = open.pop() ?? false;
        if (formatting.has(name)) inFormatting -= 1;
        if (cut && !implied) cuts.push([tokens.startIndex, tokens.endIndex + 1]);
      },
    },
    options,
  );
  tokens.end(html);
  return cuts;
}

/** The page with its excessive tags left out, and how many those were. */
export function tame(html: string): { readonly html: string; readonly cut: number } {
  if (html.length > maxLength) throw new TooLargeError('The page', `${maxLength} characters`);
  const cuts = cutsOf(html);
  if (cuts.length === 0) return { html, cut: 0 };
  let from = 0;
  let kept = '';
  for (const [start, end] of cuts) {
    if (start < from) continue;
    kept += html.slice(from, start);
    from = end;
  }
  return { html: kept + html.slice(from), cut: cuts.length };
}
