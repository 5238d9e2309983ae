import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordJsonSchema } from './record-json-schema.ts';

test('the published schema is that of the code', () => {
  const published = readFileSync(new URL('../schema/record.schema.json', import.meta.url), 'utf8');
  expect(published, 'run `node packages/extract/scripts/schema.ts` and commit the result').toBe(
    recordJsonSchema(),
  );
});
