/** One page with its templates as ink, turned so that its text runs to the right. */
import type { Archive } from '../../package/archive.ts';
import { child, type XmlElement } from '../../package/xml.ts';
import type { InkedPage } from '../../paged/glyph.ts';
import { type Matrix, multiply } from '../../paged/matrix.ts';
import { turnOf } from '../../paged/turn.ts';
import { type OfdDocument, type PageRef, physicalBox } from '../package/document.ts';
import type { Area } from '../package/numbers.ts';
import { named, readPart } from '../package/part.ts';
import { addResources } from '../package/resources.ts';
import { inkOf, type OfdInk } from './page-ink.ts';

const pointsPerMillimetre = 72 / 25.4;

export interface OfdPage extends InkedPage {
  readonly ink: OfdInk;
  /** From millimetres of the page to points as turned. */
  readonly view: Matrix;
  /** Layers of templates and page, from the lowest to the uppermost. */
  readonly layers: readonly XmlElement[];
  readonly missing: readonly string[];
}

/** A page area, given back after a turn that makes text of an angle run to the right. */
function viewOf({ width, height }: Area, angle: number): Matrix {
  const turns: Readonly<Record<number, Matrix>> = {
    90: [0, -1, 1, 0, 0, width],
    180: [-1, 0, 0, -1, width, height],
    270: [0, 1, -1, 0, height, 0],
  };
  const scale: Matrix = [pointsPerMillimetre, 0, 0, pointsPerMillimetre, 0, 0];
  return multiply(scale, turns[angle] ?? [1, 0, 0, 1, 0, 0]);
}

interface Stack {
  readonly layers: XmlElement[];
  readonly missing: string[];
}

/** Layers of a page or template; its own resources are added to the document's. */
async function layersOf(
  archive: Archive,
  { resources }: OfdDocument,
  root: XmlElement,
  part: string,
): Promise<Stack> {
  const missing = await addResources(resources, archive, root, part);
  return { layers: named(child(root, 'Content'), 'Layer'), missing };
}

const isForeground = (use: XmlElement, { foreground }: PageRef): boolean => {
  const order = use.attributes['ZOrder'];
  return order === undefined ? foreground : order === 'Foreground';
};

async function stackOf(
  archive: Archive,
  document: OfdDocument,
  root: XmlElement,
  part: string,
): Promise<Stack> {
  const own = await layersOf(archive, document, root, part);
  const below: XmlElement[] = [];
  const over: XmlElement[] = [];
  const missing = [...own.missing];
  for (const use of named(root, 'Template')) {
    const template = document.templates.get(use.attributes['TemplateID'] ?? '');
    if (!(template && archive.has(template.part))) {
      missing.push(template?.part ?? `template ${use.attributes['TemplateID'] ?? ''}`);
      continue;
    }
    const content = await readPart(archive, template.part);
    const found = await layersOf(archive, document, content, template.part);
    (isForeground(use, template) ? over : below).push(...found.layers);
    missing.push(...found.missing);
  }
  return { layers: [...below, ...own.layers, ...over], missing };
}

/** @param number From 1. */
export async function readPage(
  archive: Archive,
  document: OfdDocument,
  { part }: PageRef,
  number: number,
): Promise<OfdPage> {
  const root = await readPart(archive, part);
  const area = physicalBox(child(root, 'Area')) ?? document.area;
  const { layers, missing } = await stackOf(archive, document, root, part);
  const inked = (angle: number): OfdPage => {
    const view = viewOf(area, angle);
    const sideways = angle === 90 || angle === 270;
    const [across, down] = sideways ? [area.height, area.width] : [area.width, area.height];
    return {
      number,
      width: across * pointsPerMillimetre,
      height: down * pointsPerMillimetre,
      ink: inkOf(layers, view, document.resources),
      view,
      layers,
      missing,
    };
  };
  const upright = inked(0);
  const turn = turnOf(upright.ink);
  return turn === 0 ? upright : inked(turn);
}
