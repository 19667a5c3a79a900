/** Which answers a change makes old: of the questions that it touches, about what has changed and what hangs on it. */
import { newestPerSpeaker, type Subject, subjectKey } from '../interview/answer.ts';
import { ageing } from '../interview/staleness.ts';
import type { Change, Content, Question } from '../interview/topic.ts';
import type { Integration, Project } from '../landscape/landscape.ts';

export interface Reopened {
  readonly subject: Subject;
  readonly question: Question;
  readonly by: { readonly id: string; readonly name: string };
}

/** An application takes the integrations along that it is an end of; answers that are old already stay as they are. */
export function reopening(
  content: Content,
  project: Project,
  integrations: readonly Integration[],
  about: Subject,
  change: Change,
): readonly Reopened[] {
  const ages = ageing(content, project);
  const places = [
    ...project.applications.map(({ id, answers }) => ({
      subject: { scope: 'application', id } as const,
      answers,
      isMeant: about.scope === 'application' && about.id === id,
    })),
    ...integrations.map(({ id, answers, source, target }) => ({
      subject: { scope: 'integration', id } as const,
      answers,
      isMeant:
        about.scope === 'integration'
          ? about.id === id
          : about.scope === 'application' && [source, target].some((end) => end.application === about.id),
    })),
  ];
  return places
    .filter(({ isMeant }) => isMeant)
    .flatMap(({ subject, answers }) =>
      change.questions.flatMap((key) => {
        const question = content.question.get(key);
        if (question?.scope !== subject.scope) return [];
        return newestPerSpeaker(answers, key).flatMap((answer): Reopened[] => {
          const { by, said } = answer;
          const counts = said.kind === 'value' || said.kind === 'not-applicable';
          if (by.kind !== 'person' || !counts || ages.of(answer, question, subject)) return [];
          return [{ subject, question, by: { id: by.id, name: by.name } }];
        });
      }),
    );
}

/** Each person with what they are asked to confirm, whoever has most first. */
export function byPerson(
  reopened: readonly Reopened[],
): readonly { readonly by: Reopened['by']; readonly answers: readonly Reopened[] }[] {
  const people = new Map<string, { by: Reopened['by']; answers: Reopened[] }>();
  for (const each of reopened) {
    const known = people.get(each.by.id);
    if (known) known.answers.push(each);
    else people.set(each.by.id, { by: each.by, answers: [each] });
  }
  return [...people.values()].sort((one, other) => other.answers.length - one.answers.length);
}

export function didChange(
  about: Subject,
  change: Change,
  reopened: readonly Reopened[],
  note: string,
): {
  readonly kind: 'changed';
  readonly about: string;
  readonly change: string;
  readonly note?: string;
  readonly questions: readonly string[];
  readonly subjects: readonly string[];
} {
  return {
    kind: 'changed',
    about: subjectKey(about),
    change: change.id,
    ...(note ? { note } : {}),
    questions: [...new Set(reopened.map(({ question }) => question.key))],
    subjects: [...new Set(reopened.map(({ subject }) => subjectKey(subject)))],
  };
}
