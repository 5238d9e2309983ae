/**
 * Names of agencies in running text: a place (a division or 市, 县 …), what the body does, and a suffix
 * such as 局. Central bodies have no place.
 */
import { LISTS, namingAt } from '../lexicon/divisions.ts';
import {
  CENTRAL_NAMES,
  OFFICES,
  ORGAN_SUFFIXES,
  PARTY_OFFICES,
  relativePlace,
} from '../lexicon/organs.ts';
import type { Match, Rule } from '../rule.ts';

export interface AgencyName {
  /** As it stands, blanks removed. */
  readonly name: string;
  /** Whether the place is only 市, 县 …: the name has to be completed. */
  readonly relative: boolean;
}

/** Province, prefecture, county. */
const DEPTH = 3;
/** Characters between the place and the suffix. */
const LONGEST = 18;
const HAN = /\p{Script=Han}/u;
const STOP = /[的在由向对是了将请按等并其因为就把被从为]|关于|根据|主任|局长|县长|市长|负责|工作/u;
/** 办理, 部门, 局部 …: the sign is no suffix there. */
const NO_SUFFIX: Readonly<Record<string, readonly string[]>> = {
  办: [
    '办理',
    '办法',
    '办事',
    '办公',
    '办结',
    '办件',
    '办学',
    '办证',
    '办案',
    '办实',
    '办文',
    '办会',
  ],
  部: ['部门', '部署', '部分', '部位', '部队', '部长', '部级', '部际'],
  局: ['局部', '局面', '局限', '局长', '局机', '局域', '局属'],
  委: ['委员', '委托', '委派', '委任', '委会'],
  厅: ['厅长', '厅级', '厅局'],
  处: ['处理', '处罚', '处置', '处分', '处室', '处长', '处于', '处级'],
  所: ['所有', '所在', '所属', '所需', '所长', '所得', '所列', '所称', '所示'],
  站: ['站点', '站长', '站在', '站式'],
  科: ['科学', '科技', '科室', '科研', '科级', '科长', '科普', '科协'],
  股: ['股份', '股权', '股东', '股室', '股票'],
  院: ['院长', '院校', '院士', '院子'],
  署: ['署名'],
  中心: ['中心城', '中心镇', '中心区', '中心工', '中心村'],
  公司: ['公司法', '公司治'],
};
/** By their first sign, the longest first. */
const SUFFIXES = Map.groupBy(
  ORGAN_SUFFIXES.toSorted((a, b) => b.length - a.length),
  (suffix) => suffix.charAt(0),
);
const CENTRAL = [...CENTRAL_NAMES].sort((a, b) => b.length - a.length);
/** Bodies whose office is an agency of its own. */
const GOVERNMENT = /(?:人民政府|行政公署|行署|^[省市县区州旗]政府)$/u;
const TOWN = /\p{Script=Han}{1,5}?(?:镇|乡|街道|苏木)(?:人民政府|办事处)/uy;
const PARTY = '中共';
/** 联盟: no place. */
const ALLIED = /^[联同加结]盟/u;
/** 第八师石河子市: divisions of the 新疆生产建设兵团 that are cities as well. */
const CORPS = /第[一二三四五六七八九十]{1,3}师/uy;
/** What may not stand in a name behind the government that it belongs to. */
const WORD = '(?![的在和与及关对向将由等各]|同意|批准|印发|转发|决定)\\p{Script=Han}';
/** Behind a government: its branches in streets and other cities, and bodies named as its parts. */
const BRANCH = new RegExp(
  `(?:(?:${WORD}){1,6}?街道办事处|驻(?:${WORD}){1,6}?办事处|(?:国有资产监督管理|地方志编纂)委员会(?:办公室)?|(?:新闻|法制|外事|侨务|外事侨务|台湾事务|港澳事务|应急管理|应急|金融工作|金融|人民防空|国防动员|口岸|政务服务|扶贫开发|食品安全|防汛抗旱|纠正行业不正之风|督查|信息化工作)办公室|(?:教育督导|督查|政务督查)室|发展研究中心|(?:行政|政务)服务中心|机关事务管理局)`,
  'uy',
);
/** Zones whose 办公室 issues documents as a government's does. */
const ZONE_BODY = /(?:区|园|城|港)(?:管委会|管理委员会)$/u;
/** Bodies that act through their office. */
const COORDINATION =
  /(?:(?:安全生产|精神文明建设指导|精神文明建设|爱国卫生运动|机构编制|减灾|消防安全|食品安全|道路交通安全|网络安全和信息化|绿化|语言文字工作)委员会|领导小组|指挥部|联席会议)$/u;
