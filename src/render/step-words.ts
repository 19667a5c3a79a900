/** The words of a next step, and of one that is asked for about many things. */
import type { StepLine } from '../app/register/register-reply.ts';
import type { Who } from '../core/register/deed.ts';
import type { StepEntry } from '../core/register/steps.ts';
import { counted, day, listed, midSentence, sentenceCase } from './counting.ts';
import type { Wording } from './wording.ts';

const mostOwners = 3;
const mostPlaces = 3;
const states = { open: 'Not started', doing: 'Being done', done: 'Done', dropped: 'Dropped' } as const;

/** "Late · was due 3 March 2026 · being done"; that nobody has begun goes without saying. */
export function standing(entry: StepEntry, wording: Wording): string {
  const { due, late, stage } = entry;
  const when = due ? `${late ? 'was due' : 'due'} ${day(due)}` : `due by the end of ${wording.stage(stage)}`;
  const state = entry.state === 'open' ? '' : stateWords(entry);
  return sentenceCase([late ? 'late' : '', when, state].filter(Boolean).join(' · '));
}

function stateWords({ state, unproven }: StepEntry): string {
  return unproven ? 'said to be done, not shown yet' : midSentence(states[state]);
}

/** The same of several together: "2 of 5 late · first due 3 March 2026 · 4 not started, 1 being done". */
export function standingOf({ entries }: StepLine, wording: Wording): string {
  const [first, ...others] = entries;
  if (!first) return '';
  if (others.length === 0) return standing(first, wording);
  const all = [...new Set(entries.map((entry) => standing(entry, wording)))];
  if (all.length === 1) return all[0] ?? '';
  const late = entries.filter((entry) => entry.late).length;
  const dues = [...new Set(entries.map(({ due }) => due))].toSorted();
  const [due] = dues;
  const when = due
    ? `${dues.length > 1 ? 'first due' : late > 0 ? 'was due' : 'due'} ${day(due)}`
    : `due by the end of ${wording.stage(first.stage)}`;
  const said = [late > 0 ? `${late} of ${entries.length} late` : '', when, statesIn(entries)];
  return sentenceCase(said.filter(Boolean).join(' · '));
}

/** "4 not started, 1 being done" */
function statesIn(entries: readonly StepEntry[]): string {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(stateWords(entry), (counts.get(stateWords(entry)) ?? 0) + 1);
  const [only] = counts.keys();
  if (counts.size === 1) return only === midSentence(states.open) ? '' : (only ?? '');
  return [...counts].map(([words, count]) => `${count} ${words}`).join(', ');
}

/** "Dana Fox", or "the project manager (nobody named yet)" */
export function whose({ owners, role }: StepEntry, wording: Wording): string {
  return owners.length > 0 ? namesOf(owners, wording) : `${wording.role(role)} (nobody by name yet)`;
}

/** "Dana Fox and Lee Park; nobody by name yet for 3" */
export function ownersOf(entries: readonly StepEntry[], wording: Wording): string {
  const owners = new Map(
    entries.flatMap((entry) => entry.owners).map((owner) => [owner.id ?? owner.name, owner]),
  );
  const free = entries.filter((entry) => entry.owners.length === 0);
  const roles = [...new Set(free.map(({ role }) => wording.role(role)))];
  if (owners.size === 0) return roles.length > 0 ? `${inShort(roles)} (nobody by name yet)` : '';
  const named = namesOf([...owners.values()], wording);
  return free.length > 0 ? `${named}; nobody by name yet for ${free.length}` : named;
}

function namesOf(owners: readonly Who[], wording: Wording): string {
  return inShort(owners.map(({ name }) => wording.run(name, 60)));
}

function inShort(names: readonly string[]): string {
  const more = names.length - mostOwners;
  return listed(more > 0 ? [...names.slice(0, mostOwners), `${more} more`] : names);
}

export interface Led {
  readonly lead: string;
  readonly text: string;
}

/** "For high risk: the nightly load does not fit its window, and 2 more" */
export function servedBy({ title, entries }: Pick<StepLine, 'title' | 'entries'>, wording: Wording): Led {
  const [first] = entries;
  const [worst] = first?.findings ?? [];
  if (!first || !worst) return { lead: '', text: '' };
  const found = entries.flatMap(({ findings }) => findings);
  // About many things, what is the same of each of them is told once.
  const all = entries.length > 1 ? new Set(found.map(({ rule }) => rule)).size : found.length;
  const more = all > 1 ? `, and ${all - 1} more` : '';
  const what = wording.run(title).replace(/\.$/, '');
  return worst.kind === 'unknown'
    ? { lead: 'Shows whether this is a risk: ', text: `${what}${more}` }
    : { lead: 'For ', text: `${worst.severity} ${worst.kind}: ${what}${more}` };
}

/** "12 integrations: Orders, Prices and 10 more" */
export function placesOf({ entries }: StepLine, wording: Wording): string {
  const key = ({ subject }: StepEntry) => ('id' in subject ? `${subject.scope} ${subject.id}` : '');
  const places = [...new Map(entries.map((entry) => [key(entry), entry])).values()];
  const names = places.slice(0, mostPlaces).map(({ about }) => wording.run(about, 60));
  if (places.length > mostPlaces) names.push(`${places.length - mostPlaces} more`);
  const scopes = new Set(places.map(({ subject }) => subject.scope));
  const [scope] = scopes;
  const what = scopes.size > 1 || scope === 'project' ? 'place' : (scope ?? 'place');
  return places.length > 1 ? `${counted(places.length, what)}: ${listed(names)}` : listed(names);
}
