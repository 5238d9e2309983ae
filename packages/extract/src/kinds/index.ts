/** The kinds, in the order that decides a tie. */
import type { Kind } from '../kind.ts';
import { annualReport } from './annual-report.ts';
import { interpretation } from './interpretation.ts';
import { officialDocument } from './official-document.ts';
import { other } from './other.ts';

export const kinds: readonly Kind[] = [annualReport, interpretation, officialDocument, other];
