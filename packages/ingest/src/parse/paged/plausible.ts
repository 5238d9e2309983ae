/**
 * Whether a text layer says something: counts of characters that Chinese documents are made of.
 *
 * A layer with a wrong or missing map gives characters, only not those that are printed. It is told
 * by how rare they are: a real text is written with the characters of the national standards, and
 * the 700 most frequent of them make up three quarters of it.
 */
import { countHan } from '../../chinese/han.ts';

/** Counts of printed characters; blanks are in none. */
export interface Plausible {
  printed: number;
  han: number;
  /** Han characters of GB/T 2312 level 1 or Big5 level 1: the common ones of both scripts. */
  common: number;
  /** Of the 700 most frequent. */
  frequent: number;
  /** Neither Han of the standards, nor letters, digits and signs that stand in Chinese documents. */
  odd: number;
}

export const noPlausible = (): Plausible => ({
  printed: 0,
  han: 0,
  common: 0,
  frequent: 0,
  odd: 0,
});

/** The most frequent characters of Chinese prose, of official language, and of names. */
const mostFrequent =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严' +
  '息申请依诉讼批项街镇乡村财预决网站督落促创健康环境监执服企案附联系电话盖章印送签署款额费补助职责岗位培训宣传栏未予门答' +
  '李刘陈杨黄赵吴徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱尹薛闫雷侯龙史陶黎贺顾郝龚邵钱覃武戴莫孔汤' +
  '伟芳娜秀敏静丽磊洋勇艳杰娟涛超兰霞刚桂玉春梅志荣俊鹏飞斌波辉浩宇婷琳慧颖雪凯翔欣佳';

/** Marks of {@link classes}. */
const plain = 1;
const common = 2;
const frequent = 3;

let classes: Uint8Array | undefined;

const mark = (table: Uint8Array, text: string, value: number): void => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0xfffd) table[code] = Math.max(table[code] ?? 0, value);
  }
};

/** All two-byte characters of an encoding whose lead byte lies in a range. */
function characters(encoding: 'gb18030' | 'big5', first: number, last: number): string {
  const codes: number[] = [];
  for (let lead = first; lead <= last; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) codes.push(lead, trail);
    if (encoding === 'gb18030') continue;
    for (let trail = 0x40; trail <= 0x7e; trail += 1) codes.push(lead, trail);
  }
  return new TextDecoder(encoding).decode(Uint8Array.from(codes));
}

/** By code unit: what the character is, 0 for odd. Signs that no set names are listed by block. */
function table(): Uint8Array {
  if (classes) return classes;
  const made = new Uint8Array(0x10000);
  made.fill(plain, 0x21, 0x7f);
  // Punctuation, currency, number forms, enclosed numbers, rulings, CJK signs, full width.
  for (const [from, to] of [
    [0x2010, 0x2045],
    [0x2103, 0x2127],
    [0x2150, 0x2190],
    [0x2460, 0x2613],
    [0x2700, 0x27c0],
    [0x2e80, 0x2fd6],
    [0x3000, 0x3030],
    [0x3200, 0x3400],
    [0xf000, 0xf100],
    [0xfe10, 0xfe70],
    [0xff01, 0xff5f],
  ] as const) {
    made.fill(plain, from, to);
  }
  mark(made, characters('gb18030', 0xa1, 0xa3), plain);
  mark(made, characters('gb18030', 0xd8, 0xf7), plain);
  mark(made, characters('big5', 0xa4, 0xc6), common);
  mark(made, characters('gb18030', 0xb0, 0xd7), common);
  mark(made, mostFrequent, frequent);
  // Latin letters with marks, of readings and names; the rest of that block is what bytes become.
  mark(made, '§©®°±·×÷àáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜ²³€£¥', plain);
  classes = made;
  return made;
}

const blank = /^\s*$/u;

/** Adds the characters of a glyph to the counts. */
export function count(into: Plausible, text: string): void {
  const code = text.charCodeAt(0);
  if (code <= 0x20 || (code > 0x7e && blank.test(text))) return;
  into.printed += 1;
  const found = table()[code] ?? 0;
  if (code > 0x3004 && countHan(text) > 0) {
    into.han += 1;
    if (found >= common) into.common += 1;
    if (found === frequent) into.frequent += 1;
  } else if (found === 0) into.odd += 1;
}

/** So many characters decide; of fewer nothing is said. */
const enough = 30;
const enoughFrequent = 80;

/** Least parts that a text with meaning reaches. Lists of names have the fewest frequent ones. */
const leastCommon = 0.7;
const leastFrequent = 0.22;
const mostOdd = 0.3;

/** Why the characters cannot be what is printed; undefined when they can. */
export function implausible(counts: Plausible): string | undefined {
  const { printed, han, odd } = counts;
  if (printed >= enough && odd > mostOdd * printed) {
    return `${odd} of ${printed} characters stand in no Chinese text`;
  }
  if (han >= enough && counts.common < leastCommon * han) {
    return `${han - counts.common} of ${han} Chinese characters are rare ones`;
  }
  if (han >= enoughFrequent && counts.frequent < leastFrequent * han) {
    return `only ${counts.frequent} of ${han} Chinese characters are frequent ones`;
  }
  return undefined;
}
