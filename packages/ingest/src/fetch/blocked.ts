/**
 * Answers by which a site declines to be read by a program: script challenges, captchas, login
 * walls, maintenance pages. They are told apart from documents and from failures, and never evaded.
 */
import type { Answer } from './answer.ts';
import type { PageText } from './visible-text.ts';

/** Fewer Han characters than a page with an article, or a list of them, has. */
const few = 150;
const fewLinks = 15;
/** Characters that a page shows which consists of a script. */
const fewLetters = 30;

const declining: ReadonlyMap<number, string> = new Map([
  // 加速乐, 瑞数: their scripts come with these.
  [521, 'status 521, a challenge of its firewall'],
  [412, 'status 412, a challenge of its firewall'],
  [401, 'status 401, it asks for a password'],
  [403, 'status 403, access is refused'],
  [407, 'status 407, a proxy refuses'],
  [451, 'status 451, withheld for legal reasons'],
]);

const script = /<script\b/i;
/** What scripts of challenges do and pages do not: set a cookie, then load the page again. */
const challenge =
  /__jsl?_?clearance|__jsluid|\$_ts\b|acw_sc__v2|_waf_|eval\(function|document\.cookie\s{0,4}=[\s\S]{0,2000}location/i;
const captcha = /验证码|人机验证|安全验证|滑动验证|拖动滑块|captcha/i;
const form = /<(input|img|canvas|div)\b/i;
const password = /<input\b[^>]{0,400}type\s{0,4}=\s{0,4}["']?password/i;
const login = /登录|登陆|统一身份认证|login/i;
const maintenance = /(网站|系统|服务器?)(正在)?(升级)?维护|维护(升级)?中|暂停(服务|访问)/;
const intercepted =
  /(访问|请求)(已)?被(拦截|拒绝|阻断)|拦截提示|安全狗|云防护|Web应用防火墙|访问过于频繁/;

/** Why the answer is a refusal, in a few words; undefined where it is none. */
export function blockedBecause(
  answer: Pick<Answer, 'status' | 'headers'>,
  page: PageText | undefined,
): string | undefined {
  const declined = declining.get(answer.status);
  if (declined !== undefined) return declined;
  if (!page || page.han >= few || page.links >= fewLinks) return undefined;
  return challengedBy(answer, page) ?? wallIn(answer, page);
}

function challengedBy(
  { status, headers }: Pick<Answer, 'status' | 'headers'>,
  { html, text }: PageText,
): string | undefined {
  if (!script.test(html) || text.length >= fewLetters) return undefined;
  const known = status === 202 || 'x-via-jsl' in headers || challenge.test(html);
  return known ? 'a script instead of a page' : undefined;
}

function wallIn({ status }: Pick<Answer, 'status'>, { html, text }: PageText): string | undefined {
  if (captcha.test(html) && form.test(html)) return 'it asks for a captcha';
  if (password.test(html) && login.test(text)) return 'it asks for a login';
  if (intercepted.test(text)) return 'its firewall refuses the request';
  // Pages under maintenance come with 200 too; with 503 the host is only busy.
  return status === 200 && maintenance.test(text) ? 'it is under maintenance' : undefined;
}
