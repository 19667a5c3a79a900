import type { StartReply } from '../app/interview/interview-reply.ts';
import { aboutIntegration } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { counted, inWords, sentenceCase } from './counting.ts';
import type { Wording } from './wording.ts';

export interface StartData {
  readonly speak: string;
  readonly about: string;
  readonly length: string;
  readonly topics: string;
  /** What comes first. */
  readonly first: string;
  readonly roleStyle: 'expanded' | 'compact';
  readonly role: string;
  readonly roles: readonly { readonly title: string; readonly value: string }[];
  readonly actions: readonly ExecuteAction[];
}

const mostRadios = 5;
/** As long as a sitting is at most. */
const sittingLength = 10;

export function startData(reply: StartReply, wording: Wording): StartData {
  const { project, id: integration } = reply.integration;
  const length = lengthOf(reply);
  return {
    speak: wording.spoken(`Interview about ${reply.integration.name}. ${length}`),
    about: aboutIntegration(reply.integration, wording),
    length,
    topics: reply.topics.length > 0 ? `Topics: ${wording.run(reply.topics.join(' · '))}` : '',
    first: [askedByName(reply), earlier(reply), fromFile(reply)].filter(Boolean).join(' '),
    roleStyle: reply.roles.length <= mostRadios ? 'expanded' : 'compact',
    role: reply.role ?? '',
    roles: reply.roles.map(({ title, value }) => ({ title: wording.plain(title), value })),
    actions: [
      tap('Start', { do: 'begin', project, integration }, { primary: true }),
      tap('Not now', { do: 'integrations', page: 1 }, { withoutInputs: true }),
    ],
  };
}

/** What is asked depends on who somebody is here, and an answer may lead to another question: a promise is the most it can be. */
function lengthOf({ questions, minutes, role, old }: StartReply): string {
  if (questions === 0) return old > 0 ? 'No new questions for you here' : 'No open questions for you here';
  const length = `About ${counted(Math.max(1, minutes), 'minute')}`;
  if (role === undefined) return `${length}, ten questions at most`;
  return `${length}, ${counted(questions, 'question')}${questions < sittingLength ? ' or a few more' : ''}`;
}

function askedByName({ asked, questions }: StartReply): string {
  const wanted = Math.min(asked, questions);
  if (wanted === 0) return '';
  return `It begins with ${wanted === 1 ? 'the question' : `the ${counted(wanted, 'question')}`} you were asked by name.`;
}

/** Nobody is asked the same again. */
function earlier({ old }: StartReply): string {
  if (old === 0) return '';
  return old === 1
    ? 'One of your earlier answers is only to be confirmed.'
    : `${sentenceCase(inWords(old))} of your earlier answers are only to be confirmed.`;
}

function fromFile({ fromFile: count, role }: StartReply): string {
  if (count === 0) return '';
  if (role === undefined) {
    const answers = count === 1 ? 'one answer' : `${inWords(count)} answers`;
    return `The imported file suggests ${answers}; whoever is asked only confirms them.`;
  }
  return count === 1
    ? 'One answer stands in the imported file already; you only confirm it.'
    : `${sentenceCase(inWords(count))} answers stand in the imported file already; you only confirm them.`;
}
