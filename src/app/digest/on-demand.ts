/** `digest`: how the project stands today, for whoever manages it. */

import { isManager, managersOf } from '../../core/landscape/trust.ts';
import type { Milestone } from '../../core/register/milestone.ts';
import { workingTimeOf } from '../../core/reminder/working-time.ts';
import { onTheWall } from '../../core/reminder/zone.ts';
import { readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { noProjectNotice, notice, say } from '../notices.ts';
import { currentProject, memberOf } from '../project/membership.ts';
import { judgeProject } from '../register/judge-project.ts';
import type { Outcome } from '../reply.ts';
import { digestOf } from './digest.ts';
import { keptStates } from './due.ts';
import { groundFor } from './ground.ts';

const dayMs = 86_400_000;

export async function digest(house: House, turn: Turn): Promise<Outcome> {
  const { caller } = turn;
  if (caller.conversation.kind !== 'personal')
    return say(
      notice(
        'The digest is for a personal chat',
        ['It names people. Open a chat with me and send: digest', 'For everybody here there is the summary.'],
        'summary',
      ),
    );
  const project = await currentProject(house, caller);
  if (!project) return say(noProjectNotice());
  await memberOf(house, project, caller);
  if (!isManager(project, caller.id)) {
    const names = managersOf(project).map(({ name }) => name);
    return say(
      notice(
        'The digest goes to whoever manages the project',
        [`That is ${names.join(' and ')}. How the project stands, everybody can see.`],
        'summary',
      ),
    );
  }
  const person = await readPerson(house.store, caller);
  const { zone } = workingTimeOf(person?.reminders ?? {}, person?.seen?.zone);
  const now = house.now().getTime();
  const since = comparedWith(await keptStates(house.store, project.id), now);
  const { tenant, id, name } = caller;
  const view = {
    reader: { tenant, id, name },
    today: onTheWall(now, zone).day,
    zone,
    ...(since ? { since } : {}),
  };
  return say(await digestOf(await groundFor(house, project, await judgeProject(house, project), view)));
}

/** With the last digest; on the day of that, with the one before, so that it can be read again. */
function comparedWith(kept: readonly Milestone[], now: number): Milestone | undefined {
  return kept.findLast(({ at }) => now - Date.parse(at) >= dayMs) ?? kept[0];
}
