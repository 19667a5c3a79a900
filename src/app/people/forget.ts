/** `forget me`: what it would change, and then doing it, to the end whatever happens on the way. */
import { createHash } from 'node:crypto';
import { assessProject } from '../../core/judgement/assess-project.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import type { Person } from '../../core/landscape/person.ts';
import type { Shift } from '../../core/register/drift.ts';
import { type Forgotten, forgetInIntegration, forgetInProject } from '../../core/register/forget.ts';
import type { Noted } from '../../core/register/milestone.ts';
import { besides } from '../../core/register/proposal.ts';
import { addTolls, tollOf } from '../../core/register/toll.ts';
import type { Caller, Command } from '../command.ts';
import { change, personKey, readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, notice, say } from '../notices.ts';
import { personOf } from '../project/membership.ts';
import { judgeProject } from '../register/judge-project.ts';
import { tellLapsesOfAll } from '../register/tell-lapses.ts';
import { listPosted } from '../reminder/outbox.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { todayOf } from '../today.ts';
import { forgetEverywhere } from './forget-everywhere.ts';
import type { ForgetReply } from './forget-reply.ts';
import { type Share, sharesOf } from './own-share.ts';

const mostTitles = 3;

/** Shows what would change. Nothing happens yet. */
export async function forgetMe(house: House, turn: Turn): Promise<Outcome> {
  const { caller } = turn;
  if (caller.conversation.kind !== 'personal') return say(inPrivate());
  const shares = await sharesOf(house, caller);
  return say((await isKnown(house, caller, shares)) ? await preview(house, turn, shares) : nothing());
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
  if (!(await isKnown(house, caller, shares))) return { replace: nothing(), messages: [] };
  const shown = await preview(house, turn, shares);
  if (seen !== digestOf(caller, shares)) return { replace: { ...shown, stale: true }, messages: [] };
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
  return { replace: { ...shown, done: how, effects: [], buttons: [button('help')] }, messages: [] };
}

/** What was shown is taken away, so that nobody taps it later by mistake. */
export function stay(): Promise<Outcome> {
  const said = notice('You stay as you are', ['Nothing was changed. “My data” shows what I keep about you.']);
  return Promise.resolve({
    replace: { ...said, buttons: [{ title: 'My data', command: { do: 'my-data' } }, button('help')] },
    messages: [],
  });
}

/** Of whom nothing is kept, nothing is done, whatever a card says. */
async function isKnown(house: House, caller: Caller, shares: readonly Share[]): Promise<boolean> {
  return shares.length > 0 || (await readPerson(house.store, caller)) !== undefined;
}

const nothing = () => notice('There is nothing to forget', ['I keep nothing of you.']);

async function wholeProjects(house: House, ids: readonly string[]) {
  const all = new Map<string, Awaited<ReturnType<typeof judgeProject>> & { readonly project: Project }>();
  for (const id of ids) {
    const project = (await house.store.read(`projects/${id}/project`))?.value as Project | undefined;
    if (project) all.set(id, { project, ...(await judgeProject(house, project)) });
  }
  return all;
}

async function preview(house: House, turn: Turn, shares: readonly Share[]): Promise<ForgetReply> {
  const { caller } = turn;
  const seen = digestOf(caller, shares);
  const choice = (title: string, how: Forgotten['how']) =>
    ({ title, command: { do: 'forget', how, seen } }) as const;
  const toll = addTolls(shares.map(({ bundle }) => tollOf(bundle, caller.id)));
  return {
    kind: 'forget',
    projects: shares.map(({ bundle: { project } }) => project.name),
    toll,
    letters: await lettersTo(house, caller, shares),
    effects: shares
      .filter(({ answers, isOver }) => answers.length > 0 && !isOver)
      .map((share) => withoutAnswers(house, turn, share, shares.length > 1)),
    buttons: [
      toll.answers > 0 ? choice('Take my name off', 'name') : choice('Forget me', 'name'),
      ...(toll.answers > 0 ? [choice('Remove my answers too', 'answers')] : []),
      { title: 'Cancel', command: { do: 'stay' } },
      { title: 'My data', command: { do: 'my-data' } },
    ],
  };
}

async function lettersTo({ store }: House, { id }: Caller, shares: readonly Share[]): Promise<number> {
  const all = await Promise.all(shares.map(({ bundle: { project } }) => listPosted(store, project.id)));
  return all.flat().filter(({ letter: { to } }) => to.kind === 'person' && to.id === id).length;
}

/** "3 risks are no longer seen, 1 risk counts for less: …; and 1 more. 2 possible risks can no longer be judged." */
function withoutAnswers(house: House, { caller }: Turn, { bundle }: Share, named: boolean): string {
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
  const where = named ? `${bundle.project.name}: ` : '';
  // What was never more than a possible risk is none of them.
  const risks = rows.filter(({ now, would: [then] }) => isRaised(now) || isRaised(then?.noted));
  const open = rows.filter((row) => !risks.includes(row) && row.would[0]?.shift === 'unknown').length;
  const parts = effects.flatMap(([shift, one, many]) => {
    const { length } = risks.filter(({ would: [then] }) => then?.shift === shift);
    return length > 0 ? [`${counted(length, 'risk')} ${length === 1 ? one : many}`] : [];
  });
  const titles = risks.slice(0, mostTitles).map(({ title }) => title);
  const more = risks.length > mostTitles ? `; and ${risks.length - mostTitles} more` : '';
  const sentences = [
    ...(parts.length > 0 ? [`${parts.join(', ')}: ${titles.join('; ')}${more}.`] : []),
    ...(open > 0 ? [`${counted(open, 'possible risk')} can no longer be judged.`] : []),
  ];
  return where + (sentences.join(' ') || 'no risk changes.');
}

const isRaised = (noted?: Noted) => noted !== undefined && noted.kind !== 'unknown';

const effects: readonly (readonly [Shift, string, string])[] = [
  ['closed', 'is no longer seen', 'are no longer seen'],
  ['unknown', 'can no longer be judged', 'can no longer be judged'],
  ['better', 'counts for less', 'count for less'],
  ['worse', 'counts for more', 'count for more'],
  ['new', 'is new', 'are new'],
];

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Of all that the preview counts, and of whose it is. */
function digestOf({ tenant, id }: Caller, shares: readonly Share[]): string {
  const counts = shares.map(({ bundle, answers, deeds }) => [
    bundle.project.id,
    answers.length,
    deeds.length,
    tollOf(bundle, id).roles,
    tollOf(bundle, id).owned,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([tenant, id, counts]))
    .digest('hex')
    .slice(0, 16);
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
