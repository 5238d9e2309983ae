/**
 * The archive in S3 and in what speaks S3 (Ceph, SeaweedFS, Aliyun OSS, Tencent COS, Huawei OBS).
 *
 * Nothing relies on conditional writes, which several of these let through, nor on checksums that
 * only AWS knows: a written object is compared by its MD5 (the ETag) or read back.
 */
import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { checkKey, checkPrefix } from '../object-key.ts';
import type { ObjectStore, StoredObject } from '../object-store.ts';
import type { S3Address } from './address.ts';
import { readBody } from './body.ts';
import { asStoreError, BrokenAnswerError, DeadlineError, isMissing, judge } from './faults.ts';
import { patient, type RetryPolicy, withRetries } from './retry.ts';

export { readS3Address } from './address.ts';

export interface S3Options {
  readonly retry?: RetryPolicy;
  /** Milliseconds for one exchange, its body included; default 60 000. */
  readonly deadlineMs?: number;
}

/**
 * Opens a bucket that exists, after asking it for one key.
 *
 * @throws {StoreError} `store/unreachable`, `store/denied`, `store/no-bucket`, `store/no-credentials`.
 */
export async function openS3(address: S3Address, options: S3Options = {}): Promise<ObjectStore> {
  const store = new S3Store(address, options);
  await store.probe();
  return store;
}

const connectMs = 5_000;
const pageSize = 1_000;

class S3Store implements ObjectStore {
  readonly name: string;
  readonly #client: S3Client;
  readonly #bucket: string;
  /** Ends in a slash, or is empty. */
  readonly #prefix: string;
  readonly #endpoint: string;
  readonly #retry: RetryPolicy;
  readonly #deadlineMs: number;

  constructor(address: S3Address, { retry = patient, deadlineMs = 60_000 }: S3Options) {
    const { bucket, prefix, endpoint, region, pathStyle, credentials } = address;
    this.name = prefix === '' ? `s3://${bucket}` : `s3://${bucket}/${prefix}`;
    this.#bucket = bucket;
    this.#prefix = prefix === '' ? '' : `${prefix}/`;
    this.#endpoint = endpoint ?? `AWS, region ${region}`;
    this.#retry = retry;
    this.#deadlineMs = deadlineMs;
    this.#client = new S3Client({
      region,
      forcePathStyle: pathStyle,
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(credentials === undefined ? {} : { credentials }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // Retried here, where a body that breaks off can be retried as well.
      maxAttempts: 1,
      requestHandler: { connectionTimeout: connectMs, httpsAgent: { maxSockets: 64 } },
    });
  }

  async probe(): Promise<void> {
    await this.#call('list it', (signal) =>
      this.#client.send(
        new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: this.#prefix, MaxKeys: 1 }),
        { abortSignal: signal },
      ),
    );
  }

  async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    checkKey(key);
    // A buffer, never a stream: the SDK frames streams in a way that some servers store as content.
    const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const md5 = createHash('md5').update(body).digest();
    await this.#call(`write ${key}`, async (signal) => {
      const { ETag = '' } = await this.#client.send(
        new PutObjectCommand({
          ...this.#at(key),
          Body: body,
          ContentType: contentType,
          ContentLength: body.byteLength,
          ContentMD5: md5.toString('base64'),
        }),
        { abortSignal: signal },
      );
      // Quoted by most servers; something else than the MD5 where the server encrypts.
      if (ETag.replaceAll('"', '').toLowerCase() === md5.toString('hex')) return;
      const stored = await this.#read(key, signal);
      if (!stored || !body.equals(stored)) {
        throw new BrokenAnswerError('what was written does not read back');
      }
    });
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    checkKey(key);
    return await this.#call(`read ${key}`, (signal) => this.#read(key, signal));
  }

  async has(key: string): Promise<boolean> {
    checkKey(key);
    return await this.#call(`look for ${key}`, async (signal) => {
      try {
        await this.#client.send(new HeadObjectCommand(this.#at(key)), { abortSignal: signal });
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    });
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    checkPrefix(prefix);
    let token: string | undefined;
    do {
      const page = await this.#call(`list ${prefix}`, (signal) =>
        this.#client.send(
          new ListObjectsV2Command({
            Bucket: this.#bucket,
            Prefix: this.#prefix + prefix,
            MaxKeys: pageSize,
            ...(token === undefined ? {} : { ContinuationToken: token }),
          }),
          { abortSignal: signal },
        ),
      );
      for (const { Key, Size } of page.Contents ?? []) {
        if (Key !== undefined) yield { key: Key.slice(this.#prefix.length), size: Size ?? 0 };
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async delete(key: string): Promise<void> {
    checkKey(key);
    await this.#call(`delete ${key}`, (signal) =>
      this.#client.send(new DeleteObjectCommand(this.#at(key)), { abortSignal: signal }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client.destroy();
  }

  #at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix + key };
  }

  async #read(key: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
    try {
      const answer = await this.#client.send(new GetObjectCommand(this.#at(key)), {
        abortSignal: signal,
      });
      return await readBody(answer.Body, answer.ContentLength, signal);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async #call<T>(what: string, exchange: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await withRetries(this.#retry, judge, () => this.#underDeadline(exchange));
    } catch (error) {
      throw asStoreError(this.name, this.#endpoint, what, error);
    }
  }

  async #underDeadline<T>(exchange: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(this.#deadlineMs);
    try {
      return await exchange(signal);
    } catch (error) {
      // The SDK reports its own abort under another name than a timeout.
      if (signal.aborted) throw new DeadlineError(`no answer within ${this.#deadlineMs} ms`);
      throw error;
    }
  }
}
