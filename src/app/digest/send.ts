/** A digest as it is sent: what is true on the day it arrives, with what else waits for its reader. */
import type { Letter, Posted } from '../../core/reminder/letter.ts';
import { weekOf } from '../../core/reminder/week.ts';
import type { Day } from '../../core/reminder/zone.ts';
import type { House } from '../house.ts';
import type { ProjectsOf } from '../project/projects-of-people.ts';
import type { Words } from '../reminder/letter-words.ts';
import type { Reader } from '../reminder/waiting.ts';
import { digestOf } from './digest.ts';
import type { DigestReply } from './digest-reply.ts';
import { getsDigests, keptStates } from './due.ts';
import { groundFor } from './ground.ts';

/** Nothing where its week is over, or they manage the project no longer. */
export async function digestFor(
  house: House,
  letter: Letter,
  to: {
    readonly reader: Reader;
    readonly projects: ReturnType<ProjectsOf>;
    readonly today: Day;
    readonly zone: string;
  },
): Promise<DigestReply | undefined> {
  const { content } = letter;
  const { reader, projects, today, zone } = to;
  const open = projects.find(({ project }) => project.id === letter.project);
  if (
    content.kind !== 'digest' ||
    content.week !== weekOf(today) ||
    !open ||
    !getsDigests(open.project, reader)
  )
    return undefined;
  const since = (await keptStates(house.store, letter.project)).find(({ id }) => id === content.since);
  const view = { reader, today, zone, ...(since ? { since } : {}) };
  return digestOf(await groundFor(house, open.project, await open.judged(), view));
}

export function isDigest({ letter: { content } }: Pick<Posted, 'letter'>): boolean {
  return content.kind === 'digest';
}

/** It is a card of its own; this is what it is called among letters. */
export const digestWords = ({ about }: Letter): Words => ({ title: about, lines: [], buttons: [] });
