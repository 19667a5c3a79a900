import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { OperatorError } from '../../src/error.ts';
import { post } from '../connector/chat.ts';
import { head, openWire } from './raw.ts';
import { gate, notice, openStage } from './stage.ts';

const megabyte = 'x'.repeat(1024 * 1024);

/** What no caller may ever see. */
const inside = /at .*\.(js|ts)|node_modules|Error:|stack/i;

test('health and readiness are two questions', async () => {
  let ready = false;
  const { address } = await openStage({ ready: () => ready });
  const ask = async (path: string) => {
    const response = await fetch(address + path);
    return [response.status, await response.json()];
  };
  expect(await ask('/healthz')).toEqual([200, { alive: true }]);
  expect(await ask('/readyz')).toEqual([503, { ready: false }]);
  ready = true;
  expect(await ask('/readyz?verbose')).toEqual([200, { ready: true }]);
});

test('what is not there, and what cannot be done there, is said in our own words', async () => {
  const { address } = await openStage();
  for (const [method, path, status, code] of [
    ['GET', '/', 404, 'not-found'],
    ['GET', '/api/messages/more', 404, 'not-found'],
    ['GET', '/%E0%A4%A', 404, 'not-found'],
    ['POST', '//', 404, 'not-found'],
    ['GET', '/toString', 404, 'not-found'],
    ['GET', '/api/messages', 405, 'method-not-allowed'],
    ['DELETE', '/api/messages', 405, 'method-not-allowed'],
    ['OPTIONS', '/api/messages', 405, 'method-not-allowed'],
    ['POST', '/readyz', 405, 'method-not-allowed'],
  ] as const) {
    const response = await fetch(address + path, { method });
    const text = await response.text();
    expect([response.status, JSON.parse(text).code]).toEqual([status, code]);
    expect(Object.keys(JSON.parse(text))).toEqual(['code', 'message']);
    expect(response.headers.has('server')).toBe(false);
    expect(text).not.toMatch(inside);
    if (status === 405) expect(response.headers.get('allow')).toBe(path === '/readyz' ? 'GET' : 'POST');
  }
});

test('a body of another kind than JSON is refused unread', async () => {
  const { address, taken } = await openStage();
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/activity+json',
    '',
  ]) {
    const answered = await post(address, '{}', { 'content-type': type });
    expect([answered.status, answered.body.code]).toEqual([415, 'media-type-refused']);
  }
  expect(taken).toEqual([]);
});

test('an uploaded file leaves no trace', async () => {
  const { address } = await openStage();
  const wire = await openWire(address);
  const part = '--x\r\ncontent-disposition: form-data; name="f"; filename="f.txt"\r\n\r\nhello\r\n--x--\r\n';
  wire.write(
    head({ 'content-type': 'multipart/form-data; boundary=x', 'content-length': part.length }) + part,
  );
  expect(await wire.ended()).toMatch(/^HTTP\/1\.1 415 /);
});

test('a packed body is refused, whatever it is packed with', async () => {
  const { address } = await openStage();
  const wire = await openWire(address);
  const body = gzipSync(megabyte.repeat(2));
  expect(body.length).toBeLessThan(256 * 1024);
  wire.write(head({ 'content-encoding': 'gzip', 'content-length': body.length }));
  wire.write(body);
  expect(await wire.until(/encoding-refused/)).toMatch(/^HTTP\/1\.1 415 /);
  for (const encoding of ['br', 'deflate', 'identity', 'x']) {
    const answered = await post(address, '{}', { 'content-encoding': encoding });
    expect([answered.status, answered.body.code]).toEqual([415, 'encoding-refused']);
  }
});

test('a body that announces itself as too large is refused before it is sent', async () => {
  const { address } = await openStage();
  const wire = await openWire(address);
  wire.write(head({ 'content-length': 10 * megabyte.length }));
  const answer = await wire.ended();
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('"code":"body-too-large"');
});

