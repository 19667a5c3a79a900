/** Where people answered one question differently: the list, one of them side by side, and settling it. */
import type { Answer } from '../core/interview/answer.ts';
import { subjectKey } from '../core/interview/answer.ts';
import { inWords } from '../core/interview/answer-words.ts';
import { canKnow } from '../core/interview/interview.ts';
import { readAnswer } from '../core/interview/read-answer.ts';
import {
  type Difference,
  differencesOf,
  isOpenDifference,
  restingOn,
} from '../core/judgement/differences.ts';
import type { Finding } from '../core/judgement/finding.ts';
import { settlementsIn } from '../core/judgement/settlement.ts';
import { fillNames, type Integration, type Member, type Project } from '../core/landscape/landscape.ts';
import { isOnlyGiven, roleKey } from '../core/landscape/roles.ts';
import { problemsOf, type Reading, readNote, readPerson } from '../core/register/decide.ts';
import type { Did } from '../core/register/deed.ts';
import type { Command, Inputs } from './command.ts';
import { guarded } from './guarded.ts';
import type { House, Turn } from './house.ts';
import { judgeProject } from './judge-project.ts';
import { currentProject, memberOf } from './membership.ts';
import { button, goneNotice, noProjectNotice, notice, say, toPersonalChat } from './notices.ts';
import type { DifferenceRef } from './register-command.ts';
import type { Button, NoticeReply, Outcome } from './reply.ts';
import { deedsAt, type RiskPlace, subjectAt } from './risk-at.ts';
import type { SideBySideReply } from './side-by-side-reply.ts';
import { integrationOf } from './step.ts';
import { tellOver } from './tell-differences.ts';
import { todayOf } from './today.ts';
import { aroundOf, inPlace } from './treat.ts';
import { writeDeed } from './write-deed.ts';

/** Beside *Next page* and *Help*. */
const perPage = 4;

export async function differencesIn(
  house: House,
  project: Project,
): Promise<{
  readonly differences: readonly Difference[];
  readonly findings: readonly Finding[];
  readonly integrations: readonly Integration[];
}> {
  const { integrations, findings } = await judgeProject(house, project);
  const { content, calculations } = house;
  const differences = differencesOf(content, calculations, project, integrations, todayOf(house));
  return { differences, findings, integrations };
}

/** `differences` */
export async function differences(house: House, turn: Turn, page: number): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  const member = await memberOf(house, project, turn.caller);
  const known = await differencesIn(house, project);
  const open = known.differences.filter(isOpenDifference);
  const settled = known.differences.filter((each) => each.settled).length;
  const rest = settled > 0 ? [`${settled} settled.`] : [];
  if (turn.caller.conversation.kind !== 'personal') return say(countsNotice(open, rest));
  const shown = open.filter((each) => !isGuarded(each, member)).sort(byConcern(member, known.findings));
  if (shown.length === 0)
    return say(
      notice(
        'Nobody contradicts anybody',
        ['Where several people answered, they say the same.', ...rest],
        'summary',
      ),
    );
  const pages = Math.ceil(shown.length / perPage);
  const at = Math.min(Math.max(1, page), pages);
  const here = shown.slice((at - 1) * perPage, at * perPage);
  const numberOf = (place: number) => (at - 1) * perPage + place + 1;
  const buttons: Button[] = here.map(({ id, question }, place) => ({
    title: `${numberOf(place)}: ${question.label}`,
    command: { do: 'show-difference', ref: { project: project.id, difference: id } },
  }));
  if (at < pages) buttons.push({ title: 'Next page', command: { do: 'differences', page: at + 1 } });
  return say({
    kind: 'notice',
    tone: 'plain',
    title:
      shown.length === 1
        ? 'One question is answered differently'
        : `${shown.length} questions are answered differently`,
    lines: [...here.map((each, place) => `${numberOf(place)}: ${line(each)}`), ...(at === pages ? rest : [])],
    buttons: [...buttons, button('help')],
  });
}

/** In a shared conversation nobody is named. */
function countsNotice(open: readonly Difference[], rest: readonly string[]): NoticeReply {
  const count = (kind: Difference['kind']) => open.filter((each) => each.kind === kind).length;
  const lines = [
    ...(count('contradiction') > 0 ? [`${count('contradiction')} where both cannot hold.`] : []),
    ...(count('vantage') > 0 ? [`${count('vantage')} seen from two sides.`] : []),
    ...(count('minor') > 0 ? [`${count('minor')} near each other.`] : []),
  ];
  const title =
    open.length === 0
      ? 'Nobody contradicts anybody'
      : `Answered differently: ${open.length === 1 ? 'one question' : `${open.length} questions`}`;
  return notice(
    title,
    [
      ...lines,
      ...rest,
      ...(open.length > 0 ? ['Those who answered see it in their chat with me: differences'] : []),
    ],
    'summary',
  );
}

const kindWords: Readonly<Record<Difference['kind'], string>> = {
  contradiction: 'both cannot hold',
  minor: 'near each other',
  vantage: 'seen from two sides',
  stale: 'one answer has grown old',
  gap: 'one of them does not know',
};

function line({ question, about, kind, voices }: Difference): string {
  return `${question.label} (${about}): ${voices.map(({ answer }) => answer.by.name).join(', ')}; ${kindWords[kind]}.`;
}

