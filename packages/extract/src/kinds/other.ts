/** What is no document of the other kinds: pages without a document, sheets, budgets. */
import type { Kind } from '../kind.ts';

export const other: Kind = {
  id: 'other',
  // Always possible, never preferred.
  recognise: () => 0.01,
  read: ({ common, book }) => ({ ...common, kind: 'other', evidence: book.toRecord() }),
};
