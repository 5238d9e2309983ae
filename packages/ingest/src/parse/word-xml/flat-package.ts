/** A Word package written as one XML file (Flat OPC): its parts follow each other as elements. */
import { UnreadableError } from '../../errors.ts';
import type { Archive } from '../package/archive.ts';

const partStart = '<pkg:part ';
const nameAttribute = /\bpkg:name="\/?([^"]{1,500})"/;
const partLimit = 10_000;

/** What stands between an element's tags; undefined when it is not there. */
function inside(text: string, element: string): string | undefined {
  const open = text.indexOf(`<${element}`);
  const start = text.indexOf('>', open) + 1;
  const end = text.lastIndexOf(`</${element}>`);
  return open < 0 || start === 0 || end < start ? undefined : text.slice(start, end);
}

function contentOf(part: string): Buffer {
  const xml = inside(part, 'pkg:xmlData');
  if (xml !== undefined) return Buffer.from(xml);
  return Buffer.from(inside(part, 'pkg:binaryData') ?? '', 'base64');
}

/** @throws {UnreadableError} when a part is asked for that is not there. */
export function flatArchive(text: string): Archive {
  const parts = new Map<string, string>();
  const pieces = text.split(partStart, partLimit + 1).slice(1);
  for (const piece of pieces) {
    const name = nameAttribute.exec(piece.slice(0, piece.indexOf('>')))?.[1];
    if (name !== undefined) parts.set(name, piece);
  }
  return {
    names: () => parts.keys(),
    has: (name) => parts.has(name),
    async read(name) {
      const part = parts.get(name);
      if (part === undefined) throw new UnreadableError('DOCX', `its part ${name} is missing`);
      return contentOf(part);
    },
  };
}
