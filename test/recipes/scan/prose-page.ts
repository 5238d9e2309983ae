/** A page of running text in any face and size, signed at its foot; with the truth that stands on it. */
import type { Canvas } from '@napi-rs/canvas';
import { type Face, ScannedPen, type Scanner } from '../carriers/scan.ts';
import { paper, wrap } from '../carriers/sheets.ts';
import { type Dice, dice } from '../random.ts';
import type { Script } from '../script.ts';
import { notice2019 } from '../texts/notice-2019.ts';
import { notice2020 } from '../texts/notice-2020.ts';
import { questions2023 } from '../texts/questions-2023.ts';
import { report2015 } from '../texts/report-2015.ts';
import { report2016 } from '../texts/report-2016.ts';
import { report2017 } from '../texts/report-2017.ts';
import { report2022 } from '../texts/report-2022.ts';
import { roundSeal } from './round-seal.ts';

const scripts = [
  notice2019,
  notice2020,
  questions2023,
  report2015,
  report2016,
  report2017,
  report2022,
];

const paragraphsOf = ({ blocks }: Script): string[] =>
  blocks.flatMap((block) => ('p' in block && block.p.length > 30 ? [block.p] : []));

const all = scripts.flatMap(paragraphsOf);
const organs = ['云岭县财政局', '白沙区民政局', '广源市水务局', '临湖镇人民政府'] as const;

/** Sentences full of what is hard to read: numbers, dates, signs, brackets. */
function sentence(random: Dice): string {
  const n = (most: number): number => random.roll(1, most);
  return random.pick([
    `截至${n(20) + 2003}年${n(12)}月${n(28)}日，共受理申请${n(9000)}件，其中网上${n(800)}件、信函${n(99)}件，办结率为${n(99)}.${n(9)}%。`,
    `依据《${random.pick(['预算法', '防洪法', '土地管理法', '安全生产法'])}》第${n(60)}条和×政发〔${n(20) + 2003}〕${n(150)}号文件的规定，拨付资金${n(9)},${random.roll(100, 999)}.${random.roll(10, 99)}万元（含上年结余${n(600)}万元）。`,
    `联系电话：0${random.roll(311, 999)}-${random.roll(2000000, 8999999)}；电子邮箱：xxgk${n(99)}@example.cn；邮政编码：${random.roll(100000, 859999)}。`,
    `“${random.pick(['放管服', '双随机', '一网通办'])}”改革${random.pick(['继续', '全面'])}推进：取消证明事项${n(40)}项，压缩时限${n(70)}%，群众满意度${n(99)}.${n(9)}分！`,
  ]);
}

export interface ProsePage {
  /** What is printed, in reading order. */
  readonly text: string;
  readonly canvas: Canvas;
}

/**
 * @param points Height of the letters.
 * @param seed Another seed, another text.
 */
export function prosePage(face: Face, scanner: Scanner, points: number, seed: number): ProsePage {
  const random = dice(seed);
  const pen = new ScannedPen(face, scanner);
  pen.page();
  pen.use({ face: 'text', points, color: '#111111' });
  const leading = points * 1.8;
  const printed: string[] = [];
  let y = paper.top;
  const room = paper.bottom - 5 * leading;
  while (y < room) {
    const paragraph = random.roll(0, 2) === 0 ? sentence(random) : random.pick(paragraphs(random));
    const lines = wrap(pen, paragraph, paper.measure - 2 * points, paper.measure);
    if (y + lines.length * leading > room + leading) break;
    for (const [at, line] of lines.entries()) {
      pen.write(line, paper.left + (at === 0 ? 2 * points : 0), y);
      y += leading;
    }
    printed.push(paragraph);
  }
  const organ = random.pick(organs);
  const date = `${random.roll(2008, 2024)}年${random.roll(1, 12)}月${random.roll(1, 28)}日`;
  for (const line of [organ, date]) {
    y += leading;
    pen.write(line, paper.left + paper.measure - 4 * points - pen.width(line), y);
    printed.push(line);
  }
  if (scanner.seal !== null) {
    const x = paper.left + paper.measure - 4 * points - pen.width(organ) / 2;
    roundSeal(pen.context, scanner.seal, x, y - leading, face.title);
  }
  return { text: printed.join('\n'), canvas: pen.onlyPage };
}

/** A few paragraphs, never the same twice in a row. */
const paragraphs = (random: Dice): [string, ...string[]] => {
  const at = random.roll(0, all.length - 1);
  return [all[at] ?? sentence(random)];
};
