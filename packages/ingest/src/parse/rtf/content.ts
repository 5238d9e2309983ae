/** What groups and control words mean: texts, their paragraphs and tables, and what hangs on them. */
import type { Role } from '@xxgk/extract/document';
import { TooLargeError } from '../../errors.ts';
import type { Found } from '../word/found.ts';
import type { Item } from '../word/paragraph.ts';
import { characterWords } from './characters.ts';
import type { Kind } from './destinations.ts';
import { changed, initialFormat } from './format.ts';
import type { Group } from './group.ts';
import { Head } from './head.ts';
import { PictureGroup } from './picture.ts';
import { RowDefinition } from './row.ts';
import { ShapeText } from './shape-text.ts';
import { Text } from './text.ts';

/** Texts apart from the body. */
export interface Apart {
  readonly headers: Item[];
  readonly footers: Item[];
  readonly notes: Item[];
}

const roles: Partial<Record<Kind, Role>> = {
  header: 'header',
  footer: 'footer',
  note: 'note',
  box: 'body',
};

const silent = new Set<Kind>([
  'skipped',
  'comment',
  'number',
  'picture',
  'fonts',
  'colors',
  'styles',
  'facts',
  'title',
  'propertyName',
  'propertyValue',
  'twice',
]);
const paragraphLimit = 200_000;

export class Content {
  readonly apart: Apart = { headers: [], footers: [], notes: [] };
  readonly head: Head;
  /** Byte of the file that is being read, for places. */
  at = 0;
  readonly #file: Buffer;
  readonly #found: Found;
  readonly #body: Text;
  /** Texts that have begun and not ended, the innermost last. */
  readonly #texts: Text[] = [];
  readonly #row = new RowDefinition();
  readonly #innerRow = new RowDefinition();
  readonly #shapeText = new ShapeText();
  #paragraphs = 0;
  #title = '';

  /** @param page Label of the code page of a file that names none. */
  constructor(file: Buffer, found: Found, page: string) {
    this.head = new Head(page);
    this.#file = file;
    this.#found = found;
    this.#body = new Text('body', this.head, found);
  }

  /** Blocks of the body; call it at the end of the file. */
  items({ format }: Group): Item[] {
    return this.#body.items(format);
  }

  /** What the file says of itself. */
  get facts(): Item[] {
    const text = this.#title.trim();
    if (text === '') return [];
    return [
      { block: { kind: 'paragraph', role: 'meta', label: 'title', text, path: 'info/title' } },
    ];
  }

  print(text: string, group: Group): void {
    if (text === '' || this.head.text(group.kind, text)) return;
    if (group.kind === 'number') group.number += text;
    else if (group.kind === 'title') this.#title += text;
    else if (group.kind === 'propertyName') this.#shapeText.name(text);
    else if (group.kind === 'propertyValue') this.#shapeText.value(text);
    else if (!silent.has(group.kind)) this.#text.print(text, group.format, this.at);
  }

  /** A group turns out to be of a kind. */
  begin(kind: Kind, word: string, group: Group): void {
    if (kind === 'twice') group.twice = group.kind;
    group.kind = kind === 'unicode' ? group.twice : kind;
    group.inner ||= word === 'nesttableprops';
    const role = roles[kind];
    if (role !== undefined) this.#beginText(role, kind, group);
    else if (kind === 'picture') group.picture = new PictureGroup(this.#file, `picture@${this.at}`);
    else if (kind === 'field') this.#text.fields.begin();
    else if (kind === 'fieldResult') this.#text.fields.separate();
    else if (kind === 'propertyName') this.#shapeText.beginName();
    else if (kind === 'comment') this.#found.comments += 1;
    else if (kind === 'object') {
      this.#found.embedded.push('an object');
      group.kind = 'text';
    }
  }

  end(ended: Group, around: Group): void {
    if (ended.text) this.#endText(ended, ended.text);
    if (ended.picture && ended.picture !== around.picture) {
      const picture = ended.picture.picture();
      if (picture) this.#text.picture(picture);
    }
    if (ended.kind === 'number' && around.kind === 'number') around.number += ended.number;
    if (ended.kind === around.kind) return;
    if (ended.kind === 'number') this.#text.number(ended.number);
    if (ended.kind === 'propertyValue') this.#text.drawn(this.#shapeText.take(), around.format);
    // What a field without a result shows stands in its code.
    if (ended.kind === 'field') {
      this.#text.print(this.#text.fields.end(), around.format, this.at);
    }
  }

  control(name: string, value: number | undefined, group: Group): void {
    if ((name === 'revised' || name === 'deleted') && value !== 0) this.#found.changes += 1;
    if (group.kind === 'picture') group.picture?.word(name, value);
    else if (!this.head.word(group.kind, name, value ?? 0)) {
      const next = changed(group.format, name, value, this.head.standardFont);
      if (next) group.format = next;
      else if (!this.head.fileWord(name, value ?? 0)) this.#structure(name, value, group);
    }
  }

  get #text(): Text {
    return this.#texts.at(-1) ?? this.#body;
  }

  #beginText(role: Role, kind: Kind, group: Group): void {
    // A box in a header is a part of the header.
    const own = kind === 'box' ? this.#text.role : role;
    group.text = new Text(own, this.head, this.#found);
    group.format = { ...initialFormat, font: this.head.standardFont };
    this.#texts.push(group.text);
  }

  #endText({ kind, format }: Group, text: Text): void {
    const items = text.items(format);
    this.#texts.pop();
    if (kind === 'header') this.apart.headers.push(...items);
    else if (kind === 'footer') this.apart.footers.push(...items);
    else if (kind === 'note') this.apart.notes.push(...items);
    else this.#text.anchor(items);
  }

  #structure(name: string, value: number | undefined, group: Group): void {
    const character = characterWords[name];
    const { format, inner } = group;
    const row = inner ? this.#innerRow : this.#row;
    const nested = Math.max(2, format.depth);
    if (character !== undefined) this.print(character, group);
    else if (row.word(name, value) || silent.has(group.kind)) return;
    else if (name === 'par' || name === 'sect' || name === 'page') this.#endParagraph(group);
    else if (name === 'line' || name === 'column') this.#text.line();
    else if (name === 'cell') this.#text.cell(format, 1);
    else if (name === 'nestcell') this.#text.cell(format, nested);
    else if (name === 'row') this.#text.row(1, this.#row.shape());
    else if (name === 'nestrow') this.#text.row(nested, this.#innerRow.shape());
    else if (name === 'mden') this.print('/', group);
  }

  #endParagraph({ format }: Group): void {
    this.#paragraphs += 1;
    if (this.#paragraphs > paragraphLimit) {
      throw new TooLargeError('An RTF of so many paragraphs', `${paragraphLimit} paragraphs`);
    }
    this.#text.paragraph(format);
  }
}
