/** Follows a dotted path into a record; after `statistics.` the key itself holds dots. */

const statistics = /^statistics\.(.+?)(?:\.(value|unit|status|source|raw|precision|bound))?$/u;

export function atPath(record: unknown, path: string): unknown {
  const fact = statistics.exec(path);
  const steps = fact
    ? ['statistics', fact[1] ?? '', ...(fact[2] === undefined ? [] : [fact[2]])]
    : path.split('.');
  let value: unknown = record;
  for (const step of steps) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
