/** Cuts running text into sentences, each with those that only go on with it. */
import type { Span } from '../trace.ts';
import { masked } from './mask.ts';

/** A sentence without a stop (a run of table cells) is cut, so that reading stays linear. */
const LONGEST = 1500;
const END = /[。！？!?\n]+/gu;
/** A sentence that begins so tells about the numbers of the one before. */
const GOES_ON =
  /^[\s\u3000]*(?:其中|分别|已?均|已?全部|都已|以上|上述申请|(?:已|共|目前|全年|年内|本年度?|当年)?(?:办结|办理完毕|答复|回复|予以公开|同意公开|部分公开|不予公开|结转下)(?![^，。；]{0,6}[率：]))/u;

/** Ends of sentences, and cuts in those that are too long. */
function* endsOf(text: string): Generator<number> {
  let start = 0;
  const ends = [...masked(text).matchAll(END)].map((match) => match.index + match[0].length);
  for (const end of [...ends, text.length]) {
    for (start += LONGEST; start < end; start += LONGEST) yield start;
    yield end;
    start = end;
  }
}

/** Spans of sentences, full stop included. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of endsOf(text)) {
    if (end <= start) continue;
    const last = spans.at(-1);
    if (last && GOES_ON.test(text.slice(start, end)))
      spans.splice(-1, 1, { start: last.start, end });
    else spans.push({ start, end });
    start = end;
  }
  return spans;
}
