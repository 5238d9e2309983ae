/** To whom a report is addressed: a short line that ends with a colon, before the text begins. */
import { evidenceFor, type Found } from '../../evidence.ts';
import { type Item, isLine } from '../../reading.ts';

export const ADDRESSEE_RULE = 'addressee/line';

const ADDRESSEE = /^[\s　]*(?<name>[\p{Script=Han}、，（）()]{2,38})[:：][\s　]*$/u;
/** What an addressee's name ends with: an organ, a place or a kind of unit. */
const ORGAN =
  /(?:办|局|委|厅|部|处|室|组|院|会|署|中心|政府|机关|单位|部门|公司|学校|乡|镇|街道|县|市|区|省)(?:（[^）]*）|\([^)]*\))?$/u;
const NO_ADDRESSEE =
  /如下|现将|根据|报告|时间|来源|日期|作者|编辑|字体|组成|方式|联系|附件|发布|主办|承办|索引/u;

/** The name on an addressee's line. */
export function addresseeIn(text: string): string | undefined {
  const name = ADDRESSEE.exec(text)?.groups?.['name'];
  return name === undefined || NO_ADDRESSEE.test(name) || !ORGAN.test(name) ? undefined : name;
}

/** The addressee among the lines before the first heading. */
export function addresseeOf(preamble: readonly Item[]): Found<string> | undefined {
  for (const item of preamble) {
    if (!isLine(item)) continue;
    const value = addresseeIn(item.text);
    if (value === undefined) continue;
    const start = item.text.indexOf(value);
    const span = { start, end: item.text.trimEnd().length };
    return { value, evidence: [evidenceFor(item, span, ADDRESSEE_RULE, 0.9)] };
  }
  return undefined;
}
