/**
 * What stands around a text on the pages of agencies, as whole lines and as names of classes.
 *
 * Words match only whole lines (after {@link keyOf}), never inside sentences: 无障碍环境建设, 关闭企业
 * and 打印机 are content.
 */

/** Accessibility bars, entries, search, tools: the rule's id → the lines it knows. */
const lines: Readonly<Record<string, string>> = {
  accessibility:
    '无障碍|无障碍浏览|无障碍阅读|无障碍版|网站无障碍|是否打开信息无障碍浏览|进入无障碍|退出无障碍|长辈版|长者版|长者模式|长者助手|老年人模式|老年模式|适老版|适老化|适老模式|关怀版|关怀模式|退出关怀版|退出老年人模式|大字版|读屏|读屏专用|语音播报|语音朗读|听全文|指读|放大|缩小|高对比度|配色|大光标|显示屏|辅助线|全屏|重置',
  entry:
    '简体|简体版|简体中文|简|繁体|繁体版|繁体中文|繁|英文版|English|EN|日本語|한국어|FRANÇAIS|登录|注册|退出|个人中心|用户中心|手机版|移动版|移动端|微信|微博|新浪微博|官方微博|官方微信|头条|今日头条|抖音|客户端|RSS|RSS订阅|邮箱登录|政务服务门户登录|IPv6|网站支持IPv6|本网站支持IPv6|设为首页|加入收藏|加为收藏|收藏本站|欢迎光临|今天是|今天是:',
  search:
    '请输入关键字|请输入关键词|请输入您要搜索的内容|搜索|检索|站内搜索|全文检索|高级搜索|高级检索|热搜词|热门搜索|热门搜索:|热搜|热词|确定|智能问答|智能搜索',
  tools:
    '打印|打印本页|打印本文|打印此页|【打印】|【打印本页】|我要打印|关闭|关闭窗口|关闭本页|【关闭】|【关闭窗口】|【关闭本页】|收藏|【收藏】|分享|分享到|分享到:|分享至|分享至:|分享到微信|分享:|扫一扫在手机打开当前页|扫一扫在手机上查看当前页面|手机扫一扫打开此页|手机扫一扫打开当前页|扫一扫|扫一扫手机打开|扫码浏览|扫码|微信|新浪微博|腾讯微博|QQ空间|QQ好友|qq空间|人人网|豆瓣网|复制链接|更多|视力保护色|视力保护色:|背景颜色|背景色|纠错|我要纠错|页面纠错|点赞|大|中|小|大中小|[大中小]|【大中小】|字体|字号|字体:|字号:|字体:[]|字体:[大中小]|字号:[大中小]|字体:【大中小】|字号:【大中小】|[]|【|】|A+|A-|下载文字版|下载图片版|下载word|下载pdf|正在加载|加载中',
  after:
    '相关阅读|相关阅读:|相关链接|相关链接:|相关信息|相关信息:|相关文件|相关文件:|相关解读|相关解读:|相关稿件|相关稿件:|相关新闻|相关文章|相关附件|相关附件:|相关报道|相关政策|相关内容|推荐阅读|延伸阅读|热点推荐|最新信息|附件下载|附件下载:|相关附件下载|返回顶部|返回首页|回到顶部|TOP|返回列表|返回|上一篇:没有了|下一篇:没有了|没有了',
  footer:
    '网站地图|站点地图|联系我们|关于我们|关于本站|网站声明|免责声明|版权声明|版权与免责声明|法律声明|隐私声明|隐私保护|友情链接|党政机关|政府网站找错|网站找错|使用帮助|常见问题|网站首页|首页|政务公开|政府信息公开',
};

const ruleOf = new Map(
  Object.entries(lines).flatMap(([rule, words]) => words.split('|').map((word) => [word, rule])),
);

/** Names of tabs over the parts of an article; one alone may be a heading of the text. */
const tabs = new Set(
  '正文|原文|全文|解读|图解|政策原文|政策解读|文件解读|文字解读|图文解读|媒体解读|专家解读|视频解读|一图读懂|相关附件|相关文件|相关解读'.split(
    '|',
  ),
);

