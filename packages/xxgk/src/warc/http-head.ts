/** The head of an HTTP answer, made again from what was kept of it. */
import { STATUS_CODES } from 'node:http';
import type { Capture } from '@xxgk/store';

const crlf = '\r\n';
const breaks = /[\r\n]+/g;
/** They tell of the transfer, which has been undone: as they are, they would tell wrong of the bytes. */
const ofTransfer: ReadonlySet<string> = new Set([
  'content-encoding',
  'transfer-encoding',
  'content-length',
]);
/** What the tools of web archives call a field that they had to set aside. */
const setAside = 'x-archive-orig-';

/** @param bytes Of the body that follows. */
export function httpHead({ status, headers }: Capture, bytes: number): string {
  const code = status ?? 200;
  const fields = Object.entries(headers).map(([name, value]): readonly [string, string] => [
    ofTransfer.has(name) ? `${setAside}${name}` : name,
    value,
  ]);
  const lines = [...fields, ['content-length', String(bytes)] as const];
  return [
    `HTTP/1.1 ${code} ${STATUS_CODES[code] ?? ''}`.trimEnd(),
    ...lines.map(([name, value]) => `${name}: ${value.replaceAll(breaks, ' ')}`),
    '',
    '',
  ].join(crlf);
}
