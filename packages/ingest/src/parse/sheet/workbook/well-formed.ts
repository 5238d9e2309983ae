/** XML that is read by a patient library, gone through by a strict one first. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableError } from '../../../errors.ts';

/**
 * Goes through all of the XML: where it breaks off or breaks its rules, something of it is lost.
 *
 * @param format Its name in messages.
 * @param open Called for each tag that opens, in order; `close` for each that closes.
 * @throws {UnreadableError} when it is not well-formed, or declares a document type: entities are how
 *   bombs are built.
 */
export function checkXml(
  format: string,
  xml: string,
  open?: (tag: SaxesTagPlain) => void,
  close?: (tag: SaxesTagPlain) => void,
): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new UnreadableError(format, error.message);
  });
  parser.on('doctype', () => {
    throw new UnreadableError(format, `its XML declares a document type, which no ${format} does`);
  });
  if (open) parser.on('opentag', open);
  if (close) parser.on('closetag', close);
  parser.write(xml).close();
}
