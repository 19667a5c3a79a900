import { expect, onTestFinished, test } from 'vitest';
import { openConnector } from './connector.ts';

async function open() {
  const connector = await openConnector();
  onTestFinished(() => connector.close());
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${connector.url}/v3/conversations${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as { id?: string };
    return { status: response.status, wait: response.headers.get('retry-after'), body: answer };
  };
  return { connector, call };
}

test('a chat is seen as its people see it: updated, and without what was deleted', async () => {
  const { connector, call } = await open();
  const one = await call('POST', '/chat/activities', { type: 'message', text: 'one' });
  const two = await call('POST', '/chat/activities/what-was-asked', { type: 'message', text: 'two' });
  await call('POST', '/chat/activities', { type: 'typing' });
  await call('PUT', `/chat/activities/${one.body.id}`, { type: 'message', text: 'one, changed' });
  await call('DELETE', `/chat/activities/${two.body.id}`);
  expect(connector.seen('chat').map(({ text }) => text)).toEqual(['one, changed']);
  expect(connector.seen('elsewhere')).toEqual([]);
  expect(connector.calls.map(({ kind }) => kind)).toEqual([
    'message',
    'message',
    'typing',
    'update',
    'delete',
  ]);
});

test('members come in pages', async () => {
  const { connector, call } = await open();
  connector.members = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const first = await call('GET', '/chat/pagedmembers');
  expect(first.body).toEqual({ members: [{ id: 'a' }, { id: 'b' }], continuationToken: '2' });
  const last = await call('GET', '/chat/pagedmembers?continuationToken=2');
  expect(last.body).toEqual({ members: [{ id: 'c' }] });
});

test('it fails as told, in order, and only for the kind it was told about', async () => {
  const { connector, call } = await open();
  const say = () => call('POST', '/chat/activities', { type: 'message' });
  connector.fail('message', { status: 429, code: 'Throttled', retryAfter: 3 }, { drop: 'before' });
  connector.fail('message', { drop: 'after' });
  expect((await call('POST', '', {})).status).toBe(201);
  expect(await say()).toEqual({
    status: 429,
    wait: '3',
    body: { error: { code: 'Throttled', message: 'as planned' } },
  });
  await expect(say()).rejects.toThrow();
  expect(connector.seen('chat')).toHaveLength(0);
  await expect(say()).rejects.toThrow();
  expect(connector.seen('chat')).toHaveLength(1);
  expect((await say()).status).toBe(201);
  expect(connector.calls.map(({ answered }) => answered)).toEqual([201, 429, 'dropped', 'dropped', 201]);
});

test('a call can be waited for before and after it came', async () => {
  const { connector, call } = await open();
  const first = connector.next('message');
  await call('POST', '/chat/activities', { type: 'message', text: 'one' });
  await call('POST', '/chat/activities', { type: 'message', text: 'two' });
  expect((await first).activity?.text).toBe('one');
  expect((await connector.next('message')).activity?.text).toBe('two');
});
