/** The plan as it is shown: whom it asks what, what nobody can answer, and what to do about that. */
import { subjectKey } from '../../core/interview/answer.ts';
import { minutesFor } from '../../core/interview/interview.ts';
import type { Open } from '../../core/interview/open-questions.ts';
import { wantedOf } from '../../core/interview/wanted.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { isManager, managersOf } from '../../core/landscape/trust.ts';
import type { House, Turn } from '../house.ts';
import { button } from '../notices.ts';
import type { PlanReply } from './plan-reply.ts';
import { lettersFor, type Planned } from './planning.ts';
import { roleInWords } from './role-words.ts';
import { thingsOf } from './things.ts';

const perPage = 8;

export function planReply(
  house: House,
  turn: Turn,
  project: Project,
  planned: Planned,
  wanted: number,
): PlanReply {
  const { parts, nobody, integrations, week } = planned;
  const pages = Math.max(1, Math.ceil(parts.length / perPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const manages = isManager(project, turn.caller.id);
  const send = lettersFor(turn, project, planned).length;
  const asking = parts.filter(({ now }) => now.length > 0);
  return {
    kind: 'plan',
    project: { id: project.id, name: project.name },
    week,
    people: parts
      .slice((page - 1) * perPage, page * perPage)
      .map(({ member, now, later, before, isForgotten }) => ({
        name: member.name,
        roles: member.roles.map((held) => roleInWords(house.content, project, integrations, held)),
        questions: now.length,
        minutes: minutesFor(now.length),
        topics: thingsOf(now.length > 0 ? now.map(wantedOf) : [], project, integrations),
        later: later.length,
        ...(before.questions > 0 ? { asked: before } : {}),
        ...(isForgotten ? { isForgotten } : {}),
        isReader: member.id === turn.caller.id,
      })),
    total: { people: asking.length, questions: asking.reduce((sum, { now }) => sum + now.length, 0) },
    page,
    pages,
    nobody: missing(house, project, integrations, nobody),
    ...(manages ? (send > 0 ? { send } : insteadOf(turn, planned)) : {}),
    managers: manages ? [] : managersOf(project).map(({ name }) => name),
  };
}

/** Where there is nobody to ask, what whoever manages the project can do. */
function insteadOf({ caller }: Turn, { parts, nobody }: Planned): Pick<PlanReply, 'instead'> {
  const isOwn = parts.some(({ member, now }) => member.id === caller.id && now.length > 0);
  if (isOwn) return { instead: { what: 'These are yours to answer.', button: button('continue') } };
  if (parts.some(({ before }) => before.questions > 0))
    return {
      instead: {
        what: 'All who can answer have been asked this week.',
        button: { title: 'What came of it', command: { do: 'participation', page: 1 } },
      },
    };
  if (nobody.length === 0) return {};
  const what =
    'I do not know yet who could answer. Say who does what, such as “Dana is the developer”, and let them write to me once.';
  return { instead: { what, button: button('people') } };
}

/** By the role that is placed best to know; where people were tried, they said that they do not. */
function missing(
  house: House,
  project: Project,
  integrations: readonly Integration[],
  nobody: readonly Open[],
): PlanReply['nobody'] {
  const byRole = new Map<string, Open[]>();
  for (const open of nobody) {
    const [role = ''] = open.question.roles;
    byRole.set(role, [...(byRole.get(role) ?? []), open]);
  }
  return [...byRole]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([role, open]) => ({
      role,
      title: house.content.roles.find(({ id }) => id === role)?.title ?? role,
      questions: open.length,
      topics: thingsOf(
        open.map(({ subject }) => ({ about: subjectKey(subject) })),
        project,
        integrations,
      ),
      outside: [...new Set(open.flatMap(({ outside }) => outside))],
    }));
}
