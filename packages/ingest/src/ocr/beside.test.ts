import type { Block } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import { withBeside } from './beside.ts';

const at = (text: string, top: number, role: Block['role'] = 'body'): Block => ({
  kind: 'paragraph',
  role,
  text,
  box: [100, top, 900, top + 30],
});

test('text of the file stands among what was read, by its height on the page; seals behind', () => {
  const page = {
    kind: 'text' as const,
    number: 1,
    readBy: 'ocr' as const,
    blocks: [at('标题', 200), at('正文', 400), at('落款', 1500)],
  };
  const beside = [
    at('附件1', 100),
    at('补充', 900),
    at('某局公章', 1400, 'seal'),
    at('页脚', 2000),
  ];
  const texts = withBeside(page, beside).blocks.map((block) => 'text' in block && block.text);
  expect(texts).toEqual(['附件1', '标题', '正文', '补充', '落款', '某局公章', '页脚']);
});
