/** Stands in for Microsoft's connector: takes what the bot sends, keeps all of it, and fails on demand. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Kind = 'message' | 'typing' | 'update' | 'delete' | 'create' | 'members';

/** An activity of the bot's, as it arrived. */
export interface Sent {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
  readonly conversation: { readonly id: string };
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into cards of every kind.
export type Card = any;

/** One request of the bot's, whatever became of it. */
export interface Call {
  readonly kind: Kind;
  readonly method: string;
  readonly path: string;
  readonly conversation: string;
  /** The activity that is replied to, updated or deleted. */
  readonly activityId?: string;
  readonly activity?: Sent;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
  readonly answered: number | 'dropped';
}

export type Fault =
  /** `code` is Teams' own: `BotNotInConversationRoster`. `retryAfter` goes out as it is. */
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string | number }
  /** Breaks the connection: `before` nothing was taken, `after` the message is in the chat all the same. */
  | { readonly drop: 'before' | 'after' }
  /** Answers as usual, but not until this has settled. */
  | { readonly hold: Promise<unknown> };

export interface Member {
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
}

export interface Connector {
  /** What activities carry as `serviceUrl`. */
  readonly url: string;
  /** In order of arrival. */
  readonly calls: readonly Call[];
  /** The messages of a conversation as its people see them now: updated, and without deleted ones. */
  seen(conversation?: string): Sent[];
  /** The content of all cards that are seen. */
  cards(conversation?: string): Card[];
  /** Waits for the next call of this kind that nobody has waited for yet. */
  next(kind: Kind): Promise<Call>;
  /** The next calls of this kind go wrong, one fault each, in this order. */
  fail(kind: Kind, ...faults: readonly Fault[]): void;
  /** Asked about each call that nothing is planned for: by its kind and conversation. */
  weather(faultIn: (kind: Kind, conversation: string) => Fault | undefined): void;
  /** Nobody listens any more, until it comes back at the same address. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  /** Of every conversation; two a page, so that paging is seen. */
  members: Member[];
  close(): Promise<void>;
}

const membersOnPage = 2;

