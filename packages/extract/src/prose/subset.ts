/** Which keys can be part of which total: 其中, 包括 and brackets open a subset of the number before. */

const PARTS: readonly { readonly parent: RegExp; readonly child: RegExp }[] = [
  { parent: /^proactive_total$/u, child: /^channel_|^proactive_|^normative_documents_issued$/u },
  { parent: /^requests_received_total$/u, child: /^requests_|^replies_|^refused_/u },
  { parent: /^(?:requests_completed|replies_total)/u, child: /^requests_|^replies_|^refused_/u },
  { parent: /^replies_refused$/u, child: /^refused_/u },
  { parent: /^reconsideration_total$/u, child: /^reconsideration_/u },
  { parent: /^litigation_total$/u, child: /^litigation_/u },
  { parent: /^normative_documents_issued$/u, child: /^proactive_normative_documents$/u },
  { parent: /^press_conferences_total$/u, child: /_by_principal$/u },
  { parent: /^online_interviews_total$/u, child: /_by_principal$/u },
];
/** Keys that count a whole of their own: never a part of a number that means something else. */
const WHOLE = /_total$|^channel_|^interpretation_articles$|^proactive_|^normative_/u;

/** Cases and what became of them. */
const CASE = /^(?:requests|replies|refused)_/u;
const REMEDY = /^(?:reconsideration|litigation)_/u;
/** Requests in general, in words that no key fits. */
const REQUESTS = /公开|申请|答复|办理/u;
/** Some of the requests, other requests, or information and no requests. */
const SOME =
  /自然人|公民|法人|企业|个人|结转|产生|制作|形成|公文|文件|审批|许可|登记|上年|上一年|去年|半年|季度|\d月|主动|(?:19|20)\d{2}年/u;
const JOINT_REMEDIES = /复议.*诉讼|诉讼.*复议/u;

/** A number that others may be part of. */
export interface Whole {
  /** Null for a number without a key. */
  readonly key: string | null;
  readonly label: string;
}

/** Whether a key can count a part of a number without a key, by that number's label. */
function belongsToUnnamed(key: string, label: string): boolean {
  if (REMEDY.test(key)) return JOINT_REMEDIES.test(label) && key.endsWith('_total');
  return !CASE.test(key) || (REQUESTS.test(label) && !SOME.test(label));
}

/** 发布会4场，其中主要负责人出席2场，在线访谈2期: no part of any other number, whatever stands before. */
const APART = /^(?:press_conferences_total|online_interviews_total|interpretation_articles)$/u;

/** Whether a key can stand in a subset of these numbers, the nearest last. */
export function belongs(key: string, parents: readonly Whole[]): boolean {
  const nearest = parents.at(-1);
  if (!nearest) return true;
  if (nearest.key === null && !belongsToUnnamed(key, nearest.label)) return false;
  if (APART.test(key) && parents.every((parent) => parent.key !== null)) return true;
  if (!WHOLE.test(key) || (nearest.key === null && REMEDY.test(key))) return true;
  return parents.some((parent) =>
    PARTS.some(
      (part) => parent.key !== null && part.parent.test(parent.key) && part.child.test(key),
    ),
  );
}
