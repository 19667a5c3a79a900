import { expect, test } from 'vitest';
import { channel, tenant } from '../connector/activities.ts';
import type { Fault, Member } from '../connector/connector.ts';
import { openStage } from './stage.ts';

const team = '19:team@thread.tacv2';

async function open(
  members: readonly (Member & { userRole?: string; tenantId?: string })[],
  ...faults: Fault[]
) {
  const stage = await openStage({ take: () => ({ messages: [] }), limits: { sendMs: 200 } });
  await stage.chat({ where: channel() }).says('hello');
  stage.connector.members = [...members];
  stage.connector.fail('members', ...faults);
  const read = () => stage.door.roster.members(stage.taken.at(-1)?.address, team);
  return { ...stage, read };
}

const person = (name: string) => ({ id: `29:${name}`, aadObjectId: `${name}-object-id`, name });

test('a roster is read page by page to its end, with the ids that people write under', async () => {
  const { read, connector } = await open(['ada', 'ben', 'cleo', 'dan', 'eve'].map(person));
  const reading = await read();
  expect(reading).toMatchObject({ ok: true });
  expect(reading.ok && reading.members.map(({ id }) => id)).toEqual(
    ['ada', 'ben', 'cleo', 'dan', 'eve'].map((name) => `${name}-object-id`),
  );
  expect(reading.ok && reading.members[0]?.also).toBe('29:ada');
  const calls = connector.calls.filter(({ kind }) => kind === 'members');
  expect(calls.map(({ path, method }) => `${method} ${path.split('?')[0]}`)).toEqual(
    Array.from({ length: 3 }, () => `GET /v3/conversations/${encodeURIComponent(team)}/pagedmembers`),
  );
});

test('a name is one line in the order in which it is written, as that of whoever writes', async () => {
  const { read } = await open([
    { ...person('ada'), name: 'Ada\u202e\n Byron' },
    { ...person('ben'), name: '\u200b' },
  ]);
  const reading = await read();
  expect(reading.ok && reading.members.map(({ name }) => name)).toEqual(['Ada Byron', 'ben-object-id']);
});

test('guests are told apart by their role, and by their tenant', async () => {
  const { read } = await open([
    { ...person('ada'), tenantId: tenant.toUpperCase(), userRole: 'user' },
    { ...person('gil'), tenantId: tenant, userRole: 'guest' },
    { ...person('eve'), tenantId: 'bbbbbbbb-0000-0000-0000-000000000002' },
  ]);
  const reading = await read();
  expect(reading.ok && reading.members.map(({ guest }) => guest)).toEqual([undefined, true, true]);
});

test.each<[string, Fault, string]>([
  ['the bot is not in it', { status: 403, code: 'BotNotInConversationRoster' }, 'BotNotInConversationRoster'],
  ['it is asked too often', { status: 429, code: 'Throttled', retryAfter: 30 }, 'Throttled'],
  ['the connector is down', { status: 503 }, 'ServiceError'],
  ['the connection breaks', { drop: 'before' }, 'ECONNRESET'],
  ['no answer comes', { hold: new Promise(() => {}) }, 'no answer in time'],
])('where %s, nothing is said of anybody', async (_, fault, why) => {
  const { read } = await open(['ada', 'ben', 'cleo'].map(person), fault);
  const reading = await read();
  expect(reading.ok).toBe(false);
  if (why !== 'no answer in time') expect(reading).toEqual({ ok: false, why });
});

test('where the second page fails, the first is not taken for all of it', async () => {
  const { read, connector } = await open(['ada', 'ben', 'cleo'].map(person));
  connector.fail('members', { hold: Promise.resolve() }, { status: 429, code: 'Throttled' });
  expect(await read()).toEqual({ ok: false, why: 'Throttled' });
});

test('an address that cannot be read asks nobody', async () => {
  const { door, connector } = await open([]);
  expect(await door.roster.members({ serviceUrl: 7 }, team)).toMatchObject({ ok: false });
  expect(connector.calls.filter(({ kind }) => kind === 'members')).toEqual([]);
});

test('one person can be asked for alone, by either id, where all are too many', async () => {
  const { door, taken, connector } = await open([
    { ...person('ada'), tenantId: tenant },
    { ...person('gil'), userRole: 'guest' },
  ]);
  const ask = (id: string) => door.roster.person(taken.at(-1)?.address, team, id);
  expect(await ask('ada-object-id')).toEqual({
    ok: true,
    person: { id: 'ada-object-id', name: 'ada', also: '29:ada' },
  });
  expect(await ask('gil-object-id')).toMatchObject({ ok: true, person: { guest: true } });
  expect(await ask('../gil')).toEqual({ ok: false, why: 'MemberNotFoundInConversation' });
  connector.fail('members', { status: 503 });
  expect(await ask('ada-object-id')).toEqual({ ok: false, why: 'ServiceError' });
});
