/**
 * What the build has read already. Reading YAML takes longer than all the rest of a start, and is the same work every
 * time: a text that is known by its digest is not read again. One that was changed since has another digest.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The digest of a text without mistakes → its data. */
export type ReadAhead = Readonly<Record<string, unknown>>;

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

let shipped: ReadAhead | undefined;

/** Beside the compiled code, where the build has put it; empty where nothing was built. */
export function shippedReadAhead(): ReadAhead {
  shipped ??= read(new URL('read-ahead.json', import.meta.url));
  return shipped;
}

/** It only saves time, so one that is missing or damaged is done without. */
function read(file: URL): ReadAhead {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
