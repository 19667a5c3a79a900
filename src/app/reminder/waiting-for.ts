/** What waits for whoever speaks, found as the message of the day finds it. */
import { workingTimeOf } from '../../core/reminder/working-time.ts';
import { onTheWall } from '../../core/reminder/zone.ts';
import type { Caller } from '../command.ts';
import { personKey, readPerson } from '../documents.ts';
import type { House } from '../house.ts';
import { projectsOf } from '../project/membership.ts';
import { judgeProject } from '../register/judge-project.ts';
import { mailByPerson } from './mail.ts';
import { type WaitingItem, whatWaits } from './waiting.ts';

export interface Waiting {
  readonly items: readonly WaitingItem[];
  /** So many letters go along with the next message. */
  readonly letters: number;
}

export async function waitingFor(house: House, caller: Caller): Promise<Waiting> {
  const { tenant, id, name } = caller;
  const person = await readPerson(house.store, caller);
  const { zone } = workingTimeOf(person?.reminders ?? {}, person?.seen?.zone);
  const projects = await projectsOf(house, caller);
  const mail = (await mailByPerson(house.store)).get(personKey(caller));
  const items = await whatWaits({ tenant, id, name }, person, {
    house,
    projects: projects.map((project) => ({ project, judged: () => judgeProject(house, project) })),
    asked: mail?.asked ?? [],
    today: onTheWall(house.now().getTime(), zone).day,
    zone,
  });
  return { items, letters: mail?.waiting.length ?? 0 };
}
