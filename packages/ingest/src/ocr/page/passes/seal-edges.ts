/** Frees the text under red seals from the pale edges that the separation by colour leaves of them. */
import { sealsOf } from '../../seal/seal.ts';
import { withoutSealEdges } from '../../seal/under-seal.ts';
import { inkOf } from '../ink.ts';
import type { Pass } from './pass.ts';

/** Height of characters that is assumed until the lines have been found. */
export const assumedEm = 30;

export const sealEdges: Pass = {
  name: 'seal-edges',
  run(sheet) {
    const seals = sealsOf(inkOf(sheet.red), assumedEm);
    if (seals.length === 0) return { sheet, did: null };
    const black = withoutSealEdges(sheet.black, seals);
    return { sheet: { ...sheet, black }, did: `text under ${seals.length} red seals set free` };
  },
};
