/** Word's number formats (ECMA-376 §17.18.59) as the characters that Word prints. */

const digits = [...'〇一二三四五六七八九'];
/** 十二, not 一十二. */
const tenFirst = /^一十/;
const legal = [...'零壹贰叁肆伍陆柒捌玖'];
const traditional = [...'零壹貳參肆伍陸柒捌玖'];
const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Chinese numeral up to 9999, spoken form: 十二, 一百零五. */
function spoken(value: number, figures: readonly string[], units: readonly string[]): string {
  if (value === 0) return figures[0] ?? '';
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const figure = Math.floor(value / 10 ** place) % 10;
    if (figure === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${figures[figure] ?? ''}${units[place] ?? ''}`;
    gap = false;
  }
  return text;
}

const counting = (value: number): string =>
  spoken(value, digits, ['', '十', '百', '千']).replace(tenFirst, '十');

const eachDigit = (value: number): string =>
  [...String(value)].map((figure) => digits[Number(figure)] ?? '').join('');

const letters = (value: number): string =>
  String.fromCodePoint(0x61 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

function romanOf(value: number): string {
  let rest = value;
  let text = '';
  for (const [amount, sign] of roman) {
    for (; rest >= amount; rest -= amount) text += sign;
  }
  return text;
}

/** A sign of a run of Unicode, or plain digits beyond it. */
const within =
  (first: number, last: number) =>
  (value: number): string =>
    value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value);

const fullWidth = (value: number): string =>
  [...String(value)].map((figure) => String.fromCodePoint(0xff10 + Number(figure))).join('');

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalZero2: (value) => String(value).padStart(2, '0'),
  decimalZero3: (value) => String(value).padStart(3, '0'),
  decimalZero4: (value) => String(value).padStart(4, '0'),
  numberInDash: (value) => `- ${value} -`,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: within(0x2460, 20),
  decimalEnclosedCircleChinese: within(0x2460, 20),
  decimalEnclosedParen: within(0x2474, 20),
  decimalEnclosedFullstop: within(0x2488, 20),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  koreanCounting: counting,
  ideographDigital: eachDigit,
  japaneseDigitalTenThousand: eachDigit,
  taiwaneseDigital: eachDigit,
  chineseLegalSimplified: (value) => spoken(value, legal, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (value) => spoken(value, traditional, ['', '拾', '佰', '仟']),
  ideographEnclosedCircle: within(0x3280, 10),
  ideographTraditional: (value) => [...'甲乙丙丁戊己庚辛壬癸'][(value - 1) % 10] ?? '',
  ideographZodiac: (value) => [...'子丑寅卯辰巳午未申酉戌亥'][(value - 1) % 12] ?? '',
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: romanOf,
  upperRoman: (value) => romanOf(value).toUpperCase(),
  none: () => '',
};

/** Undefined for a format that is not known: its number is then unknown too. */
export function formatNumber(format: string, value: number): string | undefined {
  if (value < 0 || value > 9999) return undefined;
  return formats[format]?.(value);
}
