/** Questions and answers: numbered questions, or those marked 问 and 答. */

import { textsOf } from '../../common/citations.ts';
import { tableText } from '../../common/text.ts';
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { isSentence } from '../../line-signs.ts';
import { type Item, isLine, type Line } from '../../reading.ts';
import type { Interpretation } from '../../record.ts';
import { first, type Match } from '../../rule.ts';
import {
  interpreterAgency,
  interpreterContact,
  interpreterPerson,
} from '../../rules/interpreter.ts';
import { answerText, type Question, questionText } from '../../rules/question.ts';

type Questions = Interpretation['questions'];

/** One numbered question is a heading that asks. */
const ENOUGH = 2;

interface Asked {
  readonly line: Line;
  readonly match: Match<Question>;
  readonly at: number;
}

/** The questions of the form and level that most of them have. */
function askedIn(items: readonly Item[]): Asked[] {
  const all = items.flatMap((item, at): Asked[] => {
    const match = isLine(item) ? first(questionText, item.text) : undefined;
    return match && isLine(item) ? [{ line: item, match, at }] : [];
  });
  const forms = Map.groupBy(all, ({ match }) => match.value.form);
  const best = [...forms.entries()]
    .toSorted(([a], [b]) => a - b)
    .find(([, asked]) => asked.length >= ENOUGH);
  return best?.[1] ?? [];
}

const SOURCES = [interpreterAgency, interpreterPerson, interpreterContact];

/** Who interprets, and how to reach them: lines at the very end, no part of an answer. */
function closing(items: readonly Item[]): Item[] {
  const labelled = (item: Item): boolean =>
    isLine(item) && !isSentence(item.text) && SOURCES.some((rule) => first(rule, item.text));
  return items.slice(items.findLastIndex((item) => !labelled(item)) + 1);
}

/** The signature and its date close the last answer. */
function answerItems(
  items: readonly Item[],
  from: number,
  to: number,
  tail: ReadonlySet<Item>,
): Item[] {
  return items.slice(from, to).filter((item) => !tail.has(item));
}

export function questionsOf({ part, zones, book }: KindContext): Questions {
  const asked = askedIn(part.items);
  const tail = new Set<Item>([
    ...zones.signature.lines,
    ...(zones.signature.date ? [zones.signature.date] : []),
    ...closing(part.items),
  ]);
  return asked.map(({ line, match, at }, index) => {
    book.add(`questions.${index}.q`, [evidenceFor(line, match, questionText.id, 0.95)]);
    const answer = answerItems(part.items, at + 1, asked[index + 1]?.at ?? part.items.length, tail);
    for (const text of textsOf(answer)) {
      const found = first(answerText, text.text);
      if (found) book.add(`questions.${index}.a`, [evidenceFor(text, found, answerText.id, 0.9)]);
    }
    return { q: match.value.text, a: answer.map(answerOf).join('\n') };
  });
}

const answerOf = (item: Item): string =>
  isLine(item) ? (first(answerText, item.text)?.value ?? '') : tableText(item.table);
