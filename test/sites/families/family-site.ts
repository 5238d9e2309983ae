/** One simulated site: what it serves, what is to be found on it, and what is planted to go wrong. */
import iconv from 'iconv-lite';
import { htmlDoc, pdf } from '../attachments.ts';
import type { Entry } from '../pages.ts';
import type { Resource } from '../serve-site.ts';
import { answers, calendar, endless, wrong } from './mistakes.ts';
import type { Plan, Planned } from './plan.ts';
import { anchor, articleOf, entriesHtml, type Frame, listOf, pageOf } from './templates.ts';

/** The conventions of one system. */
export interface Convention {
  readonly name: string;
  readonly frame: Frame;
  /** Attributes of the element around the text of an article. */
  readonly content: string;
  articlePath(article: Planned): string;
  /** Where the file of an article lies, and how its page links to it. */
  filePath(article: Planned, extension: string): { readonly path: string; readonly href: string };
  /** Files are given only to those who come from a page of the site. */
  readonly guarded?: boolean;
  /** Adds the columns, from the hub 政务公开 on, with their lists. */
  addColumns(site: FamilySite, columns: Columns): void;
}

/** Entries of the columns, as they are to be listed. */
export interface Columns {
  readonly reports: readonly Listed[];
  readonly documents: readonly Listed[];
  readonly interpretations: readonly Listed[];
}

export interface Listed extends Entry {
  readonly year: number;
}

export class FamilySite {
  readonly convention: Convention;
  readonly resources = new Map<string, Resource>();
  /** Paths of what is to be found. */
  readonly reports: string[] = [];
  readonly articles: string[] = [];
  readonly attachments: string[] = [];
  /** Paths that robots.txt forbids. */
  readonly forbidden: string[] = [];
  /** Articles that are of no kind that is wanted. */
  readonly unwanted: string[] = [];
  /** Paths whose answer is a planted mistake. */
  readonly trouble: string[] = [];
  /** What scripts make. */
  answer: (url: URL) => Resource | undefined = () => undefined;
  robots = '';

  constructor(convention: Convention) {
    this.convention = convention;
  }

  /** @param path With its query. */
  find(path: string): Resource | undefined {
    const url = new URL(path, 'http://site');
    return (
      this.resources.get(path) ??
      calendar(url) ??
      endless(url, this.convention.frame, this.articles) ??
      this.answer(url)
    );
  }

  /** A page in the site's character set, without a word about it in the header. */
  page(path: string, html: string): void {
    const { charset } = this.convention.frame;
    const gbk = charset === 'gb2312';
    const type = gbk ? 'text/html' : 'text/html; charset=utf-8';
    this.resources.set(path, { type, body: gbk ? iconv.encode(html, 'gb18030') : html });
  }

  list(path: string, name: string, list: string, beside = ''): void {
    this.page(path, listOf(this.convention.frame, name, list, beside));
  }
}

/** Builds the site of a convention. */
export async function familySite(convention: Convention, plan: Plan): Promise<FamilySite> {
  const site = new FamilySite(convention);
  const listed = async (articles: readonly Planned[]): Promise<Listed[]> => {
    const entries: Listed[] = [];
    for (const article of articles) entries.push(await addArticle(site, article));
    return entries;
  };
  const reports = await listed(plan.reports);
  site.reports.push(...site.articles);
  const documents = await listed(plan.documents);
  const interpretations = await listed(plan.interpretations);
  const [first, second] = reports;
  const twice = [first, first, second].flatMap((entry) => entry ?? []);
  const mistakes = plantMistakes(site, plan.reports[0] as Planned);
  convention.addColumns(site, {
    reports: [...reports, ...mistakes],
    // Editors put things twice, into one column and into several.
    documents: [...documents, ...twice],
    interpretations,
  });
  addHome(site, plan.news);
  site.resources.set('/robots.txt', { type: 'text/plain', body: robotsOf(site) });
  return site;
}

const robotsOf = ({ robots, forbidden }: FamilySite): string =>
  [
    'User-agent: *',
    ...forbidden.map((path) => `Disallow: ${path}`),
    'Crawl-delay: 0.05',
    robots,
  ].join('\n');

async function addArticle(site: FamilySite, article: Planned): Promise<Listed> {
  const { convention } = site;
  const path = convention.articlePath(article);
  let attachment = '';
  if (article.file !== null) {
    const { path: file, href } = convention.filePath(article, article.file);
    const type = article.file === 'pdf' ? 'application/pdf' : 'application/octet-stream';
    const body =
      article.file === 'pdf'
        ? await pdf(`Register ${article.id} of the county.`)
        : htmlDoc(article);
    site.resources.set(file, { type, body, needsReferer: convention.guarded === true });
    site.attachments.push(file);
    attachment = `<p>附件：${anchor(href.replaceAll('&', '&amp;'), `附件.${article.file}`)}</p>`;
  }
  site.page(path, articleOf(convention.frame, article, convention.content, attachment));
  site.articles.push(path);
  return { href: path, title: article.title, date: article.date, year: article.year };
}

/** Links in the column of reports that lead nowhere. */
function plantMistakes(site: FamilySite, like: Planned): readonly Listed[] {
  return wrong.map((what, index) => {
    const path = site.convention.articlePath({ ...like, id: 900_000 + index });
    const [, , , , , forbidden = ''] = site.trouble;
    const astray: Resource = { status: 302, headers: { location: forbidden } };
    site.resources.set(path, what === 'leads astray' ? astray : answers[what]);
    site.trouble.push(path);
    if (what === 'forbidden') site.forbidden.push(path);
    return { href: path, title: `旧年报 ${what}`, date: like.date, year: like.year };
  });
}

/** The front page: news, and the way to 政务公开. */
function addHome(site: FamilySite, news: readonly Planned[]): void {
  const { convention } = site;
  const entries = news.map((article) => {
    const path = convention.articlePath(article);
    site.page(path, articleOf(convention.frame, article, convention.content, ''));
    site.unwanted.push(path);
    return { href: path, title: article.title, date: article.date };
  });
  site.page('/', pageOf(convention.frame, '', '', `<ul class="news">${entriesHtml(entries)}</ul>`));
}

/** `entries` in pages of a size. */
export const pagesOf = <Item>(
  entries: readonly Item[],
  size: number,
): readonly (readonly Item[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(entries.length / size)) }, (_, page) =>
    entries.slice(page * size, (page + 1) * size),
  );
