/**
 * Documents by how open they are: 制作政府信息921条，其中主动公开500条，依申请公开120条，不予公开301条.
 *
 * Such a number counts documents that may be asked for, not requests, and none that were refused.
 */
const DOCUMENTS =
  /(?:制作|产生|生成|形成|制发|印发|拟制)[^，。；]{0,10}(?:公文|文件|信息)|(?:公文|文件)(?:类)?(?:政府)?(?:信息)?(?:总数|数量?|共)?$/u;
const CLASS =
  /^[“"]?(?:属于?)?(?:依申请公开|不予公开|免予公开|不公开)[”"]?(?:的|类)?(?:信息|文件|公文)?$/u;

/** Whether a label counts documents. */
export const countsDocuments = (label: string): boolean => DOCUMENTS.test(label);

/** Whether a label names a class of documents. */
export const namesClass = (label: string): boolean => CLASS.test(label);
