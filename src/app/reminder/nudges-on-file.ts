/** One person's reminders on file: whose turn it is to send them, and what became of the last message. */
import { isAbandoned } from '../../core/reminder/delivery.ts';
import type { Delivery, Letter, Posted } from '../../core/reminder/letter.ts';
import { countedIn, type Nudges } from '../../core/reminder/nudging.ts';
import type { Key, Store } from '../../store/store.ts';
import { change, personKey } from '../documents.ts';
import type { House } from '../house.ts';
import { letterKey, post, readPosted } from './outbox.ts';
import type { Sending } from './sending.ts';
import { complaintsAbout } from './undelivered.ts';

type Person = Pick<Nudges, 'tenant' | 'id'>;

export const nudgesKey = (person: Person): Key => `${personKey(person)}/nudges`;

export interface NudgesOnFile {
  readonly nudges: Nudges;
  /** Absent where nothing is on file yet. */
  readonly version?: number;
}

export async function readNudges(store: Store, { tenant, id }: Person): Promise<NudgesOnFile> {
  const kept = await store.read(nudgesKey({ tenant, id }));
  if (kept) return { nudges: kept.value as Nudges, version: kept.version };
  return { nudges: { schema: 1, tenant, id, letters: [], items: [], nudged: {} } };
}

/** The new version; undefined where somebody else was faster. */
export async function writeNudges(
  store: Store,
  nudges: Nudges,
  version: number | undefined,
): Promise<number | undefined> {
  const key = nudgesKey(nudges);
  const written =
    version === undefined ? await store.create(key, nudges) : await store.write(key, nudges, version);
  return written.ok ? written.version : undefined;
}

/** As a person's own words change it; whatever is being sent meanwhile stays as it is. */
export async function changeNudges(
  store: Store,
  person: Person,
  decide: (nudges: Nudges) => Nudges,
): Promise<Nudges> {
  const { nudges } = await readNudges(store, person);
  return change<Nudges>(store, nudgesKey(person), (current) => decide(current ?? nudges));
}

/** Writes what came of an attempt to what is on file by then: its reader may have answered while it was being sent. */
export async function conclude(store: Store, claimed: Nudges, delivery: Delivery): Promise<void> {
  await change<Nudges | undefined>(store, nudgesKey(claimed), (current) =>
    current && isSameClaim(current.delivery, claimed.delivery) ? afterAttempt(current, delivery) : current,
  );
}

function isSameClaim(one: Delivery | undefined, other: Delivery | undefined): boolean {
  return one?.state === 'claimed' && other?.state === 'claimed' && one.by === other.by && one.at === other.at;
}

/** After an attempt. What did not arrive counts as never said, and its letters wait on. */
export function afterAttempt(nudges: Nudges, delivery: Delivery): Nudges {
  if (delivery.state === 'waiting') return { ...nudges, delivery, letters: [], items: [] };
  const arrived = delivery.state === 'sent' || delivery.state === 'unknown';
  const nudged =
    arrived && nudges.day !== undefined ? countedIn(nudges.nudged, nudges.items, nudges.day) : nudges.nudged;
  return { ...nudges, delivery, nudged, items: [] };
}

/**
 * Brings what an earlier message left undone to its end. Undefined while somebody is sending, or where somebody else
 * was faster.
 */
export async function tidy(
  { house, now, report }: Sending,
  person: Person,
  isOurs: boolean,
): Promise<NudgesOnFile | undefined> {
  const { store } = house;
  let { nudges, version } = await readNudges(store, person);
  if (nudges.delivery?.state === 'claimed') {
    if (isOurs || !isAbandoned(nudges.delivery.at, now())) return undefined;
    const why = 'the process that was sending it ended';
    const delivery: Delivery = { state: 'unknown', at: new Date(now()).toISOString(), why };
    nudges = afterAttempt(nudges, delivery);
    version = await writeNudges(store, nudges, version);
    if (version === undefined) return undefined;
    report({ key: nudgesKey(person), kind: 'reminder', delivery });
  }
  if (nudges.letters.length > 0 && nudges.delivery) {
    await settleLetters(house, nudges.letters, nudges.delivery);
    nudges = { ...nudges, letters: [] };
    version = await writeNudges(store, nudges, version);
    if (version === undefined) return undefined;
  }
  return { nudges, ...(version === undefined ? {} : { version }) };
}

/** What became of the message became of every letter in it. */
async function settleLetters(
  house: House,
  letters: readonly Pick<Letter, 'project' | 'id'>[],
  delivery: Delivery,
): Promise<void> {
  for (const named of letters) {
    const posted = await readPosted(house.store, named);
    if (posted?.delivery.state !== 'waiting') continue;
    if (delivery.state === 'unknown')
      await post(house, await complaintsAbout(house, posted.letter, delivery));
    await change<Posted | undefined>(house.store, letterKey(named), (current) =>
      current?.delivery.state === 'waiting' ? { ...current, delivery } : current,
    );
  }
}
