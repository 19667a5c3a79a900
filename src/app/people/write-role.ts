/** A change of who holds what, with the deed that says so. */
import type { Project } from '../../core/landscape/landscape.ts';
import type { Did } from '../../core/register/deed.ts';
import { changeProject } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { deedFor, withDeeds } from '../register/deeds.ts';

/** Whether it changed anything. */
export async function writeRole(
  house: House,
  turn: Turn,
  { id }: Project,
  decide: (current: Project) => readonly [Project, Did],
): Promise<boolean> {
  let isNew = false;
  await changeProject(house.store, id, (current) => {
    const [wanted, did] = decide(current);
    isNew = wanted !== current;
    return isNew ? withDeeds(wanted, deedFor(house, turn, did)) : current;
  });
  return isNew;
}
