import { expect, test } from 'vitest';
import { checkActivity } from '../../src/teams/activity.ts';
import { whyRefused } from '../../src/teams/caller.ts';
import { readSettings } from '../../src/teams/settings.ts';
import { activity, ada, personalChat, tenant } from '../connector/activities.ts';
import { openKeys, token, withCredentials } from './keys.ts';
import { openStage } from './stage.ts';

const other = 'bbbbbbbb-0000-0000-0000-000000000002';

test('another tenant, another channel and a foreign address are shown the door, without a word', async () => {
  const { chat, connector, taken, logged } = await openStage({ settings: { tenants: [tenant] } });
  const here = chat();
  const elsewhere = chat({ where: personalChat('a:other', other) });
  const answers = [
    await elsewhere.says('help'),
    await elsewhere.executes({ command: { do: 'help' } }),
    ...(await elsewhere.installs()),
    await here.says('help', { channelId: 'webchat' }),
    await here.says('help', { serviceUrl: 'https://evil.example/' }),
    await here.says('help', { channelData: {}, conversation: { id: 'c' } }),
  ];
  expect(answers.map(({ status, text }) => [status, text])).toEqual(Array(7).fill([403, '']));
  expect(taken).toEqual([]);
  expect(connector.calls).toEqual([]);
  const lines = logged.filter(({ msg }) => msg === 'an activity was refused');
  expect(lines.map(({ refused }) => refused)).toEqual([
    ...Array(4).fill('tenant'),
    'channel',
    'service-address',
    'tenant',
  ]);
  expect(lines[0]).toMatchObject({ tenant: other, type: 'message', channel: 'msteams' });
});

test('a token that Microsoft signed opens nothing for a tenant that is not on the list', async () => {
  const { chat, connector, taken } = await openStage({ settings: withCredentials(await openKeys()) });
  const headers = { authorization: `Bearer ${token({ serviceurl: connector.url })}` };
  const { status } = await chat({ headers, where: personalChat('a:other', other) }).says('help');
  expect(status).toBe(403);
  expect(taken).toEqual([]);
});

function judge(environment: Record<string, string>, more: Record<string, unknown>) {
  const checked = checkActivity(
    activity('https://smba.trafficmanager.net/emea/', personalChat(), ada, { type: 'message', ...more }),
  );
  if (!checked.ok) throw new Error(checked.why);
  return whyRefused(checked.activity, readSettings(environment));
}

const production = {
  MicrosoftAppId: 'app',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: tenant.toUpperCase(),
};

test('every tenant that an activity names has to be on the list', () => {
  const names = (own?: string, home?: string) =>
    judge(production, {
      channelData: own ? { tenant: { id: own } } : {},
      conversation: { id: 'c', tenantId: home },
    });
  expect(names(tenant, tenant)).toBeUndefined();
  expect(names(tenant)).toBeUndefined();
  expect(names(undefined, tenant)).toBeUndefined();
  expect(names(tenant, other)).toBe('tenant');
  expect(names(other, tenant)).toBe('tenant');
  expect(names()).toBe('tenant');
});

test('the emulator is heard in development only', () => {
  const emulator = { channelId: 'emulator', serviceUrl: 'http://localhost:56150/_connector' };
  expect(judge({}, emulator)).toBeUndefined();
  expect(judge(production, emulator)).toBe('channel');
});

test('replies go to this machine in development, and elsewhere over encrypted lines only', () => {
  for (const serviceUrl of ['http://localhost:56150/_connector', 'http://127.0.0.1', 'https://[::1]:1'])
    expect(judge({}, { serviceUrl })).toBeUndefined();
  for (const serviceUrl of [
    'https://smba.trafficmanager.net/emea/',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'file://localhost/etc/passwd',
    'localhost',
  ])
    expect(judge({}, { serviceUrl })).toBe('service-address');
  expect(judge(production, {})).toBeUndefined();
  expect(judge(production, { serviceUrl: 'http://smba.trafficmanager.net/emea/' })).toBe('service-address');
});
