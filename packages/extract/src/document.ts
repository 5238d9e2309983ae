/**
 * The document model: what every carrier becomes before anything is extracted from it.
 *
 * A document is pages of blocks. Each block has the repaired `text` that rules read and, where a
 * repair changed it, the `raw` text as decoded together with a {@link OffsetMap} between the two,
 * so that every character can be traced to its place in the source.
 */

/** Left, top, right, bottom; page points for digital pages, pixels for page images; origin top left. */
export type Box = readonly [number, number, number, number];

/** Points and pixels as above. */
export type LengthUnit = 'pt' | 'px';

/**
 * What a block is to the reader.
 *
 * - `body` is the document's own text, in reading order; nothing else is read as text.
 * - `meta` (page meta tags), `index` (信息公开 index header), `breadcrumb`, `byline`, `attachment`
 *   (a link to a file), `site` (主办单位, 网站标识码 …) tell about the document: `label` holds the key.
 * - `header`, `footer`, `folio`, `note` are page furniture of paged documents.
 * - `seal` is the text of a seal, `dropped` what was removed as chrome: `label` holds the rule's id.
 */
export type Role =
  | 'body'
  | 'meta'
  | 'index'
  | 'breadcrumb'
  | 'byline'
  | 'attachment'
  | 'site'
  | 'header'
  | 'footer'
  | 'folio'
  | 'note'
  | 'seal'
  | 'dropped';

/** A run of `raw` text and where it stands in the source. */
export interface Segment {
  /** Offsets into `raw ?? text`, UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Page of this run, from 1: a paragraph may continue on the next page. */
  readonly page: number;
  readonly box?: Box;
  /** 0 to 1, from OCR. Absent for digital text. */
  readonly confidence?: number;
}

/**
 * Pairs of offsets, ascending: `text` position → `raw` position, at each place where the distance
 * between the two changes. Between two entries both sides advance together; where the raw side
 * jumps ahead, raw characters were removed.
 */
export type OffsetMap = readonly (readonly [text: number, raw: number])[];

/** Text with its way back to the source. */
export interface Traced {
  /** Repaired text: what rules read. No line breaks but those that the source means (`\n`). */
  readonly text: string;
  /** Text as decoded; absent when equal to `text`. */
  readonly raw?: string;
  /** Present with `raw`. */
  readonly map?: OffsetMap;
  readonly segments?: readonly Segment[];
  /** DOM path (CSS), XML part or sheet address; absent where there is none. */
  readonly path?: string;
  readonly box?: Box;
  /** 0 to 1, lowest of its characters; only on text read by OCR. */
  readonly confidence?: number;
}

interface BlockBase {
  readonly role: Role;
  /** Key or rule id, see {@link Role}. */
  readonly label?: string;
  /** Absolute address that the block links to (attachments, breadcrumb). */
  readonly href?: string;
}

export type Alignment = 'left' | 'center' | 'right' | 'justify';

export interface TextBlock extends BlockBase, Traced {
  readonly kind: 'heading' | 'paragraph';
  /** Heading level as the carrier marks it (h1, Heading 2, outline), from 1. */
  readonly level?: number;
  readonly align?: Alignment;
  /** Characters of the first-line indent, as far as the carrier tells. */
  readonly indent?: number;
  /** Size of the letters relative to the page's running text (1 = equal). */
  readonly scale?: number;
  readonly bold?: boolean;
  /** `red` marks letterheads. */
  readonly color?: 'red';
}

export interface Cell extends Traced {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Page of this cell when the table runs over a page end. */
  readonly page?: number;
  /** What else an unsure number that was read by OCR may be, likeliest first; absent when there is nothing else. */
  readonly alternatives?: readonly OtherReading[];
}

/** Another reading of the same ink. */
export interface OtherReading {
  readonly text: string;
  /** 0 to 1: the share of the readings that gave it. */
  readonly confidence: number;
}

export interface Table extends BlockBase {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  /** Each printed cell once, by row then column; `rowSpan` and `columnSpan` say what it covers. */
  readonly cells: readonly Cell[];
  readonly box?: Box;
  readonly path?: string;
}

