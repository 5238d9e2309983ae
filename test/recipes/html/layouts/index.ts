/** Every article on every layout: what a page says, and what must be read from it. */
import { type Article, articles } from './article.ts';
import { bodies } from './bodies.ts';
import { homeMade } from './home-made.ts';
import { jcms } from './jcms.ts';
import type { Layout } from './layout.ts';
import { longxun, nfcms, ucap } from './platforms.ts';
import { trs } from './trs.ts';
import { vsb } from './vsb.ts';

export const layouts: readonly Layout[] = [
  ...jcms,
  ...trs,
  ...vsb,
  ...ucap,
  ...nfcms,
  ...longxun,
  ...homeMade,
];

export interface LaidOut {
  readonly name: string;
  readonly article: Article;
  readonly layout: Layout;
  readonly html: string;
  /** Words of the site around the article. */
  readonly furniture: readonly string[];
}

/** An article printed by a layout. */
export function laidOut(layout: Layout, article: Article): LaidOut {
  const { html, says } = layout.page(article, bodies[layout.writes]?.(article.body) ?? '');
  return { name: `${layout.name}, ${article.name}`, article, layout, html, furniture: says };
}

export const laidOutPages: readonly LaidOut[] = layouts.flatMap((layout) =>
  articles.map((article) => laidOut(layout, article)),
);

const names = /\b(class|id)=("[^"]*"|[\w-]+)/g;

/** The same page made by a system that nobody knows: other names, no comments, no standard meta tags. */
export function renamed({ html }: LaidOut): string {
  const known = new Map<string, string>();
  const other = (name: string): string => {
    const made = known.get(name) ?? `k${known.size + 1}`;
    known.set(name, made);
    return made;
  };
  return html
    .replaceAll(/<!--(?!\[)[\s\S]*?-->/g, '')
    .replaceAll(/<meta name="(Content(Start|End)|ArticleTitle)"[^>]*>/g, '')
    .replaceAll(names, (_, attribute: string, value: string) => {
      const words = value.replaceAll('"', '').split(' ').filter(Boolean);
      return `${attribute}="${words.map(other).join(' ')}"`;
    });
}
