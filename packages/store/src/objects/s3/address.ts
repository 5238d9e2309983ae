/** Reads `s3://bucket/prefix` and the settings that say where that bucket is. */
import { isIP } from 'node:net';
import { BadAddressError, BadKeyError } from '../../errors.ts';
import { checkKey } from '../object-key.ts';

export interface S3Settings {
  /** `http://127.0.0.1:8333`; absent for AWS itself. */
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  /** `http://host/bucket/key` instead of `http://bucket.host/key`. */
  readonly pathStyle?: boolean | undefined;
}

export interface S3Address {
  readonly bucket: string;
  /** Without a slash at its end; empty for the whole bucket. */
  readonly prefix: string;
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly pathStyle: boolean;
  /** From the environment; undefined where the SDK shall look in its other places. */
  readonly credentials: S3Credentials | undefined;
}

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const form = /^s3:\/\/([^/]*)(?:\/(.*))?$/s;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** Services that take the bucket in the host name, some of them (Aliyun OSS) only there. */
const virtualHosted =
  /(^|\.)(amazonaws\.com(\.cn)?|aliyuncs\.com|myqcloud\.com|myhuaweicloud\.com)$/;
const yes = /^(1|true|yes|on)$/i;
const no = /^(0|false|no|off)$/i;

/**
 * Settings given in the call win over the environment (`XXGK_S3_ENDPOINT`, `XXGK_S3_REGION`,
 * `XXGK_S3_PATH_STYLE`, then the names that AWS's own tools read).
 *
 * @throws {BadAddressError}
 */
export function readS3Address(spec: string, settings: S3Settings, env: Environment): S3Address {
  const [, bucket = '', rest = ''] = form.exec(spec) ?? [];
  if (!bucketName.test(bucket)) {
    throw new BadAddressError(spec, `"${bucket}" is no name of a bucket`);
  }
  const prefix = rest.endsWith('/') ? rest.slice(0, -1) : rest;
  if (prefix !== '') checkPrefixOf(spec, prefix);

  const endpoint = endpointOf(settings, env);
  return {
    bucket,
    prefix,
    endpoint: endpoint?.href,
    region:
      settings.region ??
      (env['XXGK_S3_REGION'] || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1'),
    pathStyle: settings.pathStyle ?? pathStyleOf(env, endpoint),
    credentials: credentialsOf(env),
  };
}

function checkPrefixOf(spec: string, prefix: string): void {
  try {
    checkKey(prefix);
  } catch (error) {
    if (error instanceof BadKeyError) throw new BadAddressError(spec, error.message);
    throw error;
  }
}

function endpointOf(settings: S3Settings, env: Environment): URL | undefined {
  const given =
    settings.endpoint ||
    env['XXGK_S3_ENDPOINT'] ||
    env['AWS_ENDPOINT_URL_S3'] ||
    env['AWS_ENDPOINT_URL'];
  if (!given) return undefined;
  const url = URL.parse(given);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new BadAddressError(given, 'the endpoint must begin with http:// or https://');
  }
  if (url.username !== '' || url.password !== '') {
    // Not repeated in the message: it holds a secret.
    throw new BadAddressError(url.host, 'credentials do not belong into the endpoint');
  }
  return url;
}

function pathStyleOf(env: Environment, endpoint: URL | undefined): boolean {
  const asked = env['XXGK_S3_PATH_STYLE'] ?? '';
  if (yes.test(asked)) return true;
  if (no.test(asked)) return false;
  if (asked !== '') throw new BadAddressError(asked, 'XXGK_S3_PATH_STYLE is 1 or 0');
  if (!endpoint) return false;
  // A server of one's own rarely has a name per bucket.
  return isIP(endpoint.hostname) !== 0 || !virtualHosted.test(endpoint.hostname);
}

function credentialsOf(env: Environment): S3Credentials | undefined {
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  const sessionToken = env['AWS_SESSION_TOKEN'];
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}
