/** In which form an interpretation comes. */

import { isSentence } from '../../line-signs.ts';
import type { Part } from '../../part.ts';
import { isLine } from '../../reading.ts';
import type { Interpretation } from '../../record.ts';

const VIDEO = /视频|动漫|动画|微课/u;
const EXPERT = /专家解读|专家观点/u;
const GRAPHIC = /图解|一图|图文|长图|海报/u;
const ASKED = /问答|答记者问|[一二三四五六七八九十]问/u;
/** Sentences above which a text explains by itself. */
const FEW = 2;

const hasFigure = ({ reading }: Part): boolean =>
  reading.document.pages.some(({ blocks }) =>
    blocks.some(({ kind, role }) => kind === 'figure' && role === 'body'),
  );

export function formOf(
  part: Part,
  title: string | null,
  questions: number,
): Interpretation['form'] {
  const name = title ?? '';
  const sentences = part.items.filter((item) => isLine(item) && isSentence(item.text)).length;
  if (questions > 0 || ASKED.test(name)) return 'q_and_a';
  if (VIDEO.test(name)) return 'video';
  if (GRAPHIC.test(name) || (sentences < FEW && hasFigure(part))) return 'graphic';
  return EXPERT.test(name) ? 'expert' : 'text';
}
