/** Annotations of Word 2003: tracked changes and comments. */
import type { XmlElement } from '../package/xml.ts';

const kinds = new Set(['Word.Deletion', 'Word.Comment']);

/** Whether an element is an annotation whose content is not part of the text. */
export const isRemark = ({ name, attributes }: XmlElement): boolean =>
  name === 'aml:annotation' && kinds.has(attributes['w:type'] ?? '');
