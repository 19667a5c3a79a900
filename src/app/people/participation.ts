/** `participation`: who was asked, who has answered, what it took of them and what came of it. Never in front of others. */
import { minutesFor } from '../../core/interview/interview.ts';
import { stillWanted, wantedKey } from '../../core/interview/wanted.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { managersOf } from '../../core/landscape/trust.ts';
import type { Nudges } from '../../core/reminder/nudging.ts';
import type { Command } from '../command.ts';
import { readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, notice, say } from '../notices.ts';
import { currentProject, projectFor } from '../project/membership.ts';
import { judgeProject } from '../register/judge-project.ts';
import { nudgesKey } from '../reminder/nudges-on-file.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { todayOf } from '../today.ts';
import { type Asked, askedIn, isLost, onFileIn } from './asked.ts';
import type { Participant, ParticipationReply, Standing } from './participation-reply.ts';

const perPage = 8;

/** `participation` */
export async function participation(
  house: House,
  turn: Turn,
  { page }: Extract<Command, { do: 'participation' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  return say(await shown(house, turn, project, page));
}

export async function showParticipation(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'show-participation' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  if (!project) return say(goneNotice());
  return { replace: await shown(house, turn, project, command.page), messages: [] };
}

async function shown(
  house: House,
  turn: Turn,
  project: Project,
  wanted: number,
): Promise<ParticipationReply | NoticeReply> {
  if (turn.caller.conversation.kind !== 'personal')
    return notice('This is not for a shared conversation', [
      'Who answers when is between each of them and whoever manages the project. Nobody is shown up here.',
      'Whoever manages the project opens a chat with me and sends: participation',
    ]);
  const managers = managersOf(project);
  if (!managers.some(({ id }) => id === turn.caller.id))
    return notice('This is for whoever manages the project', [
      `That is ${managers.map(({ name }) => name).join(' or ')}. What waits for you is shown with: reminders`,
    ]);
  const all = await participantsOf(house, turn, project);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const slowest = bottleneckIn(all, todayOf(house));
  const asked = all.filter((each) => each.asked > 0 && each.standing.every(({ kind }) => kind !== 'left'));
  return {
    kind: 'participation',
    project: { id: project.id, name: project.name },
    people: all.slice((page - 1) * perPage, page * perPage).map(({ since: _, ...each }) => each),
    total: {
      people: asked.length,
      asked: asked.reduce((sum, each) => sum + each.asked, 0),
      answered: asked.reduce((sum, each) => sum + each.answered, 0),
    },
    page,
    pages,
    ...(slowest ? { bottleneck: slowest } : {}),
  };
}

/** `since`: the day of the oldest letter of which something is open. */
type Dated = Participant & { readonly since?: string };

async function participantsOf(house: House, turn: Turn, project: Project): Promise<Dated[]> {
  const { integrations, findings } = await judgeProject(house, project);
  const asked = await askedIn(house, project.id);
  const given = answersBy(project, integrations);
  const onFile = onFileIn(project, integrations);
  const rests = restingOn(findings);
  const tenant = project.home.kind === 'anyone' ? turn.caller.tenant : project.home.tenant;
  const everybody = await Promise.all(
    project.people
      .filter(({ guest }) => !guest)
      .map(async (member): Promise<Dated> => {
        const letters = asked.filter(({ person }) => person.id === member.id);
        const arrived = letters.filter((each) => !isLost(each) || each.posted.delivery.state === 'dropped');
        const wanted = [
          ...new Map(arrived.flatMap(wantedIn).map((each) => [wantedKey(each), each])).values(),
        ];
        const open = stillWanted(wanted, member.id, onFile, house.content);
        const waiting = arrived.filter((each) =>
          wantedIn(each).some((one) => open.some((other) => wantedKey(other) === wantedKey(one))),
        );
        const since = waiting.map(({ posted }) => posted.at.slice(0, 10)).sort()[0];
        return {
          name: member.name,
          asked: wanted.length,
          answered: wanted.length - open.length,
          answers: given.get(member.id) ?? 0,
          minutes: wanted.length > 0 ? minutesFor(wanted.length) : 0,
          risks: rests(member.id, (kind) => kind === 'risk' || kind === 'issue'),
          right: rests(member.id, (kind) => kind === 'assertion'),
          standing: await standingOf(house, { tenant, id: member.id }, letters, member.left === true),
          ...(since === undefined ? {} : { since }),
        };
      }),
  );
  const openOf = (each: Dated) => each.asked - each.answered;
  return everybody
    .filter((each) => each.asked > 0 || each.answers > 0 || isOutOfReach(each))
    .sort((one, other) => openOf(other) - openOf(one) || other.answers - one.answers);
}

const isOutOfReach = ({ standing }: Participant) => standing.some(({ kind }) => kind === 'unreachable');

const wantedIn = ({ content }: Asked) => content.wanted ?? [];

/** Questions somebody has said something to, each once. */
function answersBy(project: Project, integrations: readonly Integration[]): ReadonlyMap<string, number> {
  const said = new Map<string, Set<string>>();
  for (const thing of [project, ...project.applications, ...integrations])
    for (const { by, question, said: what } of thing.answers) {
      if (by.kind !== 'person' || what.kind === 'passed') continue;
      said.set(by.id, (said.get(by.id) ?? new Set()).add(`${question}@${thing.id}`));
    }
  return new Map([...said].map(([id, answers]) => [id, answers.size]));
}

function restingOn(findings: readonly Finding[]) {
  return (person: string, isKind: (kind: Finding['kind']) => boolean) =>
    findings.filter(
      ({ kind, because }) =>
        isKind(kind) && because.some(({ by }) => by.kind === 'person' && by.id === person),
    ).length;
}

async function standingOf(
  house: House,
  who: { readonly tenant: string; readonly id: string },
  letters: readonly Asked[],
  left: boolean,
): Promise<Standing[]> {
  if (left) return [{ kind: 'left' }];
  const wishes = (await readPerson(house.store, who))?.reminders ?? {};
  const nudges = (await house.store.read(nudgesKey(who)))?.value as Nudges | undefined;
  const declined = letters.some(
    ({ posted: { letter } }) => nudges?.nudged[`asked/${letter.project}/${letter.id}`]?.over === 'not-mine',
  );
  return [
    ...(wishes.awayUntil !== undefined && wishes.awayUntil >= todayOf(house)
      ? [{ kind: 'away', until: wishes.awayUntil } as const]
      : []),
    ...(wishes.stopped ? [{ kind: 'quiet' } as const] : []),
    ...(declined ? [{ kind: 'declined' } as const] : []),
    ...(letters.at(-1)?.posted.delivery.state === 'failed' ? [{ kind: 'unreachable' } as const] : []),
  ];
}

/** Whoever is away, or was asked today, holds nothing up. */
function bottleneckIn(people: readonly Dated[], today: string): ParticipationReply['bottleneck'] {
  const waiting = people.filter(
    ({ asked, answered, since = today, standing }) =>
      asked > answered && since < today && standing.every(({ kind }) => kind !== 'away' && kind !== 'left'),
  );
  const [first] = waiting;
  return first && { name: first.name, questions: first.asked - first.answered, since: first.since ?? today };
}
