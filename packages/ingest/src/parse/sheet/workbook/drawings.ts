/**
 * What is drawn over the cells of an Office Open XML workbook: text boxes, which often hold the title
 * or the signature, and pictures (ECMA-376-1 §20.5).
 */
import { posix } from 'node:path';
import type { Archive } from '../../package/archive.ts';
import { child, type Dialect, elements, readXml, type XmlElement } from '../../package/xml.ts';

/** A text box or a picture, at the cell that its upper left corner lies in; from 0. */
export interface Drawn {
  readonly row: number;
  readonly column: number;
  /** Undefined for a picture. */
  readonly text: string | undefined;
}

const dialect: Dialect = { format: 'XLSX', name: (_, local) => local };
const book = 'xl/workbook.xml';
const drawingType = /\/drawing$/;
const blank = /^\s*$/u;

async function rootOf(archive: Archive, part: string): Promise<XmlElement | undefined> {
  let root: XmlElement | undefined;
  if (!archive.has(part)) return root;
  readXml(dialect, await archive.read(part), '', (element) => {
    root = element;
  });
  return root;
}

/** Parts that a part refers to, by the number of the reference, with its type. */
async function related(
  archive: Archive,
  part: string,
): Promise<Map<string, { readonly part: string; readonly type: string }>> {
  const list = `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`;
  const root = await rootOf(archive, list);
  return new Map(
    elements(root).map(({ attributes: { Id = '', Target = '', Type = '' } }) => {
      const path = Target.startsWith('/')
        ? Target.slice(1)
        : posix.join(posix.dirname(part), Target);
      return [Id, { part: path, type: Type }];
    }),
  );
}

/** All elements of that name, however deep. */
const within = (parent: XmlElement, name: string): XmlElement[] =>
  elements(parent).flatMap((each) => (each.name === name ? [each] : within(each, name)));

const content = (element: XmlElement | undefined): string =>
  (element?.children ?? []).filter((each) => typeof each === 'string').join('');

const textIn = (shape: XmlElement): string =>
  within(shape, 'txBody')
    .flatMap((body) => within(body, 'p'))
    .map((paragraph) => within(paragraph, 't').map(content).join(''))
    .filter((line) => !blank.test(line))
    .join('\n');

function drawnAt(anchor: XmlElement): Drawn[] {
  const from = child(anchor, 'from');
  const row = Number(content(child(from, 'row')));
  const column = Number(content(child(from, 'col')));
  if (!from || !Number.isInteger(row) || !Number.isInteger(column)) return [];
  const texts = within(anchor, 'sp').map(textIn);
  return [
    ...texts.filter((text) => text !== '').map((text) => ({ row, column, text })),
    ...within(anchor, 'pic').map(() => ({ row, column, text: undefined })),
  ];
}

async function ofSheet(archive: Archive, part: string): Promise<Drawn[]> {
  const found: Drawn[] = [];
  for (const { part: drawing, type } of (await related(archive, part)).values()) {
    if (!drawingType.test(type)) continue;
    const root = await rootOf(archive, drawing);
    found.push(...elements(root).flatMap(drawnAt));
  }
  return found.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** By name of the sheet. */
export async function drawingsOf(archive: Archive): Promise<ReadonlyMap<string, readonly Drawn[]>> {
  const drawn = new Map<string, readonly Drawn[]>();
  const root = await rootOf(archive, book);
  const parts = await related(archive, book);
  for (const { attributes } of elements(child(root, 'sheets'))) {
    const part = parts.get(attributes['id'] ?? '')?.part;
    if (part !== undefined) drawn.set(attributes['name'] ?? '', await ofSheet(archive, part));
  }
  return drawn;
}
