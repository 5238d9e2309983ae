import { expect, test } from 'vitest';
import { keyOf } from '../../../chinese/key.ts';
import { furniture } from './vocabulary.ts';

test.each([
  '• 無障礙|',
  '長(zhǎng)輩版',
  '字体：[ 大 中 小 ]',
  '打印本页 关闭窗口',
  '【打印】 【关闭】',
  '上一篇：关于某事的通知',
  '首页 | 联系我们 | 网站地图',
  '浏览次数：121次',
  '某ICP备00000000号-1',
  '[ ]',
  '共23条 1/8 首页 上页 下页 尾页',
  '第1页/共8页 [首页] [上一页] [下一页] [末页] 转到第 1 页 GO',
])('%s is furniture', (line) => {
  expect(furniture(keyOf(line))).toBeDefined();
});

test.each([
  '推进无障碍环境建设。',
  '关闭企业12家',
  '打印机采购公告',
  '相关文件：《河道管理办法》',
  '一、基本情况',
  '0',
  '说明',
  '第一页',
  '见下一页附表',
  '主办单位要加强领导',
])('%s is content', (line) => {
  expect(furniture(keyOf(line))).toBeUndefined();
});
