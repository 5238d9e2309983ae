/** A kind of document: how it is recognised and how its record is filled. One file each in `kinds/`. */
import type { Common } from './common/common.ts';
import type { EvidenceBook } from './evidence.ts';
import type { Outline } from './outline.ts';
import type { Part } from './part.ts';
import type { DocumentRecord } from './record.ts';
import type { Zones } from './zones.ts';

/** What a kind gets to work with. */
export interface KindContext {
  readonly part: Part;
  /** Every part of the file: an attached text inherits from the one before it. */
  readonly parts: readonly Part[];
  readonly outline: Outline;
  readonly zones: Zones;
  /** The fields that every record has, already filled; kinds add theirs. */
  readonly common: Common;
  /** Records of the parts before this one, in order: an interpretation looks for its document there. */
  readonly earlier: readonly DocumentRecord[];
  readonly book: EvidenceBook;
}

export interface Kind {
  readonly id: DocumentRecord['kind'];
  /** 0 to 1; the highest wins, the order of the list decides a tie. */
  recognise(part: Part, title: string | null): number;
  read(context: KindContext): DocumentRecord;
}
