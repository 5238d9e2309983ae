/** Pages of links: columns, front pages, folders of a server; and columns with nothing in them. */
import type { Diagnostic } from '@xxgk/extract/document';
import { type PageSigns, showsMore, warning } from './page-signs.ts';

const enoughEntries = 8;
/** Entries of a short column, which has hardly a line besides. */
const fewEntries = 3;
/** Share of the lines that are entries. */
const mostly = 0.6;
const nearlyAll = 0.8;
/** Han characters in sentences that a column may add: its description. */
const aDescription = 60;

const directory =
  /^(indexof\/|directorylistingfor|.{0,40}-\/[\w/%-]{0,80}).{0,120}|\[?(转到父目录|totheparentdirectory|parentdirectory)\]?/i;
const emptyColumn =
  /(暂无|没有|无)(相关)?(内容|信息|数据|记录|文章|文件|资料|公告|新闻)[!！。]?|(栏目|内容|页面)(正在)?(建设|更新|整理|维护)中|共0(条|页|篇)/;
/** Han characters of a column without entries. */
const aNotice = 40;

function isList({ entries, rows, han, linked, sentences, article }: PageSigns): boolean {
  if (article || linked <= han * 0.5) return false;
  // A column of one or two entries: besides them there is its name, and not a word more.
  if (entries > 0 && entries >= rows - 1 && sentences === 0) return true;
  if (entries >= enoughEntries && entries >= rows * mostly) return true;
  return entries >= fewEntries && entries >= rows * nearlyAll && sentences < aDescription;
}

/** What kind of page of links this is, if it is one. */
export function listPage(signs: PageSigns, words: string): Diagnostic | undefined {
  if (directory.test(words) && signs.han < aNotice * 2 && !signs.article) {
    return warning(
      'parse/directory',
      'This is a folder of a server, no document: fetch the files that it lists.',
    );
  }
  if (isList(signs)) {
    return signs.front
      ? warning('parse/home-page', 'This is the front page of a site, no document: crawl it.')
      : warning(
          'parse/list-page',
          'This is a list of links, no document: crawl it, do not extract from it.',
        );
  }
  if (signs.article || showsMore(signs) || signs.han > aNotice || !emptyColumn.test(words)) {
    return undefined;
  }
  return warning(
    'parse/empty-column',
    'This column of a site is empty: there is no document in it.',
  );
}