test('a body that keeps quiet about its size is cut off where the limit is', async () => {
  const { address, taken } = await openStage();
  const wire = await openWire(address);
  wire.write(head({ 'transfer-encoding': 'chunked' }));
  for (let sent = 0; sent < 10; sent += 1) wire.write(`${megabyte.length.toString(16)}\r\n${megabyte}\r\n`);
  const answer = await wire.ended();
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(taken).toEqual([]);
});

test('a body of just the allowed size is read, and one byte more is not', async () => {
  const { chat, address } = await openStage({ limits: { bodyBytes: 2000 } });
  const activity = chat().activity({ type: 'message', text: '' });
  const bare = JSON.stringify(activity).length;
  expect((await post(address, { ...activity, text: 'x'.repeat(2000 - bare) })).status).toBe(200);
  expect((await post(address, { ...activity, text: 'x'.repeat(2001 - bare) })).status).toBe(413);
});

test('bytes are counted, not letters', async () => {
  const { chat } = await openStage({ limits: { bodyBytes: 2000 } });
  expect((await chat().says('漢'.repeat(700))).status).toBe(413);
});

test('a body that does not arrive is not waited for', async () => {
  const { address } = await openStage({ limits: { bodyMs: 20 } });
  const wire = await openWire(address);
  wire.write(`${head({ 'content-length': 100 })}{"type":`);
  expect(await wire.ended()).toMatch(/^HTTP\/1\.1 408 [\s\S]*body-too-slow/);
});

test('a caller that hangs up halfway is passed over in silence', async () => {
  const { address, logged, taken } = await openStage();
  const wire = await openWire(address);
  wire.write(`${head({ 'content-length': 100 })}{"type":`);
  wire.socket.destroy();
  await wire.ended();
  expect((await post(address, '{}')).status).toBe(400);
  expect(logged.filter(({ level }) => Number(level) >= 40)).toHaveLength(1);
  expect(taken).toEqual([]);
});

test('a caller that hangs up during its turn does not stop the turn', async () => {
  const { opened, open } = gate();
  const started = gate();
  const { address, chat, connector, logged } = await openStage({
    take: async () => {
      started.open();
      await opened;
      return { messages: [notice('done')] };
    },
  });
  const body = JSON.stringify(chat().activity({ type: 'message', text: 'help' }));
  const wire = await openWire(address);
  wire.write(head({ 'content-length': Buffer.byteLength(body) }) + body);
  await started.opened;
  wire.socket.destroy();
  await wire.ended();
  open();
  await connector.next('message');
  expect(logged.filter(({ level }) => Number(level) >= 40)).toHaveLength(1);
});

test('JSON that is none, or holds no activity, is refused with the reason', async () => {
  const { address, chat, taken } = await openStage();
  const good = chat().activity({ type: 'message', text: 'help' });
  const without = (key: string) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));
  const bodies: [unknown, string, RegExp][] = [
    ['', 'json-invalid', /not valid JSON/],
    ['{"type":', 'json-invalid', /not valid JSON/],
    ['{"type":"message"}}', 'json-invalid', /not valid JSON/],
    ['[]', 'activity-invalid', /the body/],
    ['null', 'activity-invalid', /the body/],
    ['7', 'activity-invalid', /the body/],
    ['"message"', 'activity-invalid', /the body/],
    ['['.repeat(100_000), 'json-invalid', /not valid JSON/],
    ['['.repeat(100_000) + ']'.repeat(100_000), 'activity-invalid', /the body/],
    [{}, 'activity-invalid', /type/],
    ...['type', 'from', 'recipient', 'conversation', 'channelId', 'serviceUrl'].map(
      (key): [unknown, string, RegExp] => [without(key), 'activity-invalid', new RegExp(`: ${key}: `)],
    ),
    [nested(good, 61), 'activity-invalid', /nested too deeply/],
    [nested(good, 20_000), 'activity-invalid', /nested too deeply/],
    [{ ...good, from: {} }, 'activity-invalid', /from\.id/],
    [{ ...good, from: { id: '' } }, 'activity-invalid', /from\.id/],
    [{ ...good, from: { id: { $ne: null } } }, 'activity-invalid', /from\.id/],
    [{ ...good, conversation: { id: 'x'.repeat(501) } }, 'activity-invalid', /conversation\.id/],
    [{ ...good, text: ['help'] }, 'activity-invalid', /text/],
    [{ ...good, entities: {} }, 'activity-invalid', /entities/],
    [{ ...good, attachments: ['x'] }, 'activity-invalid', /attachments/],
    [{ ...good, channelData: { tenant: 'x' } }, 'activity-invalid', /channelData\.tenant/],
  ];
  for (const [body, code, reason] of bodies) {
    const answered = await post(address, body);
    expect([answered.status, answered.body.code]).toEqual([400, code]);
    expect(answered.body.message).toMatch(reason);
    expect(answered.text).not.toMatch(inside);
    expect(answered.text.length).toBeLessThan(300);
  }
  expect(taken).toEqual([]);
});

