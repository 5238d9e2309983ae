/** 政策解读: what it interprets, its points or its questions. */
import type { Kind, KindContext } from '../kind.ts';
import type { Part } from '../part.ts';
import type { Interpretation } from '../record.ts';
import { formOf } from './interpretation/form.ts';
import { interpretedBy } from './interpretation/interpreter.ts';
import { interpretsOf } from './interpretation/interprets.ts';
import { pointsOf } from './interpretation/points.ts';
import { questionsOf } from './interpretation/questions.ts';

const TITLE =
  /解读(?:材料|稿|说明|问答)?(?:[（(][^（）()]{1,30}[）)]|[之]?[一二三四五六七八九十]{0,2})$|^(?:【[^】]{1,10}】|[（(][^（）()]{1,10}[）)])?(?:图解|图文|文字|视频|动漫|专家|政策|一图|部门)?解读|^[^《》]{2,20}解读《[^《》]+》$|一图(?:读懂|看懂|了解)|^图解|(?:政策|有关)问答$|答记者问$/u;
/** 关于报送解读材料的通知 is no interpretation. */
const OFFICIAL = /(?:通知|办法|规定|意见|方案|制度|细则)(?:[（(][^（）()]{1,20}[）)])?$/u;

const OWN = /^(?:《|解读|【|（)/u;

function recognise(part: Part, title: string | null): number {
  if (part.relation === 'interpretation') return 1;
  if (!title || !TITLE.test(title)) return 0;
  return OFFICIAL.test(title) && !OWN.test(title) ? 0 : 0.97;
}

function read(context: KindContext): Interpretation {
  const { common, book } = context;
  const questions = questionsOf(context);
  const form = formOf(context.part, common.title, questions.length);
  return {
    ...common,
    kind: 'interpretation',
    interprets: interpretsOf(context),
    form,
    interpreter: interpretedBy(context),
    points: form === 'q_and_a' || form === 'graphic' ? [] : pointsOf(context),
    questions,
    evidence: book.toRecord(),
  };
}

export const interpretation: Kind = { id: 'interpretation', recognise, read };
