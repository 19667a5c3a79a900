import { expect, test } from 'vitest';
import { assess } from '../../../src/core/judgement/assess.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import { type Integration, vantageOf } from '../../../src/core/landscape/landscape.ts';
import { randomProject } from '../../app/export/random-project.ts';
import { content } from '../../shipped-content.ts';

/** Of each integration some that say nearly the same: one answer is missing, or is that of another one. */
function alike(integrations: readonly Integration[]): Integration[] {
  return integrations.flatMap((integration, at) => {
    const { answers } = integration;
    const others = integrations[(at + 1) % integrations.length]?.answers ?? [];
    const variants = answers.flatMap(({ question }, place) => [
      answers.toSpliced(place, 1),
      answers.toSpliced(place, 1, ...others.filter((other) => other.question === question)),
    ]);
    return [answers, ...variants.filter((_, place) => place % 8 === 0)].map((said, copy) => ({
      ...integration,
      id: `${integration.id}-${copy}`,
      answers: said,
    }));
  });
}

const told = ({ kind, id }: Finding) => `${kind} ${id}`;

test.each([1, 2, 3, 4, 5])(
  'of project %i what is judged beside others that say nearly the same is judged as if alone',
  (seed) => {
    const random = randomProject(content, seed, 3);
    const { project } = random;
    const integrations = alike(random.integrations);
    const together = assessProject(content, calculations, project, integrations);
    for (const integration of integrations) {
      const { id } = integration;
      const alone = assess(content, calculations, vantageOf(project, integration), [
        { scope: 'integration', id },
      ]);
      const beside = together.filter(({ subject }) => subject.scope === 'integration' && subject.id === id);
      expect(beside.map(told)).toEqual(alone.map(told));
    }
  },
);
