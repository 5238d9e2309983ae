/** The order in which people list files: 附件2 before 附件10. The same on every machine. */

const chunks = /[0-9]+|[^0-9]+/g;
const digits = /^[0-9]/;
const leadingZeros = /^0+(?=[0-9])/;

/** Numbers by their value, the rest by code units; names that differ are never equal. */
export function inNaturalOrder(one: string, other: string): number {
  const [left, right] = [one, other].map((name) => name.match(chunks) ?? []);
  for (const [at, chunk] of (left ?? []).entries()) {
    const against = right?.[at];
    if (against === undefined) return 1;
    const order = byChunk(chunk, against);
    if (order !== 0) return order;
  }
  if ((left?.length ?? 0) < (right?.length ?? 0)) return -1;
  return byUnits(one, other);
}

function byChunk(one: string, other: string): number {
  if (!digits.test(one) || !digits.test(other)) return byUnits(one, other);
  const [left, right] = [one, other].map((number) => number.replace(leadingZeros, ''));
  return (left?.length ?? 0) - (right?.length ?? 0) || byUnits(left ?? '', right ?? '');
}

const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
