import { expect, test } from 'vitest';
import type { CardCommand } from '../../src/app/command.ts';
import { readCard } from '../../src/teams/read-card.ts';

const subject = { scope: 'application', id: 'erp' } as const;
const place = { project: 'harbour', integration: 'orders' };
const page = { ...place, subject, questions: ['a.b', 'a.c'], turn: 't', correction: false };

const risk = { project: 'harbour', finding: 'a.b@application:erp' };
const seen = { decision: '', facts: '5d7b' };

const commands: CardCommand[] = [
  { do: 'help' },
  { do: 'continue' },
  { do: 'pause' },
  { do: 'try-sample' },
  { do: 'integrations', page: 2 },
  { do: 'change', page: 1 },
  { do: 'show-answers', project: 'p', integration: 'i', page: 2 },
  { do: 'add-integration' },
  { do: 'interview', name: 'orders' },
  { do: 'project', name: '' },
  { do: 'risks', name: '', page: 1 },
  { do: 'show-risks', ...place, page: 1 },
  { do: 'open-interview', ...place },
  { do: 'ask-again', ...place, subject: { scope: 'project' }, question: 'a.b' },
  { do: 'import', file: '', text: '' },
  { do: 'say', text: 'hello' },
  { do: 'decide', risk },
  { do: 'decide', risk, back: true },
  { do: 'withdraw', risk, seen },
  {
    do: 'what-if-of',
    ...place,
    assumed: [
      { question: 'a.b', typed: 'x' },
      { question: 'a.c', typed: 'y', on: 'erp' },
    ],
  },
  { do: 'next-steps', all: true, page: 1 },
  { do: 'show-steps', project: 'harbour', all: false, page: 2 },
  { do: 'next-steps', all: false, page: 1, only: 'CRM' },
  { do: 'show-steps', project: 'harbour', all: true, page: 1, only: { time: 'late' } },
  { do: 'list-steps', project: 'harbour', only: {}, page: 2 },
  {
    do: 'list-steps',
    project: 'harbour',
    only: {
      whose: { kind: 'person', name: 'Dana' },
      time: 'late',
      weight: 'high',
      about: subject,
      step: 'a.b',
    },
    page: 1,
  },
  { do: 'show-step', project: 'harbour', step: 'a.b@project' },
  { do: 'prove-step', project: 'harbour', step: 'a.b@project' },
  { do: 'ask', name: 'Dana about CRM' },
  { do: 'ask-person', project: 'harbour', person: 'dana' },
  { do: 'ask-person', project: 'harbour', person: 'dana', about: subject, as: 'sponsor' },
  { do: 'refer-to', ...place, subject, question: 'a.b', person: 'dana' },
  { do: 'plan', page: 1 },
  { do: 'participation', page: 1 },
  { do: 'show-participation', project: 'harbour', page: 2 },
  { do: 'show-plan', project: 'harbour', page: 2 },
  { do: 'send-plan', project: 'harbour' },
  { do: 'send-plan', project: 'harbour', sure: 14 },
  { do: 'differences', page: 2 },
  { do: 'show-difference', ref: { project: 'harbour', difference: 'a.b@project' } },
];
const withInputs: CardCommand[] = [
  { do: 'begin', ...place },
  { do: 'answer', page },
  { do: 'set-aside', page },
  { do: 'back', page },
  { do: 'set-project', project: 'harbour' },
  { do: 'move-step', project: 'harbour', step: 'a.b@project', to: 'doing', seen: '' },
  { do: 'move-step', project: 'harbour', step: 'a.b@project', seen: 'turn' },
  { do: 'filter-steps', project: 'harbour' },
];
const refused = { ok: false, why: 'unreadable' };

test('every command that a button can carry comes back as it was', () => {
  for (const command of commands) expect(readCard({ command })).toEqual({ ok: true, command });
  for (const command of withInputs)
    expect(readCard({ command })).toEqual({ ok: true, command: { ...command, inputs: {} } });
});

test('inputs of the card come along where they are wanted, and are left behind where not', () => {
  const inputs = { 'a.b': 'yes', 'unsure:a.c': 'true' };
  for (const command of withInputs)
    expect(readCard({ command, ...inputs })).toEqual({ ok: true, command: { ...command, inputs } });
  for (const command of commands.filter((each) => each.do !== 'add-integration'))
    expect(readCard({ command, ...inputs })).toEqual({ ok: true, command });
});

test('a form for an integration without any input asks for them', () => {
  const command = { do: 'add-integration' };
  expect(readCard({ command, name: null })).toEqual({ ok: true, command });
  expect(readCard({ command, name: 'Orders' })).toEqual({
    ok: true,
    command: { ...command, inputs: { name: 'Orders' } },
  });
});

