/** A small project with two risks about the same integration, one about an application, and what people did about them. */
import type { Answer } from '../../../src/core/interview/answer.ts';
import type { Content } from '../../../src/core/interview/topic.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import type { Integration, Project } from '../../../src/core/landscape/landscape.ts';
import { decisionsIn, deedsOf } from '../../../src/core/register/decisions.ts';
import type { Deed, Did } from '../../../src/core/register/deed.ts';
import { historyOf } from '../../../src/core/register/history.ts';
import { type Entry, entryOf } from '../../../src/core/register/register.ts';
import { type StepEntry, stepsOf } from '../../../src/core/register/steps.ts';
import {
  answer,
  application,
  choice,
  content,
  integration,
  member,
  option,
  project,
  question,
  risk,
  stages,
  throughJson,
} from '../builders.ts';

export const today = '2026-11-20';
/** `day(10)`: the tenth, as the store keeps times. */
export const day = (of: number) => `2026-11-${String(of).padStart(2, '0')}T09:00:00.000Z`;

export const retry = question('faults.retry', { answer: choice('none', 'some', 'full') });
export const queue = question('faults.queue');
export const owner = question('owners.owner', { scope: 'application' });
export const weight = question('value.weight', {
  answer: { kind: 'choice', ordered: true, options: [option('low'), option('high', { impact: 2 })] },
});

const base = content(
  [retry, queue, owner, weight],
  [
    risk('faults.lost', { question: 'faults.retry', oneOf: ['none', 'some'] }, { due: 'implement' }),
    risk('faults.late', {
      all: [
        { question: 'faults.queue', is: 'yes' },
        { question: 'faults.retry', is: 'none' },
      ],
    }),
    risk('owners.nobody', { question: 'owners.owner', is: 'no' }, { scope: 'application' }),
  ],
);
export const small: Content = {
  ...base,
  stages: stages.map((stage) => (stage.id === 'initiate' ? { ...stage, ends: ['build', 'go-live'] } : stage)),
};

export const lost = 'faults.lost@integration:orders';
export const step = 'faults.act@integration:orders';

export const dana = { id: 'dana', name: 'Name of dana' };
export const lee = { id: 'lee', name: 'Name of lee' };

export function deed(did: Did, at: string, by = dana): Deed {
  return { by, at, turn: `turn ${at}`, door: 'teams', did };
}

export interface World {
  readonly project: Project;
  readonly integrations: readonly Integration[];
  readonly findings: readonly Finding[];
}

export function world(
  answers: readonly Answer[],
  deeds: readonly Deed[] = [],
  more: Partial<Project> = {},
): World {
  const made = project({
    people: [member('dana', 'architect'), member('lee', { role: 'source-owner', on: 'shop' })],
    applications: [application('shop'), application('erp')],
    ...more,
  });
  const integrations = [integration(answers, { deeds })];
  return throughJson({
    project: made,
    integrations,
    findings: assessProject(small, [], made, integrations),
  });
}

export function entry(of: World, id = lost, on = today): Entry {
  const finding = of.findings.find((each) => each.id === id);
  if (!finding) throw new Error(`there is no finding ${id}`);
  const { project: made, integrations } = of;
  return entryOf(finding, decisionsIn(deedsOf(made, integrations)), historyOf(made, integrations), on);
}

export function steps(of: World, on = today): StepEntry[] {
  return stepsOf(small, of.project, of.integrations, of.findings, on);
}

export { answer };
