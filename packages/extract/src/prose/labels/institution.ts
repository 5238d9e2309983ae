/** Labels of staff, offices, meetings and training. */
import { type LabelRule, TIMES } from './label-rule.ts';

const PEOPLE = ['人', '名'];
const MONEY = ['元', '万元'];

/** In the order in which they are tried. */
export const institutionLabels: readonly LabelRule[] = [
  { key: 'staff_full_time', label: /专职|全职/u, not: /兼职|领导/u, units: PEOPLE },
  { key: 'staff_part_time', label: /兼职/u, not: /专职|全职/u, units: PEOPLE },
  {
    key: 'staff_total',
    label:
      /(?:从事|负责)(?:政府|政务)?信息公开(?:工作)?(?:的)?(?:工作)?人员(?:数|总数|共|共有|有)?$|^(?:共?有|配备)?(?:政府|政务)信息公开工作人员(?:数|总数|共|共有|有)?$/u,
    not: /专职|兼职|培训/u,
    units: PEOPLE,
  },
  { key: 'dedicated_offices', label: /信息公开[^，。；]{0,6}专门机构/u, units: ['个', '家'] },
  { key: 'reading_points', label: /查阅(?:点|场所|中心|室)/u, units: ['个', '处', '家'] },
  {
    key: 'special_funds_10k_yuan',
    label: /信息公开[^，。；]{0,4}(?:专项)?经费/u,
    units: MONEY,
  },
  {
    key: 'special_funds_10k_yuan',
    label: /^(?:安排|落实|投入|列支)?(?:工作)?专项(?:工作)?经费$/u,
    units: MONEY,
    sections: ['institution'],
  },
  {
    key: 'meetings_held',
    label: /^(?:组织)?召开(?:专题|工作)?(?:会议|专题会|工作会)$/u,
    units: TIMES,
    sections: ['institution'],
    confidence: 0.8,
  },
  {
    key: 'meetings_held',
    label:
      /(?:会议|专题会|推进会|例会|部署会)[^，。；]{0,6}(?:信息|政务)公开|(?:信息|政务)公开[^，。；]{0,10}(?:会议|专题会|推进会|例会|部署会)/u,
    not: /培训|发布会|学习/u,
    units: TIMES,
  },
  {
    key: 'trainees',
    label:
      /^(?:共)?(?:培训|参训|受训|接受培训|参加培训)[^，。；、]{0,6}?(?:人员|人数|干部|职工|学员)?(?:共)?$/u,
    units: ['人次', '人', '名'],
    topic: ['training'],
  },
  {
    key: 'trainees',
    label: /培训/u,
    not: /班|课程|会议/u,
    units: ['人次', '人', '名'],
    sections: ['institution'],
    confidence: 0.8,
  },
  {
    key: 'trainees',
    label: /公开[^，。；]{0,10}培训[^，。；]{0,8}$/u,
    units: ['人次', '人'],
  },
  {
    key: 'training_courses',
    label: /公开[^，。；]{0,12}培训(?:班|会|活动|讲座)?/u,
    not: /参加/u,
    units: TIMES,
  },
  {
    key: 'training_courses',
    label: /^举办(?:各类|各种|专题)?培训(?:班|会)?(?:数)?$/u,
    units: TIMES,
    sections: ['institution'],
  },
];
