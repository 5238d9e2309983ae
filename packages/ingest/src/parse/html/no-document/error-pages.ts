/** Answers in place of a document: it is gone, or the site wants something first. */
import type { Diagnostic } from '@xxgk/extract/document';
import { type PageSigns, showsMore, showsNothing, warning } from './page-signs.ts';

/** Han characters above which a page says something even if it also says 404. */
const aDocument = 200;
/** Han characters of an article's page that says nothing but that it is gone. */
const onlyThat = 60;
/** Han characters; a page that says more is not only the form of a login. */
const aSentence = 100;

const thing = '(页面|网页|内容|信息|文章|稿件|地址|链接|文件|资源|栏目|网址|文档|记录|数据)';
const notFound = new RegExp(
  [
    '(404|文件或目录|page)(not|未|没有)found|404notfound|notfound|http(status)?-?404|错误代码[:：]?404|404(错误|页面)|错误404|^404',
    `(没有|未|无法|不能)(能)?(找|查|检索|获取)到(您|你)?(所|要|想)?(访问|请求|查看|浏览|需要|查找)?的?(该|此|这个|相关)?${thing}`,
    `找不到(该|此|您|你|页|文件|相关|服务器上)`,
    `${thing}(已经?|可能|可能已经?|或许)?(不存在|不见了|走丢了|飞走了|丢失|失效|过期|迷路了|未找到|没有找到|找不到)`,
    `${thing}(已经?|已被|可能已?被?|被)+(管理员)?(删除|下线|撤销|撤回|移除|移动|更名|关闭|屏蔽)`,
    `(访问|请求|查看|浏览)的${thing}.{0,8}(不存在|已?被?删除|已下线|已失效|出错|找不到|暂时无法|无法访问)`,
    `(该|此|本)(文章|信息|内容|稿件|栏目|页面)(已|已经)?(不存在|失效|归档下线|取消发布|停止访问)`,
    '(参数|id|编号)(错误|不正确|非法|有误)|非法(参数|的?请求)|无效的?(参数|链接|地址|请求)',
    '服务器(内部)?错误|(系统|程序|页面|服务器)(出错|异常|发生错误|繁忙)|internalservererror|badgateway|serviceunavailable|http(status)?-?50[0-4]',
  ].join('|'),
  'i',
);
const maintenance =
  /(系统|网站|服务器?|平台|本站|站点)(正在|目前|因)?.{0,6}(升级|维护|改版|建设|调试|迁移)(维护|升级|改造)?(中|期间|之中|公告)|暂停(服务|访问|使用)|(敬请|请)(稍后|谅解).{0,6}(维护|升级)/;
const intercepted =
  /(访问|请求)(已经?)?被?(拦截|拒绝|阻断|禁止|中止)|拦截(提示|原因|页面)|安全狗|云防护|网站防火墙|web应用防火墙|waf|创宇盾|安全威胁|accessdenied|forbidden|http(status)?-?403|ip(地址)?.{0,6}(禁止|封禁|限制|黑名单)|不合法(的)?(参数|请求)|攻击行为/i;
const captcha =
  /验证码|captcha|人机验证|安全验证|滑动(验证|滑块)|拖动滑块|请完成.{0,6}验证|(访问|请求)(过于|太)?频繁|异常访问|jschallenge|安全(检测|检查)中|正在(进行)?(安全)?(检测|验证).{0,4}浏览器|checkingyourbrowser|请(开启|启用)javascript/i;
const challenge =
  /\$_ts\b|__jsl_clearance|__jsluid|acw_sc__v2|_0x[0-9a-f]{4,6}|eval\(function\(p,a,c,k|_waf_|yunsuo_session|cf-challenge|FSSBBIl1UgzbN7N/i;
const setsCookie = /document\.cookie\s{0,4}=/;
const login =
  /请(先|您)?(先)?登录|用户登录|统一(身份认证|登录|认证)|账号登录|登录系统|扫码登录|密码登录|登录(后|才能)(方可)?(查看|浏览|访问)|(没有|无)(访问|查看|浏览)?权限|仅限(内网|内部)(用户)?(访问|查看)/;
const passwordField = /<input[^>]{0,400}type\s{0,4}=\s{0,4}["']?password/i;
const script = /<script/i;

/** Words that may also be what a document is about: they count only on a page without marks of one. */
const told: readonly (readonly [pattern: RegExp, code: Diagnostic['code'], message: string])[] = [
  [
    maintenance,
    'parse/maintenance',
    'The site says that it is under maintenance: fetch the page again later.',
  ],
  [
    intercepted,
    'parse/blocked',
    'A firewall answered in place of the site: fetch it slower, or by hand.',
  ],
];

/** Nothing but a script that sets a cookie and loads the page again, or that is made to be unreadable. */
const isChallenge = (signs: PageSigns): boolean =>
  showsNothing(signs) &&
  script.test(signs.html) &&
  (challenge.test(signs.html) || setsCookie.test(signs.html));

const isGone = (signs: PageSigns, words: string): boolean =>
  signs.han < (signs.article ? onlyThat : aDocument) && signs.tables === 0 && notFound.test(words);

function asksFirst(signs: PageSigns, words: string): Diagnostic | undefined {
  if (signs.article) return undefined;
  if (signs.han < aDocument && (captcha.test(words) || isChallenge(signs))) {
    return warning(
      'parse/captcha',
      'The site asks for a check by script or captcha: fetch it slower, or by hand.',
    );
  }
  // The counts first: the patterns read the whole page.
  if (signs.han >= aSentence || showsMore(signs)) return undefined;
  if (!login.test(words) && !passwordField.test(signs.html)) return undefined;
  return warning(
    'parse/login-wall',
    'The site asks for a login: the document is not public at this address.',
  );
}

/** What a page says in place of a document. */
export function errorPage(signs: PageSigns, words: string): Diagnostic | undefined {
  if (signs.titled) return undefined;
  if (isGone(signs, words)) {
    return warning(
      'parse/soft-404',
      'The site answered with an error page: the document is gone or has moved.',
    );
  }
  const asked = asksFirst(signs, words);
  if (asked || signs.article || signs.han >= aDocument || signs.attachments > 0) return asked;
  const found = told.find(([pattern]) => pattern.test(words));
  return found && warning(found[1], found[2]);
}
