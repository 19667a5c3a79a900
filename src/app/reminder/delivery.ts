/** Sends what waits in the outboxes, each letter at most once, whatever happens to this process or runs beside it. */
import type { Conversation } from '../../core/landscape/person.ts';
import { type Attempt, afterSending, isAbandoned, readyAt } from '../../core/reminder/delivery.ts';
import {
  type Addressee,
  type Delivery,
  isSettled,
  type Letter,
  type Posted,
} from '../../core/reminder/letter.ts';
import type { Key } from '../../store/store.ts';
import type { Reply } from '../reply.ts';
import { destinationOf, markGone } from './addressing.ts';
import { openApart } from './apart.ts';
import { keepOnly, openClearOut } from './clear-out.ts';
import { inLanes } from './lanes.ts';
import { messageOf } from './letter-words.ts';
import { digestOf, openLivingPosts } from './living-posts.ts';
import { isLetter } from './mail.ts';
import { openMornings } from './mornings.ts';
import { letterKey, post } from './outbox.ts';
import { openPace } from './pace.ts';
import { postDue } from './schedules.ts';
import { type DeliveryParts, lanesFor } from './sending.ts';
import { complaintsAbout } from './undelivered.ts';

export interface Postman {
  /** One round. Resolves with when the next one is worth while, in milliseconds; undefined where nothing waits. */
  deliver(): Promise<number | undefined>;
  /** What is being sent is finished; nothing more is begun. */
  stop(): void;
}

