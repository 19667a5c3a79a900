/** `forget me`: what it would change, and then doing it, to the end whatever happens on the way. */
import { createHash } from 'node:crypto';
import { assessProject } from '../../core/judgement/assess-project.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import type { Person } from '../../core/landscape/person.ts';
import type { Shift } from '../../core/register/drift.ts';
import { type Forgotten, forgetInIntegration, forgetInProject } from '../../core/register/forget.ts';
import { besides } from '../../core/register/proposal.ts';
import type { Command } from '../command.ts';
import { change, personKey } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, notice, say } from '../notices.ts';
import { personOf } from '../project/membership.ts';
import { judgeProject } from '../register/judge-project.ts';
import { tellLapsesOfAll } from '../register/tell-lapses.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { todayOf } from '../today.ts';
import { forgetEverywhere } from './forget-everywhere.ts';
import { type Share, sharesOf } from './own-share.ts';

const mostTitles = 3;

/** Shows what would change. Nothing happens yet. */
export async function forgetMe(house: House, turn: Turn): Promise<Outcome> {
  if (turn.caller.conversation.kind !== 'personal') return say(inPrivate());
  return say(previewNotice(house, turn, await sharesOf(house, turn.caller)));
}

/** A choice on what was shown. */
export async function forget(
  house: House,
  turn: Turn,
  { how, seen }: Extract<Command, { do: 'forget' }>,
): Promise<Outcome> {
  const { caller, at } = turn;
  if (caller.conversation.kind !== 'personal') return say(inPrivate());
  const shares = await sharesOf(house, caller);
  if (seen !== digestOf(shares)) {
    const now = previewNotice(house, turn, shares);
    const lines = ['You have said or done more since, so nothing was changed.', ...now.lines];
    return { replace: { ...now, lines }, messages: [] };
  }
  const ids = shares.map(({ bundle: { project } }) => project.id);
  // From here on it is on file that they go: a start after a crash goes on with it.
  const person = await change<Person>(house.store, personKey(caller), (known) =>
    known?.forgetting ? known : { ...personOf(caller, known), forgetting: { how, as: house.newId(), at } },
  );
  const before = await wholeProjects(house, ids);
  await forgetEverywhere(house, person);
  const after = await wholeProjects(house, ids);
  for (const [id, then] of before) {
    const now = after.get(id);
    if (now) await tellLapsesOfAll(house, turn, then, now);
  }
  return { replace: doneNotice(how), messages: [] };
}

async function wholeProjects(house: House, ids: readonly string[]) {
  const all = new Map<string, Awaited<ReturnType<typeof judgeProject>> & { readonly project: Project }>();
  for (const id of ids) {
    const project = (await house.store.read(`projects/${id}/project`))?.value as Project | undefined;
    if (project) all.set(id, { project, ...(await judgeProject(house, project)) });
  }
  return all;
}

function previewNotice(house: House, turn: Turn, shares: readonly Share[]): NoticeReply {
  if (shares.length === 0)
    return notice('There is nothing to forget', ['No project of mine holds anything of you.']);
  const seen = digestOf(shares);
  const choice = (title: string, how: Forgotten['how']) =>
    ({ title, command: { do: 'forget', how, seen } }) as const;
  return {
    ...notice('If I forget you', [
      ...shares.flatMap((share) => linesAbout(house, turn, share)),
      'Without your name, everything stays as it is judged, and nobody can see who said it.',
      'Next steps that you own lose their owner. What others wrote about you in their own words stays theirs.',
      'It cannot be undone. Your data gives you a copy first.',
    ]),
    buttons: [
      choice('Take my name off', 'name'),
      choice('Remove my answers too', 'answers'),
      { title: 'My data', command: { do: 'my-data' } },
      button('help'),
    ],
  };
}

function linesAbout(house: House, turn: Turn, share: Share): string[] {
  const { project } = share.bundle;
  const has = `${project.name}: ${counted(share.answers.length, 'answer')}, ${counted(share.deeds.length, 'decision or change', 'decisions and changes')} of yours.`;
  const isShown = share.answers.length > 0 && !share.isOver;
  return [has, ...(isShown ? [withoutAnswers(house, turn, share)] : [])];
}

/** "Without your answers three risks are no longer seen and two can no longer be judged: …" */
function withoutAnswers(house: House, { caller }: Turn, { bundle }: Share): string {
  const { content, calculations } = house;
  const gone: Forgotten = { id: caller.id, as: 'nobody', how: 'answers' };
  const judge = (project: Project, integrations: typeof bundle.integrations) =>
    assessProject(content, calculations, project, integrations, undefined, todayOf(house));
  const rows = besides(
    judge(bundle.project, bundle.integrations),
    judge(
      forgetInProject(bundle.project, gone),
      bundle.integrations.map((each) => forgetInIntegration(each, gone)),
    ),
  );
  const shifted = (wanted: Shift) => rows.filter(({ would: [then] }) => then?.shift === wanted);
  const parts = effects.flatMap(([shift, one, many]) => {
    const { length } = shifted(shift);
    return length > 0 ? [`${counted(length, 'risk')} ${length === 1 ? one : many}`] : [];
  });
  if (parts.length === 0) return 'Without your answers no risk would change.';
  const titles = [...new Set(rows.map(({ title }) => title))];
  const named = titles.slice(0, mostTitles).join('; ');
  const more = titles.length > mostTitles ? `; and ${titles.length - mostTitles} more` : '';
  return `Without your answers ${parts.join(', ')}: ${named}${more}.`;
}

const effects: readonly (readonly [Shift, string, string])[] = [
  ['closed', 'is no longer seen', 'are no longer seen'],
  ['unknown', 'can no longer be judged', 'can no longer be judged'],
  ['better', 'counts for less', 'count for less'],
  ['worse', 'counts for more', 'count for more'],
  ['new', 'is new', 'are new'],
];

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Of all that the preview counts. */
function digestOf(shares: readonly Share[]): string {
  const counts = shares.map(({ bundle: { project }, answers, deeds }) => [
    project.id,
    answers.length,
    deeds.length,
  ]);
  return createHash('sha256').update(JSON.stringify(counts)).digest('hex').slice(0, 16);
}

function doneNotice(how: Forgotten['how']): NoticeReply {
  return notice('You are forgotten', [
    how === 'name'
      ? 'Your answers and decisions stay, without your name. I keep nothing else of you.'
      : 'Your answers are gone; what you decided stays without your name. I keep nothing else of you.',
    'If you write to me again, we meet anew.',
  ]);
}

function inPrivate(): NoticeReply {
  return notice('This is between you and me', ['Open a chat with me and send: forget me']);
}

/** Goes on with what a crash interrupted. */
export async function finishForgetting(house: House): Promise<void> {
  for (const key of (await house.store.list('people/')).filter((each) => /^people\/[^/]+$/.test(each))) {
    const person = (await house.store.read(key))?.value as Person | undefined;
    if (person?.forgetting) await forgetEverywhere(house, person, true);
  }
}
