/** What routing spares people: who gets how many questions, against asking everybody what their role could know. */

import { subjectKey } from '../src/core/interview/answer.ts';
import { isOpen } from '../src/core/interview/interviewee.ts';
import { openQuestionsOf } from '../src/core/interview/open-questions.ts';
import { route } from '../src/core/interview/routing.ts';
import type { Content } from '../src/core/interview/topic.ts';
import type { Calculation } from '../src/core/judgement/calculation.ts';
import { survey } from '../src/core/judgement/survey.ts';
import { vantageOf } from '../src/core/landscape/landscape.ts';
import type { Staffed } from '../test/core/interview/routed-projects.ts';

export interface Loads {
  readonly integrations: number;
  readonly people: number;
  /** Questions that somebody is asked: the same in both cases. */
  readonly covered: number;
  readonly coveredByAll: number;
  /** Of the person who gets most. */
  readonly most: number;
  readonly mostOfAll: number;
  readonly answers: number;
  readonly answersOfAll: number;
}

export function loadsOf(
  content: Content,
  calculations: readonly Calculation[],
  { project, integrations }: Staffed,
): Loads {
  const { parts } = route(openQuestionsOf(content, calculations, project, integrations));
  const routed = parts.map(({ asks }) =>
    asks.map(({ question, subject }) => `${question.key}@${subjectKey(subject)}`),
  );
  const known = integrations.map((integration) => ({
    integration,
    standings: survey(content, calculations, vantageOf(project, integration)).standings,
  }));
  const all = project.people
    .filter(({ roles }) => roles.length > 0)
    .map((member) => [
      ...new Set(
        known.flatMap(({ integration, standings }) =>
          standings
            .filter((standing) => isOpen(standing, { member, roles: content.roles, integration, since: '' }))
            .map(({ question, subject }) => `${question.key}@${subjectKey(subject)}`),
        ),
      ),
    ]);
  return {
    integrations: integrations.length,
    people: project.people.length,
    covered: new Set(routed.flat()).size,
    coveredByAll: new Set(all.flat()).size,
    most: Math.max(0, ...routed.map(({ length }) => length)),
    mostOfAll: Math.max(0, ...all.map(({ length }) => length)),
    answers: routed.flat().length,
    answersOfAll: all.flat().length,
  };
}
