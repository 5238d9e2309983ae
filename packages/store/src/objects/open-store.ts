/** Opens a store by its address, as given on the command line. */
import { fileURLToPath } from 'node:url';
import { BadAddressError } from '../errors.ts';
import { openDirectory } from './fs/directory.ts';
import type { ObjectStore } from './object-store.ts';
import { readS3Address, type S3Settings } from './s3/address.ts';

export interface OpenStoreOptions extends S3Settings {
  /** Where settings are read that are not given here; default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const scheme = /^([a-z][a-z0-9+.-]+):\/\//i;

/**
 * @param spec A directory (made where it does not exist), `file://…`, or `s3://bucket/prefix`.
 * @throws {StoreError} `store/bad-address`, `store/denied`, `store/unreachable`, `store/no-bucket` …
 */
export async function openStore(
  spec: string,
  options: OpenStoreOptions = {},
): Promise<ObjectStore> {
  const { env = process.env, ...settings } = options;
  const [, name] = scheme.exec(spec) ?? [];
  switch (name?.toLowerCase()) {
    case undefined:
      if (spec === '' || spec.includes('\0')) throw new BadAddressError(spec, 'it names nothing');
      return await openDirectory(spec);
    case 'file':
      return await openDirectory(fileURLToPath(spec));
    case 's3': {
      const address = readS3Address(spec, settings, env);
      // Loaded only when asked for: the client costs more start-up time than all the rest.
      const { openS3 } = await import('./s3/s3.ts');
      return await openS3(address);
    }
    default:
      throw new BadAddressError(spec, `there is no store for ${name}://`);
  }
}
