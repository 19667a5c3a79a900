/** Sixty people who are asked for something, by three who wait; what the connector makes of them; and a house that dies. */
import { conversationKey, personKey } from '../../src/app/documents.ts';
import { openDelivery } from '../../src/app/reminder/delivery.ts';
import type { Messenger } from '../../src/app/reminder/messenger.ts';
import { post } from '../../src/app/reminder/outbox.ts';
import type { Conversation, Person } from '../../src/core/landscape/person.ts';
import type { Letter } from '../../src/core/reminder/letter.ts';
import type { Store } from '../../src/store/store.ts';
import { openMemoryStore, openProcess, type Shelf } from '../app/memory-store.ts';
import { houseOn } from '../app/reminder/simulated-year.ts';
import { rethrow } from '../app/rethrow.ts';
import { tenant } from '../connector/activities.ts';
import type { Fault } from '../connector/connector.ts';
import { chance, integration, member, project } from '../core/builders.ts';

/** For good: whoever has one of these gets nothing at all. */
const codes = [
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
  'InvalidBotApiHost',
  'NotEnoughPermissions',
] as const;

export interface Asked {
  readonly name: string;
  readonly asker: string;
  /** What can be seen in their chat once the question has arrived. */
  readonly question: string;
  /** The bot has a chat with them; else it has to open one. */
  readonly isKnown: boolean;
  readonly dead?: (typeof codes)[number];
}

export const askers = ['Ada', 'Ben', 'Carla'] as const;

export function everybodyAsked(count: number): Asked[] {
  return Array.from({ length: count }, (_, at) => {
    const asker = askers[at % askers.length] ?? 'Ada';
    const name = `person-${at}`;
    const isKnown = at % 4 !== 3;
    const code = codes[Math.floor(at / 4)];
    // One of each kind of refusal for those known, and as many who never installed the bot.
    const dead = at % 4 === 0 ? code : at % 4 === 3 && code ? 'ForbiddenOperationException' : undefined;
    const question = `${asker} asks for your answers about Load ${at}`;
    return { name, asker, question, isKnown, ...(dead ? { dead } : {}) };
  });
}

/** One call in three goes wrong. */
export function badWeather(seed: number): () => Fault | undefined {
  const { below, oneOf } = chance(seed);
  const faults: readonly Fault[] = [
    { status: 429, code: 'Throttled', retryAfter: 20 },
    { status: 429, code: 'Throttled' },
    { status: 503, code: 'ServiceUnavailable' },
    { status: 412, code: 'PreconditionFailed' },
    { drop: 'before' },
    { drop: 'after' },
  ];
  return () => (below(3) === 0 ? oneOf(faults) : undefined);
}

/** `address`: as the door made it for somebody who wrote; others differ in the conversation alone. */
export async function ask(all: readonly Asked[], address: object, start: Date): Promise<Shelf> {
  const shelf: Shelf = new Map();
  const store = openMemoryStore(shelf);
  const people = askers.map((name) => member(name));
  const home = { kind: 'team', tenant, id: 'team' } as const;
  await store.create('projects/palm/project', project({ id: 'palm', home, people }));
  for (const name of [...askers, ...all.flatMap(({ name, isKnown }) => (isKnown ? [name] : []))])
    await meet(store, name, address);
  const letters = await Promise.all(
    all.map(async ({ name, asker }, at): Promise<Letter> => {
      const load = integration([], { id: `load-${at}`, name: `Load ${at}` });
      await store.create(`projects/palm/integrations/load-${at}`, load);
      return {
        id: `ask/${name}`,
        project: 'palm',
        to: { kind: 'person', tenant, id: name, name },
        about: 'A question',
        content: { kind: 'asked', by: { id: asker, name: asker }, integration: load.id },
        urgency: 'at-once',
      };
    }),
  );
  await post(
    houseOn(store, () => start),
    letters,
  );
  return shelf;
}

export const chatOf = (name: string) => `chat-with-${name}`;

async function meet(store: Store, name: string, address: object): Promise<void> {
  const id = chatOf(name);
  const there = { ...address, conversation: { id, conversationType: 'personal', tenantId: tenant } };
  const kind = 'personal' as const;
  const chat: Conversation = { schema: 1, id, tenant, kind, address: there, gone: false };
  await store.create(conversationKey({ tenant, conversation: { id } }), chat);
  const person: Person = { schema: 1, id: name, tenant, name, chat: id };
  await store.create(personKey({ tenant, id: name }), person);
}

/** A bot that is started again whenever it dies, on the same documents. */
export function openMortalBot(
  shelf: Shelf,
  messenger: Messenger,
  now: () => Date,
  dies: () => 'lives' | 'before' | 'done',
) {
  let deaths = 0;
  const start = () => {
    const process = openProcess(shelf, dies);
    const mortal: Messenger = {
      send: (...send) => process.does(() => messenger.send(...send)),
      update: (...update) => process.does(() => messenger.update(...update)),
      reach: (...reach) => process.does(() => messenger.reach(...reach)),
    };
    const house = houseOn(process.store, now);
    const report = () => undefined;
    return {
      process,
      postman: openDelivery({ house, messenger: mortal, report, failed: rethrow, chance: () => 0.5 }),
    };
  };
  let running = start();
  return {
    deaths: () => deaths,
    async round(): Promise<void> {
      const ended = await Promise.race([running.postman.deliver(), running.process.killed]);
      if (ended !== 'killed') return;
      deaths += 1;
      running = start();
    },
  };
}
