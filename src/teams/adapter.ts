/** botbuilder at the rim: who may call, and one turn. The two classes are what it demands. */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import type { IncomingActivity } from './activity.ts';
import { type Agents, type Connector, sendLightly } from './connector.ts';
import type { Cloud, Settings } from './settings.ts';

export type Admission = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

const publicIssuer = 'https://api.botframework.com';
const mostConnectors = 50;

export class Authentication extends ConfigurationBotFrameworkAuthentication {
  private readonly prepare: (connector: Connector, serviceUrl: string) => Connector;
  private readonly connectors = new Map<string, Promise<Connector>>();
  private tokenClient:
    | ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
    | undefined;

  constructor({ credentials, cloud }: Settings, agents: Agents, sendMs: number) {
    const issuer = cloud?.issuer ?? publicIssuer;
    super(
      {
        ...(credentials && {
          MicrosoftAppId: credentials.appId,
          MicrosoftAppType: credentials.type,
          ...(credentials.password && { MicrosoftAppPassword: credentials.password }),
          ...(credentials.tenant && { MicrosoftAppTenantId: credentials.tenant }),
        }),
        ...(cloud && endpoints(cloud)),
      },
      undefined,
      // Left alone, botbuilder lets in what the Emulator and other bots may have signed, too.
      { requiredEndorsements: [], validateClaims: async (claims) => onlyFrom(issuer, claims) },
    );
    this.prepare = (connector, serviceUrl) => sendLightly(connector, serviceUrl, agents, sendMs);
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Admission> {
    const admission = await super.authenticateRequest(activity, header);
    const { connectorFactory } = admission;
    return connectorFactory ? { ...admission, connectorFactory: this.keeping(connectorFactory) } : admission;
  }

  override createConnectorFactory(
    ...[identity]: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
  ) {
    return this.keeping(super.createConnectorFactory(identity));
  }

  /** Nobody signs in here, yet botbuilder builds this client for each turn: once is enough. */
  override createUserTokenClient(
    ...[identity]: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ) {
    this.tokenClient ??= super.createUserTokenClient(identity);
    return this.tokenClient;
  }

  /** A connector knows an address and our credentials, nothing of a turn; botbuilder would build one for each. */
  private keeping(factory: NonNullable<Admission['connectorFactory']>) {
    const create = (serviceUrl: string, audience: string): Promise<Connector> => {
      const key = `${audience} ${serviceUrl}`;
      const kept = this.connectors.get(key);
      if (kept !== undefined) return kept;
      if (this.connectors.size >= mostConnectors) this.connectors.clear();
      const made = factory.create(serviceUrl, audience).then((one) => this.prepare(one, serviceUrl));
      this.connectors.set(key, made);
      made.catch(() => this.connectors.delete(key));
      return made;
    };
    return { create };
  }
}

function onlyFrom(issuer: string, claims: readonly { type: string; value: string }[]): void {
  if (!claims.some(({ type, value }) => type === 'iss' && value === issuer))
    throw new Error('the token is not one of the channel');
}

function endpoints(cloud: Cloud) {
  return {
    ToChannelFromBotLoginUrl: cloud.login,
    ToChannelFromBotOAuthScope: cloud.scope,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    OAuthUrl: cloud.scope,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadata,
    CallerId: 'urn:botframework:azure',
  };
}

export class Adapter extends CloudAdapter {
  private readonly authentication: Authentication;

  constructor(authentication: Authentication) {
    super(authentication);
    this.authentication = authentication;
  }

  admit(activity: IncomingActivity, header: string): Promise<Admission> {
    return this.authentication.authenticateRequest(activity as unknown as Activity, header);
  }

  /** For speaking first. `continueConversationAsync` would answer a message that nobody ever sent. */
  connectorFor(appId: string, serviceUrl: string, audience: string): Promise<Connector> {
    const identity = this.createClaimsIdentity(appId);
    return this.authentication.createConnectorFactory(identity).create(serviceUrl, audience);
  }

  /**
   * One turn of somebody who was let in. Not `process`: that one prints stacks on the console and tells the caller
   * what an error says.
   */
  take(admission: Admission, activity: IncomingActivity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(admission, activity as unknown as Activity, logic);
  }
}
