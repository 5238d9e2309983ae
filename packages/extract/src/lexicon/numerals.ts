/**
 * Numerals of Chinese documents: full-width and Arabic digits, grouped digits, positional years
 * (二〇一八) and additive numbers (一百零三), in common and formal writing (GB/T 15835-2011).
 */

/** What stands for nought between Chinese digits: 〇 and the rings and letters typed in its place. */
export const ZERO_SIGNS = '〇○◯零０0OoОоＯｏΟο';

const DIGITS: ReadonlyMap<string, number> = new Map(
  [
    '〇○◯零',
    '一壹弌',
    '二贰两兩',
    '三叁參',
    '四肆',
    '五伍',
    '六陆',
    '七柒',
    '八捌',
    '九玖',
  ].flatMap((signs, value) => [...signs].map((sign) => [sign, value] as const)),
);

/** Powers of ten inside a group of four digits. */
const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

const LARGE_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** Twenty, thirty and forty written with one sign, as in 廿一. */
const TENS: ReadonlyMap<string, string> = new Map([
  ['廿', '二十'],
  ['卅', '三十'],
  ['卌', '四十'],
]);

/** Source of a pattern for an additive Chinese number, for use inside larger patterns. */
export const CHINESE_NUMBER =
  '[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅卌]{1,15}';

/** Source of a pattern for Arabic digits of either width, with groups (`1,234`, `1 900`) and decimals. */
export const ARABIC_NUMBER =
  "[0-9０-９]{1,3}(?:[,，'’ ][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]{1,8})?|[0-9０-９]{1,15}(?:[.．][0-9０-９]{1,8})?";

const POSITIONAL = new RegExp(`^[一二三四五六七八九${ZERO_SIGNS}]{2,}$`, 'u');
const ADDITIVE = new RegExp(`^${CHINESE_NUMBER}$`, 'u');
const ARABIC = new RegExp(`^(?:${ARABIC_NUMBER})$`, 'u');
const GROUP_MARK = /[,，'’ ]/gu;
const FULL_WIDTH = /[０-９．]/gu;
const TEN_SIGN = /[廿卅卌]/gu;

/** Full-width digits and points to ASCII; everything else stays. */
export const asciiDigits = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** A number written digit by digit in Chinese signs: 二〇一八, 二○一八, 二O一八 → 2018. */
export function positionalInteger(text: string): number | undefined {
  if (!POSITIONAL.test(text)) return undefined;
  const digits = [...text].map((sign) => (ZERO_SIGNS.includes(sign) ? 0 : DIGITS.get(sign)));
  return Number(digits.join(''));
}

/** Below ten thousand: 三千零五 → 3005; undefined where a sign stands out of order. */
function group(signs: readonly string[]): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let lowest = 10_000;
  for (const sign of signs) {
    const unit = SMALL_UNITS.get(sign);
    const value = DIGITS.get(sign);
    if (unit !== undefined && unit < lowest) {
      sum += (digit ?? 1) * unit;
      lowest = unit;
      digit = undefined;
    } else if (value !== undefined && !digit) {
      digit = value;
    } else {
      return undefined;
    }
  }
  return sum + (digit ?? 0) * colloquial(signs, lowest);
}

/** 两千三 is 2300: a last digit behind a unit, without 零 between, counts the next lower unit. */
function colloquial(signs: readonly string[], lowest: number): number {
  const before = signs.at(-2);
  return before !== undefined && SMALL_UNITS.has(before) && lowest > 10 && lowest < 10_000
    ? lowest / 10
    : 1;
}

/** A number written in Chinese words: 十五, 一百零三, 两千三百, 廿一, 三万五 (35 000), 贰拾. */
export function additiveInteger(text: string): number | undefined {
  if (!ADDITIVE.test(text)) return undefined;
  const signs = [...text.replace(TEN_SIGN, (sign) => TENS.get(sign) ?? sign)];
  let total = 0;
  let open: string[] = [];
  let lastUnit = 1;
  for (const sign of signs) {
    const unit = LARGE_UNITS.get(sign);
    if (unit === undefined) {
      open.push(sign);
      continue;
    }
    const part = group(open);
    if (part === undefined || open.length === 0) return undefined;
    total = unit === 100_000_000 ? (total + part) * unit : total + part * unit;
    open = [];
    lastUnit = unit;
  }
  const rest = group(open);
  if (rest === undefined) return undefined;
  return total + (lastUnit > 1 && open.length === 1 ? rest * (lastUnit / 10) : rest);
}

/** A number in Chinese signs, positional (more than one bare digit) or additive. */
export const chineseInteger = (text: string): number | undefined =>
  positionalInteger(text) ?? additiveInteger(text);

/** A number in Arabic digits of either width, with or without groups and decimals. */
export function arabicNumber(text: string): number | undefined {
  if (!ARABIC.test(text)) return undefined;
  return Number(asciiDigits(text).replace(GROUP_MARK, ''));
}

/** A number in any of these writings. */
export const numberOf = (text: string): number | undefined =>
  arabicNumber(text) ?? chineseInteger(text);

/** Multiplies without the noise of binary fractions: 26.8 × 10000 is 268000 exactly. */
export function scaled(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}