/** Central bodies whose 办公厅 issues documents. */
const MINISTRY = /^(?:\p{Script=Han}{2,16}部|国家\p{Script=Han}{2,12}|海关总署)$/u;
/** Branches and forces of a bureau, behind its name. */
const UNIT =
  /(?:(?<=局)(?:(?![各及和与的在对将于要请或属])\p{Script=Han}){2,6}?分局|(?:交通管理|交通警察|交警|巡特警|特警|刑警|治安|综合行政执法|综合执法|行政执法|城市管理|稽查|监察|执法)(?:支队|大队|总队|局))/uy;

/** The suffix that stands at a place, unless it is the beginning of another word. */
function suffixAt(text: string, at: number): string | undefined {
  return SUFFIXES.get(text.charAt(at))?.find(
    (s) =>
      text.startsWith(s, at) && !(NO_SUFFIX[s] ?? []).some((word) => text.startsWith(word, at)),
  );
}

/** End of the body behind a place, or undefined. */
function bodyEnd(text: string, from: number): number | undefined {
  for (let at = from; at < Math.min(text.length, from + LONGEST); at++) {
    const suffix = suffixAt(text, at);
    // 市局, 县委: a suffix alone says nothing about what the body does.
    if (suffix !== undefined && (at > from || suffix.length >= 3 || suffix === '行署')) {
      return at + suffix.length;
    }
    if (!HAN.test(text.charAt(at)) || STOP.test(text.charAt(at))) return undefined;
    if (STOP.test(text.slice(at, at + 2))) return undefined;
  }
  return undefined;
}

/** Offices of which a body of this name has agencies of their own. */
function officesOf(name: string): readonly string[] {
  if (name.startsWith(PARTY)) return [...PARTY_OFFICES, ...OFFICES];
  if (GOVERNMENT.test(name)) return OFFICES;
  if (COORDINATION.test(name)) return ['办公室'];
  if (ZONE_BODY.test(name)) return ['党政办公室', '办公室'];
  return MINISTRY.test(name) ? ['办公厅'] : [];
}

/** Length of what a sticky pattern reads at a place. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** 人民政府 may go on as 人民政府办公室, 中共…局 as 中共…局党组, 公安局 as 公安局交通警察支队. */
function extended(text: string, start: number, end: number): number {
  const office = officesOf(text.slice(start, end)).find((word) => text.startsWith(word, end));
  if (office !== undefined) return end + office.length;
  if (GOVERNMENT.test(text.slice(start, end))) return end + lengthAt(BRANCH, text, end);
  return end + lengthAt(UNIT, text, end);
}

/** End of the chain of divisions at a place: 浙江省丽水市遂昌县. */
function placeEnd(text: string, start: number): number {
  let end = start;
  for (let depth = 0; depth < DEPTH; depth++) {
    const naming = namingAt(text, end, LISTS.last);
    if (!naming) break;
    end = naming.end;
  }
  return end;
}

function central(text: string, start: number): Match<AgencyName> | undefined {
  const name = CENTRAL.find((c) => text.startsWith(c, start));
  if (name === undefined) return undefined;
  const behind = start + name.length;
  const corps = behind + lengthAt(CORPS, text, behind);
  const local = placeEnd(text, corps);
  // 国家税务总局江苏省税务局: the local office of a central body.
  const end = local > corps ? bodyEnd(text, local) : undefined;
  const stop = extended(text, start, end ?? behind);
  return { value: { name: text.slice(start, stop), relative: false }, start, end: stop };
}

function local(text: string, start: number): Match<AgencyName> | undefined {
  const lead = text.startsWith(PARTY, start) ? PARTY.length : lengthAt(CORPS, text, start);
  const begin = start + lead;
  const place = placeEnd(text, begin);
  const relative = place === begin;
  if (relative && lead > PARTY.length) return undefined;
  const word = relative ? relativePlace(text, begin) : '';
  if (word === undefined || ALLIED.test(text.slice(begin - 1, begin + 1))) return undefined;
  const body = bodyEnd(text, place + word.length);
  if (body === undefined) return undefined;
  const end = extended(text, start, body);
  // 省 + one sign + 局 is an abbreviation that fits anything (省直局).
  if (relative && end - begin - word.length < 3) return undefined;
  return { value: { name: text.slice(start, end), relative }, start, end };
}

/** 清溪镇人民政府: a town stands in no list of divisions; its name begins where the words begin. */
function town(text: string, start: number): Match<AgencyName> | undefined {
  if (start > 0 && HAN.test(text.charAt(start - 1))) return undefined;
  TOWN.lastIndex = start;
  const name = TOWN.exec(text)?.[0];
  if (name === undefined) return undefined;
  return { value: { name, relative: false }, start, end: start + name.length };
}

export const agencyName: Rule<AgencyName> = {
  id: 'agency/name',
  cite: 'GB/T 2260 for places; 《地方各级人民代表大会和地方各级人民政府组织法》 for kinds of bodies',
  *find(text) {
    for (let at = 0; at < text.length; ) {
      const found = central(text, at) ?? local(text, at) ?? town(text, at);
      if (found) yield found;
      at = found ? found.end : at + 1;
    }
  },
};
