/**
 * What the built-in number formats show in the Chinese locale: a file names them by number only
 * (ECMA-376-1 §18.8.30, `zh-cn`), and the library knows those of the United States.
 */

const year = 'yyyy"年"m"月"';
const day = 'm"月"d"日"';
const yen = '"¥"#,##0';
const hour = 'h"时"mm"分"';

export const chineseFormats: ReadonlyMap<number, string> = new Map([
  [5, `${yen};"¥"\\-#,##0`],
  [6, `${yen};"¥"\\-#,##0`],
  [7, `${yen}.00;"¥"\\-#,##0.00`],
  [8, `${yen}.00;"¥"\\-#,##0.00`],
  [14, 'yyyy/m/d'],
  [22, 'yyyy/m/d h:mm'],
  [27, year],
  [28, day],
  [29, day],
  [30, 'm-d-yy'],
  [31, `${year}d"日"`],
  [32, hour],
  [33, `${hour}ss"秒"`],
  [36, year],
  [50, year],
  [51, day],
  [52, year],
  [53, day],
  [54, day],
  [57, year],
  [58, day],
]);

const listStart = /<((?:\w{1,20}:)?)numFmts\b[^<>]{0,100}?(\/?)>/;
const fonts = /<((?:\w{1,20}:)?)fonts\b/;

const listed = (prefix: string): string =>
  [...chineseFormats]
    .map(([id, code]) => {
      const quoted = code.replaceAll('"', '&quot;');
      return `<${prefix}numFmt numFmtId="${id}" formatCode="${quoted}"/>`;
    })
    .join('');

/** A styles part that spells the formats out; what it defines itself comes later and wins. */
export function withChineseFormats(styles: string): string {
  const start = listStart.exec(styles);
  if (start) {
    const [tag, prefix = '', closed] = start;
    const open = closed ? `<${prefix}numFmts>` : tag;
    const end = closed ? `</${prefix}numFmts>` : '';
    return styles.replace(tag, () => `${open}${listed(prefix)}${end}`);
  }
  return styles.replace(
    fonts,
    (tag, prefix: string) => `<${prefix}numFmts>${listed(prefix)}</${prefix}numFmts>${tag}`,
  );
}