test('a settlement without any input asks for them', () => {
  const command = { do: 'settle', ref: { project: 'harbour', difference: 'a.b@project' }, seen: '' };
  expect(readCard({ command, value: null })).toEqual({ ok: true, command });
  expect(readCard({ command, value: 'x' })).toEqual({
    ok: true,
    command: { ...command, inputs: { value: 'x' } },
  });
});

test('a treatment without any input asks for them', () => {
  const command = { do: 'treat', risk, treatment: 'accept', seen };
  expect(readCard({ command, owner: null })).toEqual({ ok: true, command });
  expect(readCard({ command, owner: 'Dana' })).toEqual({
    ok: true,
    command: { ...command, inputs: { owner: 'Dana' } },
  });
  expect(readCard({ command: { ...command, treatment: 'ignore' } })).toEqual(refused);
});

test('numbers and ticks arrive as text, whatever the client makes of them', () => {
  const read = readCard({
    command: { do: 'begin', ...place },
    a: 5,
    b: true,
    c: null,
    msteams: { feedback: {} },
  });
  expect(read).toMatchObject({ command: { inputs: { a: '5', b: 'true' } } });
});

test('an input that was not there is not found by a name that every object has', () => {
  const read = readCard({ command: { do: 'begin', ...place } });
  const { inputs } = (read as unknown as { command: { inputs: Record<string, unknown> } }).command;
  expect([inputs.constructor, inputs.toString]).toEqual([undefined, undefined]);
});

test('coming and going is never believed of a card', () => {
  expect(readCard({ command: { do: 'meet', address: { serviceUrl: 'https://evil.example' } } })).toEqual(
    refused,
  );
  expect(readCard({ command: { do: 'leave' } })).toEqual(refused);
});

test('commands that are foreign, incomplete or larger than they can be are refused', () => {
  const bad: unknown[] = [
    undefined,
    null,
    'help',
    ['help'],
    {},
    { do: 'format-disk' },
    { do: 'help', extra: 1 },
    { do: 'toString' },
    { do: 'list-steps', project: 'harbour', only: { whose: { kind: 'person', name: '' } }, page: 1 },
    { do: 'list-steps', project: 'harbour', only: { about: { scope: 'project' } }, page: 1 },
    { do: 'list-steps', project: 'harbour', only: { time: 'always' }, page: 1 },
    { do: 'risks', name: 'x' },
    { do: 'risks', name: 'x', page: 0 },
    { do: 'risks', name: 'x', page: 1.5 },
    { do: 'risks', name: 'x', page: '1' },
    { do: 'say', text: 'x'.repeat(4001) },
    { do: 'ask', name: 'x'.repeat(1001) },
    { do: 'begin', project: 'x'.repeat(201), integration: 'y' },
    { do: 'begin', project: '', integration: 'y' },
    { do: 'begin', ...place, inputs: { a: 'b' } },
    { do: 'answer', page: { ...page, questions: [] } },
    { do: 'answer', page: { ...page, questions: ['1', '2', '3', '4', '5'] } },
    { do: 'answer', page: { ...page, subject: { scope: 'project', id: 'x' } } },
    { do: 'answer', page: { ...page, subject: { scope: 'planet', id: 'x' } } },
    { do: 'answer', page: { ...page, admin: true } },
    { do: 'answer', page: JSON.parse(`{"__proto__":${JSON.stringify(page)}}`) },
    JSON.parse('{"__proto__":{"do":"help"}}'),
    JSON.parse('{"do":"help","__proto__":{"x":1}}'),
    JSON.parse('{"do":"help","constructor":{"prototype":{"x":1}}}'),
  ];
  for (const command of bad) expect(readCard({ command })).toEqual(refused);
});

test('data that is no record is refused', () => {
  for (const data of [undefined, null, 'x', 7, [], [{ command: { do: 'help' } }]])
    expect(readCard(data)).toEqual(refused);
});

test('inputs that no card of ours has are refused, and too long ones told apart', () => {
  const command = { do: 'begin', ...place };
  const many = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`key-${index}`, 'x']));
  expect(readCard({ command, ...many })).toEqual(refused);
  expect(readCard({ command, nested: { a: 1 } })).toEqual(refused);
  expect(readCard({ command, list: ['a'] })).toEqual(refused);
  expect(readCard({ command, ['k'.repeat(251)]: 'x' })).toEqual(refused);
  expect(readCard({ command, a: 'x'.repeat(4000) })).toMatchObject({ ok: true });
  expect(readCard({ command, a: 'x'.repeat(4001) })).toEqual({ ok: false, why: 'too-long' });
});

test('keys that reach for an object’s prototype are refused and change nothing', () => {
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    const data = JSON.parse(`{"command":{"do":"begin","project":"p","integration":"i"},"${key}":"x"}`);
    expect(readCard(data)).toEqual(refused);
  }
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
