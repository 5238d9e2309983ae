/**
 * What an invented county publishes: reports of its offices by year, documents, interpretations, and
 * news that nobody asks for. Made from a seed, in our own words; no two texts are alike.
 */
import { randomFrom } from '../../system/support/random.ts';
import type { SiteArticle } from '../articles.ts';

export type PlannedKind = 'reports' | 'documents' | 'interpretations' | 'news';

export interface Planned extends SiteArticle {
  /** Of the site, in its addresses. */
  readonly id: number;
  readonly kind: PlannedKind;
  readonly year: number;
  /** Form of its attachment. */
  readonly file: 'doc' | 'pdf' | null;
}

export interface PlanSize {
  readonly years: number;
  /** Offices that report in each year. */
  readonly offices: number;
  readonly documents: number;
  readonly interpretations: number;
}

/** Some 40 pages a site, for every run of the tests. */
export const small: PlanSize = { years: 3, offices: 4, documents: 11, interpretations: 5 };
/** More than 300 pages a site. */
export const full: PlanSize = { years: 10, offices: 16, documents: 90, interpretations: 40 };

export type Plan = Readonly<Record<PlannedKind, readonly Planned[]>>;

const lastYear = 2024;
const places = ['云河县', '青石镇', '柳湾乡', '白鹭街道', '枫桥镇', '砚山乡', '望月街道', '芦荡镇'];
const organs = ['档案馆', '水利站', '文化馆', '林业站', '渡口管理所', '农技中心', '集市服务中心'];
const subjects = [
  '渡口安全',
  '古树保护',
  '水渠清淤',
  '集市秩序',
  '图书借阅',
  '桥梁巡查',
  '养蜂登记',
];
const genres = ['管理办法', '实施方案', '工作细则', '奖励办法'];

export function planOf(seed: number, size: PlanSize): Plan {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  let id = 1000 * seed + 10;
  const next = (): number => {
    id += 1 + Math.floor(random() * 5);
    return id;
  };
  const count = (): number => 3 + Math.floor(random() * 400);
  const reports = Array.from({ length: size.years * size.offices }, (_, n): Planned => {
    const year = lastYear - Math.floor(n / size.offices);
    const office = `${places[n % places.length]}${organs[(n % size.offices) % organs.length]}`;
    return report(next(), office, year, [count(), count()]);
  });
  const documents = Array.from(
    { length: size.documents },
    (): Planned =>
      document(
        next(),
        `${pick(places)}${pick(organs)}`,
        `${pick(subjects)}${pick(genres)}`,
        count(),
      ),
  );
  const interpretations = Array.from(
    { length: size.interpretations },
    (): Planned =>
      interpretation(next(), `${pick(places)}${pick(subjects)}${pick(genres)}`, count()),
  );
  const news = Array.from({ length: 6 }, (): Planned => newsItem(next(), pick(places), count()));
  return { reports, documents, interpretations, news };
}

const dateOf = (year: number, id: number): string =>
  `${year}-${String(1 + (id % 12)).padStart(2, '0')}-${String(1 + (id % 27)).padStart(2, '0')}`;

const files = ['doc', null, 'pdf', null, null] as const;

const common = (id: number, year: number) => ({
  id,
  year,
  date: dateOf(year, id),
  file: files[id % files.length] ?? null,
});

function report(
  id: number,
  office: string,
  year: number,
  [told, asked]: readonly number[],
): Planned {
  return {
    ...common(id, year),
    date: `${year + 1}-01-${String(1 + (id % 27)).padStart(2, '0')}`,
    kind: 'reports',
    title: `${office}${year}年政府信息公开工作年度报告`,
    paragraphs: [
      `本报告由${office}编制，数字截至${year}年12月31日，均为软件测试虚构，编号${id}。`,
      '一、主动公开情况',
      `${year}年，本单位主动公开政府信息${told}条。`,
      '二、依申请公开情况',
      `全年收到政府信息公开申请${asked}件，均已答复。`,
      '三、存在问题',
      '栏目更新不够及时，明年起每月核对一次，并请读者指正。',
    ],
    signature: `${office} ${year + 1}年1月${1 + (id % 27)}日`,
  };
}

function document(id: number, office: string, subject: string, days: number): Planned {
  return {
    ...common(id, 2016 + (id % 9)),
    kind: 'documents',
    title: `${office}关于印发${subject}的通知`,
    paragraphs: [
      '各村（社区），各有关单位：',
      `现将《${subject}》（第${id}稿）印发给你们，请在${days}日内组织学习，并结合实际贯彻执行。`,
      '执行中遇到的问题，请及时反馈，以便修订时采纳。',
    ],
    signature: office,
  };
}

function interpretation(id: number, subject: string, days: number): Planned {
  return {
    ...common(id, 2018 + (id % 7)),
    kind: 'interpretations',
    title: `《${subject}》政策解读`,
    paragraphs: [
      `《${subject}》已经印发（编号${id}），现就有关内容解读如下。`,
      '一、起草背景',
      `原规定施行已逾${days}日，一些做法不再适用。`,
      '二、主要内容',
      '明确了受理、核实、反馈三个环节由谁负责。',
    ],
    signature: '',
  };
}

const newsItem = (id: number, place: string, people: number): Planned => ({
  ...common(id, lastYear),
  kind: 'news',
  title: `${place}举行龙舟练习第${id}场`,
  paragraphs: [`当日有${people}人到场观看，秩序井然。`],
  signature: '',
});
