/** Paragraphs of a Word file: their text and look, and what hangs on them. */
import type { Role } from '@xxgk/extract/document';
import { child, type XmlElement } from '../package/xml.ts';
import { attachmentsOf } from '../word/link.ts';
import { type Look, overlay } from '../word/look.ts';
import { blocksOf, type Item, type Paragraph } from '../word/paragraph.ts';
import type { Context } from './context.ts';
import { type ParagraphText, textOf } from './runs.ts';
import { paragraphLook } from './styles.ts';
import { valOf } from './xml.ts';

export interface ReadParagraph extends ParagraphText {
  readonly items: readonly Item[];
}

/** The level that a style has in its list stands in the list, not in the style. */
function levelOf(look: Look, style: string | undefined, context: Context): number {
  const lineage = context.styles.lineage(style);
  const listed = lineage.map((each) => context.lists.levelOf(look.list ?? '', each));
  return listed.find((level) => level !== undefined) ?? look.level ?? 0;
}

function numberOf(look: Look, direct: Look, style: string | undefined, context: Context): string {
  if (look.list === undefined || look.list === '0') return '';
  const level = direct.level ?? levelOf(look, style, context);
  return context.numbering.next(look.list, level);
}

/** @param path Of the paragraph. */
export function readParagraph(
  element: XmlElement,
  role: Role,
  path: string,
  context: Context,
): ReadParagraph {
  const properties = child(element, 'w:pPr');
  const style = valOf(properties, 'w:pStyle');
  const direct = paragraphLook(properties);
  const look = overlay(context.styles.look(style), direct);
  const text = textOf(element, look, context);
  const paragraph: Paragraph = {
    lines: text.lines,
    look,
    styleName: context.styles.nameOf(style),
    number: numberOf(look, direct, style, context),
    path,
  };
  return { ...text, items: [...blocksOf(paragraph, role), ...attachmentsOf(text.links, path)] };
}

/** A text drawn as a picture (WordArt) as a paragraph of its own. */
export const drawnItem = (text: string, role: Role, path: string): Item => ({
  block: { kind: 'paragraph', role, text, align: 'center', path },
});
