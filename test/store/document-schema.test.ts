import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/interview/answer.ts';
import type { Integration, Project } from '../../src/core/landscape/landscape.ts';
import type { Conversation, Person } from '../../src/core/landscape/person.ts';
import { checkDocument } from '../../src/store/document-schema.ts';

const said: Answer['said'][] = [
  { kind: 'value', value: { type: 'choice', option: 'retry' }, words: 'we retry' },
  { kind: 'value', value: { type: 'multi', options: ['a', 'b'] } },
  { kind: 'value', value: { type: 'number', low: 2, high: 3 } },
  { kind: 'value', value: { type: 'date', date: '2026-02-03' } },
  { kind: 'value', value: { type: 'people', names: ['Ada'] } },
  { kind: 'value', value: { type: 'text', text: '' } },
  { kind: 'unsure' },
  { kind: 'not-applicable', reason: 'no-data', note: 'one way only' },
  { kind: 'referred', to: 'Bob' },
  { kind: 'passed' },
];
const answers: Answer[] = said.map((each, i) => ({
  question: 'error-handling.on-failure',
  by: i % 2 ? { kind: 'file', name: 'inventory.csv', line: i } : { kind: 'person', id: 'ada', name: 'Ada' },
  at: '2026-02-03T04:05:06.000Z',
  turn: `t${i}`,
  said: each,
}));

const integration: Integration = {
  schema: 1,
  id: 'api020',
  name: 'Orders',
  source: { written: 'CRM', application: 'crm' },
  target: { written: 'the ERP' },
  notes: 'nightly',
  origin: { file: 'inventory.csv', line: 3 },
  answers,
  recent: [{ id: 't1', at: '2026-02-03T04:05:06.000Z' }],
};
const project: Project = {
  schema: 1,
  id: 'palm',
  name: 'Palm',
  home: { kind: 'team', tenant: 't', id: '19:x@thread.tacv2' },
  stage: 'design',
  dates: { 'go-live': '2026-09-01' },
  people: [{ id: 'ada', name: 'Ada', roles: [{ role: 'architect' }, { role: 'owner', on: 'crm' }] }],
  applications: [{ id: 'crm', name: 'CRM', answers }],
  answers: [],
  recent: [],
};
const person: Person = { schema: 1, id: 'ada', tenant: 't', name: 'Ada' };
const conversation: Conversation = {
  schema: 1,
  id: 'c1',
  tenant: 't',
  kind: 'channel',
  address: { serviceUrl: 'https://example.org' },
  gone: false,
};

it.each([
  ['projects/palm/project', project],
  ['projects/palm/integrations/api020', integration],
  ['people/ada', person],
  ['conversations/c1', conversation],
])('knows the document under %s', (key, document) => expect(checkDocument(key, document)).toBeUndefined());

describe('a flaw', () => {
  const key = 'projects/palm/integrations/api020';

  it.each([
    [
      'another schema',
      key,
      { ...integration, schema: 2 },
      'schema-unknown',
      'schema 2, this version knows 1',
    ],
    ['a key of no kind', 'projects/palm/secrets', project, 'schema-unknown', 'under this key'],
    ['a document in the place of another kind', key, project, 'malformed', ''],
    ['no schema', key, { id: 'api020' }, 'malformed', 'schema'],
    ['no document', key, null, 'malformed', 'schema'],
    ['an unknown field', key, { ...integration, owner: 'Ada' }, 'malformed', 'owner'],
    ['a missing field', key, { ...integration, source: {} }, 'malformed', 'source.written'],
    ['a field that is there and undefined', key, { ...integration, notes: undefined }, 'malformed', 'notes'],
    [
      'a number JSON cannot hold',
      key,
      { ...integration, origin: { file: 'x', line: Number.NaN } },
      'malformed',
      'origin.line',
    ],
    [
      'a wrong answer, by its place',
      key,
      { ...integration, answers: [answers[0], { ...answers[1], said: { kind: 'guessed' } }] },
      'malformed',
      'answers.1.said.kind',
    ],
  ] as const)('is %s', (_, at, document, kind, why) => {
    expect(checkDocument(at, document)).toEqual({ kind, why: expect.stringContaining(why) });
  });
});
