/** What somebody said and has grown old is confirmed with one tap. Nobody is asked anew. */
import { type Answer, newestPerSpeaker, type Subject, subjectKey } from '../../core/interview/answer.ts';
import { changeAnswers, type Member, type Project } from '../../core/landscape/landscape.ts';
import type { Command } from '../command.ts';
import { changeIntegration, changeProject, readPerson, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, notice, say, toPersonalChat } from '../notices.ts';
import { currentProject, memberOf, projectFor } from '../project/membership.ts';
import type { Outcome, Reply } from '../reply.ts';
import type { ConfirmReply } from './confirm-reply.ts';
import type { OldRef } from './interview-command.ts';
import { confirmReply, type Old, oldIn } from './old.ts';
import { openScene, type Place, placeOf, sceneOf } from './scene.ts';
import { sit, whatNext } from './sitting.ts';

/** `confirm` */
export async function confirm(house: House, turn: Turn): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat('confirm'));
  const member = await memberOf(house, project, turn.caller);
  const old = await oldIn(house, project, member);
  if (old.length === 0)
    return say(notice('Nothing to confirm', ['None of your answers has grown old.'], 'change', 'list'));
  return say(confirmReply(house, project, old));
}

/** *All still true*: what stands on the card is confirmed as it stands; what has been answered otherwise since is left alone. */
export async function stillTrue(
  house: House,
  turn: Turn,
  { ref }: Extract<Command, { do: 'still-true' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, ref.project);
  if (!project) return say(goneNotice());
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat('confirm'));
  const member = await memberOf(house, project, turn.caller);
  const before = await oldIn(house, project, member);
  const isMeant = ({ subject, question, answer }: Old) =>
    ref.old.some(
      (each) =>
        each.question === question.key &&
        each.at === answer.at &&
        subjectKey(each.subject) === subjectKey(subject),
    );
  const confirmed = before.filter(isMeant);
  await keep(house, turn, project, confirmed);
  const done: ConfirmReply = { ...confirmReply(house, project, confirmed), ref, left: 0, done: true };
  // Tapped twice: the first tap has said what comes next.
  if (confirmed.length === 0) return { messages: [] };
  return { replace: done, messages: await afterwards(house, turn, ref, member) };
}

/** What comes after: the next old answers, or the interview they were in the way of. */
async function afterwards(house: House, turn: Turn, ref: OldRef, member: Member): Promise<readonly Reply[]> {
  if (ref.integration !== undefined) {
    const place = await placeOf(house, turn, { project: ref.project, integration: ref.integration });
    return place ? goOn(house, turn, place, member) : [];
  }
  const project = await projectFor(house, turn.caller, ref.project);
  const left = project ? await oldIn(house, project, member) : [];
  if (project && left.length > 0) return [confirmReply(house, project, left)];
  return [notice('Thank you, that was all', ['None of your answers is old any more.'], 'continue', 'list')];
}

async function goOn(house: House, turn: Turn, place: Place, member: Member): Promise<readonly Reply[]> {
  const sitting = (await readPerson(house.store, turn.caller))?.sitting;
  const here = sitting?.project === place.project.id && sitting.integration === place.integration.id;
  // Another interview was begun since: this card only confirmed.
  if (!here || sitting.paused) return [notice('Thank you, noted', [], 'continue', 'list')];
  return whatNext(house, turn, sceneOf(house, place, { ...sitting, member }));
}

/** Writes that each of these was said again, unless it was answered otherwise in the meantime. */
async function keep(house: House, turn: Turn, project: Project, old: readonly Old[]): Promise<void> {
  const again = (subject: Subject, answers: readonly Answer[]): readonly Answer[] => [
    ...answers,
    ...old.flatMap((each): Answer[] => {
      if (subjectKey(each.subject) !== subjectKey(subject)) return [];
      const standing = newestPerSpeaker(answers, each.question.key).find(
        ({ by }) => by.kind === 'person' && by.id === turn.caller.id,
      );
      if (standing?.at !== each.answer.at) return [];
      const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
      const { question, said } = standing;
      return [{ question, by, at: turn.at, turn: turn.id, said, confirms: true }];
    }),
  ];
  const taken = { id: turn.id, at: turn.at };
  const integrations = new Set(
    old.flatMap(({ subject }) => (subject.scope === 'integration' ? [subject.id] : [])),
  );
  for (const id of integrations)
    await changeIntegration(house.store, project.id, id, (current) => ({
      ...current,
      answers: again({ scope: 'integration', id }, current.answers),
      recent: remember(current.recent, taken),
    }));
  const others = old.map(({ subject }) => subject).filter(({ scope }) => scope !== 'integration');
  if (others.length === 0) return;
  const subjects = new Map(others.map((subject) => [subjectKey(subject), subject]));
  await changeProject(house.store, project.id, (current) => {
    let changed = current;
    for (const subject of subjects.values())
      changed = changeAnswers(changed, subject, (answers) => again(subject, answers));
    return { ...changed, recent: remember(current.recent, taken) };
  });
}

/** *Not now*: the interview goes on with its questions. */
export async function confirmLater(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'confirm-later' }>,
): Promise<Outcome> {
  const place = await placeOf(house, turn, command);
  if (!place) return say(goneNotice());
  const sitting = (await readPerson(house.store, turn.caller))?.sitting;
  const here = sitting?.project === place.project.id && sitting.integration === place.integration.id;
  const { project, integration } = command;
  const begun = here ? sitting : { since: turn.at };
  await sit(house, turn, { ...begun, project, integration, paused: false, later: true });
  const scene = await openScene(house, turn, place, begun);
  const [next, ...more] = await whatNext(house, turn, scene);
  return { ...(next ? { replace: next } : {}), messages: more };
}
