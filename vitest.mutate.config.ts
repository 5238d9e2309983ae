/** The tests that have to notice a mutation of a rule, a check or a form: those that stand beside it. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['packages/extract/src/{rules,checks,forms}/**/*.test.ts'] },
});