export function openDelivery(parts: DeliveryParts): Postman {
  const { house, messenger, report, failed, chance } = parts;
  const { store } = house;
  const self = `${house.startedAt}/${house.newId()}`;
  const pace = openPace();
  const settled = new Set<Key>();
  const underway = new Set<Key>();
  let stopped = false;
  const now = () => house.now().getTime();
  const apart = openApart(failed, now);
  const sending = { ...parts, pace, apart, self, now, isStopped: () => stopped };
  const mornings = openMornings(sending);
  const livingPosts = openLivingPosts(sending);
  const clearOut = openClearOut(sending);

  /** Writes where the letter stands, if it still stands where it was seen. */
  async function settle(posted: Posted, version: number, delivery: Delivery): Promise<number | undefined> {
    const moved: Posted = { ...posted, delivery };
    const written = await store.write(letterKey(posted.letter), moved, version);
    if (!written.ok) return undefined;
    report({ key: letterKey(posted.letter), kind: posted.letter.content.kind, delivery });
    return written.version;
  }

  async function conclude(posted: Posted, version: number, { attempt, occasion }: Came): Promise<void> {
    const { delivery: last } = posted;
    const tries = 'tries' in last ? last.tries : 0;
    const delivery = afterSending(tries, attempt, now(), chance());
    // First of all: after a crash in between they are found on file, and not written twice.
    if (delivery.state === 'failed' || delivery.state === 'unknown')
      await post(house, await complaintsAbout(house, posted.letter, { ...delivery, occasion }));
    await settle(posted, version, delivery);
  }

  /** Who claimed it and cannot be sending it any more has left nobody to say whether it arrived. */
  async function giveUpAbandoned(posted: Posted, version: number): Promise<void> {
    if (posted.delivery.state !== 'claimed' || underway.has(letterKey(posted.letter))) return;
    if (!isAbandoned(posted.delivery.at, now())) return;
    const attempt = { kind: 'unknown', why: 'the process that was sending it ended' } as const;
    await conclude(posted, version, { attempt });
  }

  async function carry(key: Key): Promise<number | undefined> {
    const kept = await store.read(key);
    const posted = kept?.value as Posted | undefined;
    if (!kept || posted?.delivery.state !== 'waiting') return undefined;
    const { letter, delivery } = posted;
    const destination = await destinationOf(sending, letter.to);
    if ('notBefore' in destination) return destination.notBefore;
    if (!destination.ok) {
      await conclude(posted, kept.version, destination);
      return undefined;
    }
    const { conversation } = destination;
    const reply = await messageOf(house, letter);
    const at = new Date(now()).toISOString();
    if (!reply) {
      await settle(posted, kept.version, { state: 'dropped', at, why: 'there was nothing to say any more' });
      return undefined;
    }
    const next = pace.next(conversation, now());
    if (next > now()) return next;
    // With nothing awaited in between: another lane must not take the same place.
    pace.count(conversation, now());
    underway.add(key);
    try {
      const claimed: Delivery = { state: 'claimed', tries: delivery.tries, by: self, at };
      const told = letter.content.kind === 'governance' ? { ...posted, shown: digestOf(reply) } : posted;
      const version = await settle(told, kept.version, claimed);
      if (version === undefined) return undefined;
      const attempt = await send(conversation, reply);
      pace.heard(conversation, attempt, now());
      const gone = attempt.kind === 'gone' ? { occasion: await markGone(house, conversation) } : {};
      await conclude(told, version, { attempt, ...gone });
    } finally {
      underway.delete(key);
    }
    return undefined;
  }

  async function send(conversation: Conversation, reply: Reply): Promise<Attempt> {
    try {
      return await messenger.send(conversation.address, reply);
    } catch {
      return { kind: 'unknown', why: 'the attempt broke off' };
    }
  }

  /** Letters that can go now, by where they go, oldest first; and when the next of the others can. */
  async function sort() {
    const ready = new Map<string, Ready[]>();
    let next = Number.POSITIVE_INFINITY;
    for (const key of (await store.list('projects/')).filter(isLetter)) {
      if (settled.has(key)) continue;
      const kept = await store.read(key);
      const posted = kept?.value as Posted | undefined;
      if (!kept || !posted) continue;
      const { letter, delivery, at } = posted;
      if (isSettled(delivery)) settled.add(key);
      if (delivery.state === 'claimed') await apart(key, () => giveUpAbandoned(posted, kept.version));
      if (delivery.state !== 'waiting' || !isForPostman(letter)) continue;
      const time = readyAt(letter.notBefore, delivery.after);
      if (time > now()) {
        next = Math.min(next, time);
        continue;
      }
      const lane = `${letter.to.kind} ${letter.to.tenant} ${letter.to.id}`;
      const waiting = ready.get(lane) ?? [];
      waiting.push({ key, to: letter.to, since: letter.notBefore ?? at });
      ready.set(lane, waiting);
    }
    return { lanes: [...ready.values()].map(oldestFirst), next };
  }

  /** One place, letter by letter. Resolves with when the next of them can go, where that is not now. */
  async function runLane(lane: readonly Ready[]): Promise<number | undefined> {
    for (const { key, to } of lane) {
      if (stopped) return undefined;
      const next = Math.max(pace.closedUntil(now()) ?? 0, pace.next(to, now()));
      // Nothing is read for what could not be sent anyway.
      const later = next > now() ? next : await apart(key, () => carry(key));
      if (later !== undefined) return later;
    }
    return undefined;
  }

  return {
    stop() {
      stopped = true;
    },
    async deliver() {
      const scheduled = await postDue(house, apart);
      const { lanes: waiting, next } = await sort();
      let again = Math.min(scheduled, next, await mornings.round());
      await inLanes(waiting, lanesFor(sending), async (lane) => {
        const later = await runLane(lane);
        again = Math.min(again, later ?? again);
      });
      again = Math.min(again, await livingPosts.round());
      const left = await clearOut.round();
      if (left) {
        keepOnly(settled, left);
        mornings.forgetAllBut(left);
        livingPosts.forgetAllBut(left);
      }
      return Number.isFinite(again) ? again : undefined;
    },
  };
}

interface Ready {
  readonly key: Key;
  readonly to: Addressee;
  readonly since: string;
}

interface Came {
  readonly attempt: Attempt;
  readonly occasion?: string;
}

/** What waits for somebody's one message of the day is taken along by that. */
function isForPostman({ to, urgency }: Letter): boolean {
  return to.kind === 'conversation' || urgency === 'at-once';
}

function oldestFirst<Each extends { readonly since: string }>(letters: readonly Each[]): Each[] {
  return letters.toSorted((one, other) => (one.since < other.since ? -1 : Number(one.since > other.since)));
}