/** One's own first, then what most hangs on. */
function byConcern({ id }: Member, findings: readonly Finding[]) {
  const rank = (difference: Difference) => {
    const own = isVoice(difference, id) ? 1000 : 0;
    const weight = difference.kind === 'contradiction' ? 100 : 0;
    return own + weight + Math.min(99, restingOn(difference, findings).length);
  };
  return (one: Difference, other: Difference) => rank(other) - rank(one);
}

function isVoice({ voices }: Difference, person: string): boolean {
  return voices.some(({ answer: { by } }) => by.kind === 'person' && by.id === person);
}

/** What is said about the protection of data is for its authors, for who manages the project, and for who guards data. */
const guards = new Set(['project-manager', 'security', 'data-protection']);

function isGuarded(difference: Difference, member: Member): boolean {
  if (!guarded.has(difference.question.topic) || isVoice(difference, member.id)) return false;
  // What somebody else says a person is opens nothing to that person before they have said yes.
  return !member.roles.some((held) => guards.has(roleKey(held)) && !isOnlyGiven(held));
}

interface Seen extends Omit<RiskPlace, 'entry'> {
  readonly member: Member;
  readonly difference: Difference;
  readonly findings: readonly Finding[];
}

/** What a card names, where it exists and the caller may look at it; else what to say instead. */
async function open(
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
  if (!member || (difference && isGuarded(difference, member))) return { instead: goneNotice() };
  if (!difference) return { instead: agreedNotice() };
  if (!(await owesAnswer(house, place.project, difference, member)))
    return { seen: { ...place, member, difference, findings } };
  return { instead: answerFirst(await changeCommand(house, place.project, difference)) };
}

/** Whoever is asked this too gives an answer before seeing those of others. */
async function owesAnswer(
  house: House,
  project: Project,
  difference: Difference,
  member: Member,
): Promise<boolean> {
  const { question, subject } = difference;
  if (isVoice(difference, member.id) || question.compare.length === 0 || difference.settled) return false;
  const integration = await integrationOf(house, project, subject);
  const who = integration && { member, integration, since: '', roles: house.content.roles };
  return who !== undefined && canKnow(question, subject, who);
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

const asOutcome = (instead: NoticeReply | Outcome): Outcome =>
  'messages' in instead ? instead : say(instead);

/** *Settle*: first the form, then what it says. */
export async function settle(
  house: House,
  turn: Turn,
  { ref, seen: before, inputs }: Extract<Command, { do: 'settle' }>,
): Promise<Outcome> {
  const found = await open(house, turn, ref);
  if ('instead' in found) return asOutcome(found.instead);
  const { seen } = found;
  const { difference } = seen;
  const form = async (filled: Inputs, ...problems: string[]) =>
    inPlace(await sideBySide(house, seen, { filled, problems }));
  if (!inputs) return form({ on: todayOf(house), decided: '' });
  const reading = readSettlement(house, turn, seen, inputs);
  if (!reading.ok) return form(inputs, ...reading.problems);
  const did = reading.value;
  const written = await writeDeed(house, turn, seen, (deeds) =>
    newestTurn(deeds, difference) === before ? did : undefined,
  );
  const again = await open(house, turn, ref);
  if ('instead' in again) return asOutcome(again.instead);
  const isThere = newestTurn(deedsAt(again.seen), difference) === turn.id;
  if (!written && !isThere)
    return inPlace(
      await sideBySide(house, again.seen, {
        filled: inputs,
        problems: ['Somebody has settled this since you opened the card. Save again to replace that.'],
      }),
    );
  await tellOver(house, turn, seen.project, difference);
  return inPlace(await sideBySide(house, again.seen));
}

type Settled = Extract<Did, { kind: 'settled' }>;

function newestTurn(deeds: Parameters<typeof settlementsIn>[0], { question, subject }: Difference): string {
  return settlementsIn(deeds).get(subjectKey(subject))?.get(question.key)?.answer.turn ?? '';
}

function readSettlement(
  house: House,
  turn: Turn,
  seen: Seen,
  inputs: Inputs,
):
  | { readonly ok: true; readonly value: Settled }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const { question, subject } = seen.difference;
  const around = aroundOf(house, seen);
  const value = readValue(house, question, inputs.value ?? '');
  const decided = inputs.decided?.trim()
    ? readPerson('Decided by', inputs.decided, around)
    : ({ ok: true, value: { id: turn.caller.id, name: turn.caller.name } } as const);
  const on = readOn(inputs.on, todayOf(house));
  const reason = readNote('Why', inputs.reason);
  if (!value.ok || !decided.ok || !on.ok || !reason.ok) return problemsOf(value, decided, on, reason);
  return {
    ok: true,
    value: {
      kind: 'settled',
      question: question.key,
      about: subjectKey(subject),
      said: value.value,
      decided: decided.value,
      on: on.value,
      ...(reason.value ? { reason: reason.value } : {}),
    },
  };
}

function readValue(house: House, question: Difference['question'], typed: string): Reading<Answer['said']> {
  if (!typed.trim()) return { ok: false, problems: ['Which answer holds?'] };
  const reading = readAnswer(question, typed, house.readDate(house.now()));
  if (!reading.ok) return { ok: false, problems: [reading.why] };
  return reading.said.kind === 'value'
    ? { ok: true, value: reading.said }
    : { ok: false, problems: ['It takes an answer to settle it.'] };
}

/** Nothing is decided in the future. */
function readOn(typed = '', today: string): Reading<string> {
  const day = typed.trim() || today;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && day <= today
    ? { ok: true, value: day }
    : { ok: false, problems: ['On: the day it was decided, today or before.'] };
}

async function sideBySide(
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
