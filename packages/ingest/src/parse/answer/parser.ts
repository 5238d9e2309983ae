/** Answers of interfaces that hold an article: a page's script would have printed it (JSON, JSONP, XML). */
import { IngestError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { Parser } from '../parser.ts';
import { isJson, isXml } from './recognise.ts';

const version = '1';

/** @param valueIn Reads the text; undefined where it breaks off or breaks the rules. */
async function read(
  file: Decoded,
  name: string,
  valueIn: (text: string) => unknown,
): Promise<Parsed> {
  const { readAnswer } = await import('./read-answer.ts');
  const label = name.toUpperCase();
  try {
    const value = valueIn(file.text ?? '');
    if (value === undefined) throw new UnreadableError(label, 'it breaks off or is no such data');
    return readAnswer(file, value, { [`parse.${name}`]: version });
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new UnreadableError(label, error instanceof Error ? error.message : String(error));
  }
}

export const jsonParser: Parser = {
  name: 'json',
  version,
  mediaType: 'application/json',
  textual: true,
  recognises: isJson,
  parse: async (file) => {
    const { jsonValue } = await import('./json-value.ts');
    return read(file, 'json', jsonValue);
  },
};

export const xmlParser: Parser = {
  name: 'xml',
  version,
  mediaType: 'application/xml',
  textual: true,
  recognises: isXml,
  parse: async (file) => {
    const { xmlValue } = await import('./xml-value.ts');
    return read(file, 'xml', xmlValue);
  },
};
