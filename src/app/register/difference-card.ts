/** One difference as a card shows it: who said what, side by side, to those who have given an answer of their own. */
import type { Answer } from '../../core/interview/answer.ts';
import { subjectKey } from '../../core/interview/answer.ts';
import { inWords } from '../../core/interview/answer-words.ts';
import { type Difference, restingOn } from '../../core/judgement/differences.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import { settlementsIn } from '../../core/judgement/settlement.ts';
import { fillNames, type Member, type Project } from '../../core/landscape/landscape.ts';
import type { Command, Inputs } from '../command.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, notice, say, toPersonalChat } from '../notices.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { differencesIn, isGuarded, isVoice } from './difference-known.ts';
import type { DifferenceRef } from './register-command.ts';
import { deedsAt, type RiskPlace, subjectAt } from './risk-at.ts';
import type { SideBySideReply } from './side-by-side-reply.ts';
import { integrationOf } from './step.ts';

export interface Seen extends Omit<RiskPlace, 'entry'> {
  readonly member: Member;
  readonly difference: Difference;
  readonly findings: readonly Finding[];
}

/** What a card names, where it exists and the caller may look at it; else what to say instead. */
export async function open(
  house: House,
  turn: Turn,
  ref: DifferenceRef,
): Promise<{ readonly seen: Seen } | { readonly instead: NoticeReply | Outcome }> {
  if (turn.caller.conversation.kind !== 'personal') return { instead: toPersonalChat('differences') };
  const place = await subjectAt(
    house,
    turn,
    ref.project,
    ref.difference.slice(ref.difference.indexOf('@') + 1),
  );
  if (!place) return { instead: goneNotice() };
  const { differences: all, findings } = await differencesIn(house, place.project);
  const difference = all.find(({ id }) => id === ref.difference);
  const member = place.project.people.find(({ id }) => id === turn.caller.id);
  if (!member || (difference && isGuarded(difference, place.project, member)))
    return { instead: goneNotice() };
  if (!difference) return { instead: agreedNotice() };
  // Whoever is asked this too gives an answer before seeing those of others.
  if (
    !difference.settled &&
    !isVoice(difference, member.id) &&
    place.hides(difference.question.key, difference.subject) === 'own-first'
  )
    return { instead: answerFirst(await changeCommand(house, place.project, difference)) };
  return { seen: { ...place, member, difference, findings } };
}

function agreedNotice(): NoticeReply {
  return notice('There is no difference any more', ['Those who answered say the same now.'], 'summary');
}

function answerFirst(change: SideBySideReply['change']): NoticeReply {
  return {
    ...notice('Your own answer first', [
      'You are asked this question, too. Then I show you what the others said.',
    ]),
    buttons: [
      ...(change ? [{ title: 'Answer it', command: change, primary: true } as const] : []),
      button('help'),
    ],
  };
}

async function changeCommand(house: House, project: Project, { question, subject }: Difference) {
  const integration = await integrationOf(house, project, subject);
  if (!integration) return undefined;
  return {
    do: 'ask-again',
    project: project.id,
    integration: integration.id,
    subject,
    question: question.key,
  } as const;
}

export async function showDifference(
  house: House,
  turn: Turn,
  { ref }: Extract<Command, { do: 'show-difference' }>,
): Promise<Outcome> {
  const found = await open(house, turn, ref);
  if ('instead' in found) return asOutcome(found.instead);
  return say(await sideBySide(house, found.seen));
}

export const asOutcome = (instead: NoticeReply | Outcome): Outcome =>
  'messages' in instead ? instead : say(instead);

export function newestTurn(
  deeds: Parameters<typeof settlementsIn>[0],
  { question, subject }: Difference,
): string {
  return settlementsIn(deeds).get(subjectKey(subject))?.get(question.key)?.answer.turn ?? '';
}

export async function sideBySide(
  house: House,
  { member, difference, findings, ...place }: Seen,
  form?: { readonly filled: Inputs; readonly problems: readonly string[] },
): Promise<SideBySideReply> {
  const { project, vantage, about } = place;
  const { id, question, subject, voices, kind, settled } = difference;
  const own = isVoice(difference, member.id);
  const change = own ? await changeCommand(house, project, difference) : undefined;
  const words = (said: Answer['said']) => inWords(question, said, house.content.reasons);
  const { filled } = form ?? {};
  return {
    kind: 'side-by-side',
    ref: { project: project.id, difference: id },
    about,
    label: question.label,
    question: question.key,
    ask: fillNames(question.ask, vantage, subject),
    how: kind,
    voices: voices.map(({ answer: { by, at, said }, roles, stale }) => ({
      name: by.name,
      roles,
      at,
      words: words(said),
      own: by.kind === 'person' && by.id === member.id,
      stale,
    })),
    ...(settled
      ? {
          settled: {
            words: words(settled.did.said),
            decided: settled.did.decided.name,
            on: settled.did.on,
            ...(settled.did.reason ? { reason: settled.did.reason } : {}),
          },
        }
      : {}),
    hangs: restingOn(difference, findings).map(({ title, kind: finding, severity }) => ({
      title,
      kind: finding,
      severity,
    })),
    ...(change ? { change } : {}),
    ...(form
      ? {
          form: {
            shape: question.answer,
            filled: {
              value: filled?.value ?? '',
              decided: filled?.decided ?? '',
              on: filled?.on ?? '',
              reason: filled?.reason ?? '',
            },
            problems: form.problems,
            people: project.people.map(({ name }) => name),
          },
        }
      : {}),
    seen: newestTurn(deedsAt(place), difference),
    buttons: [],
  };
}
