/** Inputs that could not be read, each with its reason, beside what could. */
import { z } from 'zod';
import type { ObjectStore } from '../objects/object-store.ts';
import { quarantineKey, quarantinePrefix } from './keys.ts';
import { sealed, unsealed } from './sealed.ts';

export const quarantineSchema = z.object({
  schema: z.literal('xxgk.quarantine/1'),
  /** As in the capture. */
  source_id: z.string(),
  /** Lower-case hex of the bytes; null where there were none to be had. */
  sha256: z.string().nullable(),
  /** `stage/what` of the error. */
  code: z.string(),
  /** Stage in which it was thrown. */
  stage: z.string(),
  /** How often it was tried. */
  attempts: z.int(),
  /** What the error tells the user. */
  message: z.string(),
  /** Stands for the versions of all stages, as in the ledger: others may be able to read it. */
  version: z.string(),
});

export type QuarantineEntry = z.infer<typeof quarantineSchema>;

export async function putQuarantine(store: ObjectStore, entry: QuarantineEntry): Promise<void> {
  await store.put(quarantineKey(entry.source_id), sealed(entry), 'application/json');
}

/** To be called when the input has been read after all. */
export async function clearQuarantine(store: ObjectStore, sourceId: string): Promise<void> {
  const key = quarantineKey(sourceId);
  if (await store.has(key)) await store.delete(key);
}

export async function* quarantined(store: ObjectStore): AsyncIterable<QuarantineEntry> {
  for await (const { key } of store.list(quarantinePrefix)) {
    const bytes = await store.get(key);
    if (bytes) yield unsealed(key, bytes, quarantineSchema);
  }
}
