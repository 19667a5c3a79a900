import type { Content, Role } from '../../src/core/interview/topic.ts';

const role = (id: string, title: string, side: Role['side'] = 'customer'): Role => ({
  id,
  title,
  phrase: `the ${title.toLowerCase()}`,
  side,
});

export const content: Pick<Content, 'roles' | 'stages'> = {
  roles: [
    role('project-manager', 'Project manager', 'both'),
    role('application-owner-target', 'Owner of the receiving application'),
    role('process-owner', 'Business process owner'),
    role('integration-architect', 'Integration architect', 'integrator'),
    role('developer', 'Integration developer', 'integrator'),
    role('operations', 'Operations lead'),
    role('test-lead', 'Test lead', 'both'),
  ],
  stages: ['Initiate', 'Implement', 'Prepare', 'Operate'].map((title) => ({
    id: title.toLowerCase(),
    title,
    also: [],
  })),
};
