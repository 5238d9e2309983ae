/** Headers and footers that are printed: those that a section refers to (ECMA-376 §17.10). */
import { child, elements, type XmlElement } from '../package/xml.ts';
import type { Part } from './parts.ts';
import { flag } from './xml.ts';

/** Collects the references of the sections while the body is read. */
export class Sections {
  readonly headers = new Set<string>();
  readonly footers = new Set<string>();
  readonly #part: Part;
  readonly #evenAndOdd: boolean;

  /** @param evenAndOdd Whether even pages have headers of their own. */
  constructor(part: Part, evenAndOdd: boolean) {
    this.#part = part;
    this.#evenAndOdd = evenAndOdd;
  }

  /** Looks at one child of the body: a section ends with its last paragraph, or with the body. */
  see(element: XmlElement): void {
    const inParagraph = child(child(element, 'w:pPr'), 'w:sectPr');
    const section = element.name === 'w:sectPr' ? element : inParagraph;
    if (!section) return;
    const titlePage = flag(section, 'w:titlePg') === true;
    for (const { name, attributes } of elements(section)) {
      const kind = attributes['w:type'];
      if ((kind === 'first' && !titlePage) || (kind === 'even' && !this.#evenAndOdd)) continue;
      const target = this.#part.relations.get(attributes['r:id'] ?? '')?.target;
      if (target === undefined) continue;
      if (name === 'w:headerReference') this.headers.add(target);
      if (name === 'w:footerReference') this.footers.add(target);
    }
  }
}
