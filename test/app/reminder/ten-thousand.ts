/** Ten thousand letters at once, of every kind: to people who are known or not, to channels, for messages of the day. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { conversationKey, personKey } from '../../../src/app/documents.ts';
import { openDelivery } from '../../../src/app/reminder/delivery.ts';
import { post } from '../../../src/app/reminder/outbox.ts';
import type { Conversation, Person } from '../../../src/core/landscape/person.ts';
import type { Letter, Posted } from '../../../src/core/reminder/letter.ts';
import { openMemoryStore, type Shelf } from '../memory-store.ts';
import { rethrow } from '../rethrow.ts';
import { openPlatform } from './platform.ts';
import { houseOn } from './simulated-year.ts';
import { openVirtualTime } from './virtual-time.ts';

const tenant = 'tenant-1';
/** A Monday, within everybody's working hours. */
const start = Date.parse('2026-03-02T10:00:00.000Z');

export interface Load {
  readonly people: number;
  readonly lettersEach: number;
  readonly strangers: number;
  readonly channels: number;
  readonly postsEach: number;
  /** People with one letter for their message of the day. */
  readonly mornings: number;
}

export async function workOff(load: Load, parts?: number) {
  const time = openVirtualTime(start);
  const shelf: Shelf = new Map();
  const store = openMemoryStore(shelf);
  const house = houseOn(store, () => new Date(time.now()));
  const letters = await everythingDue(load, store);
  await post(house, letters);
  const platform = openPlatform(time, 5, parts);
  const { messenger } = platform;
  const postman = openDelivery({
    house,
    messenger,
    report: () => undefined,
    failed: rethrow,
    chance: () => 0.5,
  });
  const heap: { readonly sent: number; readonly bytes: number }[] = [];
  let rounds = 0;
  while (platform.arrived.size < letters.length && rounds < 5_000) {
    rounds += 1;
    const due = await time.until(postman.deliver());
    // As the clockwork of the product waits between rounds.
    time.pass(Math.min(5_000, Math.max(200, (due ?? Number.POSITIVE_INFINITY) - time.now())));
    const { size } = platform.arrived;
    if (size >= letters.length / 10 && heap.length === 0) heap.push({ sent: size, bytes: heapNow() });
  }
  heap.push({ sent: platform.arrived.size, bytes: heapNow() });
  const states: Record<string, number> = {};
  for (const { value } of shelf.values())
    if ('letter' in (value as object)) {
      const { state } = (value as Posted).delivery;
      states[state] = (states[state] ?? 0) + 1;
    }
  return {
    letters: letters.length,
    states,
    twice: [...platform.arrived.values()].filter((times) => times > 1).length,
    tally: platform.tally,
    seconds: Math.round((time.now() - start) / 1_000),
    heap,
  };
}

async function everythingDue(load: Load, store: ReturnType<typeof openMemoryStore>): Promise<Letter[]> {
  const known = async (name: string, kind: Conversation['kind']) => {
    const chat: Conversation = { schema: 1, id: name, tenant, kind, address: name, gone: false };
    await store.create(conversationKey({ tenant, conversation: { id: name } }), chat);
    const person: Person = { schema: 1, id: name, tenant, name, chat: name };
    if (kind === 'personal') await store.create(personKey({ tenant, id: name }), person);
  };
  const toPerson = (id: string) => ({ kind: 'person', tenant, id, name: id }) as const;
  const letters: Letter[] = [];
  const write = (to: Letter['to'], count: number, urgency: Letter['urgency']) => {
    for (let at = 0; at < count; at += 1) {
      const id = `${to.id}/${at}`;
      const content = { kind: 'notice', title: id, lines: [], buttons: [] } as const;
      letters.push({ id, project: 'palm', to, about: id, content, urgency });
    }
  };
  for (let at = 0; at < load.channels; at += 1) {
    await known(`channel-${at}`, 'channel');
    write({ kind: 'conversation', tenant, id: `channel-${at}` }, load.postsEach, 'at-once');
  }
  for (let at = 0; at < load.people; at += 1) {
    await known(`person-${at}`, 'personal');
    write(toPerson(`person-${at}`), load.lettersEach, 'at-once');
  }
  for (let at = 0; at < load.mornings; at += 1) {
    await known(`reader-${at}`, 'personal');
    write(toPerson(`reader-${at}`), 1, 'daily');
  }
  for (let at = 0; at < load.strangers; at += 1) write(toPerson(`stranger-${at}`), 1, 'at-once');
  return letters;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapNow(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
