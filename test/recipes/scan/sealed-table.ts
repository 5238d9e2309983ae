/** An invented notice of one page with a letterhead, a small table and a sealed signature. */
import type { Script } from '../script.ts';

export const sealedTable: Script = {
  name: 'sealed-table',
  blocks: [
    { letterhead: '青河市水务局文件' },
    { center: '青水发〔2021〕36号' },
    { title: '关于公布水库检查结果的通知' },
    { left: '各县区水务局：' },
    {
      p: '根据全年工作安排，我局对全市小型水库进行了检查，现将检查结果公布如下，请各单位抓紧整改，并于年底前报送整改情况。',
    },
    {
      table: {
        widths: [16, 6, 6],
        headerRows: 1,
        rows: [
          ['项目', '单位', '数量'],
          ['检查水库', '座', '128'],
          ['发现问题', '件', '0'],
          ['移送处理', '件', '/'],
          ['其他', '件', ''],
        ],
      },
    },
    { p: '特此通知。' },
    { right: '青河市水务局' },
    { right: '2021年9月7日' },
  ],
};
