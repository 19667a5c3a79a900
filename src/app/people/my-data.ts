/** `my data`: all that is kept about whoever asks, as one file. */
import { canonicalText } from '../../core/landscape/canonical.ts';
import { auditOf } from '../../core/register/audit.ts';
import type { Caller } from '../command.ts';
import { personKey, readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice, say } from '../notices.ts';
import { listPosted } from '../reminder/outbox.ts';
import type { Outcome } from '../reply.ts';
import { type Share, sharesOf } from './own-share.ts';

export async function myData(house: House, turn: Turn): Promise<Outcome> {
  const { caller, at } = turn;
  if (caller.conversation.kind !== 'personal')
    return say(notice('Your data is for you alone', ['Open a chat with me and send: my data'], 'help'));
  const shares = await sharesOf(house, caller);
  const data = {
    asOf: at,
    you: (await readPerson(house.store, caller)) ?? { id: caller.id, name: caller.name },
    reminders: (await house.store.read(`${personKey(caller)}/nudges`))?.value ?? null,
    projects: await Promise.all(shares.map((share) => inProject(house, caller, share))),
  };
  const text = `${canonicalText(data, 2)}\n`;
  return { messages: [], file: { format: 'json', name: `my data ${at.slice(0, 10)}.json`, text } };
}

/** Their own words and deeds with what was there before, what they are there, and what they were written unasked. */
async function inProject(house: House, caller: Caller, { bundle }: Share) {
  const { project, integrations } = bundle;
  const letters = await listPosted(house.store, project.id);
  return {
    name: project.name,
    roles: project.people.find(({ id }) => id === caller.id)?.roles ?? [],
    saidAndDone: auditOf(house.content, project, integrations, bundle)
      .filter(({ by }) => by.id === caller.id)
      .map(({ at, kind, about, what, from, to }) => ({ at, kind, about, what, from, to })),
    toldUnasked: letters
      .filter(({ letter: { to } }) => to.kind === 'person' && to.id === caller.id)
      .map(({ at, letter: { about }, delivery: { state } }) => ({ at, about, state })),
  };
}
