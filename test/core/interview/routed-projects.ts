/** Projects with people, to see who would be asked what. */
import type { Content } from '../../../src/core/interview/topic.ts';
import type { HeldRole, Integration, Member, Project } from '../../../src/core/landscape/landscape.ts';
import { answer, application, type Chance, integration, member, project, unsure } from '../builders.ts';

export interface Staffed {
  readonly project: Project;
  readonly integrations: readonly Integration[];
}

const between = (id: string, source: string, target: string): Integration =>
  integration([], {
    id,
    name: `Integration ${id}`,
    source: { written: source, application: source },
    target: { written: target, application: target },
  });

const systems = ['erp', 'crm', 'shop', 'warehouse', 'payroll', 'bank', 'reporting', 'tax', 'hr', 'suppliers'];

/** An ordinary programme: 10 applications, 30 integrations, 25 people, and nobody who has answered yet. */
export function programme(): Staffed {
  const applications = systems.map((id) => application(id));
  const integrations = Array.from({ length: 30 }, (_, at) => {
    const hub = at % 3 === 0 ? 'crm' : 'erp';
    const other = systems.filter((id) => id !== hub)[at % (systems.length - 1)] ?? hub;
    const [source, target] = at % 2 === 0 ? [hub, other] : [other, hub];
    return between(`i${at + 1}`, source, target);
  });
  const owners = systems
    .slice(0, 8)
    .map((on, at) => member(`owner-${at + 1}`, { role: 'application-owner', on }));
  const others: readonly (readonly [string, string])[] = [
    ['sponsor', 'sponsor'],
    ['manager', 'project-manager'],
    ['partner', 'project-manager'],
    ['finance', 'business-process-owner'],
    ['sales', 'business-process-owner'],
    ['enterprise', 'enterprise-architect'],
    ['architect', 'integration-architect'],
    ['solution', 'integration-architect'],
    ['functional', 'functional-lead'],
    ['developer-1', 'developer'],
    ['developer-2', 'developer'],
    ['developer-3', 'developer'],
    ['security', 'security'],
    ['admin', 'platform-admin'],
    ['operations', 'operations'],
    ['data', 'data-architect'],
    ['tester', 'test-lead'],
  ];
  const people = [...owners, ...others.map(([id, role]) => member(id, role))];
  return { project: project({ applications, people }), integrations };
}

/** Any project of a few people and integrations, some of whom have answered before. */
export function anyProject(content: Content, { below, oneOf }: Chance): Staffed {
  const ids = Array.from({ length: 2 + below(5) }, (_, at) => `a${at}`);
  const integrations = Array.from({ length: 1 + below(6) }, (_, at) =>
    between(`i${at}`, oneOf(ids), oneOf(ids)),
  );
  const people = Array.from({ length: 1 + below(9) }, (_, at): Member => {
    const held = Array.from({ length: below(4) }, (): HeldRole => {
      const role = oneOf(content.roles);
      if (role.ofApplication && below(4) > 0) return { role: role.id, on: oneOf(ids) };
      return { role: role.id, ...(below(4) === 0 ? { in: oneOf(integrations).id } : {}) };
    });
    return { ...member(`m${at}`, ...held), ...(below(8) === 0 ? { left: true } : {}) };
  });
  const said = (scope: string) =>
    [...content.question.values()]
      .filter((question) => question.scope === scope && below(6) === 0)
      .flatMap(({ key, answer: shape }) => {
        const by = oneOf(people).id;
        const first = shape.kind === 'choice' ? shape.options[below(shape.options.length)] : undefined;
        const value = first && ({ kind: 'value', value: { type: 'choice', option: first.id } } as const);
        return [answer(key, value && below(3) > 0 ? value : unsure, by)];
      });
  return {
    project: project({
      applications: ids.map((id) => application(id, said('application'))),
      people,
      answers: said('project'),
    }),
    integrations: integrations.map((each) => ({ ...each, answers: said('integration') })),
  };
}
