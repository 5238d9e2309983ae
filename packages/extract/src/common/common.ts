/** The fields that every record has, whatever its kind. */
import type { Other } from '../record.ts';

/** All of a record but its kind and its evidence, which is collected in the book until the end. */
export type Common = Omit<Other, 'kind' | 'evidence'>;
