/** What a notice issues or forwards, by its own title. */
import type { KindContext } from '../../kind.ts';
import type { OfficialDocument } from '../../record.ts';
import { first } from '../../rule.ts';
import { genre } from '../../rules/genre.ts';
import { innerTitle } from '../../rules/inner-title.ts';

export function innerOf({
  zones,
  book,
}: KindContext): Pick<OfficialDocument, 'inner_title' | 'inner_genre'> {
  const { title } = zones;
  const match = title && first(innerTitle, title.value);
  if (!title || !match) return { inner_title: null, inner_genre: null };
  book.add(
    'inner_title',
    title.evidence.map((e) => ({ ...e, rule: innerTitle.id })),
  );
  const kind = first(genre, match.value)?.value ?? null;
  if (kind !== null)
    book.add(
      'inner_genre',
      title.evidence.map((e) => ({ ...e, rule: 'title/inner-genre' })),
    );
  return { inner_title: match.value, inner_genre: kind };
}
