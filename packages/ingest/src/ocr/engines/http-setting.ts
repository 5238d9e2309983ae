/** The OCR server that the settings name. */
import type { KnownEngine } from './presence.ts';

/** Address for `XXGK_OCR=http`; empty when there is none. */
export const serverAddress = (): string => process.env['XXGK_OCR_URL'] ?? '';

export const httpEngine: KnownEngine = {
  name: 'http',
  byDefault: false,
  absence: () => faultOf(serverAddress()),
  async presence() {
    // Loaded only now: it brings an HTTP client, and most runs have no server.
    const { OcrServer } = await import('./http-server.ts');
    const server = new OcrServer(serverAddress());
    try {
      return await server.presence();
    } finally {
      await server.close();
    }
  },
};

/** Why an address cannot be that of a server; null when it can. */
function faultOf(address: string): string | null {
  if (address === '') return 'XXGK_OCR_URL does not name its server';
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    return 'XXGK_OCR_URL must begin with http:// or https://';
  }
  if (url.username !== '' || url.password !== '') {
    return 'XXGK_OCR_URL holds a password, which worker processes may not know';
  }
  return null;
}
