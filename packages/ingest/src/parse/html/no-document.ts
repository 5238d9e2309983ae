/** Pages that answer 200 and are no document: error pages, captchas, lists, login walls. */
import type { Diagnostic } from '@xxgk/extract/document';
import { keyOf } from '../../chinese/key.ts';

/** What is asked about a page. */
export interface PageSigns {
  readonly html: string;
  readonly title: string;
  /** Lines of the body. */
  readonly lines: readonly string[];
  readonly figures: number;
  readonly tables: number;
  readonly attachments: number;
  /** Han characters of the body, and those that are links. */
  readonly han: number;
  readonly linked: number;
  /** Lines that are one link, with or without a date. */
  readonly entries: number;
  /** Whether the page has marks of an article. */
  readonly article: boolean;
}

/** Han characters above which a page says something even if it also says 404. */
const aDocument = 200;
/** Han characters; a page that says more is not only the form of a login. */
const aSentence = 100;
const enoughEntries = 8;

const notFound =
  /404notfound|页面不存在|页面没有找到|页面未找到|找不到(该|此|您|页|文件)|访问的(页面|内容|信息|文章|地址|网页)(不存在|已被?删除|已下线|已失效|出错|找不到|暂时无法)|(信息|文章|内容|稿件|页面|网页)(已经?|已被|被)(删除|下线|撤销|移除|移动)|(文章|信息|内容)不存在|httpstatus404|错误404|404错误|系统(繁忙|维护|升级)|网站(维护|升级|建设)中/i;
const captcha =
  /验证码|captcha|人机验证|安全验证|滑动(验证|滑块)|拖动滑块|请完成.{0,6}验证|访问(过于)?频繁|异常访问|请求(被)?拦截|jschallenge|网站防火墙|云防护|创宇盾|安全(检测|防护)/i;
const challenge =
  /\$_ts|__jsl_clearance|__jsluid|document\.cookie\s{0,4}=|_0x[0-9a-f]{4,6}|window\.location\.(href|replace)|acw_sc__v2|eval\(function\(p,a,c,k/;
const login = /请(先)?登录|用户登录|统一(身份认证|登录|认证)|账号登录|登录系统|扫码登录|密码登录/;
const passwordField = /<input[^>]{0,400}type\s{0,4}=\s{0,4}["']?password/i;
const script = /<script/i;

const warning = (code: Diagnostic['code'], message: string): Diagnostic => ({
  code,
  severity: 'warning',
  message,
  place: null,
});

function errorPage(signs: PageSigns, words: string): Diagnostic | undefined {
  if (signs.han < aDocument && notFound.test(words)) {
    return warning(
      'parse/soft-404',
      'The site answered with an error page: the document is gone or has moved.',
    );
  }
  if (signs.han < aDocument && (captcha.test(words) || isChallenge(signs))) {
    return warning(
      'parse/captcha',
      'The site asks for a check by script or captcha: fetch it slower, or by hand.',
    );
  }
  const asked = login.test(words) || passwordField.test(signs.html);
  if (signs.han < aSentence && asked && !signs.article && !showsMore(signs)) {
    return warning(
      'parse/login-wall',
      'The site asks for a login: the document is not public at this address.',
    );
  }
  return undefined;
}

const showsMore = ({ figures, tables, attachments }: PageSigns): boolean =>
  figures + tables + attachments > 0;

const isChallenge = (signs: PageSigns): boolean =>
  signs.han === 0 && !showsMore(signs) && script.test(signs.html) && challenge.test(signs.html);

function listPage({ entries, lines, han, linked, article }: PageSigns): Diagnostic | undefined {
  const mostly = entries >= enoughEntries && entries >= lines.length * 0.6 && linked > han * 0.5;
  if (!mostly || article) return undefined;
  return warning(
    'parse/list-page',
    'This is a list of links, no document: crawl it, do not extract from it.',
  );
}

/** What is wrong with a page, at most one thing. */
export function noDocument(signs: PageSigns): Diagnostic[] {
  const words = keyOf(
    `${signs.title.slice(0, 200)} ${signs.lines.slice(0, 100).join(' ').slice(0, 2000)}`,
  );
  const found = errorPage(signs, words) ?? listPage(signs);
  if (found) return [found];
  const empty = signs.han === 0 && !showsMore(signs);
  return empty
    ? [
        warning(
          'parse/no-content',
          'The page holds no text: its content may come by script, or be a picture of the site.',
        ),
      ]
    : [];
}
