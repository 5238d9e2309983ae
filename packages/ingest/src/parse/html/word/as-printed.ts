/**
 * What Word saves as a web page, made as it prints: automatic numbers, text boxes, tracked deletions.
 *
 * Word writes for itself what browsers pass over, in styles (`mso-…`) and in conditional comments.
 */
import { type AnyNode, descendants, hideByName } from '../tree/element.ts';
import { setNumbers } from './numbers.ts';
import { showShapes } from './shapes.ts';

const ofWord = /mso-|urn:schemas-microsoft-com:(?:vml|office)/i;

/** Must be called before anything on the page is weighed. */
export function printAsWord(tree: AnyNode, html: string): void {
  if (!ofWord.test(html)) return;
  // Boxes first: what stands in them is set like the rest.
  showShapes(tree);
  setNumbers(tree);
  for (const element of descendants(tree)) {
    // Deleted by somebody whose name and hour stand there, and not yet accepted.
    if (element.name === 'del' && element.attribs['datetime'] !== undefined) hideByName(element);
  }
}
