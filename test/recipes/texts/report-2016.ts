/** An invented short annual report, as a mirror site shows it: see `mirror.ts` for what is done to it. */
import type { Script } from '../script.ts';

export const report2016: Script = {
  name: 'report-2016',
  blocks: [
    { title: '县林业局2016年度政府信息公开工作报告' },
    {
      p: '根据《中华人民共和国政府信息公开条例》，我局认真组织，规范程序，按时发布林业政务信息。现将有关情况报告如下。本文是软件的示例，所述数字均为虚构。',
    },
    { p: '一、基本情况' },
    { p: '我局建立了信息发布审查制度，指定专人负责，取得了积极成效。' },
    { p: '二、主动公开信息情况' },
    { p: '2016年，通过政府网站主动公开信息158条。' },
    { p: '三、依申请公开政府信息情况' },
    { p: '2016年，我局未收到政府信息公开申请。' },
    { p: '四、存在的问题和改进措施' },
    { p: '主要是信息更新不够快。下一步，我局将加强培训，开展检查。' },
  ],
};
