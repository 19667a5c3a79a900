/** Carries one person's message of the day: claims the day, sends, and settles every letter in it. */
import { type Attempt, afterSending } from '../../core/reminder/delivery.ts';
import type { Delivery, Letter, Posted } from '../../core/reminder/letter.ts';
import type { Nudges } from '../../core/reminder/nudging.ts';
import type { Day } from '../../core/reminder/zone.ts';
import type { Key } from '../../store/store.ts';
import { destinationOf, markGone } from './addressing.ts';
import { type Message, messageReply } from './message-of-the-day.ts';
import { conclude, type NudgesOnFile, nudgesKey, tidy, writeNudges } from './nudges-on-file.ts';
import { letterKey, post } from './outbox.ts';
import type { Sending } from './sending.ts';
import { complaintsAbout } from './undelivered.ts';
import type { Reader } from './waiting.ts';

export const minuteMs = 60_000;
/** What waits is looked for this often while somebody is at work. */
export const lookAgainMs = 15 * minuteMs;

export interface Carrier {
  /** Resolves with when to come again, in milliseconds; undefined where they cannot be written to. */
  carry(reader: Reader, onFile: NudgesOnFile, message: Message, today: Day): Promise<number | undefined>;
  /** By this process, now. */
  isCarrying(reader: Reader): boolean;
  /** Whoever wrote them, or asks for something in them, is told why. `occasion`: the same for all that fails for one reason. */
  undeliverable(
    letters: readonly Pick<Posted, 'letter'>[],
    why: string,
    occasion: string | undefined,
  ): Promise<void>;
  /** Put away as it has become pointless. */
  drop(letter: Letter): Promise<void>;
}

export function openCarrier(sending: Sending): Carrier {
  const { house, now } = sending;
  const { store } = house;
  const underway = new Set<Key>();
  const atNow = () => new Date(now()).toISOString();

  async function carry(
    reader: Reader,
    onFile: NudgesOnFile,
    message: Message,
    today: Day,
  ): Promise<number | undefined> {
    const { say, letters, nudged } = message;
    if (say.length + letters.length === 0) {
      await writeNudges(store, { ...onFile.nudges, nudged }, onFile.version);
      return now() + lookAgainMs;
    }
    const to = { kind: 'person', ...reader } as const;
    const destination = await destinationOf(sending, to);
    if ('notBefore' in destination) return destination.notBefore;
    if (!destination.ok) {
      if (destination.attempt.kind === 'later') return now() + lookAgainMs;
      await undeliverable(letters, destination.attempt.why, destination.occasion);
      return undefined;
    }
    const { conversation } = destination;
    const next = Math.max(sending.pace.closedUntil(now()) ?? 0, sending.pace.next(conversation, now()));
    if (next > now()) return next;
    sending.pace.count(conversation, now());
    const key = nudgesKey(reader);
    underway.add(key);
    try {
      const tries = onFile.nudges.delivery?.state === 'waiting' ? onFile.nudges.delivery.tries : 0;
      const claimed: Nudges = {
        ...onFile.nudges,
        day: today,
        delivery: { state: 'claimed', tries, by: sending.self, at: atNow() },
        letters: letters.map(({ letter: { project, id } }) => ({ project, id })),
        items: say.map((item) => item.key),
        nudged,
      };
      if ((await writeNudges(store, claimed, onFile.version)) === undefined) return now() + minuteMs;
      const attempt = await attemptTo(conversation.address, message, today);
      sending.pace.heard(conversation, attempt, now());
      const delivery = afterSending(tries, attempt, now(), sending.chance());
      if (delivery.state === 'failed') {
        const occasion = attempt.kind === 'gone' ? await markGone(house, conversation) : undefined;
        await undeliverable(letters, delivery.why, occasion);
      }
      await conclude(store, claimed, delivery);
      sending.report({ key, kind: 'reminder', delivery });
    } finally {
      underway.delete(key);
    }
    await tidy(sending, reader, false);
    return now() + minuteMs;
  }

  async function attemptTo(address: unknown, message: Message, day: Day): Promise<Attempt> {
    try {
      return await sending.messenger.send(address, messageReply(message, day));
    } catch {
      return { kind: 'unknown', why: 'the attempt broke off' };
    }
  }

  async function undeliverable(
    letters: readonly Pick<Posted, 'letter'>[],
    why: string,
    occasion: string | undefined,
  ) {
    for (const { letter } of letters) {
      await post(house, await complaintsAbout(house, letter, { state: 'failed', why, occasion }));
      await settle(letter, { state: 'failed', at: atNow(), why });
    }
  }

  async function settle(letter: Letter, delivery: Delivery): Promise<void> {
    const key = letterKey(letter);
    const kept = await store.read(key);
    const posted = kept?.value as Posted | undefined;
    if (!kept || posted?.delivery.state !== 'waiting') return;
    const moved: Posted = { ...posted, delivery };
    const written = await store.write(key, moved, kept.version);
    if (written.ok) sending.report({ key, kind: letter.content.kind, delivery });
  }

  return {
    carry,
    isCarrying: (reader) => underway.has(nudgesKey(reader)),
    undeliverable,
    drop: (letter) =>
      settle(letter, { state: 'dropped', at: atNow(), why: 'there was nothing to say any more' }),
  };
}
