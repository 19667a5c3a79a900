import { expect, test, vi } from 'vitest';
import { appId, openKeys, stranger, token, withCredentials } from './keys.ts';
import { openStage } from './stage.ts';

const unauthorized = '{"code":"unauthorized","message":"The token is missing or not valid."}';
const bearer = (signed: string) => ({ authorization: `Bearer ${signed}` });

test('an activity that Microsoft signed for this bot gets in', async () => {
  const { chat, connector, taken } = await openStage({ settings: withCredentials(await openKeys()) });
  const { status } = await chat({ headers: bearer(token({ serviceurl: connector.url })) }).post({
    type: 'message',
    text: 'help',
  });
  expect(status).toBe(200);
  expect(taken).toHaveLength(1);
});

test('whatever is wrong with a token keeps its bearer out, in the same words, with one line in the log', async () => {
  const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { chat, connector, taken, logged } = await openStage({ settings: withCredentials(await openKeys()) });
  const serviceurl = connector.url;
  const good = token({ serviceurl });
  const [head = '', body = '', signature = ''] = good.split('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;
  const wrong: Record<string, Record<string, string>> = {
    'no token': {},
    'an empty token': { authorization: '' },
    'another scheme': { authorization: `Basic ${good}` },
    'a token without a scheme': { authorization: good },
    garbage: bearer('garbage'),
    'garbage in three parts': bearer('a.b.c'),
    'a token with more behind it': { authorization: `Bearer ${good} more` },
    'no signature': bearer(`${head}.${body}.`),
    'the algorithm "none"': bearer(`${encode({ alg: 'none', typ: 'JWT', kid: 'ours' })}.${body}.`),
    'the public key as a secret': bearer(`${encode({ alg: 'HS256', kid: 'ours' })}.${body}.${signature}`),
    'the signature of a stranger': bearer(token({ serviceurl }, stranger)),
    'an unknown key': bearer(token({ serviceurl }, stranger, { kid: 'other' })),
    'changed claims': bearer(
      `${head}.${encode({ aud: appId, iss: 'https://api.botframework.com' })}.${signature}`,
    ),
    'another bot’s audience': bearer(token({ serviceurl, aud: '99999999-0000-0000-0000-000000000000' })),
    'no audience': bearer(token({ serviceurl, aud: undefined as never })),
    'another issuer': bearer(token({ serviceurl, iss: 'https://evil.example' })),
    'the issuer of the Emulator': bearer(
      token({
        serviceurl,
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        appid: appId,
        ver: '1.0',
      }),
    ),
    'another bot': bearer(
      token({
        serviceurl,
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        appid: 'skill',
        ver: '1.0',
        azp: 'x',
      }),
    ),
    'another service address': bearer(token({ serviceurl: 'https://evil.example' })),
    'no service address': bearer(token({})),
    'a time that is over': bearer(token({ serviceurl, nbf: minutesAgo(70), exp: minutesAgo(10) })),
  };
  for (const [what, headers] of Object.entries(wrong)) {
    logged.length = 0;
    const { status, text } = await chat({ headers }).says('help');
    expect([what, status, text]).toEqual([what, 401, unauthorized]);
    expect([what, logged.map(({ msg }) => msg)]).toEqual([what, ['a token was refused']]);
    expect(JSON.stringify(logged)).not.toContain(headers.authorization?.slice(7) || 'nothing');
  }
  expect(taken).toEqual([]);
  expect(loud).not.toHaveBeenCalled();
  loud.mockRestore();
});

test('a key that is not endorsed for the channel opens nothing', async () => {
  const { chat, connector, taken } = await openStage({ settings: withCredentials(await openKeys()) });
  const talk = chat({ headers: bearer(token({ serviceurl: connector.url })) });
  for (const channelId of ['webchat', 'AseChannel'])
    expect((await talk.post({ type: 'message', text: 'help', channelId })).status).toBe(401);
  expect(taken).toEqual([]);
});

test('where Microsoft’s keys cannot be had nobody gets in, and soon', async () => {
  for (const how of ['failing', 'silent'] as const) {
    const { chat, connector, logged } = await openStage({
      settings: withCredentials(await openKeys(how)),
      limits: { authenticationMs: 50 },
    });
    const talk = chat({ headers: bearer(token({ serviceurl: connector.url })) });
    const { status, text } = await talk.says('help');
    expect([status, text]).toEqual([401, unauthorized]);
    expect(logged.at(-1)?.msg).toMatch(/^a token (was refused|could not be checked in time)$/);
  }
});

test('without a network nobody gets in, and soon', async () => {
  const { chat, connector, logged } = await openStage({
    settings: withCredentials('https://login.invalid/openid'),
  });
  const talk = chat({ headers: bearer(token({ serviceurl: connector.url })) });
  expect((await talk.says('help')).status).toBe(401);
  expect(logged.at(-1)).toMatchObject({ msg: 'a token was refused', code: 'FetchError' });
});

test('a reply that cannot be signed is logged, and the turn is over', async () => {
  const { chat, connector, logged } = await openStage({
    settings: withCredentials(await openKeys()),
    limits: { sendMs: 50 },
  });
  const talk = chat({ headers: bearer(token({ serviceurl: connector.url })) });
  expect((await talk.says('help')).status).toBe(200);
  expect(logged.at(-1)).toMatchObject({ what: 'send', again: false });
  expect(connector.calls).toEqual([]);
});
