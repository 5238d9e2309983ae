/** The ways in which editors' tools write the text of an article. */
import { type Article, isRows, type Rows } from './article.ts';

export type WriteBody = (body: Article['body']) => string;

const rows = (table: Rows, cell: (text: string) => string, attributes = ''): string =>
  `<table${attributes}><tbody>${table
    .map((row) => `<tr>${row.map((text) => `<td>${cell(text)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const each =
  (paragraph: (text: string) => string, table: (rows: Rows) => string): WriteBody =>
  (body) =>
    body.map((piece) => (isRows(piece) ? table(piece) : paragraph(piece))).join('\n');

const halves = (text: string): [string, string] => {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)];
};

/** Clean paragraphs of a recent editor. */
const plain = each(
  (text) => `<p style="text-indent:2em;line-height:2;">${text}</p>`,
  (table) => rows(table, (text) => text, ' border="1"'),
);

/** Pasted from Word: classes of its own, runs cut into spans, conditional comments. */
const word = each(
  (text) => {
    const [first, second] = halves(text);
    return `<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0"><span style="font-size:16.0pt;font-family:仿宋_GB2312">${first}<span lang=EN-US><o:p></o:p></span></span><span style="font-size:16.0pt"><span style="mso-spacerun:'yes'">${second}</span></span><!--[if !supportEmptyParas]-->&nbsp;<!--[endif]--></p>`;
  },
  (table) =>
    `<div align=center>${rows(table, (text) => `<p class=MsoNormal align=center><span style="font-size:10.5pt">${text}<o:p></o:p></span></p>`, ' class=MsoNormalTable border=1 cellspacing=0')}</div>`,
);

/** One container, lines divided by breaks and indented by blanks. */
const breaks = each(
  (text) => `　　${text}<br>\n<br>`,
  (table) => rows(table, (text) => `<font size=2>${text}</font>`, ' border=1 width="95%"'),
);

/** Boxes in boxes, a section for each paragraph, as phone editors write it. */
const nested = each(
  (text) =>
    `<section data-role="outer"><section style="margin:0;"><div><p><span><span>${text}</span></span></p></div></section></section>`,
  (table) =>
    `<section><div class="tablebox">${rows(table, (text) => `<p>${text}</p>`)}</div></section>`,
);

/** Old editors: fonts inside fonts, the paragraph only closed where the next begins. */
const fonts = each(
  (text) => `<P><FONT face=宋体 size=3><FONT color=#000000>　　${text}</FONT></FONT>`,
  (table) => rows(table, (text) => `<FONT size=2>${text}</FONT>`, ' borderColor=#000000 border=1'),
);

export const bodies: Readonly<Record<string, WriteBody>> = { plain, word, breaks, nested, fonts };
