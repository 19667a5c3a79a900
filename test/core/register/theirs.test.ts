import { expect, test } from 'vitest';
import type { Answer, Said } from '../../../src/core/interview/answer.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import type { Integration, Member, Project } from '../../../src/core/landscape/landscape.ts';
import { theirs } from '../../../src/core/register/theirs.ts';
import { content as contentOf, question, risk } from '../builders.ts';

const content = contentOf(
  [question('q.a'), question('q.b', { roles: ['architect'] })],
  [risk('q.open', { question: 'q.a', is: 'no' }), risk('q.later', { question: 'q.b', is: 'no' })],
);
const act = [...content.step.values()][0]?.owner ?? '';
const dana: Member = { id: 'dana', name: 'Dana', roles: [{ role: act }] };
const omar: Member = { id: 'omar', name: 'Omar', roles: [] };
const said = (key: string, what: Said): Answer => ({
  question: key,
  by: { kind: 'person', id: 'lee', name: 'Lee' },
  at: '2026-03-02T08:00:00.000Z',
  turn: 'one',
  said: what,
});
const no: Said = { kind: 'value', value: { type: 'choice', option: 'no' } };

const project: Project = {
  schema: 1,
  id: 'project',
  name: 'Project',
  home: { kind: 'anyone' },
  stage: 'initiate',
  dates: {},
  people: [dana, omar],
  applications: [],
  answers: [],
  recent: [],
};

function load(more: Partial<Integration>): Integration {
  return {
    schema: 1,
    id: 'load',
    name: 'Load',
    source: { written: 'A' },
    target: { written: 'B' },
    answers: [said('q.a', no)],
    recent: [],
    ...more,
  };
}

function of(member: Member, integration: Integration) {
  const findings = assessProject(content, [], project, [integration]);
  const { owned, toDo, toAnswer } = theirs(content, project, [integration], findings, member);
  return [owned, toDo, toAnswer].map((each) => each.map(({ rule }) => rule));
}

test('a risk is on the list of whoever holds the role of its first step', () => {
  expect(of(dana, load({}))).toEqual([[], ['q.open'], []]);
  expect(of(omar, load({}))).toEqual([[], [], []]);
});

test('a risk that somebody was made the owner of is theirs', () => {
  const deed = {
    by: { name: 'Lee' },
    at: '2026-03-02T09:00:00.000Z',
    turn: 'two',
    door: 'teams' as const,
    did: {
      kind: 'treated' as const,
      finding: 'q.open@integration:load',
      treatment: 'reduce' as const,
      owner: { id: 'omar', name: 'Omar' },
    },
  };
  expect(of(omar, load({ deeds: [deed] }))).toEqual([['q.open'], [], []]);
});

test('an answer is waited for from whom people named, and else from those of the role', () => {
  const unsure = load({ answers: [said('q.b', { kind: 'unsure' })] });
  const named = load({ answers: [said('q.b', { kind: 'referred', to: 'Omar' })] });
  const architect: Member = { id: 'omar', name: 'Omar', roles: [] };
  expect(of(architect, named)).toEqual([[], [], ['q.later']]);
  expect(of(architect, unsure)).toEqual([[], [], []]);
});