export interface Figure extends BlockBase {
  readonly kind: 'figure';
  /** Alternative text, of a seal what its ring says; or empty. */
  readonly text: string;
  /** 0 to 1; only where the text was read by OCR. */
  readonly confidence?: number;
  readonly box?: Box;
  readonly path?: string;
}

/** What a parser makes of what is printed. */
export type Block = TextBlock | Table | Figure;

/**
 * What a block of an earlier page goes on with here. It holds no text: its text is that of the whole
 * block, and its place on this page is what the block's segments and cells say of this page.
 */
export interface Continuation extends BlockBase {
  readonly kind: 'continuation';
  readonly of: { readonly page: number; readonly block: number };
}

/** A pass over the pixels of a page image that had something to do. */
export interface Preparation {
  /** Name of the pass, e.g. `deskew`. */
  readonly pass: string;
  /** What it did and how much, e.g. `turned by -1.2°`. */
  readonly did: string;
}

export interface Page {
  /** From 1. A web page and a Word file are one page each, a workbook one for each sheet shown. */
  readonly number: number;
  readonly width?: number;
  readonly height?: number;
  readonly unit?: LengthUnit;
  readonly readBy: 'text' | 'ocr';
  /** Why this page was read so, e.g. `no text layer, one image covers the page`. */
  readonly reason?: string;
  /** What was done to the page's image before it was read, in order; absent where nothing was. */
  readonly prepared?: readonly Preparation[];
  readonly blocks: readonly (Block | Continuation)[];
}

/** Where a value stands: the address of characters inside a {@link Document}. */
export interface Place {
  /** The page on which the first of the characters stands, from 1. */
  readonly page: number;
  /** Index into `page.blocks`, from 0; of the {@link Continuation} where the block began earlier. */
  readonly block: number;
  /** Offsets into the (whole) block's (or cell's) `raw ?? text`. */
  readonly start: number;
  readonly end: number;
  readonly box: Box | null;
  /** Row and column of the cell, from 0. */
  readonly cell: readonly [number, number] | null;
  readonly path: string | null;
}

export type Severity = 'info' | 'warning' | 'error';

/** Something worth telling that does not stop the work. */
export interface Diagnostic {
  /** `stage/what`, stable. */
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Partial<Place> | null;
}

export interface Repair {
  readonly rule: string;
  readonly count: number;
}

export type Provenance = 'primary' | 'mirror' | 'unknown';

/** About the bytes that the document was read from. */
export interface Source {
  readonly url: string | null;
  readonly host: string | null;
  /** RFC 3339, UTC; null for a local file. */
  readonly fetched_at: string | null;
  readonly file_name: string | null;
  readonly media_type: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly charset: string | null;
  /** Family of the content management system, e.g. `trs`, `jcms`; null when not recognised. */
  readonly cms: string | null;
  /** Pages of a paged format; null for web pages and Word files, which have none. */
  readonly pages: number | null;
  readonly read_by: 'text' | 'ocr' | 'mixed';
  readonly provenance: Provenance;
}

/** A file inside an archive. */
export interface Member {
  /** As the archive names it, `/` between folders; each name of an archive once. */
  readonly name: string;
  /** By its first bytes; null where no reader knows them. */
  readonly mediaType: string | null;
  /** Null where it could not be unpacked. */
  readonly sha256: string | null;
  readonly bytes: number;
  /** Why it could not be unpacked: code and sentence of the error. */
  readonly failure?: { readonly code: `${string}/${string}`; readonly message: string };
}

export interface Document {
  readonly schema: 'xxgk.document/1';
  readonly source: Source;
  readonly pages: readonly Page[];
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
  /** Stage name → version of each stage that made this. */
  readonly stages: Readonly<Record<string, string>>;
  /** The archive that the file came out of, and its name there; absent for any other file. */
  readonly container?: { readonly sha256: string; readonly member: string };
  /** Only of an archive: its files, documents of their own, in the order of the attachment blocks. */
  readonly members?: readonly Member[];
}
