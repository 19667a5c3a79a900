/** What one person can still say about one thing, whoever else could say it as well. */
import type { Calculation } from '../judgement/calculation.ts';
import { survey } from '../judgement/survey.ts';
import { type Integration, type Member, type Project, vantageOf } from '../landscape/landscape.ts';
import { type Subject, subjectKey } from './answer.ts';
import { isOpen } from './interviewee.ts';
import type { Content } from './topic.ts';
import { type Wanted, wantedKey } from './wanted.ts';

/** Core questions first, the thing itself before what it touches. */
export function openFor(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
  member: Member,
  about: Exclude<Subject, { readonly scope: 'project' }>,
  since: string,
): Wanted[] {
  const found = new Map<string, { readonly wanted: Wanted; readonly rank: number }>();
  for (const integration of integrations) {
    if (!touches(integration, about)) continue;
    const who = { member, integration, since, roles: content.roles };
    const { standings } = survey(content, calculations, vantageOf(project, integration));
    for (const standing of standings) {
      const { question, subject } = standing;
      if (subject.scope === 'project' || !isOpen(standing, who)) continue;
      const own = subjectKey(subject) === subjectKey(about);
      // What hangs on the application's neighbours is asked of those.
      if (subject.scope === 'application' && about.scope === 'application' && !own) continue;
      const wanted = { question: question.key, about: subjectKey(subject), via: integration.id };
      const rank = (own ? 0 : 2) + (question.core ? 0 : 1);
      if (!found.has(wantedKey(wanted))) found.set(wantedKey(wanted), { wanted, rank });
    }
  }
  return [...found.values()].sort((one, other) => one.rank - other.rank).map(({ wanted }) => wanted);
}

function touches(
  { id, source, target }: Integration,
  about: Exclude<Subject, { scope: 'project' }>,
): boolean {
  return about.scope === 'integration'
    ? id === about.id
    : source.application === about.id || target.application === about.id;
}
