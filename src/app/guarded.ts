/** Of these topics a shared conversation hears only how many risks there are, and what was said is not for everybody. */
import type { Project } from '../core/landscape/landscape.ts';
import { isOnlyGiven, roleKey } from '../core/landscape/roles.ts';
import type { Turn } from './house.ts';
import { notice } from './notices.ts';
import { managersOf } from './reminder/addressing.ts';
import type { NoticeReply } from './reply.ts';

export const guarded: ReadonlySet<string> = new Set(['sensitive-data']);

/** Whether what is said about a topic may be heard where the caller speaks. */
export function mayHear({ caller }: Turn, topic: string): boolean {
  return caller.conversation.kind === 'personal' || !guarded.has(topic);
}

/** Beside those who said it: who leads the project, and who guards its data. */
const trusted: ReadonlySet<string> = new Set([
  'project-manager',
  'integration-architect',
  'security',
  'data-protection',
]);

/** Whether what others said about protecting data is for this person. */
export function isTrusted(project: Project, person: string): boolean {
  const member = project.people.find(({ id }) => id === person);
  return (
    managersOf(project).some(({ id }) => id === person) ||
    // What somebody else says a person is opens nothing to that person before they have said yes.
    (member?.roles.some((held) => trusted.has(roleKey(held)) && !isOnlyGiven(held)) ?? false)
  );
}

export function guardedNotice(word: string): NoticeReply {
  return notice('This is not for a shared conversation', [
    'It is about how data is protected.',
    `Open a chat with me and send: ${word}`,
  ]);
}
