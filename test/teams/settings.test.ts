import { expect, test } from 'vitest';
import { OperatorError } from '../../src/error.ts';
import { readSettings } from '../../src/teams/settings.ts';

const single = {
  MicrosoftAppId: 'app',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: 'Tenant-1',
};

function complaint(environment: Record<string, string>): [string, string] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof OperatorError) return [error.code, error.message];
    throw error;
  }
  throw new Error('nothing to complain about');
}

test('without credentials it is development: this machine only, and every tenant of it', () => {
  const settings = { port: 3978, host: '127.0.0.1', development: true, tenants: 'any' };
  expect(readSettings({})).toEqual(settings);
  expect(readSettings({ MicrosoftAppId: ' ', BRIDGEKEEPER_TENANTS: '' })).toEqual(settings);
});

test('a list of tenants holds in development too', () => {
  expect(readSettings({ BRIDGEKEEPER_TENANTS: ' A, b ,' }).tenants).toEqual(['a', 'b']);
});

test('with credentials every address is listened to, and only named tenants are served', () => {
  expect(readSettings({ ...single, PORT: '80', NODE_ENV: 'production' })).toEqual({
    port: 80,
    development: false,
    credentials: { appId: 'app', type: 'SingleTenant', tenant: 'Tenant-1', password: 'secret' },
    tenants: ['tenant-1'],
  });
  expect(readSettings({ ...single, BRIDGEKEEPER_TENANTS: 'x,y' }).tenants).toEqual(['x', 'y']);
});

test('in production it does not start without credentials', () => {
  expect(complaint({ NODE_ENV: 'production' })[0]).toBe('credentials-missing');
});

test('a type that is not said is SingleTenant, and one that is misspelt is refused', () => {
  const { MicrosoftAppType: _, ...untyped } = single;
  expect(readSettings(untyped).credentials?.type).toBe('SingleTenant');
  expect(readSettings({ ...single, MicrosoftAppType: 'singletenant' }).credentials?.type).toBe(
    'SingleTenant',
  );
  for (const MicrosoftAppType of ['Single Tenant', 'SingelTenant', 'Multi', 'ManagedIdentity'])
    expect(complaint({ ...single, MicrosoftAppType })).toEqual([
      'credentials-invalid',
      `MicrosoftAppType is "${MicrosoftAppType}"`,
    ]);
});

test('each type has the values it needs, and no others', () => {
  const { MicrosoftAppPassword: _, ...open } = single;
  const { MicrosoftAppTenantId: __, ...homeless } = single;
  expect(complaint(open)[0]).toBe('credentials-invalid');
  expect(complaint(homeless)[0]).toBe('credentials-invalid');
  expect(complaint({ ...open, MicrosoftAppType: 'MultiTenant' })[0]).toBe('credentials-invalid');
  expect(complaint({ ...single, MicrosoftAppType: 'UserAssignedMSI' })[0]).toBe('credentials-invalid');
  expect(readSettings({ ...open, MicrosoftAppType: 'UserAssignedMSI' }).credentials).toEqual({
    appId: 'app',
    type: 'UserAssignedMSI',
    tenant: 'Tenant-1',
  });
});

test('a secret without an id is a slip, not a wish for no checks', () => {
  expect(complaint({ MicrosoftAppPassword: 'secret' })[0]).toBe('credentials-invalid');
});

test('a bot of many tenants says which', () => {
  const multi = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'secret', MicrosoftAppType: 'MultiTenant' };
  expect(complaint(multi)[0]).toBe('tenants-missing');
  expect(complaint({ ...multi, BRIDGEKEEPER_TENANTS: ' , ' })[0]).toBe('tenants-missing');
  expect(readSettings({ ...multi, BRIDGEKEEPER_TENANTS: 'a' }).tenants).toEqual(['a']);
});

test('a domain in the place of a tenant’s id would shut everybody out, so it is refused', () => {
  expect(complaint({ ...single, BRIDGEKEEPER_TENANTS: 'contoso.com' })).toEqual([
    'tenants-missing',
    '"contoso.com" is a domain, not a tenant\'s id',
  ]);
});

test('a port is a number that there is', () => {
  expect(readSettings({ PORT: '0' }).port).toBe(0);
  for (const PORT of ['http', '-1', '65536', '80.5', '0x50', '1e3', '999999'])
    expect(complaint({ PORT })).toEqual([
      'port-taken',
      `PORT is "${PORT}", which is no port from 0 to 65535`,
    ]);
});

test('no complaint repeats a secret', () => {
  const said = JSON.stringify([
    complaint({ ...single, MicrosoftAppType: 'x' }),
    complaint({ MicrosoftAppPassword: 'secret' }),
  ]);
  expect(said).not.toContain('secret');
});
