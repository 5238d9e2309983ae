/** Opens an archive: the one thing that the pipeline asks of containers. */
import type { Document } from '@xxgk/extract/document';
import type { SourceFile } from '../stage.ts';
import { archiveDocument } from './archive-document.ts';
import type { Container } from './container.ts';
import { unpack } from './unpack/unpack.ts';

/**
 * @param scratch An empty folder, in which each file of the archive lies afterwards under the
 *   hash of its bytes.
 * @throws {ContainerError}
 */
export async function openContainer(
  file: SourceFile,
  container: Container,
  scratch: string,
): Promise<Document> {
  return archiveDocument(file, container, await unpack(file, container, scratch));
}
