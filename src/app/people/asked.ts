/** Who was asked what, as the outbox knows it, and what they have made of it. */
import type { Answer } from '../../core/interview/answer.ts';
import { type OnFile, stillWanted, type Wanted } from '../../core/interview/wanted.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import type { LetterContent, Posted } from '../../core/reminder/letter.ts';
import { addDays, type Day, weekdayOf } from '../../core/reminder/zone.ts';
import { readIntegration, readProject } from '../documents.ts';
import type { House } from '../house.ts';
import { listPosted } from '../reminder/outbox.ts';
import { todayOf } from '../today.ts';

type AskedContent = Extract<LetterContent, { readonly kind: 'asked' }>;

/** A letter in which somebody asks a person something. */
export interface Asked {
  readonly posted: Posted;
  readonly person: { readonly tenant: string; readonly id: string; readonly name: string };
  readonly content: AskedContent;
}

export async function askedIn(house: House, project: string): Promise<Asked[]> {
  return (await listPosted(house.store, project)).flatMap((posted) => {
    const { content, to } = posted.letter;
    return content.kind === 'asked' && to.kind === 'person' ? [{ posted, person: to, content }] : [];
  });
}

/** It never got there: it counts for nothing. */
export const isLost = ({ posted: { delivery } }: Asked) =>
  delivery.state === 'failed' || delivery.state === 'dropped';

/** The Monday of this week. */
export function weekOf(house: House): Day {
  const today = todayOf(house);
  return addDays(today, 1 - weekdayOf(today));
}

/** The answers of a project that is at hand. */
export function onFileIn(project: Project, integrations: readonly Integration[]): OnFile {
  const answers = new Map<string, readonly Answer[]>([
    ['project', project.answers],
    ...project.applications.map((each) => [`application:${each.id}`, each.answers] as const),
    ...integrations.map((each) => [`integration:${each.id}`, each.answers] as const),
  ]);
  return (about) => answers.get(about) ?? [];
}

export interface Waiting {
  readonly project: Project;
  readonly left: readonly Wanted[];
  /** Those that it is about. */
  readonly integrations: readonly Integration[];
}

/** What of a letter still waits for its reader; nothing once it is gone. */
export async function waitingIn(
  house: House,
  project: string,
  wanted: readonly Wanted[],
  person: string,
): Promise<Waiting | undefined> {
  const known = await readProject(house.store, project);
  if (!known) return undefined;
  const ids = new Set(
    wanted.flatMap(({ about, via }) => [via, ...(about.startsWith('integration:') ? [about.slice(12)] : [])]),
  );
  const read = await Promise.all([...ids].map((id) => readIntegration(house.store, project, id)));
  const integrations = read.flatMap((each) => each ?? []);
  const there = wanted.filter(({ via }) => integrations.some(({ id }) => id === via));
  return {
    project: known,
    left: stillWanted(there, person, onFileIn(known, integrations), house.content),
    integrations,
  };
}
