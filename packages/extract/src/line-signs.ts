/** What single lines of an official document are, by their looks: the marks between which its zones lie. */

import { ORGAN_SUFFIXES } from './lexicon/organs.ts';
import { first, type Rule, whole } from './rule.ts';
import { addressees } from './rules/addressees.ts';
import { agencyName } from './rules/agency-name.ts';
import { classification } from './rules/classification.ts';
import { collapsedDate } from './rules/collapsed-date.ts';
import { date } from './rules/date.ts';
import { disclosure } from './rules/disclosure.ts';
import { docNumber } from './rules/doc-number.ts';
import { heading } from './rules/heading.ts';
import { imprint } from './rules/imprint.ts';
import { joinedLine } from './rules/joined-line.ts';
import { orderNumber } from './rules/order-number.ts';
import { printedCopies } from './rules/printed-copies.ts';
import { registrationNumber } from './rules/registration-number.ts';
import { SEAL_MARK } from './rules/signer-names.ts';
import { urgency } from './rules/urgency.ts';

/** A signature is short; a longer line is a sentence. */
const LONGEST_SIGNATURE = 60;
const ATTACHMENT =
  /^[\s\u3000]*附[\s\u3000]*(?:件|录|表)?[\s\u3000]*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?[\s\u3000]*[:：.、]?[\s\u3000]*$/u;
const ATTACHMENT_NOTE =
  /^[\s\u3000]*附[\s\u3000]*件?[\s\u3000]*(?:[:：]|[0-9０-９]{1,2}[.．、:：])[\s\u3000]*\S/u;
const ATTACHMENT_LIST = /^[\s\u3000]*附[\s\u3000]*件[\s\u3000]*[:：][\s\u3000]*$/u;
const BRACKETED =
  /^[\s\u3000]*[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)][\s\u3000]*$/u;
const ADOPTION = /通过|发布|公布|修订|修正|施行|批准|印发/u;
const MASTHEAD = /^[\s\u3000]*\S[^。；：:]{1,60}文[\s\u3000]*件[\s\u3000]*$/u;
/** 文件 on a line of its own: under the names of several agencies (GB/T 9704-2012 §10.1, 联合行文). */
const MASTHEAD_WORD = /^[\s\u3000]*文[\s\u3000]*件[\s\u3000]*$/u;
/** 第15期, 〔2022〕第3期, （总第8期）: the number of an issue of minutes or briefings. */
const ISSUE =
  /^[\s\u3000]*(?:[〔［[（(]?[0-9]{4}[〕］\]）)]?[\s\u3000]*年?[\s\u3000]*)?[（(]?总?第?[\s\u3000]*[0-9一二三四五六七八九十]{1,4}[\s\u3000]*期[）)]?[\s\u3000]*$/u;
const INDEX_ENTRY =
  /^[\s\u3000]*(?:索[\s\u3000]*引[\s\u3000]*号|(?:信息|文件)?名[\s\u3000]*称|(?:主题|体裁|组配|信息)?分[\s\u3000]*类|发布(?:机构|日期|时间|单位)|发文(?:机关|机构|日期|字号)|(?:成文|生成|公开|生效)日期|文[\s\u3000]*号|公开(?:方式|时限|范围)|有[\s\u3000]*效[\s\u3000]*性|时[\s\u3000]*效|(?:信息|文章)?来源|浏览次数|点击数)[\s\u3000]*[:：]/u;
const ORDER_NAME = /(?:^|[\p{Script=Han}\s])令[\s\u3000]*$/u;
const SENTENCE = /[。；！？]/u;
const INSIDE = /《[^《》]{0,200}》|[（(][^（）()]*[）)]/gu;
const NOT_SIGNED = /[，,：:？《》“”0-9]/u;
const SIGNATORY = /签\s{0,2}发\s{0,2}人/u;
const FURNITURE =
  /^(?:主\s{0,4}题\s{0,4}词|抄\s{0,4}送|抄\s{0,4}报|分\s{0,4}送|联\s{0,2}系\s{0,2}人|来源)\s{0,4}[:：]/u;
