/** What a finding rests on, and what it waits for, as values to show. */
import { inWords } from '../interview/answer-words.ts';
import type { Content, DateId } from '../interview/topic.ts';
import type { Reason, Verdict } from './condition.ts';
import { roots } from './fact.ts';
import type { Evidence, Waiting } from './finding.ts';

export function evidenceOf({ fact, answer }: Reason, content: Content): Evidence {
  return {
    question: fact.question.key,
    label: fact.question.label,
    subject: fact.subject,
    about: fact.about,
    said: answer.said,
    words: inWords(fact.question, answer.said, content.reasons),
    by: answer.by,
    at: answer.at,
  };
}

export function waitingOn(
  verdict: Pick<Verdict, 'waitingFor' | 'waitingForDates'>,
  content: Content,
): Waiting[] {
  const open = new Map(
    verdict.waitingFor.flatMap(roots).map((fact) => [`${fact.question.key}@${fact.about}`, fact]),
  );
  return [
    ...[...open.values()].map((fact) => ({
      question: fact.question.key,
      label: fact.question.label,
      subject: fact.subject,
      about: fact.about,
      roles: fact.question.roles,
      named: fact.answers.flatMap(({ said }) => (said.kind === 'referred' ? [said.to] : [])),
    })),
    ...verdict.waitingForDates.map((date) => waitingForDate(date, content)),
  ];
}

function waitingForDate(date: DateId, content: Content): Waiting {
  const title = content.dates.find((candidate) => candidate.id === date)?.title ?? date;
  return {
    question: `date:${date}`,
    label: `Date “${title}”`,
    subject: { scope: 'project' },
    about: 'the project plan',
    roles: ['project-manager'],
    named: [],
  };
}
