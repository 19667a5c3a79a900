/** A page as a reply: the questions with what is known about them, and the read-only form after use. */
import {
  type Answer,
  newestPerSpeaker,
  type Said,
  type Subject,
  sameSaid,
} from '../../core/interview/answer.ts';
import { inWords } from '../../core/interview/answer-words.ts';
import type { Page } from '../../core/interview/interview.ts';
import { type Interviewee, isBy } from '../../core/interview/interviewee.ts';
import { unsureMark } from '../../core/interview/read-answer.ts';
import type { Question, QuestionKey } from '../../core/interview/topic.ts';
import {
  answersAbout,
  endName,
  fillNames,
  type Integration,
  type Project,
  subjectName,
  type Vantage,
} from '../../core/landscape/landscape.ts';
import type { House } from '../house.ts';
import type { IntegrationName } from '../project/project-reply.ts';
import type { PageRef } from './interview-command.ts';
import type { About, NotedLine, NotedReply, PageQuestion, PageReply } from './interview-reply.ts';

export function nameOf(project: Project, integration: Integration): IntegrationName {
  return {
    project: project.id,
    id: integration.id,
    name: integration.name,
    source: endName(integration.source, project),
    target: endName(integration.target, project),
  };
}

export function aboutSubject(vantage: Vantage, subject: Subject): About {
  const name = subjectName(vantage, subject);
  if (subject.scope !== 'integration' || !vantage.integration) return { scope: subject.scope, name };
  const { source, target } = nameOf(vantage.project, vantage.integration);
  return { scope: subject.scope, name, source, target };
}

/** What was typed and could not be taken yet, by question, so that nothing of it is lost; and what is wrong with it. */
export type Problems = ReadonlyMap<QuestionKey, { readonly typed: string; readonly why?: string }>;

export interface Shown {
  readonly subject: Subject;
  readonly questions: readonly Question[];
  readonly progress?: Page['progress'];
  readonly back: boolean;
  readonly correction: boolean;
  readonly problems?: Problems;
  readonly aside?: PageReply['aside'];
}

export function pageReply(house: House, vantage: Vantage, who: Interviewee, shown: Shown): PageReply {
  const { subject, questions, progress, back, correction, problems, aside } = shown;
  const answers = answersAbout(vantage, subject);
  return {
    kind: 'page',
    ref: {
      project: vantage.project.id,
      integration: who.integration.id,
      subject,
      questions: questions.map(({ key }) => key),
      turn: house.newId(),
      correction,
    },
    about: aboutSubject(vantage, subject),
    heading: headingOf(house, questions, correction ? [] : answers),
    ...(progress ? { progress } : {}),
    questions: questions.map((question) =>
      pageQuestion(house, question, vantage, subject, who, answers, problems),
    ),
    back,
    reasons: house.content.reasons,
    ...(aside ? { aside } : {}),
  };
}

function pageQuestion(
  house: House,
  question: Question,
  vantage: Vantage,
  subject: Subject,
  who: Interviewee,
  answers: readonly Answer[],
  problems: Problems | undefined,
): PageQuestion {
  const newest = newestPerSpeaker(answers, question.key);
  const own = newest.find((answer) => isBy(answer, who) && answer.said.kind !== 'passed');
  const suggested = own ? undefined : newest.findLast(({ by }) => by.kind === 'file');
  const problem = problems?.get(question.key);
  const filled = problem?.typed ?? fillIn((own ?? suggested)?.said);
  const file = suggested?.by.kind === 'file' ? suggested.by.name : undefined;
  return {
    key: question.key,
    label: question.label,
    ask: fillNames(question.ask, vantage, subject),
    why: fillNames(question.why, vantage, subject),
    shape: question.answer,
    ...(filled === undefined ? {} : { filled }),
    ...(file && !problem ? { fromFile: file } : {}),
    ...(problem?.why ? { problem: problem.why } : {}),
    ...(own?.said.kind === 'not-applicable'
      ? { standing: inWords(question, own.said, house.content.reasons) }
      : {}),
  };
}

/** An answer as its input holds it. */
export function fillIn(said: Said | undefined): string | undefined {
  if (said?.kind === 'unsure') return unsureMark;
  if (said?.kind === 'referred') return `ask ${said.to}`;
  if (said?.kind === 'not-applicable') return undefined;
  if (said?.kind !== 'value') return undefined;
  if (said.words) return said.words;
  const { value } = said;
  switch (value.type) {
    case 'choice':
      return value.option;
    case 'multi':
      return value.options.join(',');
    case 'number':
      return value.low === value.high ? String(value.low) : `${value.low}-${value.high}`;
    case 'date':
      return value.date;
    case 'people':
      return value.names.join(', ');
    case 'text':
      return value.text;
  }
}

/** The used page: what stands on file now for each of its questions, and what stood there `before` it was used. */
export function notedReply(
  house: House,
  vantage: Vantage,
  who: Interviewee,
  ref: PageRef,
  before: Vantage,
  changed: Pick<NotedReply, 'raised' | 'cleared' | 'lapsed'>,
): NotedReply {
  const questions = ref.questions.flatMap((key) => house.content.question.get(key) ?? []);
  const answers = answersAbout(vantage, ref.subject);
  const earlier = (key: QuestionKey) => ownAnswer(answersAbout(before, ref.subject), key, who);
  return {
    kind: 'noted',
    ref,
    about: aboutSubject(vantage, ref.subject),
    heading: headingOf(house, questions, ref.correction ? [] : answers),
    lines: questions.map((question) => {
      const was = earlier(question.key);
      const line = notedLine(house, question, answers, who);
      const now = ownAnswer(answers, question.key, who);
      if (!was || (now && sameSaid(now.said, was.said))) return line;
      return { ...line, was: { words: inWords(question, was.said, house.content.reasons), at: was.at } };
    }),
    unchanged:
      ref.correction &&
      questions.every(({ key }) => {
        const [was, now] = [earlier(key), ownAnswer(answers, key, who)];
        return was && now && sameSaid(was.said, now.said);
      }),
    ...changed,
  };
}

function ownAnswer(answers: readonly Answer[], key: QuestionKey, who: Interviewee): Answer | undefined {
  return newestPerSpeaker(answers, key).find((answer) => isBy(answer, who) && answer.said.kind !== 'passed');
}

export function notedLine(
  house: House,
  question: Question,
  answers: readonly Answer[],
  who: Interviewee,
): NotedLine {
  const newest = newestPerSpeaker(answers, question.key);
  const said: Said = newest.find((answer) => isBy(answer, who))?.said ?? { kind: 'passed' };
  const words = inWords(question, said, house.content.reasons);
  const suggested = newest.findLast(({ by }) => by.kind === 'file');
  const confirmed =
    suggested !== undefined &&
    said.kind === 'value' &&
    inWords(question, suggested.said) === inWords(question, said);
  return { question: question.key, label: question.label, words, kind: said.kind, confirmed };
}

/** What a file says is confirmed whatever topic it is of. */
function headingOf(house: House, questions: readonly Question[], answers: readonly Answer[]): string {
  const isOnFile = ({ key }: Question) =>
    answers.some(({ question, by }) => question === key && by.kind === 'file');
  return questions.every(isOnFile) ? 'What the imported file says' : topicTitle(house, questions[0]?.topic);
}

export function topicTitle(house: House, topic: string | undefined): string {
  return house.content.topics.find(({ id }) => id === topic)?.title ?? '';
}
