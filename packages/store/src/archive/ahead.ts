/** Starts some of the next calls while an earlier one is being waited for; results keep their order. */

/**
 * @param width Calls under way at most, 1 or more.
 */
export async function* ahead<In, Out>(
  inputs: AsyncIterable<In>,
  width: number,
  call: (input: In) => Promise<Out>,
): AsyncIterable<Out> {
  const underWay: Promise<Out>[] = [];
  for await (const input of inputs) {
    const result = call(input);
    // Reported when its turn comes; until then a failure must not count as unhandled.
    result.catch(() => undefined);
    underWay.push(result);
    const first = underWay.length >= width ? underWay.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of underWay) yield await result;
}
