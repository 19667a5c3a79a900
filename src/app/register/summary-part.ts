/** The part of a judged project that a summary is of. */
import type { Finding } from '../../core/judgement/finding.ts';
import { type Integration, type Project, vantageOf } from '../../core/landscape/landscape.ts';
import { dueBy } from '../../core/register/gate.ts';
import { theirs } from '../../core/register/theirs.ts';
import type { House } from '../house.ts';
import type { JudgedProject } from './judge-project.ts';
import type { SummaryOf } from './register-command.ts';
import type { SummaryReply } from './register-reply.ts';

export interface Part {
  readonly findings: readonly Finding[];
  readonly integrations: readonly Integration[];
  readonly applications: Project['applications'];
  readonly ofProject: boolean;
  readonly person?: NonNullable<SummaryReply['person']>;
}

export function partOf(house: House, project: Project, judged: JudgedProject, of: SummaryOf): Part {
  const { findings, integrations } = judged;
  const { applications } = project;
  const whole = { findings, integrations, applications, ofProject: true };
  switch (of.scope) {
    case 'project':
      return whole;
    case 'person': {
      const member = project.people.find(({ id }) => id === of.id);
      if (!member) return { ...whole, findings: [] };
      const { owned, toDo, toAnswer } = theirs(house.content, project, integrations, findings, member);
      const own = new Set([...owned, ...toDo, ...toAnswer]);
      const counted = { owned: owned.length, toDo: toDo.length, toAnswer: toAnswer.length };
      return { ...whole, findings: findings.filter((each) => own.has(each)), person: counted };
    }
    case 'topic':
      return { ...whole, findings: findings.filter(({ topic }) => topic === of.id) };
    case 'gate':
      return { ...whole, findings: dueBy(house.content, findings, of.id) };
    case 'application': {
      const touching = integrations.filter(
        ({ source, target }) => source.application === of.id || target.application === of.id,
      );
      return {
        findings: about(
          findings,
          [of.id],
          touching.map(({ id }) => id),
        ),
        integrations: touching,
        applications: applications.filter(({ id }) => id === of.id),
        ofProject: false,
      };
    }
    case 'integration': {
      const wanted = integrations.filter(({ id }) => id === of.id);
      const ends = wanted.flatMap((each) => vantageOf(project, each).applications);
      return {
        findings: about(
          findings,
          ends.map(({ id }) => id),
          [of.id],
        ),
        integrations: wanted,
        applications: ends,
        ofProject: false,
      };
    }
  }
}

function about(
  findings: readonly Finding[],
  applications: readonly string[],
  integrations: readonly string[],
): readonly Finding[] {
  const ids = { application: new Set(applications), integration: new Set(integrations) };
  return findings.filter(({ subject }) => subject.scope !== 'project' && ids[subject.scope].has(subject.id));
}
