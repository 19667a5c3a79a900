/** What is typed after `next steps`: "overdue", "Dana this week", "CRM critical". */
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { asksFor, type StepFilter, type StepTime, type StepWeight } from '../../core/register/step-list.ts';
import type { StepEntry } from '../../core/register/steps.ts';
import type { House } from '../house.ts';
import { roleNamed } from '../people/find-role.ts';
import { fold } from '../project/integrations.ts';

export interface StepsNamed {
  readonly only: StepFilter;
  readonly name: string;
}

export type StepsReading =
  | { readonly ok: true; readonly only: StepFilter }
  /** `which`: what may be meant by the words that were not understood, where there is something. */
  | { readonly ok: false; readonly words: string; readonly which: readonly StepsNamed[] };

/** Among what is named. */
export interface Named {
  readonly project: Project;
  readonly integrations: readonly Integration[];
  readonly steps: readonly StepEntry[];
}

const times: Readonly<Record<string, StepTime>> = {
  overdue: 'late',
  'over due': 'late',
  late: 'late',
  'past due': 'late',
  'due this week': 'this-week',
  'this week': 'this-week',
  'due soon': 'this-week',
  'not started': 'open',
  'being done': 'doing',
  'in progress': 'doing',
  started: 'doing',
  'not shown': 'unproven',
  unproven: 'unproven',
};
const weights: Readonly<Record<string, StepWeight>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  'find out': 'unknown',
  'to find out': 'unknown',
  unknown: 'unknown',
};
const me = ['my', 'mine', 'me'];
const nobody = [
  'nobody',
  'nobody’s',
  "nobody's",
  'no owner',
  'without owner',
  'without an owner',
  'unassigned',
];
/** They say nothing by themselves. */
const idle = [
  'all',
  'open',
  'and',
  'for',
  'of',
  'on',
  'in',
  'about',
  'with',
  'to',
  'by',
  'the',
  'steps',
  'risks',
];

const phrases: readonly (readonly [string, StepFilter])[] = [
  ...Object.entries(times).map(([words, time]) => [words, { time }] as const),
  ...Object.entries(weights).map(([words, weight]) => [words, { weight }] as const),
  ...me.map((words) => [words, { whose: { kind: 'me' } }] as const),
  ...nobody.map((words) => [words, { whose: { kind: 'nobody' } }] as const),
  ...idle.map((words) => [words, {}] as const),
].toSorted(([one], [other]) => other.length - one.length);

const mostWords = 30;

/** A name goes before a word: an integration may be called "Open orders". */
export function readSteps(house: House, typed: string, among: Named): StepsReading {
  const words = fold(typed).split(' ').filter(Boolean);
  // Each run of words may be a name, so many of them would be looked for without end.
  if (words.length > mostWords) return { ok: false, words: words.slice(0, 6).join(' '), which: [] };
  let only: StepFilter = {};
  const names: StepsNamed[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = longestPhrase(words.slice(at));
    const read = longestName(house, words.slice(at), among, phrase) ?? phrase;
    if (!read) return { ok: false, ...mayBeMeant(house, words.slice(at), among) };
    if (read.name !== undefined) {
      const name = { only: read.only, name: read.name };
      const same = names.find((each) => isOfOneKind(each, name));
      // A list is of one person and of one place.
      if (same) return { ok: false, words: typed, which: [same, name] };
      names.push(name);
    }
    only = { ...only, ...read.only };
    at += read.length;
  }
  return { ok: true, only };
}

/** As many of the words as are in some names. */
function mayBeMeant(house: House, words: readonly string[], among: Named) {
  for (let length = words.length; length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ');
    const which = named(house, name, among);
    if (which.length > 0) return { words: name, which };
  }
  return { words: words.join(' '), which: [] };
}

const isOfOneKind = ({ only: one }: StepsNamed, { only: other }: StepsNamed) =>
  one.about ? other.about !== undefined : other.whose !== undefined;

interface Read {
  readonly only: StepFilter;
  /** Where it is a name. */
  readonly name?: string;
  readonly length: number;
}

/** As many of the words as name one thing; more than say something else: "not started" is no "Notifications". */
function longestName(
  house: House,
  words: readonly string[],
  among: Named,
  phrase: Read | undefined,
): Read | undefined {
  const least = phrase ? Math.max(phrase.length, 2) : 1;
  for (let length = words.length; length >= least; length -= 1) {
    const name = words.slice(0, length).join(' ');
    const [first, other] = named(house, name, among);
    if (first && !other) return { ...first, length };
  }
  return undefined;
}

function longestPhrase(words: readonly string[]): Read | undefined {
  const said = `${words.join(' ')} `;
  const found = phrases.find(([phrase]) => said.startsWith(`${phrase} `));
  return found && { only: found[1], length: found[0].split(' ').length };
}

/** What is called exactly so; else every person of that name, and every thing with it in the name. */
function named(house: House, sought: string, { project, integrations, steps }: Named): StepsNamed[] {
  const plain = fold(sought);
  const role = roleNamed(house.content.roles, plain);
  const names = [
    ...steps.flatMap((step) => [...step.owners, ...asksFor(step).map((name) => ({ name }))]),
    ...project.people.filter(({ left }) => !left),
    ...(project.outsiders ?? []),
  ].map(({ name }) => name);
  const people = [...new Set(names)].map((name) => ({
    only: { whose: { kind: 'person', name } as const },
    name,
  }));
  const places = placesIn(project, integrations);
  const exact = [...people, ...places].filter(({ name }) => fold(name) === plain);
  const byId = places.filter(({ only: { about } }) => about.id === plain);
  if (exact.length > 0) return exact;
  if (role) return [{ only: { whose: { kind: 'role', role: role.id } }, name: role.title }];
  if (byId.length > 0) return byId;
  return [
    ...people.filter(({ name }) => fold(name).split(' ').includes(plain)),
    ...places.filter(({ name }) => fold(name).includes(plain)),
  ];
}

/** One that has the whole name, or else all with it in theirs. */
export function placesNamed(sought: string, project: Project, integrations: readonly Integration[]) {
  const plain = fold(sought);
  const places = placesIn(project, integrations);
  const exact = places.filter(({ name }) => fold(name) === plain);
  const found = exact.length > 0 ? exact : places.filter(({ name }) => fold(name).includes(plain));
  const told = toldApart(found.length > 0 ? found : places);
  return found.length > 0 ? told : told.filter(({ name }) => fold(name) === plain);
}

interface Place extends StepsNamed {
  readonly only: Required<Pick<StepFilter, 'about'>>;
}

/** An application and an integration may have the same name: "Orders (application)". */
export function toldApart(places: readonly Place[]): Place[] {
  const seen = new Map<string, number>();
  for (const { name } of places) seen.set(fold(name), (seen.get(fold(name)) ?? 0) + 1);
  return places.map(({ name, only }) => ({
    only,
    name: (seen.get(fold(name)) ?? 0) > 1 ? `${name} (${only.about.scope})` : name,
  }));
}

export function placesIn(project: Project, integrations: readonly Integration[]): Place[] {
  return [
    ...project.applications.map(({ id, name }) => ({
      only: { about: { scope: 'application', id } as const },
      name,
    })),
    ...integrations.map(({ id, name }) => ({ only: { about: { scope: 'integration', id } as const }, name })),
  ];
}
