/**
 * Reads one JSON body. Not restify's parser: that one keeps reading what it has refused already, unpacks what was
 * packed, and counts the bytes before unpacking.
 */
import type { IncomingMessage } from 'node:http';
import type { Limits } from './limits.ts';
import type { Refusal } from './respond.ts';

export type Body =
  | { readonly kind: 'read'; readonly json: unknown }
  /** `unread`: more may be on its way, so the connection is of no use any more. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly unread: boolean }
  /** The caller hung up. */
  | { readonly kind: 'aborted' };

export async function readBody(request: IncomingMessage, limits: Limits): Promise<Body> {
  const refusal = judgeHeaders(request, limits);
  if (refusal) return { kind: 'refused', refusal, unread: true };
  const bytes = await collect(request, limits);
  if (bytes === 'aborted') return { kind: 'aborted' };
  if (!Buffer.isBuffer(bytes)) return { kind: 'refused', refusal: bytes, unread: true };
  try {
    return { kind: 'read', json: JSON.parse(bytes.toString('utf8')) };
  } catch {
    const refusal: Refusal = { code: 'json-invalid', message: 'The body is not valid JSON.' };
    return { kind: 'refused', refusal, unread: false };
  }
}

function judgeHeaders({ headers }: IncomingMessage, limits: Limits): Refusal | undefined {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    return { code: 'media-type-refused', message: 'Only application/json is read here.' };
  if (headers['content-encoding'] !== undefined)
    return { code: 'encoding-refused', message: 'A body with a content encoding is not read.' };
  if (Number(headers['content-length'] ?? 0) > limits.bodyBytes) return tooLarge(limits);
  return undefined;
}

function collect(request: IncomingMessage, limits: Limits): Promise<Buffer | Refusal | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: Buffer | Refusal | 'aborted') => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('close', abort);
      resolve(result);
    };
    const slow: Refusal = { code: 'body-too-slow', message: 'The body did not arrive in time.' };
    const timer = setTimeout(() => finish(slow), limits.bodyMs);
    const end = () => finish(Buffer.concat(chunks));
    const abort = () => finish('aborted');
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.bodyBytes) finish(tooLarge(limits));
      else chunks.push(chunk);
    };
    request.on('data', take).on('end', end).on('close', abort);
    // A connection that breaks is an error first and closed then; heard by nobody it would end the process.
    request.on('error', () => undefined);
  });
}

function tooLarge({ bodyBytes }: Limits): Refusal {
  return { code: 'body-too-large', message: `A body may have ${bodyBytes} bytes at most.` };
}
