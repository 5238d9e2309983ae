/** Numbers that may count something else than the report is about. */
import type { LabelRule } from './labels/label-rule.ts';

const REMEDY = /^(?:reconsideration|litigation)_/u;
/** Sections in which remedies are those about disclosure. */
const HOME: readonly (string | null)[] = [null, 'remedies', 'requests'];
const STATED = 0.9;
/** Of remedies that nobody says have to do with disclosure. */
const ASIDE = 0.7;
/** A label that begins with the name of an office. */
const OFFICE =
  /^[^共全本我]{2,10}(?:局|委|办|镇|乡|街道|中心|院|站)(?:共|已)?(?:主动公开|公开|收到|受理|接到)/u;

/** Confidence of a number that a line of the tables gives a meaning, in its sentence. */
export function confidenceOf(rule: LabelRule, text: string, section: string | null): number {
  const isAside = REMEDY.test(rule.key) && !HOME.includes(section) && !text.includes('公开');
  return isAside ? ASIDE : (rule.confidence ?? STATED);
}

/** Whether a label names the office whose number it is. */
export const namesOffice = (label: string): boolean => OFFICE.test(label);
