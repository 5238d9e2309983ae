/** The articles of the simulated site of 云河县, an invented county, in our own words. */

export interface SiteArticle {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
}

const office = '云河县档案馆';

const day = (date: string): string => {
  const [year = '', month = '', date_ = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(date_)}日`;
};

/** 年报 for a year: the numbers follow from the year, so that no two reports are alike. */
export function annualReport(year: number): SiteArticle {
  const disclosed = 100 + (year % 100) * 7;
  const requests = year % 9;
  return {
    title: `${office}${year}年政府信息公开工作年度报告`,
    date: `${year + 1}-01-${10 + (year % 15)}`,
    paragraphs: [
      `根据《中华人民共和国政府信息公开条例》的规定，编制本报告。报告中的数字是${year}年1月1日至12月31日的情况，均为软件测试虚构。`,
      '一、总体情况',
      `（一）主动公开。${year}年，本馆通过政府网站主动公开信息${disclosed}条，其中工作动态${disclosed - 30}条。`,
      `（二）依申请公开。全年收到政府信息公开申请${requests}件，均按期答复。`,
      '二、存在的问题及改进情况',
      '馆藏目录上网较慢，下一年将逐卷补录，并请读者代表评议。',
    ],
    signature: `${office} ${day(`${year + 1}-01-${10 + (year % 15)}`)}`,
  };
}

const notices = [
  ['档案查阅室调整开放时间', '自下月起，查阅室周六上午照常开放，周一上午闭馆整理。'],
  ['老照片征集', '凡反映本县桥梁、渡口、集市旧貌的照片，均在征集之列，原件可扫描后退还。'],
  ['库房消防演练', '演练期间暂停调卷半日，请读者提前预约。'],
  ['家谱数字化志愿者招募', '志愿者应当熟悉繁体字，每月到馆两次，由本馆提供工作午餐。'],
  ['移交会计档案', '各乡镇应于期限内移交已满保管期限的会计档案，并附移交清册。'],
  ['停用旧版借阅证', '旧版借阅证停止使用，持证人可以凭身份证换领新证，不收工本费。'],
  ['开展档案安全自查', '自查内容包括库房温湿度记录、钥匙保管和出入登记三个方面。'],
  ['公布开放档案目录', '本次开放的目录共分农林、水利、教育三类，可以到馆查阅。'],
  ['口述史采集', '邀请参加过水库建设的老人讲述经历，采集人员上门记录。'],
  ['档案宣传日活动', '活动当天展出修复台和装订工具，并现场演示托裱。'],
  ['地方志赠阅', '各村农家书屋可以领取新编县志一部，领取时登记即可。'],
  ['清理重复馆藏', '对复本超过三份的图书资料进行清理，清单公示七日。'],
] as const;

export const noticeArticles: readonly SiteArticle[] = notices.map(([subject, text], index) => {
  const date = `2024-${String(index + 1).padStart(2, '0')}-15`;
  return {
    title: `${office}关于${subject}的通知`,
    date,
    paragraphs: ['各乡镇人民政府，县直各单位：', text, '请相互转告。特此通知。'],
    signature: `${office} ${day(date)}`,
  };
});

const interpretations = [
  ['档案查阅办法', '为什么要修订？因为原办法没有规定电子档案的查阅方式。'],
  ['档案移交细则', '哪些单位需要移交？凡列入移交名录的单位都需要移交。'],
  ['照片征集奖励规定', '奖励如何发放？经专家评定后，按等次一次性发放。'],
  ['库房管理规定', '谁负责日常巡查？由保管科每日巡查并记录。'],
  ['开放档案审核办法', '审核需要多久？自受理之日起二十个工作日。'],
  ['志愿服务管理办法', '志愿者有哪些保障？本馆为其办理意外伤害保险。'],
] as const;

export const interpretationArticles: readonly SiteArticle[] = interpretations.map(
  ([subject, text], index) => {
    const date = `2025-0${index + 1}-20`;
    return {
      title: `《云河县${subject}》政策解读`,
      date,
      paragraphs: [
        `近日，${office}印发了《云河县${subject}》，现就有关内容解读如下。`,
        '一、主要内容',
        text,
        '二、施行时间',
        '自印发之日起施行。',
      ],
      signature: `${office} ${day(date)}`,
    };
  },
);
