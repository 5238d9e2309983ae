/** A folder of small invented notices, for runs in which the number of files matters. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const subjects = ['校车安全检查', '农村饮水安全', '夏季防汛准备', '档案整理归档', '办公用房清查'];

export function notice(index: number): string {
  const subject = subjects[index % subjects.length];
  return `<!doctype html><html><head><meta charset="utf-8"><title>关于做好${subject}工作的通知</title></head>
<body><div class="content"><h1>关于做好${subject}工作的通知</h1>
<p>临发〔2021〕${index + 1}号</p>
<p>各乡镇人民政府，县直各单位：</p>
<p>为做好第${index + 1}批${subject}工作，现将有关事项通知如下。本文是软件测试用的虚构内容。</p>
<p>一、明确责任</p><p>各单位确定一名联系人，负责日常联络。</p>
<p>二、按时报送</p><p>请于收到本通知后十日内报送进展情况。</p>
<p>虚构县人民政府办公室</p><p>2021年${(index % 12) + 1}月${(index % 28) + 1}日</p></div></body></html>
`;
}

export interface Folder {
  /** Files in it. */
  readonly files: number;
  readonly path: string;
}

/**
 * Notices in three folders; every tenth has the bytes of the one before it, and every twentieth
 * file is one that cannot be read.
 */
export async function makeNotices(path: string, files: number): Promise<Folder> {
  for (let index = 0; index < files; index += 1) {
    const folder = join(path, `${2019 + (index % 3)}`);
    await mkdir(folder, { recursive: true });
    const text = index % 10 === 9 ? notice(index - 1) : notice(index);
    const name = `${String(index).padStart(4, '0')}.html`;
    await writeFile(join(folder, name), index % 20 === 13 ? `no document ${index}\0\x01` : text);
  }
  return { path, files };
}
