/** What reading a part needs of the rest of the package. */
import type { Archive } from '../package/archive.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Found } from '../word/found.ts';
import type { Numbering } from '../word/numbering.ts';
import type { Lists } from './numbering.ts';
import type { Part } from './parts.ts';
import type { Styles } from './styles.ts';

export interface Context {
  readonly archive: Archive;
  readonly styles: Styles;
  readonly lists: Lists;
  readonly numbering: Numbering;
  readonly found: Found;
  /** The part that is being read: relations are its own. */
  readonly part: Part;
  /** Notes of Word 2003, which stand in the text where their marks are. */
  readonly notesInText: XmlElement[];
}
