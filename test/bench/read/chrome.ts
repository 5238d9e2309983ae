/** What the recipes' sites print around their texts: none of it belongs to what was published. */
import type { Site } from '../../recipes/carriers/web.ts';
import { accessibility, afterText, footer, navigation } from '../../recipes/html/chrome.ts';

export const site: Site = {
  name: '青禾县人民政府门户网站',
  code: '9999020000',
  charset: 'utf-8',
  column: ['首页', '政务公开', '青禾县水务局', '信息公开年报'],
  publisher: '青禾县水务局',
  published: '2023-01-18',
  index: '012345678/2023-00012',
  attachment: null,
};

/** Of a page made by `recipes/carriers/web.ts`. */
export const pageChrome: readonly string[] = [
  '无障碍浏览',
  '长者模式',
  'English',
  '办事服务',
  '互动交流',
  '您现在的位置',
  '索引号',
  '012345678/2023-00012',
  '发布日期',
  '浏览次数',
  '字体：[',
  '分享到',
  '上一篇',
  '下一篇',
  '年度政务公开工作安排',
  '关于调整办公时间的公告',
  '主办单位',
  '9999020000',
  '版权所有',
  'ICP备00000000号',
  '网站地图',
];

const markup = /<[^<>]+>/gu;

/** Of a page made by `recipes/html`, without what its own text says too. */
export const chromeOf = (lines: readonly string[]): readonly string[] =>
  [accessibility, navigation, afterText, footer]
    .flatMap((html) => html.split(markup))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 4 && !lines.some((line) => line.includes(piece)));