/** Without an id, so that what it is known by is made of all that is in it. */
function nested({ id: _, ...activity }: Record<string, unknown>, deep: number): string {
  return JSON.stringify({ ...activity, value: 'here' }).replace(
    '"here"',
    '['.repeat(deep) + ']'.repeat(deep),
  );
}

test('keys that reach for an object’s prototype reach nothing', async () => {
  const { address, chat, taken } = await openStage();
  const good = JSON.stringify(chat().activity({ type: 'message', text: 'help' }));
  expect((await post(address, `{"__proto__":${good}}`)).status).toBe(400);
  const more = '"__proto__":{"polluted":"yes","text":"pause"},"constructor":{"prototype":{"polluted":"yes"}}';
  expect((await post(address, `{${more},${good.slice(1)}`)).status).toBe(200);
  expect(taken.map(({ command }) => command)).toEqual([{ do: 'help' }]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('HTTP that is none is refused without a word from inside', async () => {
  const { address } = await openStage();
  for (const line of [
    'HELLO',
    'POST /api/messages HTTP/9.9\r\n\r\n',
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
  ]) {
    const wire = await openWire(address);
    wire.write(`${line}\r\n\r\n`);
    const answer = await wire.ended();
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(inside);
  }
});

test('in development a page that calls this machine by another name is not answered', async () => {
  const { address } = await openStage();
  const wire = await openWire(address);
  wire.write('GET /readyz HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n');
  expect(await wire.ended()).toMatch(/^HTTP\/1\.1 421 [\s\S]*host-refused/);
});

test('a port that is taken is an operator’s error', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const error = await openStage({ settings: { port } }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  expect(error.report).toBe(`port ${port} cannot be had [port-taken]: choose another with PORT.`);
});

test('a stop lets turns end, tells who asks that it is not ready, and takes nothing new', async () => {
  const { opened, open } = gate();
  const started = gate();
  const { address, chat, connector, door } = await openStage({
    take: async () => {
      started.open();
      await opened;
      return { messages: [notice('done')] };
    },
  });
  const body = JSON.stringify(chat().activity({ type: 'message', text: 'help' }));
  const request = head({ 'content-length': Buffer.byteLength(body) }) + body;
  const wire = await openWire(address);
  wire.write(request);
  await started.opened;
  const stopped = door.stop();
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  // The connection that is open already may still ask.
  wire.write(head({}, 'GET /readyz HTTP/1.1') + request);
  open();
  const answer = await wire.until(/stopping/);
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503', 'HTTP/1.1 503']);
  await stopped;
  expect(connector.seen()).toHaveLength(1);
  expect(door.stop()).toBe(door.stop());
});

test('a stop does not wait for ever', async () => {
  const { opened, open } = gate();
  const started = gate();
  const { chat, door } = await openStage({
    take: async () => {
      started.open();
      await opened;
      return { messages: [] };
    },
    limits: { drainMs: 10, lastWordMs: 10 },
  });
  const turn = chat()
    .says('help')
    .catch(() => 'broken off');
  await started.opened;
  await door.stop();
  expect(await turn).toBe('broken off');
  open();
});

test('connections that are kept open do not hold up a stop', async () => {
  const { address, door } = await openStage();
  const wire = await openWire(address);
  wire.write(head({}, 'GET /healthz HTTP/1.1'));
  await wire.until(/alive/);
  await door.stop();
  expect(await wire.ended()).toMatch(/alive/);
});
