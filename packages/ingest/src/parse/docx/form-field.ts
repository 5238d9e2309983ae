/** Legacy form fields (ECMA-376 §17.16.17): ticked boxes and lists. */
import { child, elements, type XmlElement } from '../package/xml.ts';
import { flag, integer, valOf } from './xml.ts';

function chosenOf(list: XmlElement): string {
  const entries = elements(list).filter(({ name }) => name === 'w:listEntry');
  const at = integer(valOf(list, 'w:result')) ?? integer(valOf(list, 'w:default')) ?? 0;
  return entries[at]?.attributes['w:val'] ?? '';
}

/** What a form field shows; empty for one whose result is text. */
export function formFieldText(data: XmlElement): string {
  const box = child(data, 'w:checkBox');
  if (box) return (flag(box, 'w:checked') ?? flag(box, 'w:default')) ? '☑' : '□';
  const list = child(data, 'w:ddList');
  return list ? chosenOf(list) : '';
}
