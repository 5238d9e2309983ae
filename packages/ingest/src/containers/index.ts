/** The registry of containers: asked in this order, once no parser has recognised the bytes. */
import { sniff } from '../decode/sniff.ts';
import { parsers } from '../parse/index.ts';
import type { Container } from './container.ts';
import { gzipContainer } from './formats/gzip.ts';
import { rarContainer } from './formats/rar.ts';
import { sevenZipContainer } from './formats/seven-zip.ts';
import { tarContainer } from './formats/tar.ts';
import { zipContainer } from './formats/zip.ts';

export const containers: readonly Container[] = [
  zipContainer,
  gzipContainer,
  tarContainer,
  rarContainer,
  sevenZipContainer,
];

/** Bytes that a container is shown. */
const headLength = 4096;

/** The container of these bytes; undefined where they are a document, or nothing that is known. */
export function containerOf(bytes: Uint8Array, fileName: string | null): Container | undefined {
  if (sniff(bytes, fileName, parsers)) return undefined;
  const head = bytes.subarray(0, headLength);
  return containers.find((container) => container.recognises(head));
}
