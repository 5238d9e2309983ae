/** What pdf.js tells about the annotations of a page; its types say `any`. */
import type { Box } from '@xxgk/extract/document';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from '../../paged/matrix.ts';
import { boxIn } from '../ink/paint-operators.ts';

export interface Annotation {
  readonly id: string;
  /** As ISO 32000-2 §12.5.6 names it: `Widget`, `Text`, `Link` … */
  readonly subtype: string;
  /** Points of the page as displayed. */
  readonly box: Box;
  /** Of a field: `Tx`, `Ch`, `Btn`, `Sig`. */
  readonly fieldType: string;
  readonly fieldName: string;
  /** What the field holds, one text for each chosen entry. */
  readonly values: readonly string[];
  /** Of a check box or radio button. */
  readonly ticked: boolean | undefined;
  /** What a remark says, and who made it. */
  readonly contents: string;
  readonly author: string;
  /** As the file writes it: may be relative. */
  readonly url: string;
  readonly fileName: string;
}

type Raw = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const innerText = (value: unknown, key: string): string =>
  typeof value === 'object' && value !== null ? textOf((value as Raw)[key]) : '';

/** Chosen entries of a list are told by their export value; the page shows another text. */
function valuesOf(raw: Raw): string[] {
  const chosen = (Array.isArray(raw['fieldValue']) ? raw['fieldValue'] : [raw['fieldValue']])
    .map(textOf)
    .filter((value) => value.trim() !== '');
  const options = Array.isArray(raw['options']) ? (raw['options'] as Raw[]) : [];
  return chosen.map((value) => {
    const shown = options.find((option) => option['exportValue'] === value)?.['displayValue'];
    return textOf(shown) || value;
  });
}

function tickedOf(raw: Raw): boolean | undefined {
  if (raw['checkBox'] === true) return raw['fieldValue'] === raw['exportValue'];
  if (raw['radioButton'] === true) return raw['fieldValue'] === raw['buttonValue'];
  return undefined;
}

const rectangle = (value: unknown): [number, number, number, number] => {
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.isArray(value) ? value.map(Number) : [];
  return [left, bottom, right, top];
};

const annotationFrom = (raw: Raw, view: Matrix): Annotation => ({
  id: textOf(raw['id']),
  subtype: textOf(raw['subtype']),
  box: boxIn(rectangle(raw['rect']), view),
  fieldType: textOf(raw['fieldType']),
  fieldName: textOf(raw['fieldName']),
  values: raw['password'] === true ? [] : valuesOf(raw),
  ticked: tickedOf(raw),
  contents: innerText(raw['contentsObj'], 'str').trim(),
  author: innerText(raw['titleObj'], 'str').trim(),
  url: textOf(raw['url']) || textOf(raw['unsafeUrl']),
  fileName: innerText(raw['file'], 'filename'),
});

/** Flags of annotations that the page does not show: hidden, and not for the screen. */
const unseen = 2 | 32;

const isSeen = (raw: Raw): boolean => (Number(raw['annotationFlags'] ?? 0) & unseen) === 0;

/**
 * The annotations that the page shows.
 *
 * @param view From PDF space to the page as displayed.
 */
export async function annotationsOf(page: PDFPageProxy, view: Matrix): Promise<Annotation[]> {
  const all: unknown[] = await page.getAnnotations({ intent: 'display' });
  return all
    .filter((raw): raw is Raw => typeof raw === 'object' && raw !== null)
    .filter(isSeen)
    .map((raw) => annotationFrom(raw, view));
}
