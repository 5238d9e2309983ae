/**
 * Generates `schema/record.schema.json` from the zod schemas of `src/record.ts`.
 *
 *     node packages/extract/scripts/schema.ts
 */
import { writeFileSync } from 'node:fs';
import { recordJsonSchema } from '../src/record-json-schema.ts';

const target = new URL('../schema/record.schema.json', import.meta.url);
writeFileSync(target, recordJsonSchema());
