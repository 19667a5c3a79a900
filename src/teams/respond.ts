/** Answers of the HTTP door: ours, short, and never with anything from inside. */
import type { ServerResponse } from 'node:http';

export const refusals = {
  'activity-invalid': 400,
  'json-invalid': 400,
  unauthorized: 401,
  'not-found': 404,
  'method-not-allowed': 405,
  'body-too-slow': 408,
  'body-too-large': 413,
  'media-type-refused': 415,
  'encoding-refused': 415,
  'host-refused': 421,
  failed: 500,
  stopping: 503,
} as const;

export type RefusalCode = keyof typeof refusals;

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

export function refuse(
  response: ServerResponse,
  { code, message }: Refusal,
  headers: Record<string, string> = {},
): void {
  respond(response, refusals[code], { code, message }, headers);
}

export function respond(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Record<string, string> = {},
): void {
  // The caller is gone: there is nobody to tell.
  if (response.destroyed || response.headersSent) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(text);
}
