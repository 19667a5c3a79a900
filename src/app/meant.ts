/** "Project accounting, step 2" begins like a command and is an answer, where a text is asked for and nothing has that name. */
import type { Integration, Project } from '../core/landscape/landscape.ts';
import type { Command } from './command.ts';
import { listIntegrations } from './documents.ts';
import { formatOf } from './export/export.ts';
import type { House, Turn } from './house.ts';
import { isTextAsked } from './interview/typed-text.ts';
import { isSomebody } from './people/ask.ts';
import { findRole } from './people/find-role.ts';
import { fold } from './project/integrations.ts';
import { projectsOf } from './project/membership.ts';
import { nameWithin } from './project/name-within.ts';
import { listMilestones } from './register/milestone.ts';
import { readSteps } from './register/read-steps.ts';
import { namedSo, stageNamed } from './register/summary-of.ts';
import { isWhen } from './reminder/put-off.ts';

type Typed = Extract<Command, { readonly typed?: string }>;

/** The command that was typed, or what was said where the same words are an answer. */
export async function meant(house: House, turn: Turn, command: Command): Promise<Command> {
  if (!isTyped(command) || !(await isTextAsked(house, turn))) return command;
  const names = named[command.do] as Named<Typed>;
  return (await names(command, house, turn)) ? command : { do: 'say', text: command.typed };
}

function isTyped(command: Command): command is Typed & { readonly typed: string } {
  return 'typed' in command && command.typed !== undefined;
}

/** Whether there is something that has the name. */
type Named<Each extends Typed> = (command: Each, house: House, turn: Turn) => boolean | Promise<boolean>;

const named: { readonly [Do in Typed['do']]: Named<Extract<Typed, { readonly do: Do }>> } = {
  interview: isIntegration,
  change: hasIntegration,
  'what-if': async (command, house, turn) =>
    isOneWordAfter('what if', command) || hasIntegration(command, house, turn),
  milestone: isIntegration,
  export: async (command, house, turn) =>
    formatOf(command.name) !== undefined ||
    isOneWordAfter('export', command) ||
    isIntegration(command, house, turn),
  risks: isPart,
  summary: isPart,
  gate: async ({ name }, house, turn) => {
    const { current } = await seenBy(house, turn);
    return current !== undefined && stageNamed(house, current, name) !== undefined;
  },
  compare: async ({ name }, house, turn) => {
    const { current } = await seenBy(house, turn);
    return current !== undefined && hasName(await listMilestones(house.store, current.id), name);
  },
  project: async ({ name }, house, turn) => hasName((await seenBy(house, turn)).projects, name),
  landscape: async ({ name }, house, turn) => {
    const { current, integrations } = await seenBy(house, turn);
    const ends = integrations.flatMap(({ source, target }) => [source, target]);
    return hasName(
      [...(current?.applications ?? []), ...ends.map(({ written }) => ({ name: written }))],
      name,
    );
  },
  ask: async ({ name }, house, turn) => {
    const { current } = await seenBy(house, turn);
    return current !== undefined && (await isSomebody(house, current, name));
  },
  'next-steps': async ({ only = '' }, house, turn) => {
    const { current, integrations } = await seenBy(house, turn);
    return current !== undefined && readSteps(house, only, { project: current, integrations, steps: [] }).ok;
  },
  'change-request': ({ name }) => name.includes(':'),
  'remind-me': (command, house) => isOneWordAfter('remind me', command) || isWhen(house, command.when),
  'remind-team': () => true,
  'say-role': async ({ role, of }, house, turn) => {
    const { current, integrations } = await seenBy(house, turn);
    return current !== undefined && findRole(house.content.roles, current, integrations, { role, of }).ok;
  },
};

/** "Export pdf": nobody answers so, and the command says which there are. "Project accounting" may be an answer. */
function isOneWordAfter(word: string, { typed = '' }: { readonly typed?: string }): boolean {
  const plain = fold(typed);
  return plain.startsWith(`${word} `) && !plain.slice(word.length + 1).includes(' ');
}

async function isIntegration({ name = '' }: { readonly name?: string }, house: House, turn: Turn) {
  return hasName((await seenBy(house, turn)).integrations, name);
}

/** It, or something about it. */
async function hasIntegration(command: { readonly name?: string }, house: House, turn: Turn) {
  if (await isIntegration(command, house, turn)) return true;
  return nameWithin(command.name ?? '', (await seenBy(house, turn)).integrations) !== undefined;
}

async function isPart({ name }: { readonly name: string }, house: House, turn: Turn) {
  const { current, integrations } = await seenBy(house, turn);
  return current !== undefined && namedSo(house, current, integrations, name).length > 0;
}

interface Sight {
  readonly projects: readonly Project[];
  readonly current?: Project;
  /** Of the current project. */
  readonly integrations: readonly Integration[];
}

async function seenBy(house: House, turn: Turn): Promise<Sight> {
  const projects = await projectsOf(house, turn.caller);
  const [current] = projects;
  return current
    ? { projects, current, integrations: await listIntegrations(house.store, current.id) }
    : { projects, integrations: [] };
}

function hasName(things: readonly { readonly name: string }[], name: string): boolean {
  return things.some((each) => fold(each.name).includes(fold(name)));
}
