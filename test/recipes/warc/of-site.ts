/** A recording of a simulated site, as a crawler that loads everything would have made it. */
import type { Resource } from '../../sites/serve-site.ts';
import { gzipped, request, response, warcinfo } from './record.ts';

/** @param origin `http://127.0.0.1:40123` */
export function recordingOf(
  resources: ReadonlyMap<string, Resource>,
  origin: string,
  date: string,
): Buffer {
  const records = [...resources].flatMap(([path, resource]) => {
    const { status = 200, type = 'text/html; charset=utf-8', headers = {}, body = '' } = resource;
    const url = origin + path;
    return [request(url), response(url, { status, type, headers, body }, { date })];
  });
  return gzipped([warcinfo(), ...records]);
}
