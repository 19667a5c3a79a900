/** The settings of the Teams door: read from a record, every mistake an operator's error with its remedy. */
import { OperatorError } from '../error.ts';

export interface Settings {
  readonly port: number;
  /** The address to listen on; absent means every one of this machine. */
  readonly host?: string;
  /** Without credentials: nobody's word is checked, so only this machine is listened to. */
  readonly development: boolean;
  readonly credentials?: Credentials;
  /** Tenants that may use the bot, in lower case. */
  readonly tenants: readonly string[] | 'any';
  /** Endpoints of another cloud than the public one. */
  readonly cloud?: Cloud;
}

export interface Credentials {
  readonly appId: string;
  readonly type: AppType;
  readonly tenant?: string;
  readonly password?: string;
}

export interface Cloud {
  readonly openIdMetadata: string;
  readonly issuer: string;
  readonly login: string;
  readonly scope: string;
}

const appTypes = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;
type AppType = (typeof appTypes)[number];
type Environment = Readonly<Record<string, string | undefined>>;

export const developmentBanner =
  'Development: no credentials, so callers are not checked and only this machine can reach the bot.';

export function readSettings(environment: Environment): Settings {
  // An empty line of an .env file is a setting that is not made.
  const given = (name: string) => environment[name]?.trim() || undefined;
  const port = readPort(given('PORT'));
  const tenants = given('BRIDGEKEEPER_TENANTS');
  const credentials = readCredentials(given);
  if (credentials) {
    return { port, development: false, credentials, tenants: readTenants(tenants ?? credentials.tenant) };
  }
  if (given('NODE_ENV') === 'production') {
    throw new OperatorError('credentials-missing', 'with NODE_ENV=production the bot needs credentials');
  }
  return {
    port,
    host: '127.0.0.1',
    development: true,
    tenants: tenants ? readTenants(tenants) : 'any',
  };
}

function readPort(port = '3978'): number {
  const number = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  if (number >= 0 && number <= 65_535) return number;
  throw new OperatorError('port-taken', `PORT is "${port}", which is no port from 0 to 65535`);
}

function readCredentials(given: (name: string) => string | undefined): Credentials | undefined {
  const [appId, password] = [given('MicrosoftAppId'), given('MicrosoftAppPassword')];
  const tenant = given('MicrosoftAppTenantId');
  // The SDK takes an empty id for "no checks wanted"; beside a secret it is a slip.
  if (!appId && password) throw invalid('MicrosoftAppPassword is set, but MicrosoftAppId is not');
  if (!appId) return undefined;
  const type = readType(given('MicrosoftAppType'));
  if (type !== 'MultiTenant' && !tenant) throw invalid(`${type} needs MicrosoftAppTenantId`);
  if (type === 'UserAssignedMSI' && password)
    throw invalid('UserAssignedMSI takes no MicrosoftAppPassword; remove it');
  if (type !== 'UserAssignedMSI' && !password) throw invalid(`${type} needs MicrosoftAppPassword`);
  return { appId, type, ...(tenant ? { tenant } : {}), ...(password ? { password } : {}) };
}

/**
 * Absent means SingleTenant: it demands a tenant, lets in one, and is the only kind that can still be registered.
 * The SDK would take anything it does not know, a slip of the keyboard too, for MultiTenant.
 */
function readType(said = 'SingleTenant'): AppType {
  const type = appTypes.find((known) => known.toLowerCase() === said.toLowerCase());
  if (!type) throw invalid(`MicrosoftAppType is "${said}"`);
  return type;
}

function readTenants(list: string | undefined): readonly string[] {
  const tenants = (list ?? '')
    .split(',')
    .map((tenant) => tenant.trim().toLowerCase())
    .filter(Boolean);
  // Teams names tenants by id only: a domain would shut everybody out without a word.
  const domain = tenants.find((tenant) => tenant.includes('.'));
  if (domain) throw new OperatorError('tenants-missing', `"${domain}" is a domain, not a tenant's id`);
  if (tenants.length > 0) return tenants;
  throw new OperatorError('tenants-missing', 'it is not said which tenants may use the bot');
}

function invalid(message: string): OperatorError {
  return new OperatorError('credentials-invalid', message);
}
