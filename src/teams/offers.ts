/** Files that wait to be fetched by the person they were made for. In memory: after a restart they are asked for again. */
import { randomBytes } from 'node:crypto';
import type { OfferedFile } from './send.ts';

export interface Offers {
  /** The token that stands for these files; nobody can guess it. */
  add(files: readonly OfferedFile[], to: string): string;
  /** One of them, by its name, where it is still to be had. */
  find(token: string, name: string): OfferedFile | undefined;
  /** As `find`, for the person it was made for, and once: whoever could not make use of it puts it back. */
  take(token: string, name: string, by: string): OfferedFile | undefined;
  putBack(token: string, file: OfferedFile): void;
}

interface Offer {
  readonly files: readonly OfferedFile[];
  readonly to: string;
  readonly until: number;
  readonly taken: Set<string>;
}

/** Of the bytes of all offers together; the oldest make room. */
const mostBytes = 64 * 1024 * 1024;

export function openOffers(lifeMs: number, now: () => number = Date.now): Offers {
  const offers = new Map<string, Offer>();
  const clear = () => {
    for (const [token, { until }] of offers) if (until <= now()) offers.delete(token);
    let bytes = [...offers.values()].reduce((sum, { files }) => sum + sizeOf(files), 0);
    for (const [token, { files }] of offers) {
      if (bytes <= mostBytes || offers.size === 1) break;
      offers.delete(token);
      bytes -= sizeOf(files);
    }
  };
  const offerOf = (token: string) => {
    clear();
    return offers.get(token);
  };
  const find = (token: string, name: string) => {
    const offer = offerOf(token);
    return offer?.taken.has(name) ? undefined : offer?.files.find((file) => file.name === name);
  };
  return {
    find,
    add(files, to) {
      const token = randomBytes(24).toString('base64url');
      offers.set(token, { files, to, until: now() + lifeMs, taken: new Set() });
      clear();
      return token;
    },
    take(token, name, by) {
      if (offerOf(token)?.to !== by) return undefined;
      const file = find(token, name);
      if (file) offers.get(token)?.taken.add(name);
      return file;
    },
    putBack(token, { name }) {
      offers.get(token)?.taken.delete(name);
    },
  };
}

const sizeOf = (files: readonly OfferedFile[]) => files.reduce((sum, { bytes }) => sum + bytes.length, 0);
