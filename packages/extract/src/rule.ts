/** A rule: reads one kind of value out of text, and may refuse. */

/** A value and the characters it was read from (offsets into the text that was given). */
export interface Match<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

export interface Rule<T> {
  /** Stable id, `group/what`: stands in the evidence. */
  readonly id: string;
  /** Standard and clause, or where the pattern was seen. */
  readonly cite: string;
  /** Every value in the text, left to right, without overlap. */
  find(text: string): Iterable<Match<T>>;
}

interface PatternRule<T> {
  readonly id: string;
  readonly cite: string;
  /** Global and unicode; linear on hostile input. */
  readonly pattern: RegExp;
  /** Makes the value of the groups, or returns undefined to refuse the match. */
  produce(groups: Readonly<Record<string, string | undefined>>, match: string): T | undefined;
}

/** Makes a {@link Rule} of a regular expression and a production. */
export function rule<T>({ id, cite, pattern, produce }: PatternRule<T>): Rule<T> {
  if (!pattern.global) throw new TypeError(`Rule ${id}: \`pattern\` must be global`);
  return {
    id,
    cite,
    *find(text) {
      for (const match of text.matchAll(pattern)) {
        const value = produce(match.groups ?? {}, match[0]);
        if (value === undefined) continue;
        yield { value, start: match.index, end: match.index + match[0].length };
      }
    },
  };
}

/** The first value that a rule finds, if any. */
export function first<T>(reader: Rule<T>, text: string): Match<T> | undefined {
  for (const match of reader.find(text)) return match;
  return undefined;
}

/** The value of the whole text (blanks at its edges ignored), if the rule reads all of it. */
export function whole<T>(reader: Rule<T>, text: string): T | undefined {
  const trimmed = text.trim();
  const offset = text.indexOf(trimmed);
  for (const match of reader.find(text)) {
    if (match.start <= offset && match.end >= offset + trimmed.length) return match.value;
  }
  return undefined;
}
