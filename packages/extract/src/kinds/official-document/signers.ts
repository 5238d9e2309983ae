/** 发文机关署名: the names above the date (GB/T 9704-2012 §7.3.5). */
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { signerNames } from '../../rules/signer-names.ts';
import type { Mending } from './mending.ts';

export function signersOf({ zones, book }: KindContext, mending: Mending): string[] {
  const names: string[] = [];
  for (const line of zones.signature.lines) {
    for (const { value, start, end } of signerNames.find(line.text)) {
      const span = { start, end };
      const better = mending.mend({ name: value, at: line, span });
      book.add(
        `signing_agencies.${names.length}`,
        better?.evidence ?? [evidenceFor(line, span, signerNames.id, 0.95)],
      );
      names.push(better?.name ?? value);
    }
  }
  return names;
}
