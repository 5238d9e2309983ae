/**
 * Brackets as they are met in documents, as the insides of regular-expression classes.
 *
 * GB/T 9704-2012 §7.2.5 allows only 〔〕 around the year of a 发文字号; the others come from keyboards,
 * web editors and OCR.
 */
export const OPEN_YEAR = '〔﹝❲\\[［【(（〈';
export const CLOSE_YEAR = '〕﹞❳\\]］】)）〉';
export const OPEN_ROUND = '（(﹙';
export const CLOSE_ROUND = '）)﹚';
