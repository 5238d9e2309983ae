/** Small objects that carry their own hash, so that a damaged one is not taken for a true one. */
import type { z } from 'zod';
import { IntegrityError } from '../errors.ts';
import { canonicalBytes, canonicalJson, parseJson } from './canonical.ts';
import { sha256Of } from './keys.ts';

/** Canonical JSON of a value with one more key, `seal`: the hash of the canonical JSON without it. */
export const sealed = (value: object): Uint8Array =>
  canonicalBytes({ ...value, seal: sha256Of(canonicalJson(value)) });

/**
 * Reads what {@link sealed} wrote.
 *
 * @throws {IntegrityError} when the seal does not fit or the value is not of the schema.
 */
export function unsealed<T extends z.ZodType>(
  key: string,
  bytes: Uint8Array,
  schema: T,
): z.infer<T> {
  const { seal, ...value } = objectIn(key, bytes);
  const found = sha256Of(canonicalJson(value));
  if (seal !== found) throw new IntegrityError(key, `sha256 ${String(seal)}`, `sha256 ${found}`);
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new IntegrityError(key, 'an object of a known schema', parsed.error.message);
  }
  return parsed.data;
}

function objectIn(key: string, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value = parseJson(bytes);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new IntegrityError(key, 'a JSON object', `${bytes.byteLength} other bytes`);
}