export async function openConnector(): Promise<Connector> {
  const calls: Call[] = [];
  const chats = new Map<string, Sent[]>();
  const faults = new Map<Kind, Fault[]>();
  const waiting: { kind: Kind; resolve: (call: Call) => void }[] = [];
  const unread: Call[] = [];
  let weather: Parameters<Connector['weather']>[0] = () => undefined;
  let ids = 0;

  const chat = (conversation: string) => {
    const messages = chats.get(conversation) ?? [];
    chats.set(conversation, messages);
    return messages;
  };
  const record = (call: Call) => {
    calls.push(call);
    const index = waiting.findIndex(({ kind }) => kind === call.kind);
    if (index < 0) unread.push(call);
    else waiting.splice(index, 1)[0]?.resolve(call);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const wanted = read(request.method ?? '', request.url ?? '');
    const body = await bodyOf(request);
    if (!wanted) return send(response, 404, { error: { code: 'NotFound' } });
    const kind = wanted.kind === 'message' && typeOf(body) === 'typing' ? 'typing' : wanted.kind;
    const made = kind === 'message' || kind === 'create' || kind === 'typing';
    if (made) ids += 1;
    const id = made ? `sent-${ids}` : (wanted.activityId ?? '');
    const activity = isActivity(body) ? { ...body, id } : undefined;
    const fault = faults.get(kind)?.shift() ?? weather(kind, whereOf(wanted.conversation, body));
    const call = (answered: Call['answered']): Call => ({
      ...wanted,
      kind,
      method: request.method ?? '',
      path: request.url ?? '',
      body,
      headers: request.headers,
      answered,
      ...(activity ? { activity } : {}),
    });
    const take = () => {
      const messages = chat(wanted.conversation);
      const index = messages.findIndex((message) => message.id === wanted.activityId);
      if (kind === 'message' && activity) messages.push(activity);
      if (kind === 'update' && activity && index >= 0) messages[index] = activity;
      if (kind === 'delete' && index >= 0) messages.splice(index, 1);
    };
    if (fault && 'status' in fault) {
      record(call(fault.status));
      const error = { code: fault.code ?? 'ServiceError', message: 'as planned' };
      const wait = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return send(response, fault.status, { error }, wait);
    }
    if (fault && 'drop' in fault) {
      if (fault.drop === 'after') take();
      record(call('dropped'));
      request.socket.destroy();
      return;
    }
    const status = kind === 'update' || kind === 'members' || kind === 'delete' ? 200 : 201;
    take();
    record(call(status));
    if (fault) await fault.hold;
    if (kind === 'members' && wanted.activityId !== undefined) {
      const member = connector.members.find(
        (each) => each.id === wanted.activityId || each.aadObjectId === wanted.activityId,
      );
      return send(
        response,
        member ? 200 : 404,
        member ?? { error: { code: 'MemberNotFoundInConversation' } },
      );
    }
    if (kind === 'members') return send(response, 200, page(connector.members, wanted.query));
    return send(response, status, kind === 'create' ? { id: `made-${ids}`, activityId: id } : { id });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const leave = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  const port = await listen(0);
  const connector: Connector = {
    url: `http://127.0.0.1:${port}`,
    calls,
    seen: (conversation) => (conversation ? [...chat(conversation)] : [...chats.values()].flat()),
    cards: (conversation) =>
      connector
        .seen(conversation)
        .flatMap(({ attachments = [] }) => attachments.map(({ content }) => content)),
    next: (kind) => {
      const index = unread.findIndex((call) => call.kind === kind);
      const [call] = index < 0 ? [] : unread.splice(index, 1);
      return call ? Promise.resolve(call) : new Promise((resolve) => waiting.push({ kind, resolve }));
    },
    fail: (kind, ...more) => {
      faults.set(kind, [...(faults.get(kind) ?? []), ...more]);
    },
    weather: (faultIn) => {
      weather = faultIn;
    },
    leave,
    comeBack: async () => {
      await listen(port);
    },
    members: [],
    close: leave,
  };
  return connector;
}

interface Wanted {
  readonly kind: Kind;
  readonly conversation: string;
  readonly activityId?: string;
  readonly query: URLSearchParams;
}

const kinds: Readonly<Record<string, Kind>> = { POST: 'message', PUT: 'update', DELETE: 'delete' };

function read(method: string, url: string): Wanted | undefined {
  const { pathname, searchParams: query } = new URL(url, 'http://connector');
  const [version, root, conversation = '', what, activityId] = pathname
    .slice(1)
    .split('/')
    .map(decodeURIComponent);
  if (version !== 'v3' || root !== 'conversations') return undefined;
  if (!what) return method === 'POST' ? { kind: 'create', conversation, query } : undefined;
  if (method === 'GET' && (what === 'pagedmembers' || what === 'members'))
    return { kind: 'members', conversation, query, ...(activityId ? { activityId } : {}) };
  const kind = kinds[method];
  if (what !== 'activities' || !kind) return undefined;
  return { kind, conversation, query, ...(activityId ? { activityId } : {}) };
}

function page(members: readonly Member[], query: URLSearchParams): object {
  const from = Number(query.get('continuationToken') ?? 0);
  const to = from + membersOnPage;
  return {
    members: members.slice(from, to),
    ...(to < members.length ? { continuationToken: String(to) } : {}),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : undefined;
}

/** Where a chat is to be opened, whose it will be. */
function whereOf(conversation: string, body: unknown): string {
  const { members: [member] = [] } = (body ?? {}) as { readonly members?: readonly Member[] };
  return conversation || (member?.id ?? '');
}

function typeOf(body: unknown): unknown {
  return isActivity(body) ? body.type : undefined;
}

function isActivity(body: unknown): body is Sent {
  return typeof body === 'object' && body !== null && 'type' in body;
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
