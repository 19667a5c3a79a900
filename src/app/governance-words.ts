/** What a channel is told of governance: which questions are open, by who could answer them. */
import { subjectKey } from '../core/interview/answer.ts';
import type { Question, RoleId } from '../core/interview/topic.ts';
import { type Standing, surveyor } from '../core/judgement/survey.ts';
import { type Project, vantages } from '../core/landscape/landscape.ts';
import { holdersOf } from '../core/register/holders.ts';
import { listIntegrations, readProject } from './documents.ts';
import type { House } from './house.ts';
import type { Words } from './letter-words.ts';

const mostGroups = 6;
const mostLabels = 4;

/** Nothing, where nothing is open. No answer is quoted: a channel is no place for what somebody said in private. */
export async function governanceWords(house: House, id: string, skipped: number): Promise<Words | undefined> {
  const project = await readProject(house.store, id);
  if (!project) return undefined;
  const open = await openGovernance(house, project);
  const count = open.reduce((sum, { about }) => sum + about, 0);
  if (count === 0) return undefined;
  const stage = house.content.stages.find((each) => each.id === project.stage)?.title ?? project.stage;
  const times = skipped === 1 ? 'one time' : `${skipped} times`;
  return {
    title: count === 1 ? 'One question of governance is open' : `${count} questions of governance are open`,
    lines: [
      `${project.name}, stage ${stage}.`,
      ...byRole(open)
        .slice(0, mostGroups)
        .map(([role, asked]) => groupInWords(house, project, role, asked)),
      ...(skipped > 0 ? [`I was not running at ${times} before; they are skipped.`] : []),
      'Each of you can answer in a chat with me, a few minutes at a time. To end or change this, type: remind team',
    ],
    buttons: [{ title: 'What this gate needs', command: { do: 'gate', name: '' } }],
  };
}

interface Open {
  readonly question: Question;
  /** So many things it is open about. */
  readonly about: number;
}

/** On the core path, and answered by nobody: follow-ups come with the answers. */
async function openGovernance(house: House, project: Project): Promise<Open[]> {
  const { content, calculations, store } = house;
  const governance = new Set(
    content.topics.filter(({ area }) => area === 'governance').map((topic) => topic.id),
  );
  const [survey, vantage] = [surveyor(content, calculations, project), vantages(project)];
  const integrations = await listIntegrations(store, project.id);
  const seen = integrations.map((integration) => vantage(integration));
  const open = new Map<string, { question: Question; subjects: Set<string> }>();
  for (const each of seen.length > 0 ? seen : [{ project, applications: [] }])
    for (const standing of survey(each).standings) {
      const { question, subject } = standing;
      if (!governance.has(question.topic) || !question.core || !isUnanswered(standing)) continue;
      const known = open.get(question.key) ?? { question, subjects: new Set() };
      known.subjects.add(subjectKey(subject));
      open.set(question.key, known);
    }
  return [...open.values()].map(({ question, subjects }) => ({ question, about: subjects.size }));
}

function isUnanswered({ applies, answers }: Standing): boolean {
  return (
    applies === 'yes' && !answers.some(({ said }) => said.kind === 'value' || said.kind === 'not-applicable')
  );
}

/** Whoever has most to answer comes first. */
function byRole(open: readonly Open[]): [RoleId, Open[]][] {
  const groups = new Map<RoleId, Open[]>();
  for (const each of open) {
    const role = each.question.roles[0] ?? '';
    groups.set(role, [...(groups.get(role) ?? []), each]);
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}

function groupInWords({ content }: House, project: Project, role: RoleId, asked: readonly Open[]): string {
  const title = content.roles.find(({ id }) => id === role)?.title ?? 'Anybody';
  const holders = holdersOf(content, role, { scope: 'project' }, project).map(({ name }) => name);
  const who = holders.length > 0 ? `${title} (${holders.join(', ')})` : title;
  const labels = asked
    .slice(0, mostLabels)
    .map(({ question, about }) => (about > 1 ? `${question.label} (${about} times)` : question.label));
  const more = asked.length > mostLabels ? [`${asked.length - mostLabels} more`] : [];
  return `${who}: ${[...labels, ...more].join(' · ')}`;
}
