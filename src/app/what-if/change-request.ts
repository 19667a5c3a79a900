/** `change request`: something is no longer as people said. Only what it touches is re-opened, and shown before it is done. */
import type { Subject } from '../../core/interview/answer.ts';
import type { Change } from '../../core/interview/topic.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { byPerson, didChange, reopening } from '../../core/register/reopening.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import type { Command } from '../command.ts';
import { changeProject, listIntegrations, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, notice, say } from '../notices.ts';
import { oneLine } from '../one-line.ts';
import { fold, shorten } from '../project/integrations.ts';
import { currentProject, meetHere, memberOf, projectFor } from '../project/membership.ts';
import { deedFor, withDeeds } from '../register/deeds.ts';
import { post } from '../reminder/outbox.ts';
import type { Outcome } from '../reply.ts';
import type { ChangeRequestReply } from './change-request-reply.ts';

const longestNote = 400;

interface Place {
  readonly subject: Subject;
  readonly name: string;
}

/** `change request`, `change request <application>: <what>` */
export async function changeRequest(
  house: House,
  turn: Turn,
  { name: typed }: Extract<Command, { do: 'change-request' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await meetHere(house, project, turn.caller);
  const [about = '', ...rest] = typed.split(':');
  const note = rest.join(':').trim();
  const change = note ? changeIn(house, note) : undefined;
  const filled = { about: about.trim(), change: change?.id ?? '', note };
  return show(house, project, filled, filled.about !== '' && change !== undefined);
}

/** A sentence that names something of the project and what changes about it: "CRM moves to the cloud". */
export async function changeTold(house: House, turn: Turn, text: string): Promise<Outcome | undefined> {
  const project = await currentProject(house, turn.caller);
  const change = project && changeIn(house, text);
  if (!change) return undefined;
  const said = fold(text);
  const places = placesOf(project, await listIntegrations(house.store, project.id));
  const [place] = places
    .filter(({ name }) => name !== '' && said.startsWith(`${fold(name)} `))
    .sort((one, other) => other.name.length - one.name.length);
  if (!place) return undefined;
  return show(house, project, { about: place.name, change: change.id, note: text.trim() }, true);
}

/** *Show what it re-opens* */
export async function previewChange(
  house: House,
  turn: Turn,
  { project: id, inputs }: Extract<Command, { do: 'preview-change' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return say(goneNotice());
  const field = (name: string) => oneLine(inputs[name]);
  const filled = { about: field('about'), change: field('change'), note: field('note') };
  const { messages } = await show(house, project, filled, true);
  const [replace] = messages;
  return replace ? { replace, messages: [] } : say();
}

/** The form; with what it re-opens where all is said that has to be. */
async function show(
  house: House,
  project: Project,
  filled: ChangeRequestReply['filled'],
  complete: boolean,
): Promise<Outcome> {
  const integrations = await listIntegrations(house.store, project.id);
  const places = placesOf(project, integrations);
  const form: ChangeRequestReply = {
    kind: 'change-request',
    project: { id: project.id, name: project.name },
    places: places.map(({ name }) => name).filter(Boolean),
    changes: house.content.changes.map(({ id, title }) => ({ id, title })),
    filled,
  };
  if (!complete) return say(form);
  const wrong = (problem: string) => say({ ...form, problem });
  if (!filled.about) return wrong('Which application or integration has changed?');
  const found = findPlaces(places, filled.about);
  const [place] = found;
  if (!place) return wrong(`Nothing here is called “${shorten(filled.about)}”.`);
  if (found.length > 1)
    return wrong(
      `Which one: ${found
        .slice(0, 4)
        .map(({ name }) => name)
        .join(', ')}?`,
    );
  const change = house.content.changes.find(({ id }) => id === filled.change);
  if (!change) return wrong('What has changed about it?');
  if (filled.note.length > longestNote) return wrong(`The note has at most ${longestNote} characters.`);
  const reopened = reopening(house.content, project, integrations, place.subject, change);
  return say({
    ...form,
    filled: { ...filled, about: place.name },
    preview: {
      ...place,
      phrase: change.phrase,
      answers: reopened.length,
      people: byPerson(reopened).map(({ by, answers }) => ({
        name: by.name,
        labels: [...new Set(answers.map(({ question }) => question.label))],
      })),
    },
  });
}

/** *Re-open them* */
export async function reopen(
  house: House,
  turn: Turn,
  { project: id, subject, change: kind, note }: Extract<Command, { do: 'reopen' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  const change = house.content.changes.find((each) => each.id === kind);
  const integrations = project ? await listIntegrations(house.store, project.id) : [];
  const place =
    project &&
    placesOf(project, integrations).find(
      (each) => each.subject.scope === subject.scope && idOf(each.subject) === idOf(subject),
    );
  if (!project || !change || !place) return say(goneNotice());
  await memberOf(house, project, turn.caller);
  const reopened = reopening(house.content, project, integrations, place.subject, change);
  if (reopened.length === 0)
    return { replace: notice('Nothing is left to re-open', ['It was done already.'], 'list'), messages: [] };
  const deed = deedFor(house, turn, didChange(place.subject, change, reopened, note.slice(0, longestNote)));
  await changeProject(house.store, project.id, (current) =>
    current.recent.some((each) => each.id === turn.id)
      ? current
      : {
          ...withDeeds(current, deed),
          recent: remember(current.recent, { id: turn.id, at: turn.at }),
        },
  );
  const people = byPerson(reopened);
  const others = people.filter(({ by }) => by.id !== turn.caller.id);
  const { home } = project;
  const tenant = home.kind === 'anyone' ? turn.caller.tenant : home.tenant;
  await post(
    house,
    others.map(({ by, answers }) => letterTo(by, answers.length, { project, place, change, turn, tenant })),
  );
  const told = others.map(({ by }) => by.name).join(', ');
  const isMine = people.length > others.length;
  return {
    replace: {
      ...notice(`${place.name} ${change.phrase}: ${answersIn(reopened.length)} re-opened`, [
        ...(told ? [`I ask ${told} to confirm or change what they said.`] : []),
        'Everything else stays as it is.',
      ]),
      buttons: [
        ...(isMine ? [{ title: 'Confirm mine', command: { do: 'confirm' }, primary: true } as const] : []),
        button('list'),
      ],
    },
    messages: [],
  };
}

interface Occasion {
  readonly project: Project;
  readonly place: Place;
  readonly change: Change;
  readonly turn: Turn;
  readonly tenant: string;
}

function letterTo(
  { id, name }: { readonly id: string; readonly name: string },
  answers: number,
  { project, place, change, turn, tenant }: Occasion,
): Letter {
  return {
    id: `changed/${turn.id}/${id}`,
    project: project.id,
    to: { kind: 'person', tenant, id, name },
    about: `${place.name} ${change.phrase}`,
    content: {
      kind: 'notice',
      title: `${place.name} ${change.phrase}`,
      lines: [
        `${turn.caller.name} says so. ${answers === 1 ? 'One answer' : `${answers} answers`} of yours may no longer hold.`,
        'One tap confirms what is still true.',
      ],
      buttons: [{ title: 'Look at them', say: 'confirm' }],
    },
    urgency: 'daily',
  };
}

const answersIn = (count: number) => (count === 1 ? '1 answer' : `${count} answers`);
const idOf = (subject: Subject) => (subject.scope === 'project' ? '' : subject.id);

function placesOf(project: Project, integrations: readonly Integration[]): readonly Place[] {
  return [
    ...project.applications.map(({ id, name }) => ({ subject: { scope: 'application', id } as const, name })),
    ...integrations.map(({ id, name }) => ({ subject: { scope: 'integration', id } as const, name })),
  ];
}

function findPlaces(places: readonly Place[], sought: string): readonly Place[] {
  const plain = fold(sought);
  const exact = places.filter(({ name }) => fold(name) === plain);
  return exact.length > 0 ? exact.slice(0, 1) : places.filter(({ name }) => fold(name).includes(plain));
}

/** The change of which most words are in the text. */
function changeIn({ content }: House, text: string): Change | undefined {
  const said = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const scored = content.changes.map((change) => ({
    change,
    score: change.also.filter((word) => said.includes(` ${fold(word)} `)).length,
  }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one), {
    change: undefined as Change | undefined,
    score: 0,
  });
  return best.change;
}
