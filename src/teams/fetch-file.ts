/** Fetches a file that somebody attached: only from where Teams keeps files, only so much, only so long. */
import { isLoopback } from './caller.ts';
import { decodeText } from './decode-text.ts';
import type { Limits } from './limits.ts';
import type { Problem } from './notices.ts';
import type { SentFile } from './read-activity.ts';

export type Fetched =
  | { readonly ok: true; readonly text: string }
  /** What begins as a workbook does. */
  | { readonly ok: true; readonly workbook: Uint8Array }
  | { readonly ok: false; readonly problem: Problem };

const fileHosts = ['sharepoint.com', 'sharepoint.us', 'sharepoint-mil.us', 'sharepoint.cn', 'svc.ms'];
const mostHops = 3;
const zipStart = Buffer.from('PK\u0003\u0004', 'latin1');

/** The address comes with the message, so it is somebody's word: each hop is judged before it is made. */
export async function fetchFile(
  { url }: SentFile,
  development: boolean,
  limits: Pick<Limits, 'fileBytes' | 'fileMs'>,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.fileMs);
  let next = url;
  try {
    for (let hop = 0; hop <= mostHops; hop += 1) {
      if (!isFileAddress(next, development)) return failed('file-refused');
      const response = await fetch(next, { redirect: 'manual', signal });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location) {
        await response.body?.cancel();
        next = new URL(location, next).href;
      } else {
        return response.ok ? await readText(response, limits.fileBytes) : await discard(response);
      }
    }
    return failed('file-refused');
  } catch {
    // Unreachable, cut off or too slow: what matters to the person is the same.
    return failed('file-gone');
  }
}

export function isFileAddress(address: string, development: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username || password) return false;
  if (development && isLoopback(hostname)) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && !port && fileHosts.some((host) => hostname.endsWith(`.${host}`));
}

async function readText(response: Response, most: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it arrives: a length is what the sender says.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > most) return failed(isZip(Buffer.concat(chunks)) ? 'workbook-too-large' : 'file-too-large');
  }
  const bytes = Buffer.concat(chunks);
  if (isZip(bytes)) return { ok: true, workbook: new Uint8Array(bytes) };
  const text = decodeText(bytes);
  return text === undefined ? failed('file-no-text') : { ok: true, text };
}

const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(zipStart);

async function discard(response: Response): Promise<Fetched> {
  await response.body?.cancel();
  return failed('file-gone');
}

function failed(problem: Problem): Fetched {
  return { ok: false, problem };
}
