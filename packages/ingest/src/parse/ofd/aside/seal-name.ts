/** The name of an electronic seal from its data (GM/T 0031-2014, GB/T 38540-2020). */
import { type DerValue, der, valuesOf } from './der.ts';

/** SESeal lies two levels deep in a signed value, one in a seal file. */
const depthLimit = 4;
const headerId = 'ES';

const inside = (value: DerValue | undefined): DerValue[] =>
  value?.tag === der.sequence ? valuesOf(value.body) : [];

/** SES_SealInfo: header with `ES`, number, then the properties: type, name … */
function nameIn(info: readonly DerValue[]): string | undefined {
  const [header, , properties] = info;
  const [id] = inside(header);
  if (id?.tag !== der.ia5 || id.body.toString('latin1') !== headerId) return undefined;
  const [, name] = inside(properties);
  const text = name?.tag === der.utf8 ? name.body.toString('utf8').trim() : '';
  return text === '' || text.includes('\uFFFD') ? undefined : text;
}

function find(values: readonly DerValue[], depth: number): string | undefined {
  const found = nameIn(values);
  if (found !== undefined || depth === 0) return found;
  for (const value of values) {
    const deeper = value.tag === der.sequence ? find(inside(value), depth - 1) : undefined;
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** @param bytes A seal (`Seal.esl`) or a signed value that holds one. */
export const sealName = (bytes: Buffer): string | undefined => find(valuesOf(bytes), depthLimit);
