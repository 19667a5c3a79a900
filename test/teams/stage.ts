/** A real door on a free port, the connector stand-in behind it, and in the place of the house a function. */
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Request } from '../../src/app/app.ts';
import type { CardCommand } from '../../src/app/command.ts';
import type { Outcome, Reply } from '../../src/app/reply.ts';
import type { Limits } from '../../src/teams/limits.ts';
import type { Metrics } from '../../src/teams/metrics.ts';
import type { Offers } from '../../src/teams/offers.ts';
import type { Renderer } from '../../src/teams/send.ts';
import { type Door, openTeamsDoor } from '../../src/teams/server.ts';
import { readSettings, type Settings } from '../../src/teams/settings.ts';
import { type Chat, type ChatOptions, openChat } from '../connector/chat.ts';
import { type Connector, openConnector } from '../connector/connector.ts';

export interface Stage {
  readonly connector: Connector;
  readonly door: Door;
  readonly address: string;
  /** What reached the house. */
  readonly taken: Request[];
  /** What was logged, line by line. */
  readonly logged: Record<string, unknown>[];
  chat(options?: Pick<ChatOptions, 'person' | 'where' | 'headers'>): Chat;
}

export interface StageOptions {
  readonly take?: (request: Request) => Outcome | Promise<Outcome>;
  readonly settings?: Partial<Settings>;
  readonly limits?: Partial<Limits>;
  readonly ready?: () => boolean;
  readonly render?: Renderer['render'];
  readonly metrics?: Metrics;
  readonly write?: Renderer['write'];
  readonly offers?: Offers;
  readonly read?: Renderer['read'];
  readonly picture?: Renderer['picture'];
}

export async function openStage({
  take,
  settings,
  limits,
  ready,
  render,
  picture,
  write,
  read,
  offers,
  metrics,
}: StageOptions = {}): Promise<Stage> {
  const connector = await openConnector();
  onTestFinished(() => connector.close());
  const taken: Request[] = [];
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line) => void logged.push(JSON.parse(line)) });
  const door = await openTeamsDoor({
    app: {
      async take(request) {
        taken.push(request);
        return take ? take(request) : { messages: [notice(`heard ${request.command.do}`)] };
      },
    },
    renderer: {
      render: render ?? draw,
      ...(picture ? { picture } : {}),
      ...(write ? { write } : {}),
      ...(read ? { read } : {}),
    },
    ...(offers ? { offers } : {}),
    settings: { ...readSettings({ PORT: '0' }), ...settings },
    log,
    ready: ready ?? (() => true),
    ...(metrics ? { metrics } : {}),
    limits: { backOffMs: 1, typingAfterMs: 60_000, ...limits },
  });
  onTestFinished(() => door.stop());
  const { address } = door;
  return {
    connector,
    door,
    address,
    taken,
    logged,
    chat: (options) => openChat({ address, connector, ...options }),
  };
}

export function notice(title: string, ...buttons: readonly CardCommand[]): Reply {
  return {
    kind: 'notice',
    tone: 'plain',
    title,
    lines: [],
    buttons: buttons.map((command) => ({ title: command.do, command })),
  };
}

/** The least that a client could show. */
function draw(reply: Reply) {
  const title = 'title' in reply ? reply.title : reply.kind;
  const links = 'links' in reply ? { links: reply.links } : {};
  const buttons = 'buttons' in reply ? reply.buttons : [];
  const actions = buttons.map((button) => ({
    type: 'Action.Execute',
    title: button.title,
    verb: 'bridgekeeper',
    data: { command: button.command },
  }));
  return {
    card: { type: 'AdaptiveCard', version: '1.5', body: [{ title, ...links }], actions },
    text: title,
  };
}

/** The titles of cards that `draw` made. */
export function titles(cards: readonly { body: [{ title: string }] }[]): string[] {
  return cards.map(({ body }) => body[0].title);
}

/** A promise to be settled by hand. */
export function gate<Value = void>() {
  let open: (value: Value) => void = () => undefined;
  const opened = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
