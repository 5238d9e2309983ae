/** Sorts what a page prints: its text, what is no text of it, and what nobody sees. */
import type { Block } from '@xxgk/extract/document';
import { asideGlyphs, asideInOrder } from '../paged/aside.ts';
import type { Glyph, Ruling } from '../paged/glyph.ts';
import { inside } from '../paged/page-table.ts';
import { coversPage } from '../paged/usable.ts';
import { gridsOf } from '../tables/grid.ts';
import type { Annotation } from './beside/annotation.ts';
import { fieldGlyphs } from './beside/fields.ts';
import { isRemark } from './beside/remarks.ts';
import type { PagePrint, PrintedGlyph, PrintedPage, Unseen } from './ink/printed.ts';

/** A page with its own text, and the rest as blocks. */
export interface SortedPrint {
  readonly ink: PrintedPage['ink'];
  /** Seals, and what was dropped with the reason as label. */
  readonly asides: readonly Block[];
  /** Characters that the page does not show. */
  readonly hidden: readonly PrintedGlyph[];
}

/** Degrees by which text may lean and still run along the page. */
const lean = 5;
/** Ink at least so light, or letters so much higher than the others, are laid under a text. */
const pale = 130;
const huge = 1.5;

const turned = ({ angle }: Glyph): number => Math.abs(angle - Math.round(angle / 90) * 90);

const sizeOf = (glyphs: readonly Glyph[]): number =>
  glyphs.map(({ size }) => size).toSorted((a, b) => a - b)[Math.floor(glyphs.length / 2)] ?? 0;

/** Whether text that runs askew is a watermark: no letters of a seal or a drawing look like it. */
const isWatermark = (askew: readonly PrintedGlyph[], around: readonly PrintedGlyph[]): boolean =>
  askew.every(({ light }) => light >= pale) || sizeOf(askew) >= huge * sizeOf(around);

function askewBlocks(all: readonly PrintedGlyph[], page: number): Block[] {
  const [askew, straight] = parted(all, (glyph) => turned(glyph) > lean);
  if (askew.length === 0) return [];
  const label = isWatermark(askew, straight) ? 'watermark' : 'slanted-text';
  return asideInOrder(askew, { role: 'dropped', label }, page);
}

const parted = <T>(all: readonly T[], test: (each: T) => boolean): [T[], T[]] => {
  const yes: T[] = [];
  const no: T[] = [];
  for (const each of all) (test(each) ? yes : no).push(each);
  return [yes, no];
};

/** Sideways text belongs to the page only inside of a table: group labels are written so. */
function sidewaysOutside(
  glyphs: readonly PrintedGlyph[],
  rulings: readonly Ruling[],
): Set<PrintedGlyph> {
  const sideways = glyphs.filter(({ angle }) => Math.abs(angle) > lean);
  if (sideways.length === 0) return new Set();
  const grids = gridsOf(rulings);
  return new Set(sideways.filter((glyph) => !grids.some(({ box }) => inside(box, glyph))));
}

/** Why each glyph is not seen, with the text below the images of a scan. */
function unseenOf(print: PagePrint, width: number, height: number): (Unseen | null)[] {
  const opaque = print.pictures.filter((each) => each.opaque);
  if (
    !coversPage(
      opaque.map(({ box }) => box),
      width,
      height,
    )
  ) {
    return [...print.unseen];
  }
  return print.unseen.map((unseen, at) => {
    const glyph = print.glyphs[at];
    if (unseen !== null || !glyph) return unseen;
    return opaque.some(({ box, after }) => after > at && inside(box, glyph))
      ? 'covered-text'
      : null;
  });
}

function unseenBlocks(print: PagePrint, unseen: readonly (Unseen | null)[], page: number): Block[] {
  const groups = new Map<Unseen, PrintedGlyph[]>();
  for (const [at, why] of unseen.entries()) {
    const glyph = print.glyphs[at];
    if (why === null || !glyph) continue;
    const own = groups.get(why);
    if (own) own.push(glyph);
    else groups.set(why, [glyph]);
  }
  return [...groups].flatMap(([label, glyphs]) =>
    asideGlyphs(glyphs, { role: 'dropped', label }, page),
  );
}

const isField = ({ subtype, fieldType }: Annotation): boolean =>
  subtype === 'Widget' && fieldType !== 'Sig';

/** What an annotation that is no field prints: nothing, a block of its own, or text of the page. */
function asideOf(
  annotation: Annotation | undefined,
  own: readonly PrintedGlyph[],
  page: number,
): Block[] | undefined {
  if (annotation === undefined) return undefined;
  if (isRemark(annotation)) return [];
  if (annotation.subtype === 'Watermark') {
    return asideInOrder(own, { role: 'dropped', label: 'watermark' }, page);
  }
  const stamped = annotation.subtype === 'Stamp' || annotation.fieldType === 'Sig';
  return stamped ? asideGlyphs(own, { role: 'seal', label: 'stamp' }, page) : undefined;
}

/** What annotations print: fields and free text are text of the page, the rest is not. */
function ofAnnotations(
  print: PagePrint,
  annotations: readonly Annotation[],
  page: number,
): { readonly glyphs: PrintedGlyph[]; readonly asides: Block[] } {
  const fields = annotations.filter(isField);
  const isFieldId = new Set(fields.map(({ id }) => id));
  const known = new Map(annotations.map((each) => [each.id, each]));
  const glyphs = fields.flatMap((each) => fieldGlyphs(each, print.annotations.get(each.id) ?? []));
  const asides: Block[] = [];
  for (const [id, own] of print.annotations) {
    if (isFieldId.has(id)) continue;
    const aside = asideOf(known.get(id), own, page);
    if (aside) asides.push(...aside);
    else glyphs.push(...own);
  }
  return { glyphs, asides };
}

/**
 * @param width Points of the page as displayed.
 * @param page Number, from 1.
 */
export function sortPrint(
  print: PagePrint,
  annotations: readonly Annotation[],
  {
    width,
    height,
    page,
  }: { readonly width: number; readonly height: number; readonly page: number },
): SortedPrint {
  const unseen = unseenOf(print, width, height);
  const annotated = ofAnnotations(print, annotations, page);
  const seen = [...print.glyphs.filter((_, at) => unseen[at] === null), ...annotated.glyphs];
  const askew = askewBlocks(seen, page);
  const along = askew.length === 0 ? seen : seen.filter((glyph) => turned(glyph) <= lean);
  const outside = sidewaysOutside(along, print.rulings);
  const glyphs = outside.size === 0 ? along : along.filter((glyph) => !outside.has(glyph));
  return {
    ink: { glyphs, rulings: print.rulings, images: print.pictures.map(({ box }) => box) },
    asides: [
      ...annotated.asides,
      ...askew,
      ...asideInOrder([...outside], { role: 'dropped', label: 'sideways-text' }, page),
      ...unseenBlocks(print, unseen, page),
    ],
    hidden: print.glyphs.filter((_, at) => unseen[at] !== null),
  };
}
