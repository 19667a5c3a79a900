/** A local stand-in for Microsoft's signing keys, and tokens signed with them, or with others. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Settings } from '../../src/teams/settings.ts';
import { tenant } from '../connector/activities.ts';

export const appId = '11111111-2222-3333-4444-555555555555';
const issuer = 'https://api.botframework.com';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** `silent` never answers. */
export async function openKeys(how: 'speaking' | 'silent' | 'failing' = 'speaking'): Promise<string> {
  const server = createServer((request, response) => {
    if (how === 'silent') return;
    const { port } = server.address() as AddressInfo;
    const key = { ...publicKey.export({ format: 'jwk' }), kid: 'ours', endorsements: ['msteams'] };
    const body =
      request.url === '/keys' ? { keys: [key] } : { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` };
    // Two steps: restify patches every response of the process, and its writeHead cannot be chained.
    response.writeHead(how === 'failing' ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`;
}

/** What the door is told where credentials are set; the keys are fetched from here. */
export function withCredentials(openIdMetadata: string): Partial<Settings> {
  return {
    development: false,
    credentials: { appId, type: 'SingleTenant', tenant, password: 'not-a-secret' },
    tenants: [tenant],
    cloud: { openIdMetadata, issuer, login: 'https://127.0.0.1:1/none', scope: issuer },
  };
}

export interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string;
  readonly exp?: number;
  readonly [more: string]: unknown;
}

export function token(claims: Claims, key: KeyObject = privateKey, header: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = [
    encode({ alg: 'RS256', typ: 'JWT', kid: 'ours', ...header }),
    encode({ iss: issuer, aud: appId, nbf: now - 60, exp: now + 600, ...claims }),
  ].join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}
