/** 主送机关: the bodies on the line under the title (GB/T 9704-2012 §7.3.2). */
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { first } from '../../rule.ts';
import { addressees } from '../../rules/addressees.ts';
import type { Mending } from './mending.ts';

export function addresseesOf({ zones, book }: KindContext, mending: Mending): string[] {
  const line = zones.addressees;
  const match = line && first(addressees, line.text);
  if (!line || !match) return [];
  const all = evidenceFor(line, match, addressees.id, 0.95);
  const better = match.value.map((name) => {
    const start = line.text.indexOf(name);
    return start < 0
      ? undefined
      : mending.mend({ name, at: line, span: { start, end: start + name.length } });
  });
  if (better.every((one) => one === undefined)) {
    book.add('addressees', [all]);
    return [...match.value];
  }
  return match.value.map((name, at) => {
    book.add(`addressees.${at}`, better[at]?.evidence ?? [all]);
    return better[at]?.name ?? name;
  });
}
