/** The separator of a text table: one that stands equally often in its lines. */

const separators = [',', '\t', ';'] as const;
const lineEnd = /\r\n?|\n/;
const quotedField = /"[^"]*"/g;
const controls = /[\0-\x08\x0e-\x1f]/;

/** Share of the lines that hold as many separators as most do; titles and notes hold fewer. */
const consistent = 0.6;
const linesLooked = 100;

/** How often the most frequent count stands, and the count. */
function commonest(counts: readonly number[]): [count: number, lines: number] {
  const groups = [...Map.groupBy(counts, (count) => count)];
  const [count = 0, lines = []] = groups.toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
  return [count, lines.length];
}

/** @param text A table as text, or its beginning; undefined when no separator divides its lines. */
export function separatorOf(text: string): string | undefined {
  if (controls.test(text)) return undefined;
  const lines = text
    .replace(quotedField, '')
    .split(lineEnd)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLooked);
  if (lines.length < 2) return undefined;
  return separators.find((separator) => {
    const [count, equal] = commonest(lines.map((line) => line.split(separator).length - 1));
    return count > 0 && equal >= 2 && equal >= consistent * lines.length;
  });
}
