import { agencyFunction } from './agency-function.ts';
import { cases } from './cases.ts';

export const tables = [
  cases({
    rule: agencyFunction,
    reads: [
      ['planning', '南京市规划局', '南京市规划和国土资源局', '南京市自然资源和规划局'],
      ['natural_resources', '南京市国土资源局', '南京市自然资源局'],
      ['housing', '南京市住房和城乡建设局', '玄武区住建局', '南京市建设局'],
      ['development_reform', '宁波市发展和改革委员会'],
      ['government', '南京市人民政府'],
      ['general_office', '南京市人民政府办公厅', '国务院办公厅'],
      ['civil_affairs', '南京市民政局'],
      ['market_regulation', '福建省市场监督管理局'],
      ['town_government', '清溪镇人民政府'],
    ],
    ignores: ['南京市', '我局'],
  }),
];
