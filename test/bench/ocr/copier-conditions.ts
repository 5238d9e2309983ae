/** Pages that were bound, copied, stamped, or laid on the glass another way up. */
import {
  darkEdged,
  folded,
  laid,
  punched,
  stampedAsCopy,
  stapled,
  uncoloured,
  watermarked,
} from '../../recipes/scan/copying.ts';
import { both, compressed, noisy } from '../../recipes/scan/wear.ts';
import type { Condition } from './condition.ts';

const scanned = both(noisy(12), compressed(70));
const base = { dpi: 200, skew: 0.5 };
/** As `chineseFaces` registers it. */
const face = 'Sans SC';

export const copierConditions: readonly Condition[] = [
  { ...base, name: 'punch holes', wear: both(punched(), scanned) },
  { ...base, name: 'dark edges', wear: both(darkEdged, scanned) },
  { ...base, name: 'staple', wear: both(stapled, scanned) },
  { ...base, name: 'fold', wear: both(folded, scanned) },
  { ...base, name: 'grey seal', sealed: true, wear: both(uncoloured(1.2), scanned) },
  { ...base, name: 'black seal', sealed: true, wear: both(uncoloured(1.9), scanned) },
  { ...base, name: 'watermark', wear: both(watermarked('内部资料', face), scanned) },
  { ...base, name: 'copy stamp', wear: both(stampedAsCopy(face), scanned) },
  { ...base, name: 'turned 90', wear: both(scanned, laid(90)) },
  { ...base, name: 'turned 180', wear: both(scanned, laid(180)) },
  { ...base, name: 'turned 270', wear: both(scanned, laid(270)) },
];
