/** Reads one sentence: each number with what it counts, what is denied, and what follows from both. */

import { confidenceOf, namesOffice } from './aside.ts';
import type { Claim, Loose, Statement } from './claim.ts';
import { countsDocuments, namesClass } from './classes.ts';
import { completedBy } from './completed.ts';
import { distributed } from './distributed.ts';
import { Frames, MARK } from './frames.ts';
import { type Label, labelOf } from './label.ts';
import { ruleFor } from './labels/all-labels.ts';
import type { LabelRule } from './labels/label-rule.ts';
import { masked, tight } from './mask.ts';
import { deniedBy } from './negation.ts';
import { type Quantity, quantitiesOf } from './quantity.ts';
import { belongs, type Whole } from './subset.ts';
import {
  isBareVerb,
  isDifference,
  isOfTheYear,
  isSinceOpening,
  isYear,
  namesThisYear,
} from './time-scope.ts';
import { type Topic, topicOf, topicOfSection } from './topic.ts';
import { inUnitOf } from './unit-of-key.ts';

/** What the sentence's surroundings tell. */
export interface Setting {
  /** Key of the section that the sentence stands in. */
  readonly section: string | null;
  /** Year of the report: numbers of other years are none of its statistics. Null accepts every year. */
  readonly year: number | null;
}

/** 收取信息处理费的2件，总金额360元. */
const AMOUNT = /^(?:总|共计)?金额(?:共计|共|计|为)?$/u;
/** Confidence of 今年收到12件 behind what was received since opening. */
const SHARE = 0.85;
/** Alone before a number: it sums up. */
const SUM = /^[，,；;、]?(?:以上|上述)?(?:总计|合计|共计|总共|共|合计共)(?:为)?$/u;
const WHOLES: readonly (readonly [key: string, part: RegExp])[] = [
  ['requests_received_total', /^requests_(?:in_person|by_\w+|online)$/u],
  ['proactive_total', /^channel_/u],
];
const DENIED_ONE = /(?:未|没有|无|不存在)[^，。；]{0,12}$/u;
/** One sentence being read from left to right. */
class Walk {
  readonly claims: Claim[] = [];
  readonly loose: Loose[] = [];
  readonly #text: string;
  readonly #open: string;
  readonly #setting: Setting;
  readonly #frames = new Frames();
  #topic: Topic | undefined;
  /** Keys of which every office in a list has its own number. */
  readonly #listed = new Set<string>();
  #from = 0;
  #label = '';
  #documents = false;
  /** What the number before counted since some beginning. */
  #sinceOpening: LabelRule | undefined;
  /** Whether this number is the year's share of that. */
  #isShare = false;

  constructor(text: string, setting: Setting) {
    this.#text = text;
    this.#open = masked(text);
    this.#setting = setting;
    this.#topic = topicOfSection(setting.section);
  }

  mark(sign: string): void {
    this.#frames.mark(sign);
  }

