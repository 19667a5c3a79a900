/** The Teams door: a server, its three routes, and how it is closed. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createServer, type Server } from 'restify';
import type { App } from '../app/app.ts';
import type { RosterSource } from '../app/people/roster.ts';
import type { Messenger } from '../app/reminder/messenger.ts';
import { OperatorError } from '../error.ts';
import { Adapter, Authentication } from './adapter.ts';
import { openBot } from './bot.ts';
import { isLoopback } from './caller.ts';
import { openAgents } from './connector.ts';
import { type Limits, usualLimits, within } from './limits.ts';
import { openMessenger } from './messenger.ts';
import type { Metrics } from './metrics.ts';
import { type Offers, openOffers } from './offers.ts';
import { quieten } from './quiet.ts';
import { receive } from './receive.ts';
import { type Refusal, refuse, respond } from './respond.ts';
import { openRoster } from './roster.ts';
import type { Renderer } from './send.ts';
import { exportsPath, serveOffer } from './serve-offer.ts';
import { developmentBanner, type Settings } from './settings.ts';

export interface DoorParts {
  readonly app: App;
  readonly renderer: Renderer;
  readonly settings: Settings;
  readonly log: Logger;
  /** Content and store are open. */
  readonly ready: () => boolean;
  readonly limits?: Partial<Limits>;
  readonly offers?: Offers;
  readonly metrics?: Metrics;
}

export interface Door {
  /** `http://127.0.0.1:3978` */
  readonly address: string;
  readonly messenger: Messenger;
  readonly roster: RosterSource;
  /** Takes no more turns, waits for those under way, and closes. */
  stop(): Promise<void>;
}

const routes: Readonly<Record<string, string>> = {
  '/api/messages': 'POST',
  '/healthz': 'GET',
  '/readyz': 'GET',
  '/metrics': 'GET',
};

export async function openTeamsDoor(parts: DoorParts): Promise<Door> {
  const { app, renderer, settings, log, ready } = parts;
  const limits = { ...usualLimits, ...parts.limits };
  const agents = openAgents();
  const adapter = new Adapter(new Authentication(settings, agents, limits.sendMs));
  const { development } = settings;
  const offers = parts.offers ?? openOffers(limits.offerMs);
  let at = '';
  const linkTo = (offer: string, name: string) => `${at}${exportsPath}${offer}/${encodeURIComponent(name)}`;
  const { metrics } = parts;
  const bot = openBot({
    ...{ app, renderer, development, log, limits, offers, linkTo },
    ...(metrics ? { metrics } : {}),
  });
  const underway = new Set<Promise<void>>();
  let stopping = false;

  const server = createServer({ name: '', log: log as never });
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 10_000;
  // Longer than the minute that proxies keep a connection for: the one who opened it should close it.
  server.server.keepAliveTimeout = 75_000;

  server.pre((request, response, next) => {
    const refusal = judge(request, settings);
    if (!refusal) return next();
    refuse(response, refusal, refusal.code === 'method-not-allowed' ? { allow: routeOf(request) ?? '' } : {});
    next(false);
  });
  server.post('/api/messages', async (request: IncomingMessage, response: ServerResponse) => {
    if (stopping) return refuse(response, { code: 'stopping', message: 'The bot is stopping.' });
    // Under way until the answer has left, or the caller: closing a connection would cut it off.
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const turn = receive({ request, response, adapter, bot, settings, log, limits }).then(() => closed);
    underway.add(turn);
    await turn.finally(() => underway.delete(turn));
  });
  if (development)
    server.get(`${exportsPath}*`, async (request: IncomingMessage, response: ServerResponse) => {
      serveOffer(offers, request, response);
    });
  server.get('/metrics', async (request: IncomingMessage, response: ServerResponse) => {
    // For an agent on this machine; what came through a proxy came from elsewhere.
    if (!metrics || !isNeighbour(request)) return refuse(response, { code: 'not-found', message: nothing });
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
    response.end(text);
  });
  server.get('/healthz', async (_request: IncomingMessage, response: ServerResponse) =>
    respond(response, 200, { alive: true }),
  );
  server.get('/readyz', async (_request: IncomingMessage, response: ServerResponse) => {
    const isReady = !stopping && ready();
    respond(response, isReady ? 200 : 503, { ready: isReady });
  });

  const address = await listen(server, settings, log);
  at = address;
  const unquieten = quieten();
  if (settings.development) log.warn({ address }, developmentBanner);
  log.info({ address }, 'listening');
  const close = async () => {
    stopping = true;
    const closed = new Promise<void>((resolve) => server.close(resolve));
    await within(limits.drainMs, Promise.all(underway));
    server.server.closeIdleConnections();
    // What is still busy now would hold up the end for ever.
    await within(limits.lastWordMs, closed);
    server.server.closeAllConnections();
    await closed;
    agents.http.destroy();
    agents.https.destroy();
    unquieten();
  };
  let closing: Promise<void> | undefined;
  return {
    address,
    messenger: openMessenger({ adapter, renderer, settings, limits }),
    roster: openRoster({ adapter, settings, limits }),
    stop() {
      closing ??= close();
      return closing;
    },
  };
}

function routeOf({ url }: IncomingMessage): string | undefined {
  const path = (url ?? '').split('?', 1)[0] ?? '';
  return Object.hasOwn(routes, path) ? routes[path] : undefined;
}

function judge(request: IncomingMessage, { development }: Settings): Refusal | undefined {
  // A page in the developer's browser can give any name to this machine, but cannot call itself localhost.
  if (development && !isLoopback(hostOf(request)))
    return { code: 'host-refused', message: 'In development only this machine is answered.' };
  const method = development && request.url?.startsWith(exportsPath) ? 'GET' : routeOf(request);
  if (!method) return { code: 'not-found', message: nothing };
  if (request.method === method) return undefined;
  return { code: 'method-not-allowed', message: `Only ${method} is answered here.` };
}

const nothing = 'There is nothing here.';

function isNeighbour({ socket, headers }: IncomingMessage): boolean {
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isHere = from === '::1' || isLoopback(from);
  return isHere && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}

function hostOf({ headers }: IncomingMessage): string {
  const address = `http://${headers.host ?? ''}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}

function listen(server: Server, { port, host }: Settings, log: Logger): Promise<string> {
  return new Promise((resolve, reject) => {
    // restify hands errors of its server on, and would throw them with nobody to catch.
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (server.server.listening) return log.error({ code: error.code }, 'the server met an error');
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(taken ? new OperatorError('port-taken', `port ${port} cannot be had`) : error);
    });
    server.server.listen({ port, ...(host ? { host } : {}) }, () => {
      const { port } = server.server.address() as AddressInfo;
      resolve(`http://${host ?? 'localhost'}:${port}`);
    });
  });
}
