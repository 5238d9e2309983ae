import { describe, expect, test } from 'vitest';
import { readS3Address, type S3Settings } from './address.ts';

type Environment = Record<string, string>;

const aws = { endpoint: undefined, region: 'us-east-1', pathStyle: false, credentials: undefined };

describe('reads', () => {
  const cases: readonly [spec: string, settings: S3Settings, env: Environment, read: object][] = [
    ['s3://archive', {}, {}, { ...aws, bucket: 'archive', prefix: '' }],
    ['s3://archive/', {}, {}, { ...aws, bucket: 'archive', prefix: '' }],
    ['s3://archive/a/政府/', {}, {}, { ...aws, bucket: 'archive', prefix: 'a/政府' }],
    [
      's3://archive/x',
      { endpoint: 'http://127.0.0.1:8333' },
      { AWS_REGION: 'cn-north-1' },
      {
        ...aws,
        bucket: 'archive',
        prefix: 'x',
        endpoint: 'http://127.0.0.1:8333/',
        region: 'cn-north-1',
        pathStyle: true,
      },
    ],
    [
      's3://archive',
      {},
      { XXGK_S3_ENDPOINT: 'https://oss-cn-hangzhou.aliyuncs.com', XXGK_S3_REGION: 'oss' },
      {
        ...aws,
        bucket: 'archive',
        prefix: '',
        endpoint: 'https://oss-cn-hangzhou.aliyuncs.com/',
        region: 'oss',
      },
    ],
    [
      's3://archive',
      { region: 'given' },
      { XXGK_S3_PATH_STYLE: '1', XXGK_S3_REGION: 'from-env' },
      { ...aws, bucket: 'archive', prefix: '', region: 'given', pathStyle: true },
    ],
    [
      's3://archive',
      { endpoint: 'http://seaweedfs:8333', pathStyle: false },
      { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' },
      {
        ...aws,
        bucket: 'archive',
        prefix: '',
        endpoint: 'http://seaweedfs:8333/',
        credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      },
    ],
  ];
  test.each(cases)('%s %o %o', (spec, settings, env, read) => {
    expect(readS3Address(spec, settings, env)).toEqual(read);
  });
});

describe('refuses', () => {
  const cases: readonly [why: string, spec: string, settings: S3Settings, env: Environment][] = [
    ['no bucket', 's3://', {}, {}],
    ['capital letters', 's3://Archive', {}, {}],
    ['a prefix that climbs', 's3://archive/../x', {}, {}],
    ['a prefix with an empty part', 's3://archive/a//b', {}, {}],
    ['an endpoint without http', 's3://archive', { endpoint: 'localhost:8333' }, {}],
    ['an odd switch', 's3://archive', {}, { XXGK_S3_PATH_STYLE: 'maybe' }],
  ];
  test.each(cases)('%s', (_, spec, settings, env) => {
    expect(() => readS3Address(spec, settings, env)).toThrow(
      expect.objectContaining({ code: 'store/bad-address', remedy: 'stop' }),
    );
  });

  test('credentials in the endpoint, without repeating them', () => {
    const read = () => readS3Address('s3://archive', { endpoint: 'http://me:geheim@host:1' }, {});
    expect(read).toThrow(/host:1/);
    expect(read).not.toThrow(/geheim/);
  });
});
