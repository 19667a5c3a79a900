/** Putting an integration on the list by hand. */
import type { Application, End, Integration, Project } from '../../core/landscape/landscape.ts';
import { openRegister, recogniser } from '../../core/landscape/recognise.ts';
import type { Command } from '../command.ts';
import { changeProject, integrationKey, listIntegrations, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, notice, say } from '../notices.ts';
import { oneLine } from '../one-line.ts';
import { deedFor, withDeeds } from '../register/deeds.ts';
import type { Outcome } from '../reply.ts';
import { currentOrNewProject } from './founding.ts';
import { fold, shorten } from './integrations.ts';
import { currentProject } from './membership.ts';
import type { AddIntegrationReply } from './project-reply.ts';

const longestName = 120;

type Filled = AddIntegrationReply['filled'];

export interface NewIntegration extends Filled {
  readonly notes?: string;
}

/** `add integration`: asks for name and ends, then puts it on the list. */
export async function addIntegration(
  house: House,
  turn: Turn,
  { inputs }: Extract<Command, { do: 'add-integration' }>,
): Promise<Outcome> {
  const current = await currentProject(house, turn.caller);
  const field = (id: string) => oneLine(inputs?.[id]);
  const filled = { name: field('name'), source: field('source'), target: field('target') };
  const form: AddIntegrationReply = {
    kind: 'add-integration',
    applications: (current?.applications ?? []).map(({ name }) => name),
    filled,
  };
  if (!inputs || Object.keys(inputs).length === 0) return say(form);
  const wrong = whatIsWrong(filled);
  if (wrong) return { replace: { ...form, problem: wrong }, messages: [] };
  const begun = await currentOrNewProject(house, turn, 'My project');
  if ('instead' in begun) return begun.instead;
  const { project } = begun;
  const integration = await putOnList(house, turn, project, filled);
  // The same once more, as a second tap sends it, is no mistake.
  if (!isOnList(integration, filled)) {
    const problem = `“${integration.name}” is on the list already, with other applications.`;
    return { replace: { ...form, problem }, messages: [] };
  }
  return {
    replace: {
      ...notice(`${integration.name} is on the list`, [`${filled.source} → ${filled.target}`]),
      buttons: [
        {
          title: 'Interview me about it',
          primary: true,
          command: { do: 'open-interview', project: project.id, integration: integration.id },
        },
        button('add'),
        button('list'),
      ],
    },
    messages: [],
  };
}

/** With the same ends. */
export function isOnList({ source, target }: Integration, filled: Filled): boolean {
  return fold(source.written) === fold(filled.source) && fold(target.written) === fold(filled.target);
}

export function whatIsWrong({ name, source, target }: Filled): string | undefined {
  const missing = [
    !name && 'a name',
    !source && 'where the data comes from',
    !target && 'where it goes',
  ].filter(Boolean);
  if (missing.length > 0) return `Still missing: ${missing.join(', ')}.`;
  const long = [name, source, target].find((text) => text.length > longestName);
  if (long) return `“${shorten(long)}” is too long; ${longestName} characters are enough.`;
  if (fold(source) === fold(target))
    return 'Source and target are the same application. An integration joins two.';
  return undefined;
}

/** An application that nobody has named before is put on the project's list. */
export function addApplications(
  house: House,
  turn: Turn,
  project: Project,
  wanted: readonly { readonly name: string; readonly notes?: string }[],
): Promise<Project> {
  return changeProject(house.store, project.id, (current) => {
    const known = recogniser(current.applications);
    const register = openRegister(current.applications);
    const added: Application[] = [];
    for (const each of wanted) {
      if (known.find(each.name).length > 0) continue;
      const application = { id: register.idFor(each.name), ...each, answers: [] };
      known.add(application);
      added.push(application);
    }
    if (added.length === 0) return current;
    const listed = added.map(({ id, name }) =>
      deedFor(house, turn, { kind: 'listed', what: 'application', id, name }),
    );
    return withDeeds({ ...current, applications: [...current.applications, ...added] }, ...listed);
  });
}

/** The integration of this name: a new one, or the one that is there, if only since a moment ago. */
export async function putOnList(
  house: House,
  turn: Turn,
  project: Project,
  filled: NewIntegration,
): Promise<Integration> {
  for (;;) {
    const all = await listIntegrations(house.store, project.id);
    const existing = all.find(({ name }) => fold(name) === fold(filled.name));
    if (existing) return existing;
    const ends = [filled.source, filled.target].map((name) => ({ name }));
    const withEnds = await addApplications(house, turn, project, ends);
    const integration = make(house, turn, withEnds, filled, openRegister(all).idFor(filled.name));
    const written = await house.store.create(integrationKey(project.id, integration.id), integration);
    if (written.ok) return integration;
  }
}

function make(
  house: House,
  turn: Turn,
  { applications }: Project,
  { name, source, target, ...notes }: NewIntegration,
  id: string,
): Integration {
  const known = recogniser(applications);
  const end = (written: string): End => {
    const [application, ...others] = known.find(written);
    return { written, ...(application && others.length === 0 ? { application: application.id } : {}) };
  };
  return {
    schema: 1,
    id,
    name,
    source: end(source),
    target: end(target),
    ...notes,
    answers: [],
    deeds: [deedFor(house, turn, { kind: 'listed', what: 'integration', id, name })],
    recent: remember([], { id: turn.id, at: turn.at }),
  };
}
