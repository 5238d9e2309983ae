/** The passes in the order in which they run; each says why it stands where it stands. */
import type { Pass } from '../pass.ts';
import { blankPass, digitBlankPass, ocrBlankPass, trimPass } from './blanks.ts';
import { brokenTagPass, lostBytePass } from './broken-bytes.ts';
import { invisiblePass, privateUsePass, radicalPass } from './characters.ts';
import { letterSpacingPass } from './letter-spacing.ts';
import { mojibakePass } from './mojibake.ts';
import { pinyinPass } from './pinyin.ts';
import { entityPass, fieldPass } from './residue.ts';
import { mainlandWordsPass, simplifiedPass } from './simplified.ts';

export const passes: readonly Pass[] = [
  mojibakePass,
  entityPass,
  fieldPass,
  brokenTagPass,
  lostBytePass,
  pinyinPass,
  simplifiedPass,
  mainlandWordsPass,
  radicalPass,
  privateUsePass,
  invisiblePass,
  letterSpacingPass,
  digitBlankPass,
  ocrBlankPass,
  blankPass,
  trimPass,
];

/** Repairs that every text needs and nobody asks about. */
export const uncounted: ReadonlySet<string> = new Set(['trim']);
