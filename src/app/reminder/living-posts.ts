/** Posts that stay true: the newest list of open questions in a channel is updated in place as answers come. */
import { isSettled, type Posted } from '../../core/reminder/letter.ts';
import type { Key } from '../../store/store.ts';
import { fileName } from '../documents.ts';
import type { Reply } from '../reply.ts';
import { destinationOf, markGone } from './addressing.ts';
import { keepOnly } from './clear-out.ts';
import { governancePost } from './governance-post.ts';
import { isLetter } from './mail.ts';
import { letterKey } from './outbox.ts';
import type { Sending } from './sending.ts';

export const digestOf = (reply: Reply): string => fileName(JSON.stringify(reply));

export interface LivingPosts {
  /** Resolves with when a post that waits for its turn can be updated, in milliseconds. */
  round(): Promise<number>;
  /** Of all letters only these are still on file. */
  forgetAllBut(left: ReadonlySet<Key>): void;
}

/** After an attempt that failed; an answer in the meantime does not hurry it. */
const pauseMs = 60_000;

export function openLivingPosts(sending: Sending): LivingPosts {
  const { house, messenger, pace, apart, now, isStopped } = sending;
  const { store } = house;
  /** Letters of another kind, and posts that a newer one has taken the place of. */
  const over = new Set<Key>();
  /** By letter: the state of the project for which it was last looked at. */
  const looked = new Map<Key, string>();
  const pausing = new Map<Key, number>();

  async function newest(): Promise<Posted[]> {
    const byPlace = new Map<string, Posted>();
    for (const key of (await store.list('projects/')).filter(isLetter)) {
      if (over.has(key)) continue;
      const posted = (await store.read(key))?.value as Posted | undefined;
      if (!posted) continue;
      const { letter, delivery } = posted;
      if (letter.content.kind !== 'governance' || (isSettled(delivery) && delivery.state !== 'sent'))
        over.add(key);
      if (over.has(key) || delivery.state !== 'sent') continue;
      const place = `${letter.project} ${letter.to.tenant} ${letter.to.id}`;
      const other = byPlace.get(place);
      const isNewer = other?.delivery.state !== 'sent' || other.delivery.at <= delivery.at;
      const old = isNewer ? other : posted;
      if (old) over.add(letterKey(old.letter));
      if (isNewer) byPlace.set(place, posted);
    }
    return [...byPlace.values()];
  }

  /** Nothing that a post says can change while this stays the same. */
  async function stateOf(project: string): Promise<string> {
    const keys = await store.list(`projects/${project}/integrations/`);
    const kept = await Promise.all([`projects/${project}/project`, ...keys].map((key) => store.read(key)));
    return kept.map((document) => document?.version ?? 0).join();
  }

  /** Resolves with when it can be tried, where that is not now. */
  async function update({ letter, delivery, shown }: Posted): Promise<number | undefined> {
    const key = letterKey(letter);
    if (letter.content.kind !== 'governance' || delivery.state !== 'sent') return undefined;
    const pause = pausing.get(key) ?? 0;
    if (pause > now()) return pause;
    const state = await stateOf(letter.project);
    if (looked.get(key) === state) return undefined;
    const ref = { project: letter.project, post: letter.id };
    const reply = await governancePost(house, ref, letter.content.skipped);
    if (!reply || digestOf(reply) === shown) {
      looked.set(key, state);
      return undefined;
    }
    const destination = await destinationOf(sending, letter.to);
    if (!destination.ok) {
      over.add(key);
      return undefined;
    }
    const { conversation } = destination;
    const next = Math.max(pace.next(conversation, now()), pace.closedUntil(now()) ?? 0);
    if (next > now()) return next;
    pace.count(conversation, now());
    const attempt = await messenger.update(conversation.address, delivery.activity, reply);
    pace.heard(conversation, attempt, now());
    // To update it once more does no harm: where nobody knows whether it arrived, it is tried again.
    if (attempt.kind === 'later' || attempt.kind === 'unknown') {
      const again = now() + Math.max(pauseMs, (attempt.kind === 'later' && attempt.afterMs) || 0);
      pausing.set(key, again);
      return again;
    }
    if (attempt.kind === 'gone') await markGone(house, conversation);
    // Somebody has deleted it, or nothing goes there any more.
    if (attempt.kind !== 'sent') over.add(key);
    looked.set(key, state);
    const kept = await store.read(key);
    if (!kept) return undefined;
    const updated: Posted = { ...(kept.value as Posted), shown: digestOf(reply) };
    await store.write(key, updated, kept.version);
    return undefined;
  }

  return {
    forgetAllBut(left) {
      for (const remembered of [over, looked, pausing]) keepOnly(remembered, left);
    },
    async round() {
      let again = Number.POSITIVE_INFINITY;
      for (const posted of await newest()) {
        if (isStopped()) break;
        const later = await apart(letterKey(posted.letter), () => update(posted));
        again = Math.min(again, later ?? again);
      }
      return again;
    },
  };
}
