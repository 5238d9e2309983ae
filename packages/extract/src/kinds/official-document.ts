/** 公文 and the texts attached to them: the elements of GB/T 9704-2012 chapter 7. */
import { diagnosticOf } from '../common/common.ts';
import { evidenceFor, type Found } from '../evidence.ts';
import type { Kind, KindContext } from '../kind.ts';
import { STATUTORY_GENRES } from '../lexicon/genres.ts';
import { isAddressees, isNumber, isSignature } from '../line-signs.ts';
import type { Part } from '../part.ts';
import { besides, isLine } from '../reading.ts';
import type { OfficialDocument } from '../record.ts';
import { first } from '../rule.ts';
import { docNumber } from '../rules/doc-number.ts';
import { genre } from '../rules/genre.ts';
import { heading } from '../rules/heading.ts';
import { addresseesOf } from './official-document/addressees.ts';
import { headElements } from './official-document/head.ts';
import { innerOf } from './official-document/inner.ts';
import { Mending } from './official-document/mending.ts';
import { signersOf } from './official-document/signers.ts';
import { tailElements } from './official-document/tail.ts';
import { validityElements } from './official-document/validity.ts';

/** A title of this form is one by 《党政机关公文处理工作条例》 art. 8. */
const STATUTORY =
  /(?:关于|的).*(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|公示)(?:[（(][^（）()]{1,40}[）)])*$|(?:公告|通告|公报|令)(?:[（(][^（）()]{1,40}[）)])*$/u;
/** Texts that set rules or plans, and stand on the web without their notice. */
const NORMATIVE = new Set([
  '办法',
  '实施办法',
  '规定',
  '条例',
  '细则',
  '实施细则',
  '要点',
  '工作要点',
  '计划',
  '纲要',
  '措施',
  '规范',
  '方案',
  '实施方案',
  '意见',
  '实施意见',
  '规划',
  '预案',
  '规则',
  '决定',
  '制度',
  '规程',
]);
const MINUTES = /纪要(?:[（(][^（）()]{1,20}[）)])?$/u;
const TOP = 12;

const topLines = (part: Part): string[] =>
  part.items
    .slice(0, TOP)
    .filter(isLine)
    .map(({ text }) => text);

const isSigned = (part: Part): boolean =>
  part.items.some((item) => isLine(item) && isSignature(item.text));

function recognise(part: Part, title: string | null): number {
  if (part.relation === 'attached') return 0.6;
  const top = topLines(part);
  if (top.some(isNumber)) return 0.95;
  if (title && (STATUTORY.test(title) || MINUTES.test(title))) return 0.9;
  const numbered = besides(part.reading, 'index', 'doc_number').some(
    ({ text }) => first(docNumber, text) !== undefined,
  );
  if (numbered) return 0.8;
  const named = title === null ? '' : (first(genre, title)?.value ?? '');
  if (isSigned(part) && (top.some(isAddressees) || STATUTORY_GENRES.includes(named))) return 0.7;
  return NORMATIVE.has(named) ? 0.6 : 0;
}

function outlineEntries({ outline, book }: KindContext): OfficialDocument['outline'] {
  return outline.sections.map(({ heading: { level, number, title, line, span } }, at) => {
    const start = line.text.length - line.text.trimStart().length;
    book.add(`outline.${at}`, [evidenceFor(line, { start, end: span.end }, heading.id, 0.95)]);
    return { level, number, title };
  });
}

function genreOf({ zones }: KindContext): Found<string> | undefined {
  const title = zones.title;
  const match = title && first(genre, title.value);
  if (!title || !match) return undefined;
  return { value: match.value, evidence: title.evidence.map((e) => ({ ...e, rule: genre.id })) };
}

function read(context: KindContext): OfficialDocument {
  const { common, book } = context;
  const mending = new Mending(context);
  const elements = {
    ...headElements(context),
    genre: book.note('genre', genreOf(context)),
    ...innerOf(context),
    addressees: addresseesOf(context, mending),
    signing_agencies: signersOf(context, mending),
    ...tailElements(context, mending),
    ...validityElements(context),
    outline: outlineEntries(context),
  };
  return {
    ...common,
    kind: 'official_document',
    ...elements,
    diagnostics: [...common.diagnostics, ...mending.diagnostics.map(diagnosticOf)],
    evidence: book.toRecord(),
  };
}

export const officialDocument: Kind = { id: 'official_document', recognise, read };
