/** Which lines stand before or after a table as text: titles, units, notes, signatures. */
import { edgesOf, hasNumber, isBanner, type Line, single } from './lines.ts';

/** 填报单位：…, 单位：元, 2017年6月30日, 会企01表, 附表1. */
const noteCell =
  /[：:]|^[（(]?单位|^\d{4}年|^\d{4}[-/.]\d{1,2}|表$|^(?:附表|附件|表)\s{0,2}[\d一二三四五六七八九十]/u;
const noteStart =
  /^[（(【[]?(?:注|备注|说明|附|填表|填报|制表|审核|单位负责人|负责人|资料来源|数据来源|来源)|^[*＊※]/u;
const numeral = /[\d一二三四五六七八九十百]+/gu;
const numbered = /^(?:[（(]#[）)]|#[、.．])/u;

/** Several notes beside each other, fewer than the columns of the table. */
const isNotes = (line: Line, most: number): boolean =>
  line.cells.length > 1 &&
  line.cells.length < most &&
  line.cells.every(({ text, numeric }) => !numeric && noteCell.test(text.trim()));

const widest = (lines: readonly Line[]): number =>
  lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/** 第#条第（#）项, #、: what labels of one kind have in common. */
function shapeOf(line: Line): string {
  const text = (single(line)?.text ?? '').trim().replaceAll(numeral, '#');
  return numbered.exec(text)?.[0] ?? text;
}

/** The first of several labels of rows looks like a title; others of its kind stand below. */
function isFirstLabel(lines: readonly Line[], at: number): boolean {
  const [line, next] = lines.slice(at, at + 2);
  if (!(line && next) || next.cells.length < 2) return false;
  const shape = shapeOf(line);
  const edges = edgesOf(lines.slice(at));
  if (!(shape.includes('#') && isBanner(line, edges))) return false;
  return lines.some(
    (other, place) =>
      place > at &&
      isBanner(other, edges) &&
      shapeOf(other) === shape &&
      (lines[place + 1]?.cells.length ?? 0) > 1,
  );
}

/** How many lines before the table are titles and notes. */
export function leading(lines: readonly Line[]): number {
  const edges = edgesOf(lines);
  const most = widest(lines);
  const end = lines.findIndex((line, at) => {
    if (!line.apart || hasNumber(line)) return true;
    const cell = single(line);
    if (!cell) return !isNotes(line, most);
    // 2019年 over some of the columns, with nothing in the corner, is the head of a table.
    return (cell.columnSpan > 1 && cell.column > edges.left) || isFirstLabel(lines, at);
  });
  return end < 0 ? lines.length : end;
}

/** Where the notes under the table begin; the number of lines when there are none. */
export function trailing(lines: readonly Line[]): number {
  const edges = edgesOf(lines);
  const most = widest(lines);
  const last = lines.findLastIndex((line) => !line.apart || !(single(line) || isNotes(line, most)));
  const first = lines.findIndex((line, at) => {
    if (at <= last || hasNumber(line)) return false;
    const text = single(line)?.text.trim();
    if (text === undefined) return true;
    // A label of rows without a row below it is none.
    return isBanner(line, edges) || noteStart.test(text);
  });
  return first < 0 ? lines.length : first;
}
