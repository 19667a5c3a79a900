import { expect, test } from 'vitest';
import { fillNames, type Project, type Vantage } from '../../../src/core/landscape/landscape.ts';

const vantageOf = (project: string): Vantage => {
  const applications = [{ id: 'ledger', name: 'Ledger One', answers: [] }];
  const home = { kind: 'anyone' } as const;
  const named: Project = {
    ...{ schema: 1, id: 'p', name: project, home, stage: 'initiate', dates: {}, people: [] },
    ...{ applications, answers: [], recent: [] },
  };
  return { project: named, applications };
};
const ledger = { scope: 'application', id: 'ledger' } as const;

test('a project that is called like its application is “the project” where a sentence names both', () => {
  const ask = 'From which date can {project} use the test system of {application}?';
  expect(fillNames(ask, vantageOf('Ledger One'), ledger)).toBe(
    'From which date can the project use the test system of Ledger One?',
  );
  expect(fillNames(ask, vantageOf('Roll-out'), ledger)).toBe(
    'From which date can Roll-out use the test system of Ledger One?',
  );
});

test('by itself it goes by its name', () => {
  const ask = 'Nobody in {project} decides';
  expect(fillNames(ask, vantageOf('Ledger One'), { scope: 'project' })).toBe('Nobody in Ledger One decides');
});
