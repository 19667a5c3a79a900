/** In development a file is fetched from this machine: by whoever knows its address, which nobody can guess, for a while. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Offers } from './offers.ts';
import { refuse } from './respond.ts';

export const exportsPath = '/exports/';

export function serveOffer(offers: Offers, { url = '' }: IncomingMessage, response: ServerResponse): void {
  const [offer = '', name = ''] = url.slice(exportsPath.length).split('?', 1)[0]?.split('/') ?? [];
  const file = offers.find(offer, decoded(name));
  if (!file) {
    const message = 'This file is no longer on offer. Say "export" to the bot and it makes it anew.';
    refuse(response, { code: 'not-found', message });
    return;
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.bytes.length,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(file.bytes);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
