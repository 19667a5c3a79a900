/** What a channel is told of governance: which questions are open, and by whom they could be answered. */
import { subjectKey } from '../../core/interview/answer.ts';
import type { Question, RoleId } from '../../core/interview/topic.ts';
import { type Standing, surveyor } from '../../core/judgement/survey.ts';
import { fillNames, type Integration, type Project, vantages } from '../../core/landscape/landscape.ts';
import { holdersOf } from '../../core/landscape/roles.ts';
import { listIntegrations, readProject } from '../documents.ts';
import { guarded } from '../guarded.ts';
import type { House } from '../house.ts';
import type { PageQuestion } from '../interview/interview-reply.ts';
import { todayOf } from '../today.ts';
import type { GovernanceReply } from './reminder-reply.ts';

/** On one form in front of everybody. */
const mostHere = 3;

/** No answer is quoted: a channel is no place for what somebody said in private. */
export async function governancePost(
  house: House,
  ref: GovernanceReply['ref'],
  skipped: number,
): Promise<GovernanceReply | undefined> {
  const project = await readProject(house.store, ref.project);
  if (!project) return undefined;
  const { open, answered } = await governanceOf(house, project);
  return {
    kind: 'governance',
    ref,
    project: project.name,
    stage: house.content.stages.find(({ id }) => id === project.stage)?.title ?? project.stage,
    answered,
    open: open.reduce((sum, { about }) => sum + about, 0),
    groups: byRole(open).map(([role, asked]) => ({
      title: house.content.roles.find(({ id }) => id === role)?.title ?? 'Anybody',
      holders: holdersOf(house.content.roles, role, { subject: { scope: 'project' } }, project).map(
        ({ who }) => who,
      ),
      questions: asked.map(({ question: { label }, about, unsure }) => ({ label, about, unsure })),
    })),
    questions: open
      .map(({ question }) => question)
      .filter(isForAllToSee)
      .slice(0, mostHere)
      .map((question) => unfilled(question, project)),
    skipped,
  };
}

/** What is about one application or integration is asked where there is room to say which. */
export function isForAllToSee({ scope, topic }: Question): boolean {
  return scope === 'project' && !guarded.has(topic);
}

/** As nobody has answered it yet: what somebody said before stays theirs. */
function unfilled(question: Question, project: Project): PageQuestion {
  const { key, label, ask, why, answer } = question;
  const vantage = { project, applications: [] };
  const named = (text: string) => fillNames(text, vantage, { scope: 'project' });
  return { key, label, ask: named(ask), why: named(why), shape: answer };
}

interface Open {
  readonly question: Question;
  /** So many things it is open about. */
  readonly about: number;
  readonly unsure: number;
}

/** On the core path: follow-ups come with the answers. */
export async function governanceOf(house: House, project: Project) {
  const { content, store } = house;
  const governance = new Set(
    content.topics.filter(({ area }) => area === 'governance').map((topic) => topic.id),
  );
  const integrations = await listIntegrations(store, project.id);
  const open = new Map<string, { question: Question; subjects: Set<string>; unsure: Set<string> }>();
  const answered = new Set<string>();
  for (const standing of standingsIn(house, project, integrations)) {
    const { question, subject, applies, answers } = standing;
    if (!governance.has(question.topic) || !question.core || applies !== 'yes') continue;
    if (isAnswered(standing)) {
      answered.add(`${question.key}@${subjectKey(subject)}`);
      continue;
    }
    const known = open.get(question.key) ?? { question, subjects: new Set(), unsure: new Set() };
    known.subjects.add(subjectKey(subject));
    for (const { said, by } of answers)
      if (said.kind === 'unsure' && by.kind === 'person') known.unsure.add(by.id);
    open.set(question.key, known);
  }
  const inAll = [...open.values()].map(
    ({ question, subjects, unsure }): Open => ({ question, about: subjects.size, unsure: unsure.size }),
  );
  return { open: inAll, answered: answered.size, integrations };
}

/** The project and the applications that exchange data; each integration only where something is asked about each. */
function* standingsIn(
  house: House,
  project: Project,
  integrations: readonly Integration[],
): Generator<Standing> {
  const { content, calculations } = house;
  const survey = surveyor(content, calculations, project);
  const ends = new Set(
    integrations.flatMap(({ source, target }) => [source.application, target.application]),
  );
  const applications = project.applications.filter(({ id }) => ends.has(id));
  yield* survey({ project, applications, today: todayOf(house) }).standings;
  const asksEach = content.topics.some(
    ({ area, questions }) =>
      area === 'governance' && questions.some(({ core, scope }) => core && scope === 'integration'),
  );
  if (!asksEach) return;
  const vantage = vantages(project, todayOf(house));
  for (const integration of integrations)
    yield* survey(vantage(integration)).standings.filter(({ subject }) => subject.scope === 'integration');
}

function isAnswered({ answers }: Standing): boolean {
  return answers.some(({ said }) => said.kind === 'value' || said.kind === 'not-applicable');
}

function byRole(open: readonly Open[]): [RoleId, Open[]][] {
  const groups = new Map<RoleId, Open[]>();
  for (const each of open) {
    const role = each.question.roles[0] ?? '';
    groups.set(role, [...(groups.get(role) ?? []), each]);
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}
