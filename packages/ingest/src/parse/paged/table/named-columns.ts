/**
 * Heads over columns of text. A head is often set in the middle of its column, beside the values that
 * show the column; and it may be all that a column has.
 */

/** A column as far as text stands in it. */
export interface TextColumn {
  readonly left: number;
  readonly right: number;
}

const gapBetween = (a: TextColumn, b: TextColumn): number =>
  Math.max(0, a.left - b.right, b.left - a.right);

/** Cheapest way to lay heads over columns in order, from here on: what it costs, and the next step. */
interface Step {
  readonly unnamed: number;
  readonly distance: number;
  readonly way: 'both' | 'head' | 'column' | 'end';
}

const better = (a: Step, b: Step): Step =>
  a.unnamed < b.unnamed || (a.unnamed === b.unnamed && a.distance <= b.distance) ? a : b;

/** Steps from each head and column on, found from the last to the first. */
class Steps {
  readonly #steps: (Step | undefined)[][];

  constructor(heads: readonly TextColumn[], columns: readonly TextColumn[]) {
    this.#steps = Array.from({ length: heads.length + 1 }, () => []);
    for (let head = heads.length; head >= 0; head -= 1) {
      for (let column = columns.length; column >= 0; column -= 1) {
        const own = this.#steps[head];
        if (own) own[column] = this.#best(head, column, heads[head], columns[column]);
      }
    }
  }

  at(head: number, column: number): Step {
    return this.#steps[head]?.[column] ?? { unnamed: 0, distance: 0, way: 'end' };
  }

  #best(head: number, column: number, over?: TextColumn, under?: TextColumn): Step {
    const ways: Step[] = [];
    if (over && under) {
      const rest = this.at(head + 1, column + 1);
      const distance = rest.distance + gapBetween(over, under);
      ways.push({ unnamed: rest.unnamed, distance, way: 'both' });
    }
    if (under) ways.push({ ...this.at(head, column + 1), way: 'column' });
    if (over) {
      const rest = this.at(head + 1, column);
      ways.push({ ...rest, unnamed: rest.unnamed + 1, way: 'head' });
    }
    return ways.reduce(better, ways[0] ?? this.at(head, column));
  }
}

/**
 * The columns with the heads over them, as wide as both; heads over none are columns of their own.
 *
 * @param heads From left to right, as `columns`.
 */
export function namedColumns(
  heads: readonly TextColumn[],
  columns: readonly TextColumn[],
): TextColumn[] {
  const steps = new Steps(heads, columns);
  const named: TextColumn[] = [];
  let [head, column] = [0, 0];
  while (head < heads.length || column < columns.length) {
    const { way } = steps.at(head, column);
    const [over, under] = [heads[head], columns[column]];
    if (way === 'both' && over && under) {
      named.push({
        left: Math.min(over.left, under.left),
        right: Math.max(over.right, under.right),
      });
    } else if (way === 'head' && over) named.push(over);
    else if (under) named.push(under);
    if (way === 'both' || way === 'head') head += 1;
    if (way !== 'head') column += 1;
  }
  return named;
}
