/** Who is asked, what this person can know, and what of it is open. */
import type { Standing } from '../judgement/survey.ts';
import type { Integration, Member } from '../landscape/landscape.ts';
import { holdsRole } from '../landscape/roles.ts';
import type { Answer, Subject } from './answer.ts';
import type { Question, Role } from './topic.ts';
import type { Wanted } from './wanted.ts';

export interface Interviewee {
  readonly member: Member;
  readonly roles: readonly Role[];
  /** The one they are interviewed about. */
  readonly integration: Integration;
  /** When the sitting began, ISO 8601. */
  readonly since: string;
  /** They said that they may know anything, whatever their roles. */
  readonly everything?: true;
  /** What somebody asked them for by name, in the order in which it is put to them; absent where nobody did. */
  readonly wanted?: readonly Pick<Wanted, 'question' | 'about'>[];
}

/** Put to this person, and not yet answered: by them, or by somebody else where one answer is enough. */
export function isOpen(standing: Standing, who: Interviewee): boolean {
  const { question, answers, applies } = standing;
  if (standing.settled) return false;
  if (applies !== 'yes' || !canKnow(question, standing.subject, who)) return false;
  const own = answers.find((answer) => isBy(answer, who));
  // What was left open in an earlier sitting is asked again; what was left open in this one is not.
  if (own && (own.said.kind !== 'passed' || own.at >= who.since)) return false;
  const held = answers.some(({ said }) => said.kind === 'value' || said.kind === 'not-applicable');
  return !held || comparedWith(question, standing.subject, who);
}

/** They have had it before them, in this sitting or an earlier one. */
export function isSeen({ answers }: Standing, who: Interviewee): boolean {
  return answers.some((answer) => isBy(answer, who));
}

/** What they have said to it in this sitting. To confirm what was said earlier is no question answered. */
export function saidSince({ answers }: Standing, who: Interviewee): Answer | undefined {
  return answers.find((answer) => isBy(answer, who) && answer.at >= who.since && !answer.confirms);
}

export function isBy(answer: Answer, who: Pick<Interviewee, 'member'>): boolean {
  return answer.by.kind === 'person' && answer.by.id === who.member.id;
}

export function canKnow(question: Question, subject: Subject, who: Interviewee): boolean {
  return isAskedAll(who) || question.roles.some((role) => holds(role, subject, who));
}

/** So is somebody without a role. */
function isAskedAll({ everything, member }: Interviewee): boolean {
  return everything === true || member.roles.length === 0;
}

function comparedWith(question: Question, subject: Subject, who: Interviewee): boolean {
  if (isAskedAll(who)) return question.compare.length > 0;
  return question.compare.some((role) => holds(role, subject, who));
}

function holds(role: string, subject: Subject, { member, roles, integration }: Interviewee): boolean {
  return holdsRole(member, role, { subject, integration }, roles);
}
