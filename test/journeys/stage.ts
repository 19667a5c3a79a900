/** The whole house without a network: what a person types or taps goes in, what they would see comes out. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../src/app/app.ts';
import type { Caller, Command, Place } from '../../src/app/command.ts';
import type { ExportFile } from '../../src/app/export/files.ts';
import type { House } from '../../src/app/house.ts';
import type { RosterSource } from '../../src/app/people/roster.ts';
import { readDateWords } from '../../src/app/read-date.ts';
import type { Outcome, Reply } from '../../src/app/reply.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import { openRenderer } from '../../src/render/renderer.ts';
import { checkDocument } from '../../src/store/document-schema.ts';
import { openJsonStore } from '../../src/store/json-store.ts';
import type { Store } from '../../src/store/store.ts';
import { readTyped } from '../../src/teams/read-text.ts';
import { content } from '../shipped-content.ts';
import { buttonsOf, commandOf, type Filled } from './tapping.ts';

export { content };

export const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
export const renderer = openRenderer(path('cards'), content);

export const sample = () =>
  ['applications.csv', 'integrations.csv'].map((file) => ({
    file,
    text: readFileSync(path(`samples/florida-palm/${file}`), 'utf8'),
  }));

/** A card as people see it. */
export interface Shown {
  readonly card: object;
  readonly text: string;
}

export interface Stage {
  readonly house: House;
  /** What is on the screen in a conversation, newest first; a card that was replaced is gone from it. */
  onScreen(place: Place): readonly Shown[];
  /** All cards of a conversation, newest first. */
  everShown(place: Place): readonly Shown[];
  /** The file that was handed out last in a conversation. */
  handedOut(place: Place): ExportFile | undefined;
  /** Adds to the clock, in hours. */
  wait(hours: number): void;
  /** Closes the store and opens it again, as a restart of the process does. */
  restart(): Promise<void>;
  /** Types a text; a new delivery unless its id is given. */
  says(who: string, text: string, how?: How): Promise<Shown[]>;
  /** Taps a button of a card on the screen, the newest that has it, with inputs by their label. */
  taps(who: string, title: string, filled?: Filled, how?: How & Tapped): Promise<Shown[]>;
  /** Something arrives unasked. */
  arrives(who: string, reply: Reply): void;
  /** Sends a command as a door would, and shows what comes back. */
  takes(who: string, command: Command, how?: How): Promise<Shown[]>;
  /** Sends a command as a door would. */
  take(who: string, command: Command, how?: How): Promise<Outcome>;
  close(): Promise<void>;
}

export interface How {
  /** Where it happens; in personal chat unless it is given. */
  readonly place?: Place;
  /** The id of the delivery; the same again is the same message delivered again. */
  readonly id?: string;
  readonly tenant?: string;
}

export interface Tapped {
  /** The card to tap, also where it was replaced long ago: another of the person's devices may still show it. */
  readonly card?: object;
}

/** What stands between the house and its store, where a test wants to get in the way. */
export type Meddle = (store: Store) => Store;

const nobodyAsked = async () => ({ ok: false, why: 'nobody is asked about alone' }) as const;

export async function openStage({
  start = '2026-03-02T08:00:00.000Z',
  development = true,
  roster,
  meddle = (store) => store,
}: {
  readonly start?: string;
  readonly development?: boolean;
  readonly roster?: Pick<RosterSource, 'members'> & Partial<RosterSource>;
  readonly meddle?: Meddle;
} = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-'));
  let clock = Date.parse(start);
  let ids = 0;
  const nextId = () => {
    ids += 1;
    return String(ids).padStart(8, '0');
  };
  const open = async (): Promise<House> => ({
    content,
    calculations,
    store: meddle(await openJsonStore(folder, checkDocument)),
    judged: new WeakMap(),
    door: 'teams',
    now: () => new Date(clock),
    startedAt: new Date(clock).toISOString(),
    newId: () => `card-${nextId()}`,
    readDate: readDateWords,
    development,
    sample,
    ...(roster ? { roster: { person: nobodyAsked, ...roster } } : {}),
  });
  let house = await open();
  let app = openApp(house);
  const screens = new Map<string, Shown[]>();
  const screenOf = ({ id }: Place) => screens.get(id) ?? [];
  const shownIn = new Map<string, Shown[]>();
  const files = new Map<string, ExportFile>();

  const take = (who: string, command: Command, { place = privately(who), id, tenant }: How = {}) => {
    clock += 1000;
    const caller = { ...callerOf(who, place), ...(tenant ? { tenant } : {}) };
    return app.take({ caller, turn: id ?? `delivery-${nextId()}`, command });
  };
  const show = ({ replace, messages, file }: Outcome, place: Place, tapped?: object): Shown[] => {
    const shown = [...(replace ? [replace] : []), ...messages].map((reply) => renderer.render(reply));
    if (file) files.set(place.id, file);
    const left = screenOf(place).filter(({ card }) => !replace || card !== tapped);
    screens.set(place.id, [...shown.toReversed(), ...left]);
    shownIn.set(place.id, [...shown.toReversed(), ...(shownIn.get(place.id) ?? [])]);
    return shown;
  };
  const takes = async (who: string, command: Command, how: How = {}) =>
    show(await take(who, command, how), how.place ?? privately(who));
  return {
    get house() {
      return house;
    },
    onScreen: screenOf,
    everShown: ({ id }) => shownIn.get(id) ?? [],
    handedOut: ({ id }) => files.get(id),
    wait: (hours) => {
      clock += hours * 3_600_000;
    },
    restart: async () => {
      await house.store.close();
      clock += 1000;
      house = await open();
      app = openApp(house);
    },
    says: (who, text, how) => takes(who, readTyped(text), how),
    taps: async (who, title, filled = {}, { card, ...how } = {}) => {
      const place = how.place ?? privately(who);
      const cards = card ? [card] : screenOf(place).map((shown) => shown.card);
      const tapped = cards.find((each) => buttonsOf(each).includes(title));
      if (!tapped) {
        const there = cards.flatMap(buttonsOf).join(', ');
        throw new Error(`${who} sees no button “${title}”; there are: ${there}`);
      }
      return show(await take(who, commandOf(tapped, title, filled), how), place, tapped);
    },
    arrives: (who, reply) => void show({ messages: [reply] }, privately(who)),
    takes,
    take,
    close: async () => {
      await house.store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function privately(who: string): Place {
  return { id: `chat-with-${who}`, kind: 'personal' };
}

export function channelOf(team: string): Place {
  return { id: `channel-of-${team}`, kind: 'channel', team };
}

export function callerOf(who: string, conversation: Place): Caller {
  return { tenant: 'tenant-1', id: `id-of-${who}`, name: who, conversation };
}
