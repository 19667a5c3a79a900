/** What the bot says unasked in a journey: time goes by, and messages arrive in people's chats. */
import { listProjects } from '../../src/app/documents.ts';
import { keepReachable } from '../../src/app/people/reachable.ts';
import { openDelivery } from '../../src/app/reminder/delivery.ts';
import type { Messenger } from '../../src/app/reminder/messenger.ts';
import { post } from '../../src/app/reminder/outbox.ts';
import { rethrow } from '../app/rethrow.ts';
import { callerOf, privately, type Shown, type Stage } from './stage.ts';

const hourMs = 3_600_000;

/** Nobody in a journey works at other hours than these, in UTC. */
const visits = [9, 14] as const;

function nextVisit(now: number): number {
  const midnight = now - (now % (24 * hourMs));
  const [first] = [0, 24]
    .flatMap((days) => visits.map((hour) => midnight + (days + hour) * hourMs))
    .filter((at) => at > now);
  return first ?? now + hourMs;
}

/** In the morning and after lunch. Whoever belongs to a project can be written to. */
export async function workUntil(stage: Stage, words: string): Promise<Shown[]> {
  const until = Date.parse(`${words.replace(' ', 'T')}:00.000Z`);
  if (Number.isNaN(until)) throw new Error(`“${words}” is no day and time`);
  const { house } = stage;
  for (const { people } of await listProjects(house.store))
    for (const { name } of people) await keepReachable(house, callerOf(name, privately(name)), name);
  let sent = 0;
  const messenger: Messenger = {
    send: async (address, reply) => {
      sent += 1;
      stage.arrives(String(address), reply);
      return { kind: 'sent', activity: `unasked-${sent}` };
    },
    update: async (_address, activity) => ({ kind: 'sent', activity }),
    reach: async () => ({ ok: false, attempt: { kind: 'gone', why: 'nobody there' } }),
  };
  const postman = openDelivery({
    house,
    messenger,
    report: () => undefined,
    failed: rethrow,
    chance: () => 0.5,
  });
  for (let now = house.now().getTime(); now < until; now = house.now().getTime()) {
    await postman.deliver();
    stage.wait((Math.min(nextVisit(now), until) - now) / hourMs);
  }
  await postman.deliver();
  return [];
}

/** As `asks` reads: of the integration whose name holds the words. */
export async function askFor(stage: Stage, asker: string, whom: string, words: string): Promise<Shown[]> {
  const { house } = stage;
  const [project] = await listProjects(house.store);
  const keys = project ? await house.store.list(`projects/${project.id}/integrations/`) : [];
  const all = await Promise.all(keys.map((key) => house.store.read(key)));
  const integration = all
    .map((document) => document?.value as { id: string; name: string })
    .find(({ name }) => name.includes(words));
  if (!project || !integration) throw new Error(`there is no integration called “${words}”`);
  const { tenant, id } = callerOf(whom, privately(whom));
  const by = { id: callerOf(asker, privately(asker)).id, name: asker };
  await post(house, [
    {
      id: `asked/${integration.id}/${id}`,
      project: project.id,
      to: { kind: 'person', tenant, id, name: whom },
      about: `Answers about ${integration.name}`,
      content: { kind: 'asked', by, integration: integration.id },
      urgency: 'at-once',
    },
  ]);
  return [];
}
