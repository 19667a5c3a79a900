/** The answers of a project in the order in which they came, by what they are about. */
import { type Answer, type Said, sameSaid, speakerKey, subjectKey } from '../interview/answer.ts';
import type { QuestionKey } from '../interview/topic.ts';
import type { Integration, Project } from '../landscape/landscape.ts';

/** `about`: a `subjectKey`. */
export type History = (about: string) => readonly Answer[];

export function historyOf(project: Project, integrations: readonly Integration[]): History {
  const { answers, applications } = project;
  const log = new Map<string, readonly Answer[]>([[subjectKey({ scope: 'project' }), answers]]);
  for (const { id, answers: said } of applications) log.set(subjectKey({ scope: 'application', id }), said);
  for (const { id, answers: said } of integrations) log.set(subjectKey({ scope: 'integration', id }), said);
  return (about) => log.get(about) ?? [];
}

/**
 * What was said about a question since then and differs from what the same person had said before. To confirm an answer
 * is no change, and neither is to leave a question open; what a file suggests counts for nothing.
 */
export function changesSince(answers: readonly Answer[], question: QuestionKey, at: string): Answer[] {
  const before = new Map<string, Said>();
  const changes: Answer[] = [];
  for (const answer of answers) {
    if (answer.question !== question || answer.by.kind !== 'person' || answer.said.kind === 'passed')
      continue;
    const speaker = speakerKey(answer.by);
    const last = before.get(speaker);
    if (answer.at > at && !(last && sameSaid(last, answer.said))) changes.push(answer);
    before.set(speaker, answer.said);
  }
  return changes;
}
