/** First words, help, and coming and going of the bot itself. */
import type { Conversation } from '../core/landscape/person.ts';
import { commandThemes } from './command-words.ts';
import { change, conversationKey, listIntegrations, readPerson } from './documents.ts';
import type { House, Turn } from './house.ts';
import { placeOf } from './interview/scene.ts';
import { button, say } from './notices.ts';
import { sampleButton } from './project/import.ts';
import { currentProject, meetHere } from './project/membership.ts';
import type { Button, HelpReply, Outcome } from './reply.ts';

/** Both install events arrive for one installation: only the first to get its name on file says welcome. */
export async function meet(house: House, turn: Turn, address: unknown): Promise<Outcome> {
  const { conversation, tenant } = turn.caller;
  let first = false;
  await change<Conversation>(house.store, conversationKey(turn.caller), (known) => {
    first = known?.welcomed === undefined || known.gone;
    if (known && !first) return known;
    return {
      schema: 1,
      id: conversation.id,
      tenant,
      kind: conversation.kind,
      welcomed: turn.at,
      address,
      gone: false,
    };
  });
  if (!first) return say();
  const { project, buttons } = await outlook(house, turn);
  return say({ kind: 'welcome', where: conversation.kind, ...(project ? { project } : {}), buttons });
}

export async function leave(house: House, turn: Turn): Promise<Outcome> {
  const { conversation, tenant } = turn.caller;
  await change<Conversation>(house.store, conversationKey(turn.caller), (known) => {
    if (known?.gone) return known;
    return {
      ...(known ?? { schema: 1, id: conversation.id, tenant, kind: conversation.kind, address: null }),
      gone: true,
      goneSince: turn.at,
    };
  });
  return say();
}

export async function help(house: House, turn: Turn): Promise<Outcome> {
  const current = await currentProject(house, turn.caller);
  if (current) await meetHere(house, current, turn.caller);
  const { project, waiting, buttons } = await outlook(house, turn);
  const reply: HelpReply = {
    kind: 'help',
    where: turn.caller.conversation.kind,
    themes: commandThemes,
    ...(project ? { project } : {}),
    ...(waiting ? { waiting } : {}),
    buttons,
  };
  return say(reply);
}

/** What is there for this caller, and so what is worth offering first. */
async function outlook(house: House, turn: Turn) {
  const project = await currentProject(house, turn.caller);
  const integrations = project ? (await listIntegrations(house.store, project.id)).length : 0;
  const person = await readPerson(house.store, turn.caller);
  // What one person is busy with is nobody else's business.
  const own = turn.caller.conversation.kind === 'personal' ? person?.sitting : undefined;
  const place = own && (await placeOf(house, turn, own));
  const waiting = place && { integration: place.integration.name };
  const buttons: Button[] = [
    ...(waiting ? [button('continue')] : []),
    ...(integrations > 0 ? [button('list')] : []),
    ...(integrations === 0 && house.development && house.sample ? [sampleButton] : []),
    button('add'),
    button('import'),
    ...(project ? [button('project')] : []),
  ];
  const [first, ...others] = buttons;
  return {
    project: project && { name: project.name, integrations },
    waiting,
    buttons: first ? [{ ...first, primary: true }, ...others] : others,
  };
}