const COPY_NUMBER = /^[0-9]{6}$/u;

const is =
  (...rules: readonly Rule<unknown>[]) =>
  (text: string): boolean =>
    rules.some((r) => whole(r, text) !== undefined);

/** Only a date stands there. */
export const isDate = is(date, collapsedDate);
/** Only a number stands there, or a number and who signed. */
export const isNumber = (text: string): boolean =>
  is(docNumber, orderNumber)(text) ||
  (text.length <= 80 && SIGNATORY.test(text) && first(docNumber, text) !== undefined);
export const isAddressees = is(addressees);
export const isImprint = is(imprint, printedCopies);
/** What stands above the title besides the number. */
export const isMark = (text: string): boolean =>
  is(registrationNumber, urgency, classification)(text) ||
  COPY_NUMBER.test(text.trim()) ||
  MASTHEAD.test(text) ||
  MASTHEAD_WORD.test(text) ||
  ISSUE.test(text) ||
  (text.length <= 40 && SIGNATORY.test(text));
export const isMasthead = (text: string): boolean => MASTHEAD.test(text);
/** 索引号：…, 发布机构：…: the index header of a web page, copied with the text. */
export const isIndexEntry = (text: string): boolean => INDEX_ENTRY.test(text);
export const isMastheadWord = (text: string): boolean => MASTHEAD_WORD.test(text);
/** Only the number of an issue stands there. */
export const isIssue = (text: string): boolean => ISSUE.test(text);
export const isFurniture = (text: string): boolean => FURNITURE.test(text.trim());
/** `附件`, `附件2`: the head of an attached text. */
export const isAttachmentHead = (text: string): boolean =>
  ATTACHMENT.test(text) && text.trim() !== '';
/** `附件：` alone: numbered names under it are a list, no text. */
export const isAttachmentList = (text: string): boolean => ATTACHMENT_LIST.test(text);
/** `附件：1.…`: names an attachment. */
export const isAttachmentNote = (text: string): boolean => ATTACHMENT_NOTE.test(text);
/** The name of an order: its text follows. */
export const isOrderName = (text: string): boolean => text.length <= 60 && ORDER_NAME.test(text);
export const isNumbered = (text: string): boolean => first(heading, text) !== undefined;
/** A whole line in round brackets. */
export const isBracketed = (text: string): boolean => BRACKETED.test(text);
/** （此件公开发布）, （本文有删减）: a remark under the date. */
export const isNote = (text: string): boolean =>
  is(disclosure)(text) || (isBracketed(text) && !ADOPTION.test(text) && text.length <= 60);
/** （1995年2月1日发布　2012年7月1日修订）: how a text came into being, under its title. */
export const isAdoption = (text: string): boolean =>
  isBracketed(text) && (ADOPTION.test(text) || first(date, text) !== undefined);

/** Whether a text says something in a sentence, outside of book marks and brackets. */
export const isSentence = (text: string): boolean => SENTENCE.test(text.replace(INSIDE, ''));

/** Whether a line is nothing but names of agencies. */
export function isSignature(text: string): boolean {
  const flat = first(joinedLine, text.replace(SEAL_MARK, ' '))?.value ?? '';
  if (flat.length < 2 || flat.length > LONGEST_SIGNATURE || isSentence(flat)) return false;
  if (NOT_SIGNED.test(flat)) return false;
  return (
    whole(agencyName, flat) !== undefined || ORGAN_SUFFIXES.some((suffix) => flat.endsWith(suffix))
  );
}

const DAY_BEHIND = /[\s\u3000]+[0-9〇○零一二三四五六七八九]{4}年.{1,10}日[\s\u3000]*$/u;

/** 市政府办公室　2022年5月6日: who edits an issue of minutes or briefings, and its day. */
export const isIssueLine = (text: string): boolean =>
  DAY_BEHIND.test(text) && isSignature(text.replace(DAY_BEHIND, ''));
