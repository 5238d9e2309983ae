/**
 * Recognises an annual report by what it says, where its title tells little: 2019年年报, 某局年度报告.
 *
 * 《政府信息公开条例》 (2007) art. 32 and (2019) art. 50 list what such a report contains; a text with most of these
 * chapters, or with the filled-in forms, is one. A text about reports has the words, but not the chapters.
 */
import { readForms } from '../../forms/read-forms.ts';
import { outlineOf } from '../../outline.ts';
import type { Part } from '../../part.ts';
import { isLine } from '../../reading.ts';
import { withBareHeadings } from './bare-headings.ts';
import { sectionKeyOf } from './section-keys.ts';
import { mayBeReport } from './title.ts';

const SUBJECT = /(?:政府|政务|学校)?信息公开|政务公开|公开政府信息/u;
const REPORT = /年度?报告?|工作报告|总结|统计期限/u;
/** Chapters that no other text has together. */
const CHAPTERS: readonly string[] = [
  'overview',
  'proactive',
  'requests',
  'fees',
  'remedies',
  'problems',
];
const ENOUGH_CHAPTERS = 4;
const ENOUGH_CELLS = 12;
/** Lines that may tell what the text is. */
const TOP = 12;

function chaptersOf(part: Part): ReadonlySet<string> {
  const { sections } = withBareHeadings(outlineOf(part));
  return new Set(
    sections
      .flatMap(({ heading }) => sectionKeyOf(heading.title) ?? [])
      .filter((key) => CHAPTERS.includes(key)),
  );
}

function filledCells(part: Part): number {
  const { values } = readForms(part.items);
  return values.filter(({ cells }) => cells.some((cell) => cell.text.trim() !== '')).length;
}

/** Whether the text is an annual report by its chapters and its forms. */
export function isReportByContent(part: Part, title: string | null): boolean {
  if (!mayBeReport(title)) return false;
  const top = part.items
    .slice(0, TOP)
    .filter(isLine)
    .map(({ text }) => text)
    .join('\n');
  if (!SUBJECT.test(top) || !REPORT.test(`${title ?? ''}\n${top}`)) return false;
  const chapters = chaptersOf(part);
  const core = chapters.has('requests') && (chapters.has('proactive') || chapters.has('remedies'));
  return core && (chapters.size >= ENOUGH_CHAPTERS || filledCells(part) >= ENOUGH_CELLS);
}
