/** Who is in a project's team or chat. Teams is asked every few hours, and when somebody is looked for and not found. */
import type { Home, Project } from '../../core/landscape/landscape.ts';
import { afterComings, type Coming, comings, type Listed, type Roster } from '../../core/landscape/roster.ts';
import type { Deed } from '../../core/register/deed.ts';
import type { Reader } from '../../store/store.ts';
import { change, changeProject, readConversation, rosterKey } from '../documents.ts';
import type { House } from '../house.ts';
import { withDeeds } from '../register/deeds.ts';
import { anyConversation } from '../reminder/addressing.ts';

/** What the house asks of a door that knows who is in a conversation. */
export interface RosterSource {
  /** All of them or nothing. `by`: the address of some conversation of the same tenant. */
  members(by: unknown, conversation: string): Promise<RosterReading>;
  /** One of them, where all are too many or cannot be read. */
  person(by: unknown, conversation: string, id: string): Promise<PersonReading>;
}

export type PersonReading =
  | { readonly ok: true; readonly person: Listed }
  | { readonly ok: false; readonly why: string };

export type RosterReading =
  | { readonly ok: true; readonly members: readonly Listed[] }
  | { readonly ok: false; readonly why: string };

const fresh = 4 * 3_600_000;
/** Teams counts how often it is asked; whoever is not found now will not be found a moment later. */
const pause = 60_000;

/** The roster as last known; asked for anew where it has grown old. */
export async function rosterOf(house: House, project: Project): Promise<Roster | undefined> {
  const known = await readRoster(house.store, project.id);
  if (isFresh(house, known)) return known;
  await freshRoster(house, project);
  return readRoster(house.store, project.id);
}

export async function readRoster(store: Reader, project: string): Promise<Roster | undefined> {
  return (await store.read(rosterKey(project)))?.value as Roster | undefined;
}

/** Asks Teams now, unless it was asked just now. Whether there is a new roster; a refusal leaves the last one. */
export async function freshRoster(house: House, project: Project, pauseMs = pause): Promise<boolean> {
  const { home } = project;
  const source = house.roster;
  if (!source || home.kind === 'anyone' || home.kind === 'person') return false;
  const by = await wayTo(house, home);
  if (!by) return false;
  const asked = house.now().toISOString();
  let isMine = false;
  let before: Roster | undefined;
  const mark = (known: Roster | undefined): Roster => {
    before = known;
    isMine = !known || Date.parse(asked) - Date.parse(known.asked) >= pauseMs;
    return known && !isMine ? known : { ...(known ?? { schema: 1, members: [] }), asked };
  };
  await change<Roster>(house.store, rosterKey(project.id), mark);
  if (!isMine) return false;
  const reading = await source.members(by.address, home.id);
  if (!reading.ok || reading.members.length === 0) return false;
  const roster: Roster = { schema: 1, at: asked, asked, members: reading.members };
  await change<Roster>(house.store, rosterKey(project.id), () => roster);
  await noteComings(house, project.id, (current) =>
    comings(current, roster.members, before?.at === undefined ? undefined : before.members),
  );
  return true;
}

/** Whether Teams has said lately, to the end, who is in it. */
export function isFresh(house: House, roster: Roster | undefined): boolean {
  return roster?.at !== undefined && house.now().getTime() - Date.parse(roster.at) < fresh;
}

/** One person, asked for by themselves; nothing where Teams does not say. */
export async function personThere(
  house: House,
  { home }: Pick<Project, 'home'>,
  id: string,
): Promise<Listed | undefined> {
  if (!house.roster || home.kind === 'anyone' || home.kind === 'person') return undefined;
  const by = await wayTo(house, home);
  const reading = by && (await house.roster.person(by.address, home.id, id));
  return reading?.ok ? reading.person : undefined;
}

/** A conversation by which Teams can be asked. */
async function wayTo(house: House, { tenant, id }: Exclude<Home, { kind: 'anyone' }>) {
  const own = await readConversation(house.store, { tenant, conversation: { id } });
  return own && !own.gone ? own : anyConversation(house, tenant);
}

/** What Teams says of who came and went is noted as a deed of its own. */
export async function noteComings(
  house: House,
  project: string,
  what: (current: Project) => readonly Coming[],
): Promise<void> {
  await changeProject(house.store, project, (current) => {
    const all = what(current);
    const changed = afterComings(current, all);
    if (changed === current) return current;
    const at = house.now().toISOString();
    const deeds = all.map(
      (coming): Deed => ({
        by: { name: 'Teams' },
        at,
        turn: `roster ${at}`,
        door: house.door,
        did: { kind: 'came-or-went', ...coming },
      }),
    );
    return withDeeds(changed, ...deeds);
  });
}
