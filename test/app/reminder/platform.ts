/** Stands in for a platform that enforces its rates to the letter: what comes too fast is answered with 429. */
import type { Messenger } from '../../../src/app/reminder/messenger.ts';
import type { Reply } from '../../../src/app/reply.ts';
import { chance } from '../../core/builders.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Microsoft's table as it is printed, and not as the product has it. */
const conversationTable = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;
const tenantTable = [[50, 1_000]] as const;

const throttled = { kind: 'later', why: 'Throttled', down: false, afterMs: 5_000 } as const;

type Table = readonly (readonly [most: number, withinMs: number])[];

/** `parts`: as so many messages it counts one; the real one may split a message without saying so. */
export function openPlatform(time: VirtualTime, seed: number, parts = 1) {
  const { below } = chance(seed);
  const windows = new Map<string, number[]>();
  const held = new Map<string, number>();
  const tally = { requests: 0, refused: 0, impatient: 0, sent: 0 };
  const arrived = new Map<string, number>();

  const isTooFast = (name: string, table: Table) => {
    const times = windows.get(name) ?? [];
    windows.set(name, times);
    const tooFast = table.some(([most, withinMs]) => {
      const first = times.at(-most);
      return first !== undefined && first > time.now() - withinMs;
    });
    for (let part = 0; part < parts; part += 1) times.push(time.now());
    return tooFast;
  };
  /** Some messages take longer to get there than others, and every one takes a while to be answered. */
  const taken = async (conversation: string): Promise<boolean> => {
    const sentAt = time.now();
    await time.sleep(below(200));
    tally.requests += 1;
    if (sentAt < (held.get(conversation) ?? 0)) tally.impatient += 1;
    const tooFast = [isTooFast(conversation, conversationTable), isTooFast('the tenant', tenantTable)];
    await time.sleep(50 + below(100));
    if (!tooFast.includes(true)) return true;
    tally.refused += 1;
    held.set(conversation, time.now() + throttled.afterMs);
    return false;
  };
  const messenger: Messenger = {
    async send(address, reply) {
      if (!(await taken(String(address)))) return throttled;
      tally.sent += 1;
      for (const title of titlesIn(reply)) arrived.set(title, (arrived.get(title) ?? 0) + 1);
      return { kind: 'sent', activity: `post-${tally.sent}` };
    },
    update: async (address, activity) =>
      (await taken(String(address))) ? { kind: 'sent', activity } : throttled,
    async reach({ id }) {
      const conversation = `chat-with-${id}`;
      if (!(await taken(conversation))) return { ok: false, attempt: throttled };
      return { ok: true, conversation, address: conversation };
    },
  };
  return { messenger, tally, arrived };
}

function titlesIn(reply: Reply): string[] {
  if (reply.kind === 'reminder') return reply.items.map(({ title }) => title);
  return 'title' in reply ? [reply.title] : [];
}
