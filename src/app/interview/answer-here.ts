/** Answers given on a post in a channel, in front of everybody: kept under the name of who tapped, shown to nobody. */
import type { Question } from '../../core/interview/topic.ts';
import { type Project, vantageOf } from '../../core/landscape/landscape.ts';
import type { Command } from '../command.ts';
import { changeProject, listIntegrations, markOf, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { readInputs } from '../inputs.ts';
import { goneNotice, notice, problem, say } from '../notices.ts';
import { refer } from '../people/refer.ts';
import { memberOf, projectFor } from '../project/membership.ts';
import { tellLapses } from '../register/tell-lapses.ts';
import { governancePost, isForAllToSee } from '../reminder/governance-post.ts';
import { post, readPosted } from '../reminder/outbox.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { todayOf } from '../today.ts';
import { agedIn, allSaid, entriesFor } from './log.ts';

/** *Save* on the post. It is brought up to date in place; only what went wrong is said in its thread, without a quote. */
export async function answerHere(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'answer-here' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  const questions = command.questions
    .flatMap((key) => house.content.question.get(key) ?? [])
    .filter(isForAllToSee);
  if (!project || questions.length === 0) return say(goneNotice());
  const readings = readInputs(house, questions, command.inputs);
  if (readings.size === 0)
    return say(problem('Nothing was filled in', ['Answer what you know; “I don’t know” is an answer, too.']));
  const member = await memberOf(house, project, turn.caller);
  const said = allSaid(readings, []);
  const page = { turn: turn.id, correction: false };
  const changed = await changeProject(house.store, project.id, (current) => {
    if (current.recent.some(({ id }) => id === turn.id)) return current;
    const isOld = agedIn(house, { vantage: seen(house, current) }, { scope: 'project' });
    const news = entriesFor(turn, { member }, page, said, current.answers, isOld);
    if (news.length === 0) return current;
    const recent = remember(current.recent, { id: turn.id, at: turn.at });
    return { ...current, answers: [...current.answers, ...news], recent };
  });
  const about = { subject: { scope: 'project' } } as const;
  const before = { ...changed, answers: changed.answers.filter((answer) => answer.turn !== turn.id) };
  if (before.answers.length < changed.answers.length)
    await tellLapses(house, turn, about, { vantage: seen(house, before) }, { vantage: seen(house, changed) });
  const [first] = await listIntegrations(house.store, project.id);
  const place = { project: changed, subject: about.subject, answers: changed.answers };
  const asking = { turn: turn.id, questions: questions.map(({ key }) => key) };
  const { notices } = first ? await refer(house, turn, asking, { ...place, via: first.id }) : { notices: [] };
  const { project: id, post: letter } = command;
  const content = (await readPosted(house.store, { project: id, id: letter }))?.letter.content;
  const skipped = content?.kind === 'governance' ? content.skipped : 0;
  // Not noted as shown: should this update get lost, the next look at living posts repeats it. Else it is repeated once in vain.
  const replace = await governancePost(house, { project: id, post: letter }, skipped);
  const unread = questions.filter(({ key }) => readings.get(key)?.reading.ok === false);
  return {
    ...(replace ? { replace } : {}),
    messages: [
      ...(unread.length > 0 ? [notRead(turn, unread)] : []),
      ...(notices.length > 0 ? [notAsked(turn, notices)] : []),
    ],
  };
}

function notRead({ caller }: Turn, unread: readonly Question[]): NoticeReply {
  return problem(`I could not read an answer of ${caller.name}`, [
    ...unread.map(({ label, answer }) =>
      'example' in answer && answer.example ? `${label}: for example ${answer.example}` : label,
    ),
    'Please try again on the post above.',
  ]);
}

/** Whom they named is for nobody else to read. */
function notAsked({ caller }: Turn, notices: readonly NoticeReply[]): NoticeReply {
  return problem(`I do not know whom to ask in the place of ${caller.name}`, [
    ...notices.flatMap(({ lines }) => lines.slice(0, 1)),
    `${caller.name}, say it once more in a chat with me, with the whole name.`,
  ]);
}

const seen = (house: House, project: Project) => ({
  project,
  applications: project.applications,
  today: todayOf(house),
});

/** *Answer in private chat*: whoever taps finds a message there, with a way into the interview. */
export async function answerInPrivate(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'answer-in-private' }>,
): Promise<Outcome> {
  const { caller } = turn;
  const project = await projectFor(house, caller, command.project);
  if (!project) return say(goneNotice());
  await memberOf(house, project, caller);
  const integration = await someIntegration(house, project);
  if (!integration)
    return say(
      notice('There is nothing to ask in private yet', [`${project.name} has no integrations.`], 'add'),
    );
  const word = `interview ${integration}`;
  await post(house, [
    {
      id: `answer-in-private/${markOf(caller.id)}/${turn.id}`,
      project: project.id,
      to: { kind: 'person', tenant: caller.tenant, id: caller.id, name: caller.name },
      about: 'A way into an interview',
      content: {
        kind: 'notice',
        title: 'Questions of governance',
        lines: [
          `You asked for them in a channel of ${project.name}. They are part of the interview about ${integration}.`,
          'Ten questions at most. “I don’t know” and “somebody else knows” are good answers too.',
        ],
        buttons: [{ title: 'Start', say: word }],
      },
      urgency: 'at-once',
    },
  ]);
  return say(
    notice(`${caller.name}, I write to you in private`, [
      `Where nothing arrives, open a chat with me and send: ${word}`,
    ]),
  );
}

/** One through which the open questions are met: about the project, and about an application nobody has answered for. */
async function someIntegration({ store }: House, project: Project): Promise<string | undefined> {
  const integrations = await listIntegrations(store, project.id);
  const isSaid = (id: string | undefined) =>
    project.applications.some(
      (each) => each.id === id && each.answers.some(({ by }) => by.kind === 'person'),
    );
  const [first] = integrations;
  const fresh = integrations.find((integration) =>
    vantageOf(project, integration).applications.some(({ id }) => !isSaid(id)),
  );
  return (fresh ?? first)?.name;
}
