/** Putting a deed on file. Everything it depends on is looked at again in the moment of writing. */
import type { Subject } from '../../core/interview/answer.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import type { Deed, Did } from '../../core/register/deed.ts';
import { changeIntegration, changeProject, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';

/** What to write, given what is on file by then; nothing where it is there already or must not be written any more. */
export type Deciding = (deeds: readonly Deed[]) => Did | undefined;

/** Resolves with whether something was written. The same delivery again writes nothing. */
export async function writeDeed(
  house: House,
  turn: Turn,
  place: { readonly project: Project; readonly subject: Subject },
  decide: Deciding,
): Promise<boolean> {
  const { project, subject } = place;
  let written = false;
  const add = <T extends Project | Integration>(document: T): T => {
    written = false;
    if (document.recent.some(({ id }) => id === turn.id)) return document;
    const did = decide(document.deeds ?? []);
    if (!did) return document;
    written = true;
    const { id, name } = turn.caller;
    const deed: Deed = { by: { id, name }, at: turn.at, turn: turn.id, door: house.door, did };
    return {
      ...document,
      deeds: [...(document.deeds ?? []), deed],
      recent: remember(document.recent, { id: turn.id, at: turn.at }),
    };
  };
  if (subject.scope === 'integration')
    await changeIntegration(house.store, project.id, subject.id, (integration) => add(integration));
  else await changeProject(house.store, project.id, (current) => add(current));
  return written;
}
