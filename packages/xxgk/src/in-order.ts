/** Works on several things at once and hands the results out in the order of the things. */

export interface Settled<Item, Value> {
  readonly item: Item;
  readonly value?: Value;
  /** Present when the work failed. */
  readonly error?: unknown;
}

/**
 * @param ahead How many are worked on at once; so many results are held at most.
 */
export async function* inOrder<Item, Value>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Value>,
  ahead: number,
): AsyncGenerator<Settled<Item, Value>> {
  const running: Promise<Settled<Item, Value>>[] = [];
  for await (const item of items) {
    running.push(settle(item, work));
    const first = running.length >= ahead ? running.shift() : undefined;
    if (first) yield await first;
  }
  for (const last of running) yield await last;
}

async function settle<Item, Value>(
  item: Item,
  work: (item: Item) => Promise<Value>,
): Promise<Settled<Item, Value>> {
  try {
    return { item, value: await work(item) };
  } catch (error) {
    return { item, error };
  }
}
