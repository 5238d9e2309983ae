/** Money of the unit that its key wants. */
import { scaled } from '../lexicon/numerals.ts';
import type { Claim } from './claim.ts';
import type { Quantity } from './quantity.ts';

/** Fees are kept in the unit of their key: 万元 in the form, 元 for the processing fee. */
export function inUnitOf(key: string, { value, unit }: Quantity): Pick<Claim, 'value' | 'unit'> {
  const wanted = key.endsWith('_10k_yuan')
    ? '万元'
    : key === 'information_processing_fee'
      ? '元'
      : null;
  if (wanted === null || value === null || unit === wanted) return { value, unit };
  if (unit === null) return { value, unit: wanted };
  const converted =
    wanted === '元' ? scaled(value, 10_000) : Number((value / 10_000).toPrecision(15));
  return { value: converted, unit: wanted };
}
