/** The published JSON Schema of a record, as text. */
import { z } from 'zod';
import { recordSchema } from './record.ts';

/** Draft 2020-12, two blanks of indent, a line break at the end. */
export function recordJsonSchema(): string {
  const schema = z.toJSONSchema(recordSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'xxgk.record/1', ...schema }, null, 2)}\n`;
}
