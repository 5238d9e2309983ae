/** 主送机关: the line under the title that ends with a colon (GB/T 9704-2012 §7.3.2). */
import { divisionsNamed, LISTS } from '../lexicon/divisions.ts';
import type { Rule } from '../rule.ts';

const LONGEST = 240;
const COLON = /[：:]\s*$/u;
const OPEN = /[（(]/u;
const CLOSE = /[）)]/u;
const SEPARATOR = /[、，,；;]/u;
const PLACE_KIND =
  /^各?(?:市州|县市区|市县区|省|自治区|直辖市|市|县|区|州|盟|旗|地区|自治州|自治县|自治旗|计划单列市|副省级城市|省辖市|县级市|市辖区|辖市|辖区|市（县）|县（市）|市\(县\)|县\(市\))(?:[（(][^）)]*[）)])?$/u;
/** 市各委、办、局; 各镇党委、政府: the second half of a name. */
const SECOND_HALF = /^(?:委|办|局|室|厅|处|科|院|所|站|政府|人民政府)$/u;
/** 镇江新区、镇江高新区管委会: zones that share one word. */
const ZONE = /^[^各].*(?:新区|开发区|高新区|园区|度假区|保税区)$/u;
const COMMITTEE = /^[^各].*(?:管委会|管理委员会)$/u;
/** 市属、驻市各单位: whose the units are that the next piece names. */
const BELONGING = /^(?:各?\p{Script=Han}{1,5}[属直驻管]|驻\p{Script=Han}{1,3})$/u;
/** What an addressee is: never the end of a sentence that introduces a list. */
const ORGAN =
  /[各省市县区州盟旗镇乡局委厅部署院办处室科所站队会社校行司馆台网团厂矿场港府军党组心位门团体构业员长学园]$|[各].{1,20}$|(?:同志|企业|单位|机构|部门|公司|组织|[厅局委办院部])(?:[（(][^）)]*[）)])?$/u;
const NOT_ONE =
  /如下|以下|下列|通知|报告|情况|特此|有关事项|要求|主要|原则|包括|问题|电话|地址|联系|时间|日期|来源|附件|[。？！]|主题词|抄送|说明$|工作$/u;

/** Cuts at commas outside brackets. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let piece = '';
  for (const sign of text) {
    if (OPEN.test(sign)) depth += 1;
    if (CLOSE.test(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATOR.test(sign)) {
      found.push(piece);
      piece = '';
    } else {
      piece += sign;
    }
  }
  return [...found, piece].map((p) => p.trim()).filter((p) => p !== '');
}

/** A place without an organ is the first half of one name: 各省、自治区、直辖市人民政府. */
const isPlace = (text: string): boolean =>
  PLACE_KIND.test(text) || divisionsNamed(text, LISTS.last).length > 0;

/** The list, joined where a place waits for its organ. */
function joined(parts: readonly string[]): string[] {
  const list: string[] = [];
  let waiting = '';
  for (const [at, text] of parts.entries()) {
    if (ZONE.test(text) && COMMITTEE.test(parts[at + 1] ?? '')) {
      waiting += `${text}、`;
      continue;
    }
    const before = list.pop();
    if (before !== undefined && waiting === '' && SECOND_HALF.test(text)) {
      list.push(`${before}、${text}`);
      continue;
    }
    if (before !== undefined) list.push(before);
    if (isPlace(text) || (BELONGING.test(text) && at < parts.length - 1)) {
      waiting += `${text}、`;
      continue;
    }
    list.push(waiting + text);
    waiting = '';
  }
  return waiting === '' ? list : [...list, ...waiting.split('、').filter((p) => p !== '')];
}

export const addressees: Rule<readonly string[]> = {
  id: 'document/addressees',
  cite: 'GB/T 9704-2012 §7.3.2',
  *find(text) {
    const colon = COLON.exec(text);
    if (!colon || text.length > LONGEST || NOT_ONE.test(text)) return;
    const list = joined(pieces(text.slice(0, colon.index)));
    if (list.length === 0 || !list.every((name) => ORGAN.test(name) && name.length <= 60)) return;
    yield { value: list, start: 0, end: text.length };
  },
};
