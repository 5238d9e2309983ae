/** 附件说明: the lines under a text that name what is attached to it (GB/T 9704-2012 §7.3.4). */
import { isAttachmentList, isAttachmentNote } from './line-signs.ts';
import type { Line } from './reading.ts';

const NUMBERED_NAME = /^[\s\u3000]*[0-9０-９]{1,2}[.．、]/u;

/** `附件：1.…` and the numbered lines directly under it. */
export function attachmentLines(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  let open = false;
  for (const line of lines) {
    const { text } = line;
    open = isAttachmentNote(text) || isAttachmentList(text) || (open && NUMBERED_NAME.test(text));
    if (open) found.push(line);
  }
  return found;
}