  /** @param named The label in a list of 分别为; null where the list cannot be told apart. */
  quantity(quantity: Quantity, to: number, named: string | null | undefined): void {
    const { start, end } = quantity;
    const label = labelOf({ text: this.#text, from: this.#from, start, end, to });
    const words = named ?? this.#wordsOf(label);
    const inherited = this.#topic;
    this.#topic = topicOf(words) ?? topicOf(label.window) ?? inherited;
    this.#label = words;
    if (this.#sumsUp(quantity, label)) return;
    const denied = !quantity.digits && DENIED_ONE.test(this.#open.slice(0, start));
    if (!denied)
      this.#take(
        quantity,
        words,
        named === null ? undefined : this.#ruleFor(quantity, words, inherited),
      );
    this.#from = label.end > end && named === undefined ? label.end : end;
  }

  /** 网络6件、信函3件，总计9件: the whole of what stands before, where the sum says so. */
  #sumsUp(quantity: Quantity, { text, window }: Label): boolean {
    if (text !== '' || !SUM.test(window)) return false;
    const parts = this.claims.filter(({ unit }) => unit === quantity.unit);
    for (const [key, part] of WHOLES) {
      const ways = parts.filter((claim) => part.test(claim.key));
      const sum = ways.reduce((total, { value }) => total + (value ?? 0), 0);
      if (ways.length < 2 || sum !== quantity.value) continue;
      this.#claim({ key, label: SUM, units: [quantity.unit], confidence: SHARE }, quantity, window);
      this.#from = quantity.end;
      return true;
    }
    return false;
  }

  /** A number without a label, or with 总金额 alone, goes on with the label before. */
  #wordsOf({ text, window }: Label): string {
    if (window === '' && text === '') return this.#label;
    return AMOUNT.test(text) ? this.#label + text : text;
  }

  #ruleFor(quantity: Quantity, label: string, inherited: Topic | undefined): LabelRule | undefined {
    if (this.#documents && namesClass(label)) return undefined;
    const rule = ruleFor({
      label,
      unit: quantity.unit,
      value: quantity.value,
      parent: this.#frames.parents.at(-1)?.key ?? null,
      topic: this.#topic,
      inherited,
      section: this.#setting.section,
    });
    const window = this.#open.slice(this.#from, quantity.start);
    const known = this.#sinceOpening;
    this.#sinceOpening = isSinceOpening(window) ? rule : undefined;
    this.#isShare =
      known?.units.includes(quantity.unit) === true &&
      (rule ? rule.key === known.key : isBareVerb(label)) &&
      namesThisYear(window);
    if (!this.#counts(quantity, label)) return undefined;
    return this.#isShare && known ? { ...known, confidence: SHARE } : rule;
  }

  #take(quantity: Quantity, label: string, rule: LabelRule | undefined): void {
    const { parents } = this.#frames;
    const fits = rule !== undefined && (this.#isShare || belongs(rule.key, parents));
    if (fits) this.#claim(rule, quantity, label);
    else this.#keep(quantity, label, parents);
    this.#documents = this.#documents || (!fits && countsDocuments(label));
    if (!isDifference(label)) this.#frames.add({ key: fits ? rule.key : null, label });
  }

  /** Whether the number counts for the report's year. */
  #counts({ start }: Quantity, label: string): boolean {
    const before = this.#open.slice(0, start);
    return (
      isYear(before, this.#setting.year) &&
      isOfTheYear(before.slice(this.#from), label, this.#setting.year)
    );
  }

  #claim(rule: LabelRule, quantity: Quantity, label: string): void {
    const { start, end, precision, bound } = quantity;
    if (this.#listed.has(rule.key)) return;
    const known = this.claims.findIndex((claim) => claim.key === rule.key);
    const narrower = known >= 0 && rule.within === rule.key;
    if (narrower) this.claims.splice(known, 1);
    else if (known >= 0) {
      this.#repeated(known, rule.key, label);
      return;
    }
    this.claims.push({
      key: rule.key,
      label,
      ...inUnitOf(rule.key, quantity),
      precision,
      bound,
      raw: this.#text.slice(start, end).trim(),
      status: quantity.value === null ? 'blank' : 'reported',
      confidence: confidenceOf(rule, this.#text, this.#setting.section),
      start,
      end,
    });
  }

  /** 甲局收到20件，乙局收到15件: a list of offices, and no number of the whole. */
  #repeated(position: number, key: string, label: string): void {
    if (!namesOffice(label) || !namesOffice(this.claims[position]?.label ?? '')) return;
    this.claims.splice(position, 1);
    this.#listed.add(key);
  }

  #keep(quantity: Quantity, label: string, parents: readonly Whole[]): void {
    const { value, unit, start, end, digits } = quantity;
    if (!digits || unit === null || value === null) return;
    const whole = parents.at(-1);
    const named = whole && whole.key === null && label !== '' ? `${whole.label} ${label}` : label;
    this.loose.push({ label: named, value, unit, raw: this.#text.slice(start, end), start, end });
  }
}

/** Reads a sentence (with the sentences that only go on with it, 其中 and 均). */
export function readStatement(text: string, setting: Setting): Statement {
  const walk = new Walk(text, setting);
  const quantities = quantitiesOf(text);
  const lists = distributed(text, quantities);
  const marks = [...masked(text).matchAll(MARK)];
  let next = 0;
  for (const [index, quantity] of quantities.entries()) {
    for (; next < marks.length; next += 1) {
      const mark = marks[next];
      if (!mark || mark.index >= quantity.start) break;
      walk.mark(mark[0]);
    }
    walk.quantity(quantity, quantities[index + 1]?.start ?? text.length, lists.get(index));
  }
  const counted = walk.claims;
  const open = masked(text);
  const denied = deniedBy(text, setting.section).filter(
    (claim) =>
      isYear(open.slice(0, claim.end), setting.year) &&
      !counted.some((other) => other.key === claim.key),
  );
  const stated = [...counted, ...denied];
  return {
    claims: [...stated, ...completedBy(text, stated)],
    loose: walk.loose.filter((loose) => tight(loose.label) !== ''),
  };
}
