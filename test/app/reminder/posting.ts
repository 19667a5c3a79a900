/** What tests of deliveries begin with: a stage, a door that sends as it is told to, and what people got. */
import type { House } from '../../../src/app/house.ts';
import { keepReachable } from '../../../src/app/people/reachable.ts';
import { openDelivery, type Postman } from '../../../src/app/reminder/delivery.ts';
import type { Messenger } from '../../../src/app/reminder/messenger.ts';
import { listPosted } from '../../../src/app/reminder/outbox.ts';
import type { News } from '../../../src/app/reminder/sending.ts';
import type { NoticeReply, Reply } from '../../../src/app/reply.ts';
import type { Attempt } from '../../../src/core/reminder/delivery.ts';
import type { Letter } from '../../../src/core/reminder/letter.ts';
import { callerOf, privately, type Stage } from '../../journeys/stage.ts';
import { team } from '../interviewing.ts';
import { rethrow } from '../rethrow.ts';

export interface Got {
  readonly where: string;
  readonly at: number;
  readonly title: string;
}

/** In the place of a door: what comes of the next attempts is said beforehand; the others arrive. */
export function openDoor(now: () => Date = () => new Date(0)) {
  const got: Got[] = [];
  const attempts: Attempt[] = [];
  let reach: Awaited<ReturnType<Messenger['reach']>> | undefined;
  const messenger: Messenger = {
    async send(address, reply) {
      const planned = attempts.shift();
      const attempt = planned ?? ({ kind: 'sent', activity: `post-${got.length + 1}` } as const);
      if (attempt.kind === 'sent')
        got.push({ where: String(address), at: now().getTime(), title: titleOf(reply) });
      return attempt;
    },
    update: async (_address, activity) => ({ kind: 'sent', activity }),
    reach: async () => reach ?? { ok: false, attempt: { kind: 'gone', why: 'ForbiddenOperationException' } },
  };
  return {
    messenger,
    got,
    plan: (...more: Attempt[]) => void attempts.push(...more),
    reachable: (conversation: string) => {
      reach = { ok: true, conversation, address: conversation };
    },
  };
}

export const titleOf = (reply: Reply) => (reply as NoticeReply).title;

export function openPostman(
  house: House,
  messenger: Messenger,
  failed: (key: string, error: unknown) => void = rethrow,
): Postman & { readonly news: News[] } {
  const news: News[] = [];
  const report = (each: News) => void (each.delivery.state !== 'claimed' && news.push(each));
  return { ...openDelivery({ house, messenger, report, failed, chance: () => 0.5 }), news };
}

/** They write to the bot, so it knows where they are. */
export async function meetThem({ house }: Stage, ...people: string[]): Promise<void> {
  for (const who of people) await keepReachable(house, callerOf(who, privately(who)), `chat-with-${who}`);
}

export async function meetTeam({ house }: Stage): Promise<void> {
  await keepReachable(house, callerOf('Dana', team), team.id);
}

export const person = (who: string) =>
  ({ kind: 'person', tenant: 'tenant-1', id: `id-of-${who}`, name: who }) as const;
export const channel = { kind: 'conversation', tenant: 'tenant-1', id: team.id } as const;

export function letterTo(to: Letter['to'], id: string, more: Partial<Letter> = {}): Letter {
  return {
    id,
    project: 'palm',
    to,
    about: `about ${id}`,
    content: { kind: 'notice', title: id, lines: [], buttons: [] },
    urgency: 'at-once',
    ...more,
  };
}

/** Where every letter of a project stands, by id. */
export async function standing({ house }: Stage, project = 'palm'): Promise<Record<string, string>> {
  const posted = await listPosted(house.store, project);
  return Object.fromEntries(posted.map(({ letter, delivery }) => [letter.id, delivery.state]));
}
