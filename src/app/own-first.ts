/**
 * Nobody is shown what others said to a question that is compared before they have given their own answer: who has read
 * one answer gives no second one.
 */
import { newestPerSpeaker, type Subject, subjectKey } from '../core/interview/answer.ts';
import { canKnow, type Interviewee } from '../core/interview/interview.ts';
import type { QuestionKey } from '../core/interview/topic.ts';
import type { Evidence, Finding } from '../core/judgement/finding.ts';
import { holding, settlementsIn } from '../core/judgement/settlement.ts';
import type { Integration, Member, Project } from '../core/landscape/landscape.ts';
import { listIntegrations } from './documents.ts';
import type { House, Turn } from './house.ts';

/** Whether the reader has yet to give an answer of their own. */
export type Owes = (question: QuestionKey, subject: Subject) => boolean;

/** For the caller, or for nobody in particular where they are no member. */
export async function owedBy(house: House, { caller }: Turn, project: Project): Promise<Owes> {
  const member = project.people.find(({ id }) => id === caller.id);
  const integrations = await listIntegrations(house.store, project.id);
  return owing(house, project, integrations, member ?? { id: caller.id, name: caller.name, roles: [] });
}

export function owing(
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
export function ownFirst(finding: Finding, owes: Owes): Finding {
  const hides = ({ question, subject }: Pick<Evidence, 'question' | 'subject'>) => owes(question, subject);
  const { because, waitingFor } = finding;
  if (!because.some(hides) && !waitingFor.some((each) => each.was && hides(each))) return finding;
  return {
    ...finding,
    because: withheld(because, hides),
    waitingFor: waitingFor.map(({ was, ...each }) => (was && !hides(each) ? { ...each, was } : each)),
    // The arithmetic shows the numbers that went into it, and what makes it worse is an answer, too.
    working: [],
    reasoning: [],
  };
}

/** One line for each question, with how many answered it. */
function withheld(because: readonly Evidence[], hides: (each: Evidence) => boolean): readonly Evidence[] {
  const shown: Evidence[] = [];
  for (const each of because) {
    const { question, label, subject, about, at } = each;
    if (!hides(each)) {
      shown.push(each);
      continue;
    }
    const same = because.filter(
      (other) => other.question === question && subjectKey(other.subject) === subjectKey(subject),
    );
    if (same[0] !== each) continue;
    const nobody = { said: { kind: 'passed' }, words: '', by: { kind: 'person', id: '', name: '' } } as const;
    shown.push({ question, label, subject, about, at, ...nobody, withheld: same.length });
  }
  return shown;
}
