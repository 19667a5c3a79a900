/** One person in one conversation with the bot: says, taps, installs; and sees what comes of it. */
import {
  type Activity,
  activity,
  ada,
  attached,
  executed,
  installed,
  type Person,
  personalChat,
  removed,
  submitted,
  typed,
  type Where,
} from './activities.ts';
import type { Card, Connector, Sent } from './connector.ts';

export interface Answered {
  readonly status: number;
  /** The response as it came, and as JSON where it is. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind.
  readonly body: any;
}

/** Posts anything to the bot, as JSON unless it is a text already. */
export async function post(
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(`${address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface ChatOptions {
  readonly address: string;
  readonly connector: Connector;
  readonly person?: Person;
  readonly where?: Where;
  readonly headers?: Record<string, string>;
}

export interface Chat {
  /** A whole activity, to be changed and posted by hand. */
  activity(more: Activity): Activity;
  post(more: Activity): Promise<Answered>;
  /** Each of these answers when the turn is over. */
  says(text: string, more?: Activity): Promise<Answered>;
  submits(data: unknown, messageId?: string): Promise<Answered>;
  executes(data: unknown, messageId?: string): Promise<Answered>;
  attaches(name: string, downloadUrl: string): Promise<Answered>;
  installs(): Promise<readonly Answered[]>;
  removes(): Promise<Answered>;
  /**
   * Taps the button with this title, on the newest card that has one, with these inputs by id. A client sends
   * what an Action.Execute or its fallback carries, together with every input of the card.
   */
  taps(
    title: string,
    inputs?: Readonly<Record<string, string>>,
    how?: 'execute' | 'submit',
  ): Promise<Answered>;
  /** The messages as they stand now. */
  seen(): Sent[];
  cards(): Card[];
}

export function openChat({
  address,
  connector,
  person = ada,
  where = personalChat(),
  headers,
}: ChatOptions): Chat {
  const build = (more: Activity) => activity(connector.url, where, person, more);
  const send = (more: Activity) => post(address, build(more), headers);
  const here = where.conversation.id;
  return {
    activity: build,
    post: send,
    says: (text, more) => send(typed(where, text, more)),
    submits: (data, messageId) => send(submitted(data, messageId)),
    executes: (data, messageId) => send(executed(data, messageId)),
    attaches: (name, downloadUrl) => send(attached(name, downloadUrl)),
    installs: () => Promise.all(installed().map(send)),
    removes: () => send(removed()),
    taps(title, inputs = {}, how = 'execute') {
      for (const message of connector.seen(here).reverse()) {
        for (const { content } of message.attachments ?? []) {
          const action = findAction(content, title);
          if (action)
            return send(
              (how === 'execute' ? executed : submitted)({ ...action.data, ...inputs }, message.id),
            );
        }
      }
      throw new Error(`no card in ${here} has a button "${title}"`);
    },
    seen: () => connector.seen(here),
    cards: () => connector.cards(here),
  };
}

interface Action {
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Anywhere in the card; as drawn by a client that knows Action.Execute. */
function findAction(node: unknown, title: string): Action | undefined {
  if (Array.isArray(node)) return node.map((each) => findAction(each, title)).find(Boolean);
  if (typeof node !== 'object' || node === null) return undefined;
  const { type, title: own } = node as Record<string, unknown>;
  if ((type === 'Action.Execute' || type === 'Action.Submit') && own === title) return node as Action;
  return findAction(Object.values(node), title);
}