/** Lines that begin so, and go on with something that changes from page to page. */
const beginnings: readonly (readonly [rule: string, pattern: RegExp])[] = [
  ['after', /^(上|下)一(篇|条|页|则)[:：]?/],
  ['after', /^(附件下载|相关附件)[:：]$/],
  [
    'pager',
    /^(?=.{0,80}(下一?页|尾页|末页))(共|总|条|篇|页|码|第|到|转|跳|记录|首|上|下|一|尾|末|前|后|GO|[\d/|…<>«»[\]:：,，])+$/i,
  ],
  ['tools', /^(浏览|阅读|点击|访问)(次数|量|数|率)?[:：]?\d{0,8}(次|人次)?$/],
  ['tools', /^(扫一扫|手机扫|用手机扫).{0,20}$/],
  ['tools', /^(字体|字号)[:：].{0,12}$/],
  ['tools', /已下载\d{0,8}次$/],
  [
    'tools',
    /^[[【]?(我要)?(打印|关闭|收藏|纠错|分享)(本页|本文|窗口|页面)?[\]】]?(\|?[[【]?(我要)?(打印|关闭|收藏|纠错|返回|分享)(本页|本文|窗口|页面|顶部)?[\]】]?){1,4}$/,
  ],
  [
    'footer',
    /^(版权所有|copyright|©|主办(单位)?[:：]|承办(单位)?[:：]|技术支持[:：]|(政府)?网站标识码[:：]?)/i,
  ],
  ['footer', /^.{0,4}ICP备.{0,20}号?/],
  ['footer', /^.{0,6}公网安备\d{6,20}号?/],
  ['footer', /^(produced|powered|designed)by/i],
  ['entry', /^今天是[:：]?\d{0,4}.{0,14}$/],
  ['entry', /^您是第\d{0,10}位访问者?/],
];

/** Whether a line is the name of a tab. */
export const isTab = (key: string): boolean => tabs.has(key);

const bullets = /^[•·●◆▪|›»>\s]+|[•·●◆▪|›»\s]+$/g;
const onlySigns = /^[•·●◆▪|›»>\s[\]【】()（）?？:：]*$/;
/** Signs that stand between the words of a bar: `首页 | 联系我们`, `【字体：大 中 小】`. */
const between = /^[|·•｜/[\]【】()（）:：,，、]$/;
/** Characters of a bar: longer lines are sentences. */
const longestBar = 80;
const longestWord = Math.max(...[...ruleOf.keys()].map((word) => word.length));

function single(key: string): string | undefined {
  return ruleOf.get(key) ?? beginnings.find(([, pattern]) => pattern.test(key))?.[0];
}

/** The longest word of the vocabulary that can be read at a place and lets the rest be read too. */
function barFrom(key: string, at: number, dead: Set<number>): string[] | undefined {
  if (at === key.length) return [];
  if (dead.has(at)) return undefined;
  for (let end = Math.min(key.length, at + longestWord); end > at; end--) {
    const word = key.slice(at, end);
    const known = ruleOf.has(word) || tabs.has(word);
    if (!known && !between.test(word)) continue;
    const rest = barFrom(key, end, dead);
    if (rest) return known ? [word, ...rest] : rest;
  }
  dead.add(at);
  return undefined;
}

/**
 * The rule of a bar: a line that consists of words of the vocabulary and signs between them, however
 * close they stand. One word of one character (`大`, `中`) makes no bar.
 */
function bar(key: string): string | undefined {
  if (key.length > longestBar) return undefined;
  const words = barFrom(key, 0, new Set());
  const [first] = words?.filter((word) => word.length > 1) ?? [];
  return first === undefined || (words?.length ?? 0) < 2
    ? undefined
    : (ruleOf.get(first) ?? 'tabs');
}

/**
 * The rule under which a whole line is furniture of the page, or undefined when it is content.
 *
 * @param key The line as `keyOf` gives it.
 */
export function furniture(key: string): string | undefined {
  if (onlySigns.test(key)) return 'signs';
  const bare = key.replace(bullets, '');
  return single(bare) ?? bar(bare);
}

/** Names of classes and ids of small boxes inside or beside a text that are not the text. */
export const furnitureClass =
  /(^|[\s_-])(b?d?share\w*|jiathis\w*|fenxiang|social\w*|print\w*|dayin|toolbar|tools?|prev(ious)?|next|prevpage|nextpage|pagination|breadcrumbs?|crumbs?|weizhi|dqwz|related|xgyd|xgwz|xglj|qrcode|ewm|erweima|sidebar|nav|navbar|footer|foot|header|topbar|search\w*|copyright|banner|menu)([\s_-]|$)/i;

/** Boxes that hold the files of a text. */
export const attachmentClass =
  /(^|[\s_-])(fj|fjlist|fjbox|fujian|attach\w*|annex|fjxz|download\w*|xgfj|accessory)([\s_-]|$)/i;
