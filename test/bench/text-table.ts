/** Rows of text as a table for a terminal: the first column flush left, the others flush right. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) => padded(cell, widths[at] ?? 0, at > 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const wide = /[\u2e80-\uffef]/gu;

/** Columns of a terminal: Chinese characters take two. */
const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

function padded(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? blanks + text : text + blanks;
}
