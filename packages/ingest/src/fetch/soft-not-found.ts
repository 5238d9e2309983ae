/** Pages that say "there is nothing here" with status 200. */
import type { Answer } from './answer.ts';
import type { PageText } from './visible-text.ts';

/** An error page says little else; a page with the phrase in its chrome and an article has more. */
const few = 200;

const phrase =
  /(页面|网页|文件|信息|内容|文章|资源|栏目)(已经?|可能)?(不存在|被删除|已删除|找不到|未找到|走丢了|飞走了)|(找不到|未找到|没有找到)(您|你)?(要|所|想)?(访问|请求|查看|浏览)?的?(页面|网页|文件|资源)|404\s{0,3}(notfound|错误|页面)|^404|http404|filenotfound|pagenotfound/i;

const homes = /^\/(index|default|main)?(\.\w{3,5})?$/i;
const deep = /[^/]+\/[^/]+|\.\w{2,6}$/;

/** Why the answer is no page of its own, in a few words; undefined where it may be one. */
export function saysNotFound(
  { requested, url }: Pick<Answer, 'requested' | 'url'>,
  page: PageText | undefined,
): string | undefined {
  if (page && page.han < few && phrase.test(page.text)) return 'its page says so';
  const from = new URL(requested);
  const to = new URL(url);
  // An article or a file that leads to the front page is gone.
  const home = from.href !== to.href && homes.test(to.pathname) && to.search === '';
  return home && deep.test(from.pathname) ? 'it leads to the home page' : undefined;
}
