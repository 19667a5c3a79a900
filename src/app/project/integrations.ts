/** The list of integrations: showing it, finding one by what somebody typed, adding one. */
import { newestPerSpeaker } from '../../core/interview/answer.ts';
import { assess } from '../../core/judgement/assess.ts';
import type { Severity } from '../../core/judgement/finding.ts';
import { type Integration, type Project, vantageOf } from '../../core/landscape/landscape.ts';
import type { CardCommand } from '../command.ts';
import { listIntegrations, readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { nameOf } from '../interview/page.ts';
import { button, noProjectNotice, notice, say } from '../notices.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { currentProject, meetHere } from './membership.ts';
import type { IntegrationsReply } from './project-reply.ts';

const perPage = 8;
/** Buttons for integrations that match; a card has room for six. */
const offered = 6;

/** `integrations` */
export async function listAll(house: House, turn: Turn, page: number): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await meetHere(house, project, turn.caller);
  const [all, person] = await Promise.all([
    listIntegrations(house.store, project.id),
    readPerson(house.store, turn.caller),
  ]);
  if (all.length === 0)
    return say(notice(`${project.name} has no integrations yet`, ['Add one, or import a list.'], 'add'));
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const reply: IntegrationsReply = {
    kind: 'integrations',
    project: project.name,
    items: all.slice((at - 1) * perPage, at * perPage).map((integration) => {
      const worst = worstOf(house, project, integration);
      return {
        integration: nameOf(project, integration),
        answered: answeredBy(integration),
        ...(worst ? { worst } : {}),
        open: person?.sitting?.integration === integration.id && person.sitting.project === project.id,
      };
    }),
    total: all.length,
    page: at,
    pages,
    buttons: [button('add'), button('help')],
  };
  return say(reply);
}

function answeredBy(integration: Integration): number {
  const questions = new Set(integration.answers.map(({ question }) => question));
  return [...questions].filter((question) =>
    newestPerSpeaker(integration.answers, question).some(
      ({ by, said }) => by.kind === 'person' && said.kind !== 'passed',
    ),
  ).length;
}

/** Of its own: what is wrong with an application or the whole project would mark every line alike. */
function worstOf(house: House, project: Project, integration: Integration): Severity | undefined {
  const found = assess(house.content, house.calculations, vantageOf(project, integration));
  const worst = found.find(({ subject }) => subject.scope === 'integration');
  return worst && (worst.kind === 'risk' || worst.kind === 'issue') ? worst.severity : undefined;
}

type Found =
  | { readonly integration: Integration }
  /** So many have that name. */
  | { readonly notice: NoticeReply | IntegrationsReply; readonly matches: number };

/**
 * By its name or a part of it; without a name, the one the caller of the turn is busy with. Where several match, `open`
 * is what tapping one of them does.
 */
export async function findIntegration(
  house: House,
  project: Project,
  sought: string,
  open: (integration: string) => CardCommand,
  turn?: Turn,
): Promise<Found> {
  const all = await listIntegrations(house.store, project.id);
  const plain = fold(sought);
  if (!plain) {
    const person = turn && (await readPerson(house.store, turn.caller));
    const current = all.find(
      ({ id }) => person?.sitting?.project === project.id && person.sitting.integration === id,
    );
    if (current) return { integration: current };
    const [only] = all;
    if (only && all.length === 1) return { integration: only };
    return {
      matches: 0,
      notice: notice(
        'Which integration?',
        ['Say its name or a part of it, or pick it from the list.'],
        'list',
      ),
    };
  }
  const exact = all.filter(({ name, id }) => fold(name) === plain || id === plain);
  const matches = exact.length > 0 ? exact : all.filter(({ name }) => fold(name).includes(plain));
  const [first] = matches;
  if (first && matches.length === 1) return { integration: first };
  if (!first) {
    return {
      matches: 0,
      notice: notice(
        `No integration is called “${shorten(sought)}”`,
        ['Pick one from the list, or add it.'],
        'list',
        'add',
      ),
    };
  }
  return {
    matches: matches.length,
    notice: {
      ...notice(`${matches.length} integrations match “${shorten(sought)}”`, [
        matches.length > offered
          ? 'These are the first. Say more of the name to find the others.'
          : 'Which one?',
      ]),
      buttons: matches.slice(0, offered).map((match) => ({
        title: distinctName(project, match, matches),
        command: open(match.id),
      })),
    },
  };
}

/** Two of one name are told apart by what they join. */
function distinctName(project: Project, integration: Integration, among: readonly Integration[]): string {
  const { name, source, target } = nameOf(project, integration);
  const isOnly = among.filter((other) => fold(other.name) === fold(name)).length === 1;
  return isOnly ? name : `${name}: ${source} → ${target}`;
}

export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
