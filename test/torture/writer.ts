/** The process that gets killed: works on all documents at once and says each step aloud once it is acknowledged. */
import { readFileSync, writeSync } from 'node:fs';
import { openJsonStore } from '../../src/store/json-store.ts';
import { keys, type Steps, stateAfter } from './script.ts';

const [folder = ''] = process.argv.slice(2);
say('ready');
// Loaded and warm: the parent decides when we start, and from where.
const steps: Steps = JSON.parse(readFileSync(0, 'utf8'));
const store = await openJsonStore(folder, () => undefined);
say('open');
await Promise.all(keys.map(work));

async function work(key: string): Promise<never> {
  for (let step = (steps[key] ?? 0) + 1; ; step++) {
    const now = await store.read(key);
    const next = stateAfter(step);
    const done = next
      ? await store.write(key, next, now?.version ?? 0)
      : await store.remove(key, now?.version ?? 0);
    if (!done.ok) throw new Error(`${key}: step ${step} was refused`);
    say(`${key} ${step}`);
  }
}

/** Not through `process.stdout`: what was said must be in the pipe when the kill comes. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
