/** What a finding rests on, and what it waits for, as values to show. */
import { inWords } from '../interview/answer-words.ts';
import type { Ageing } from '../interview/staleness.ts';
import type { Content, DateId } from '../interview/topic.ts';
import type { Reason, Verdict } from './condition.ts';
import { roots } from './fact.ts';
import type { Evidence, Waiting } from './finding.ts';
import { those } from './those.ts';

export function evidenceOf({ fact, answer }: Reason, content: Content, ageing: Ageing): Evidence {
  const stale = ageing.of(answer, fact.question, fact.subject);
  return {
    question: fact.question.key,
    label: fact.question.label,
    subject: fact.subject,
    about: fact.about,
    said: answer.said,
    words: inWords(fact.question, answer.said, content.reasons),
    by: answer.by,
    at: answer.at,
    ...(stale ? { stale } : {}),
  };
}

/** All that was said has grown old: no assertion is made of it. */
export function isAllStale(because: readonly Evidence[]): boolean {
  const valued = those(because, ({ said }) => said.kind === 'value');
  return valued.length > 0 && valued.every(({ stale }) => stale !== undefined);
}

/** Whoever said it is asked whether it still holds. */
export function waitingForConfirmation(because: readonly Evidence[], content: Content): Waiting[] {
  const facts = new Map<string, Evidence[]>();
  for (const evidence of because) {
    if (!evidence.stale) continue;
    const key = `${evidence.question}@${evidence.about}`;
    facts.set(key, [...(facts.get(key) ?? []), evidence]);
  }
  return [...facts.values()].map((said) => {
    const newest = said.reduce((one, other) => (other.at > one.at ? other : one));
    const { question, label, subject, about, words, at } = newest;
    return {
      question,
      label,
      subject,
      about,
      roles: content.question.get(question)?.roles ?? [],
      named: [...new Set(said.map(({ by }) => by.name))],
      was: { words, at },
    };
  });
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
