/** The differences of a project, and who of its people may look at one. */
import { type Difference, differencesOf } from '../../core/judgement/differences.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import type { Member, Project } from '../../core/landscape/landscape.ts';
import { isTrusted } from '../../core/landscape/trust.ts';
import { guarded } from '../guarded.ts';
import type { House } from '../house.ts';
import { todayOf } from '../today.ts';
import { type JudgedProject, judgeProject } from './judge-project.ts';

interface Known extends JudgedProject {
  readonly differences: readonly Difference[];
}

/** What was judged once and has not changed since is compared once. */
const latest = new WeakMap<readonly Finding[], readonly Difference[]>();

export async function differencesIn(house: House, project: Project): Promise<Known> {
  const judged = await judgeProject(house, project);
  return { ...judged, differences: differencesAmong(house, project, judged) };
}

export function differencesAmong(
  house: House,
  project: Project,
  { integrations, findings }: JudgedProject,
): readonly Difference[] {
  const { content, calculations } = house;
  const differences =
    latest.get(findings) ?? differencesOf(content, calculations, project, integrations, todayOf(house));
  latest.set(findings, differences);
  return differences;
}

export function isVoice({ voices }: Difference, person: string): boolean {
  return voices.some(({ answer: { by } }) => by.kind === 'person' && by.id === person);
}

export function isGuarded(difference: Difference, project: Project, member: Member): boolean {
  return (
    guarded.has(difference.question.topic) &&
    !isVoice(difference, member.id) &&
    !isTrusted(project, member.id)
  );
}
