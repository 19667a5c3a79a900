/** The project that a team, a chat or a person begins with. Who makes it is the first in it, and manages it from the start. */
import type { Project } from '../../core/landscape/landscape.ts';
import { change, firstProjectOf, projectKey } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, say } from '../notices.ts';
import { keptFromBeginning } from '../people/admission.ts';
import type { Outcome } from '../reply.ts';
import { asMember, currentProject, homeOf, mayUse, meetHere, newProject, setCurrent } from './membership.ts';

type Begun = { readonly project: Project } | { readonly instead: Outcome };

/** The current project, or a new one where there is none yet; else what to say instead. */
export async function currentOrNewProject(house: House, turn: Turn, name: string): Promise<Begun> {
  const { caller } = turn;
  const current = await currentProject(house, caller);
  const kept = current ? undefined : await keptFromBeginning(house, caller);
  if (kept) return { instead: kept };
  const project = current ?? (await firstProject(house, turn, name));
  if (!mayUse(house, project, caller)) return { instead: say(goneNotice()) };
  await meetHere(house, project, caller);
  return { project };
}

async function firstProject(house: House, turn: Turn, name: string): Promise<Project> {
  const home = homeOf(turn.caller);
  const project = newProject(house, name, home, [asMember(turn.caller)], firstProjectOf(home));
  // Two people, or two deliveries, may come with the first integration at once.
  const made = await change<Project>(house.store, projectKey(project.id), (existing) => existing ?? project);
  if (mayUse(house, made, turn.caller)) await setCurrent(house, turn.caller, made.id);
  return made;
}
