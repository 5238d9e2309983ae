/** Pages that cost a careless reader its time or its memory. */
import { utf8 } from './page.ts';

export interface Bomb {
  readonly name: string;
  /** `read`, or the code of the error by which it is refused. */
  readonly outcome: string;
  make(): Uint8Array;
}

const inPage = (body: string): Uint8Array =>
  utf8(
    `<html><head><title>关于某事的通知</title></head><body><h1>关于某事的通知</h1><div>${body}</div></body></html>`,
  );

const refused = 'parse/too-large';

export const htmlPages: readonly Bomb[] = [
  {
    name: 'one text of 50 MB',
    outcome: refused,
    make: () => inPage(`<p>${'政'.repeat(17_000_000)}</p>`),
  },
  {
    name: 'a million links',
    outcome: refused,
    make: () => inPage('<a href="/a.html">通知</a>'.repeat(1_000_000)),
  },
  {
    name: 'boxes nested 100,000 deep',
    outcome: refused,
    make: () => inPage(`${'<div>'.repeat(100_000)}文${'</div>'.repeat(100_000)}`),
  },
  {
    name: 'boxes nested 5,000 deep',
    outcome: 'read',
    make: () => inPage(`${'<div>'.repeat(5000)}文${'</div>'.repeat(5000)}`),
  },
  {
    name: '20,000 tables that are never closed',
    outcome: refused,
    make: () => inPage('<table><b>'.repeat(20_000)),
  },
  {
    name: 'fonts that are never closed',
    outcome: 'read',
    make: () => inPage('<font><b>某'.repeat(4000)),
  },
  {
    name: 'a tag of 100,000 attributes',
    outcome: 'read',
    make: () =>
      inPage(`<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>文</p>`),
  },
  {
    name: '50,000 cells',
    outcome: 'read',
    make: () => inPage(`<table>${`<tr>${'<td>1</td>'.repeat(10)}</tr>`.repeat(5000)}</table>`),
  },
  {
    name: 'cells that span more than there is',
    outcome: refused,
    make: () =>
      inPage(
        `<table>${'<tr><td colspan="1000" rowspan="65000">x</td><td colspan="1000">y</td></tr>'.repeat(4000)}</table>`,
      ),
  },
  {
    name: '20,000 hidden panels',
    outcome: 'read',
    make: () =>
      inPage(`<div class="t" style="display:none">${'某'.repeat(30)}</div>`.repeat(20_000)),
  },
  {
    name: '30,000 boxes under the marks of every system',
    outcome: 'read',
    make: () =>
      inPage('<div id="zoom" class="TRS_Editor v_news_content">某某某</div>'.repeat(30_000)),
  },
  {
    name: '30,000 copies of the title',
    outcome: 'read',
    make: () => inPage('<h1>关于某事的通知</h1>'.repeat(30_000)),
  },
  {
    name: 'style sheets that never end a rule',
    outcome: 'read',
    make: () =>
      inPage(
        `<style>${'.a{'.repeat(60_000)}</style><style>${'@media x{'.repeat(30_000)}</style><p>文</p>`,
      ),
  },
  {
    name: 'a script of quotes that are never closed',
    outcome: 'read',
    make: () => inPage(`<script>${'var a="\\u5173'.repeat(100_000)}</script>`),
  },
];
