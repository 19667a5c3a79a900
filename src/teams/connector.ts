/**
 * Sending, replying, updating, opening chats and asking who is in one through the connector, in the place of botbuilder's own: those try whatever
 * ended with 500 or above, or with a broken connection, three times more and so send twice what may have arrived,
 * wait for as long as a Retry-After says, and take most of the CPU time of a turn.
 */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { late, within } from './limits.ts';

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

/** What the connector, or the way to it, said to a message it did not take. */
export interface SendFailure extends Error {
  readonly status?: number;
  /** `BotNotInConversationRoster`, `ECONNRESET`. */
  readonly code?: string;
  readonly retryAfterMs?: number;
}

const longestAnswer = 64 * 1024;
/** Of one page of people. */
const longestPage = 1024 * 1024;
export const peopleOnPage = 200;

export function sendLightly(
  connector: Connector,
  serviceUrl: string,
  agents: Agents,
  timeoutMs: number,
): Connector {
  const base = serviceUrl.replace(/\/+$/, '');
  const activities = (conversation: string, activity = '') =>
    `${base}/v3/conversations/${encodeURIComponent(conversation)}/activities${activity && `/${encodeURIComponent(activity)}`}`;
  const ask = async (method: string, url: string, conversation: string, activity?: unknown) => {
    const headers: Record<string, string> = {
      'content-type': 'application/json; charset=utf-8',
      // Asked for by Microsoft's support; HTTP headers hold no others.
      'x-ms-conversation-id': conversation.replace(/[^\x21-\x7e]/g, ''),
    };
    const set = (name: string, value: string) => {
      headers[name] = value;
    };
    const signing = connector.credentials.signRequest({ headers: { set } } as never).catch(() => {
      throw failure({ code: 'sign-in-failed' });
    });
    if ((await within(timeoutMs, signing)) === late) throw failure({ code: 'sign-in-timed-out' });
    return exchange(method, url, headers, activity, agents, timeoutMs);
  };
  const call = async (...what: Parameters<typeof ask>) => ({ id: wordAt(await ask(...what), 'id') ?? '' });
  const { conversations } = connector;
  const light = {
    sendToConversation: (id: string, activity: unknown) => call('POST', activities(id), id, activity),
    replyToActivity: (id: string, to: string, activity: unknown) =>
      call('POST', activities(id, to), id, activity),
    updateActivity: (id: string, which: string, activity: unknown) =>
      call('PUT', activities(id, which), id, activity),
    createConversation: (wanted: unknown) => call('POST', `${base}/v3/conversations`, '', wanted),
    getConversationPagedMembers: (id: string, { continuationToken }: { continuationToken: string }) => {
      const after = continuationToken && `&continuationToken=${encodeURIComponent(continuationToken)}`;
      const page = `pagedmembers?pageSize=${peopleOnPage}${after}`;
      return ask('GET', `${base}/v3/conversations/${encodeURIComponent(id)}/${page}`, id);
    },
    getConversationMember: (id: string, person: string) => {
      const path = `${encodeURIComponent(id)}/members/${encodeURIComponent(person)}`;
      return ask('GET', `${base}/v3/conversations/${path}`, id);
    },
  };
  Object.assign(conversations, light);
  return connector;
}

export interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

export function openAgents(): Agents {
  return { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
}

function exchange(
  method: string,
  url: string,
  headers: Record<string, string>,
  content: unknown,
  agents: Agents,
  timeoutMs: number,
): Promise<unknown> {
  const body = content === undefined ? '' : JSON.stringify(content);
  const most = method === 'GET' ? longestPage : longestAnswer;
  return new Promise((resolve, reject) => {
    const secure = url.startsWith('https:');
    const request = (secure ? https : http).request(url, {
      method,
      agent: secure ? agents.https : agents.http,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    });
    const timer = setTimeout(() => request.destroy(failure({ code: 'timed-out' })), timeoutMs);
    const settle = (error?: unknown) => {
      clearTimeout(timer);
      if (error) reject(error);
    };
    request.once('error', settle);
    request.once('response', (response) => {
      readAnswer(response, most).then((answer) => {
        settle();
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(answer);
        else reject(failure({ status, ...refusalIn(answer), ...waitIn(response) }));
      }, settle);
    });
    request.end(body);
  });
}

async function readAnswer(response: IncomingMessage, most: number): Promise<unknown> {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response) {
    text += chunk;
    if (text.length > most) break;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalIn(answer: unknown): { code?: string } {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer && answer.error;
  const code = wordAt(error, 'code');
  return code ? { code: code.slice(0, 80) } : {};
}

function wordAt(value: unknown, key: string): string | undefined {
  const word =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof word === 'string' ? word : undefined;
}

/** Seconds, or a date. */
function waitIn({ headers }: IncomingMessage): { retryAfterMs?: number } {
  const said = headers['retry-after'];
  if (!said) return {};
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, ms) } : {};
}

function failure(about: Pick<SendFailure, 'status' | 'code' | 'retryAfterMs'>): SendFailure {
  return Object.assign(new Error(`the connector answered ${about.status ?? about.code}`), about);
}
