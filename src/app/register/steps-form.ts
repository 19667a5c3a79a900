/** By what a list of next steps can be narrowed: the choices of its card, and what was chosen. */
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import {
  type StepFilter,
  type StepOwner,
  type StepTime,
  type StepWeight,
  stepTimes,
  stepWeights,
} from '../../core/register/step-list.ts';
import type { StepEntry } from '../../core/register/steps.ts';
import type { Inputs } from '../command.ts';
import type { House } from '../house.ts';
import { placesIn, toldApart } from './read-steps.ts';
import type { StepChoice, StepForm } from './register-reply.ts';

/** As many as a card has room for; any other is found by typing. */
const mostPeople = 12;
const mostRoles = 8;

export const timeTitles: Readonly<Record<StepTime, string>> = {
  late: 'Overdue',
  'this-week': 'Due this week',
  open: 'Not started',
  doing: 'Being done',
  unproven: 'Said to be done, not shown yet',
};

export const weightTitles: Readonly<Record<StepWeight, string>> = {
  critical: 'Critical',
  high: 'High or worse',
  medium: 'Medium or worse',
  low: 'All risks',
  unknown: 'Only to find something out',
};

/** `open`: all open steps of the project that may be heard here. */
export function formFor(
  house: House,
  open: readonly StepEntry[],
  personal: boolean,
  filled: StepForm['filled'],
): StepForm {
  // Whoever holds a role is found by name.
  const free = open.filter(({ owners }) => owners.length === 0);
  const people = counts(open.flatMap(({ owners }) => owners.map(({ name }) => name)));
  const unheld = new Set(free.map(({ role }) => role));
  const roles = counts(open.map(({ role }) => role))
    .filter(([role]) => unheld.has(role))
    .slice(0, mostRoles);
  const whose: StepChoice[] = [
    ...(personal ? [{ value: 'me', title: 'Mine' }] : []),
    ...(free.length > 0 ? [{ value: 'nobody', title: `Nobody’s by name (${free.length})` }] : []),
    ...(personal ? people.slice(0, mostPeople) : []).map(([name, count]) => ({
      value: `person:${name}`,
      title: `${name} (${count})`,
    })),
    ...roles.map(([role, count]) => ({
      value: `role:${role}`,
      title: `${roleTitle(house, role)} (${count})`,
    })),
  ];
  return {
    // Somebody who has no step left is still who was looked for.
    whose: whose.some(({ value }) => value === filled.whose)
      ? whose
      : [...whose, ...ownChoice(house, filled.whose)],
    time: stepTimes.map((value) => ({ value, title: timeTitles[value] })),
    weight: stepWeights.map((value) => ({ value, title: weightTitles[value] })),
    filled,
  };
}

function ownChoice(house: House, value: string): StepChoice[] {
  const owner = ownerIn(value);
  return owner ? [{ value, title: ownerTitle(house, owner) }] : [];
}

/** Most first. */
function counts(all: readonly string[]): (readonly [string, number])[] {
  const found = new Map<string, number>();
  for (const each of all) found.set(each, (found.get(each) ?? 0) + 1);
  return [...found].sort(([, one], [, other]) => other - one);
}

export function filledFor(
  { whose, time, weight, about }: StepFilter,
  project: Project,
  integrations: readonly Integration[],
): StepForm['filled'] {
  return {
    whose: whose ? choiceOf(whose) : '',
    time: time ?? '',
    weight: weight ?? '',
    // As it is found again.
    about: about ? nameToFind(about, project, integrations) : '',
  };
}

function choiceOf(whose: StepOwner): string {
  if (whose.kind === 'person') return `person:${whose.name}`;
  return whose.kind === 'role' ? `role:${whose.role}` : whose.kind;
}

function ownerIn(value = ''): StepOwner | undefined {
  if (value === 'me' || value === 'nobody') return { kind: value };
  const [, kind, name] = /^(person|role):(.+)$/s.exec(value) ?? [];
  if (!name) return undefined;
  return kind === 'person' ? { kind: 'person', name } : { kind: 'role', role: name };
}

/** What the form holds but for the place, which is typed and has to be found. */
export function chosenIn(inputs: Inputs): StepFilter {
  const whose = ownerIn(inputs.whose);
  const time = stepTimes.find((each) => each === inputs.time);
  const weight = stepWeights.find((each) => each === inputs.weight);
  return { ...(whose ? { whose } : {}), ...(time ? { time } : {}), ...(weight ? { weight } : {}) };
}

/** What a filter leaves, a few words each. */
export function narrowedBy(
  house: House,
  { whose, time, weight, about, step }: StepFilter,
  project: Project,
  integrations: readonly Integration[],
): string[] {
  const others = time ?? weight ?? about ?? step;
  return [
    // What is the caller's own says so in its heading.
    ...(whose && (whose.kind !== 'me' || others) ? [ownerTitle(house, whose)] : []),
    ...(time ? [timeTitles[time]] : []),
    ...(weight ? [weightTitles[weight]] : []),
    ...(about ? [placeName(about, project, integrations)] : []),
    ...(step ? ['one step'] : []),
  ];
}

function ownerTitle(house: House, whose: StepOwner): string {
  switch (whose.kind) {
    case 'me':
      return 'Mine';
    case 'nobody':
      return 'Nobody’s by name';
    case 'person':
      return whose.name;
    case 'role':
      return roleTitle(house, whose.role);
  }
}

const roleTitle = ({ content }: House, role: string) =>
  content.roles.find(({ id }) => id === role)?.title ?? role;

function nameToFind(
  { scope, id }: NonNullable<StepFilter['about']>,
  project: Project,
  integrations: readonly Integration[],
): string {
  const places = toldApart(placesIn(project, integrations));
  return places.find(({ only: { about } }) => about.scope === scope && about.id === id)?.name ?? '';
}

function placeName(
  { scope, id }: NonNullable<StepFilter['about']>,
  { applications }: Project,
  integrations: readonly Integration[],
): string {
  const all: readonly { readonly id: string; readonly name: string }[] =
    scope === 'application' ? applications : integrations;
  return all.find((each) => each.id === id)?.name ?? '';
}
