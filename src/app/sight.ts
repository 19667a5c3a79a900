/**
 * What a reader may see of what others said. Two rules: to a question that is compared, whoever has read one answer gives
 * no second one, so their own comes first; and what is said about protecting data is for those who are trusted with it.
 */
import { newestPerSpeaker, type Speaker, type Subject, subjectKey } from '../core/interview/answer.ts';
import { canKnow, type Interviewee } from '../core/interview/interviewee.ts';
import type { QuestionKey } from '../core/interview/topic.ts';
import type { Evidence, Finding, Withheld } from '../core/judgement/finding.ts';
import { holding, settlementsIn } from '../core/judgement/settlement.ts';
import type { Integration, Member, Project } from '../core/landscape/landscape.ts';
import { isTrusted } from '../core/landscape/trust.ts';
import type { Cause } from '../core/register/cause.ts';
import { listIntegrations } from './documents.ts';
import { guarded } from './guarded.ts';
import type { House, Turn } from './house.ts';

/** Why the reader does not see what was said there; `by`: what this one said. Nothing where they may. */
export type Hides = (question: QuestionKey, subject: Subject, by?: Speaker) => Withheld['why'] | undefined;

/** For the caller, or for nobody in particular where they are no member. */
export async function hiddenFrom(house: House, { caller }: Turn, project: Project): Promise<Hides> {
  const member = project.people.find(({ id }) => id === caller.id);
  const integrations = await listIntegrations(house.store, project.id);
  return hiding(house, project, integrations, member ?? { id: caller.id, name: caller.name, roles: [] });
}

export function hiding(
  house: House,
  project: Project,
  integrations: readonly Integration[],
  member: Member,
): Hides {
  const owes = owing(house, project, integrations, member);
  const trusted = isTrusted(project, member.id);
  return (question, subject, by) => {
    const topic = house.content.question.get(question)?.topic ?? '';
    const own = by?.kind === 'person' && by.id === member.id;
    if (guarded.has(topic) && !trusted && !own) return 'guarded';
    return owes(question, subject) ? 'own-first' : undefined;
  };
}

type Owes = (question: QuestionKey, subject: Subject) => boolean;

/** Whether the reader has yet to give an answer of their own. */
function owing(
  { content }: House,
  project: Project,
  integrations: readonly Integration[],
  member: Member,
): Owes {
  const known = new Map<string, boolean>();
  const places = new Map(integrations.map((each) => [each.id, each]));
  const owes: Owes = (key, subject) => {
    const question = content.question.get(key);
    if (!question || question.compare.length === 0) return false;
    const integration = subject.scope === 'integration' ? places.get(subject.id) : undefined;
    const here =
      subject.scope === 'application'
        ? project.applications.find(({ id }) => id === subject.id)
        : (integration ?? project);
    if (!here) return false;
    // What was settled between people is no answer of one of them.
    const settled = settlementsIn((integration ?? project).deeds)
      .get(subjectKey(subject))
      ?.get(key);
    if (holding(settled, question.answer, newestPerSpeaker(here.answers, key))) return false;
    const spoke = here.answers.some(
      ({ question: each, by, said }) =>
        each === key && by.kind === 'person' && by.id === member.id && said.kind !== 'passed',
    );
    return (
      !spoke &&
      around(subject, integrations, places).some((each) => {
        const who: Interviewee = { member, integration: each, since: '', roles: content.roles };
        return canKnow(question, subject, who);
      })
    );
  };
  return (question, subject) => {
    const key = `${question}@${subjectKey(subject)}`;
    const found = known.get(key) ?? owes(question, subject);
    known.set(key, found);
    return found;
  };
}

/** The integrations in which somebody may be asked about it. */
function around(
  subject: Subject,
  integrations: readonly Integration[],
  places: ReadonlyMap<string, Integration>,
): readonly Integration[] {
  if (subject.scope === 'project') return integrations;
  if (subject.scope === 'integration') return [places.get(subject.id) ?? []].flat();
  return integrations.filter(
    ({ source, target }) => source.application === subject.id || target.application === subject.id,
  );
}

/** The finding as the reader may see it. What was settled between people is no answer of one of them. */
export function asSeen(finding: Finding, hides: Hides): Finding {
  const why = ({
    question,
    subject,
    by,
  }: Pick<Evidence, 'question' | 'subject'> & { readonly by?: Speaker }) => hides(question, subject, by);
  const { because, waitingFor } = finding;
  if (!because.some(why) && !waitingFor.some((each) => each.was && why(each))) return finding;
  return {
    ...finding,
    because: withheld(because, why),
    waitingFor: waitingFor.map(({ was, ...each }) => (was && !why(each) ? { ...each, was } : each)),
    // The arithmetic shows the numbers that went into it, and what makes it worse is an answer, too.
    working: [],
    reasoning: [],
  };
}

/** One line for each question, with how many answered it. */
function withheld(
  because: readonly Evidence[],
  why: (each: Evidence) => Withheld['why'] | undefined,
): readonly Evidence[] {
  const shown: Evidence[] = [];
  for (const each of because) {
    const { question, label, subject, about, at } = each;
    const reason = why(each);
    if (!reason) {
      shown.push(each);
      continue;
    }
    const same = because.filter(
      (other) =>
        other.question === question && subjectKey(other.subject) === subjectKey(subject) && why(other),
    );
    if (same[0] !== each) continue;
    const nobody = { said: { kind: 'passed' }, words: '', by: { kind: 'person', id: '', name: '' } } as const;
    const answers = same.length;
    shown.push({ question, label, subject, about, at, ...nobody, withheld: { answers, why: reason } });
  }
  return shown;
}

/** Whether what was said there is for the reader not to see. */
export const isHidden = (cause: Cause, hides: Hides): boolean =>
  (cause.kind === 'answer' || cause.kind === 'stale') && hides(cause.question, cause.subject) !== undefined;
