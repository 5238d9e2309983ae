/** Text that was put onto pages afterwards: remarks, stamps, watermarks (GB/T 33190-2016 §15). */
import type { Diagnostic, Role, TextBlock } from '@xxgk/extract/document';
import type { Archive } from '../../package/archive.ts';
import { child, type XmlElement } from '../../package/xml.ts';
import { around, linesOf } from '../../paged/lines.ts';
import { multiply } from '../../paged/matrix.ts';
import { traced } from '../../paged/text-blocks.ts';
import { missingPart, type OfdDocument } from '../package/document.ts';
import { placing } from '../package/numbers.ts';
import { named, partAt, readPart, textOf } from '../package/part.ts';
import type { Resources } from '../package/resources.ts';
import type { OfdPage } from '../page/page.ts';
import { inkOf } from '../page/page-ink.ts';

export interface Annotations {
  /** By page number. */
  readonly blocks: ReadonlyMap<number, readonly TextBlock[]>;
  readonly diagnostics: readonly Diagnostic[];
}

const roleOf = (type: string): Pick<TextBlock, 'role' | 'label'> => {
  const role: Role = type === 'Watermark' ? 'dropped' : 'note';
  return type === '' ? { role } : { role, label: type.toLowerCase() };
};

function blockOf(
  annotation: XmlElement,
  { number, view }: OfdPage,
  resources: Resources,
): TextBlock[] {
  if (annotation.attributes['Visible'] === 'false') return [];
  const looks = named(annotation, 'Appearance');
  const lines = looks.flatMap((look) =>
    linesOf(inkOf([look], multiply(view, placing(look)), resources).glyphs),
  );
  if (lines.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      ...roleOf(annotation.attributes['Type'] ?? ''),
      ...traced([{ page: number, lines }]),
      box: around(lines.map(({ box }) => box)),
    },
  ];
}

/** @param pages All pages of the document, in order. */
export async function annotationsOf(
  archive: Archive,
  { part, root, pages: refs, resources }: OfdDocument,
  pages: readonly OfdPage[],
): Promise<Annotations> {
  const blocks = new Map<number, TextBlock[]>();
  const diagnostics: Diagnostic[] = [];
  const loc = textOf(child(root, 'Annotations')).trim();
  if (loc === '') return { blocks, diagnostics };
  const list = partAt(loc, part);
  if (!archive.has(list)) return { blocks, diagnostics: [missingPart(list)] };
  for (const entry of named(await readPart(archive, list), 'Page')) {
    const page = pages[refs.findIndex(({ id }) => id === entry.attributes['PageID'])];
    const file = partAt(textOf(child(entry, 'FileLoc')), list);
    if (!archive.has(file)) diagnostics.push(missingPart(file));
    else if (page) {
      const found = named(await readPart(archive, file), 'Annot');
      const own = found.flatMap((each) => blockOf(each, page, resources));
      blocks.set(page.number, [...(blocks.get(page.number) ?? []), ...own]);
    }
  }
  return { blocks, diagnostics };
}
