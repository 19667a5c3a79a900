/** The documents an interview reads and writes: a project with its applications, and its integrations. */
import type { Answer, Subject } from '../interview/answer.ts';
import type { DateId, RoleId, StageId } from '../interview/topic.ts';
import type { Deed, Who } from '../register/deed.ts';

/** Whose project it is, and so who may see it. `anyone` is made on the command line, for development only. */
export type Home =
  | { readonly kind: 'team'; readonly tenant: string; readonly id: string }
  | { readonly kind: 'chat'; readonly tenant: string; readonly id: string }
  | { readonly kind: 'person'; readonly tenant: string; readonly id: string }
  | { readonly kind: 'anyone' };

export interface Project {
  readonly schema: 1;
  readonly id: string;
  readonly name: string;
  readonly home: Home;
  readonly stage: StageId;
  /** Dates of the plan, `YYYY-MM-DD`. */
  readonly dates: Readonly<Record<DateId, string>>;
  readonly people: readonly Member[];
  /** Named as owners and the like, and not in Teams; absent until the first. */
  readonly outsiders?: readonly Outsider[];
  readonly applications: readonly Application[];
  readonly answers: readonly Answer[];
  /** Decisions about what is not about one integration; absent until the first. */
  readonly deeds?: readonly Deed[];
  readonly recent: readonly Turn[];
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
  /** No longer of the team: may do nothing here. What they said stays, with their name. */
  readonly left?: true;
  /** A guest of the team, from another organisation: may be named, and may do nothing here. */
  readonly guest?: true;
}

/** Somebody known by name alone: nobody who could be asked or would be let in. */
export interface Outsider {
  readonly name: string;
  readonly roles: readonly HeldRole[];
}

/** With neither `on` nor `in` the role is held on the whole project. */
export interface HeldRole {
  readonly role: RoleId;
  /** The application this role is held on. */
  readonly on?: string;
  /** The integration this role is held in. */
  readonly in?: string;
  /** How it came about; absent where its holder chose it at the start of an interview. */
  readonly from?: RoleOrigin;
  /** Whoever managed the project then said that it is so. Without it the role opens nothing that is guarded. */
  readonly vouched?: { readonly by: Who; readonly at: string };
}

export interface RoleOrigin {
  /** Its holder said so · somebody else did, and the holder has not said yes yet · the holder has. */
  readonly how: 'claimed' | 'given' | 'confirmed';
  /** Who said so first. */
  readonly by: Who;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly notes?: string;
  /** The line of the file it came from. */
  readonly origin?: Origin;
  readonly answers: readonly Answer[];
}

export interface Integration {
  readonly schema: 1;
  readonly id: string;
  readonly name: string;
  readonly source: End;
  readonly target: End;
  readonly notes?: string;
  readonly origin?: Origin;
  readonly answers: readonly Answer[];
  /** Decisions about this integration; absent until the first. */
  readonly deeds?: readonly Deed[];
  readonly recent: readonly Turn[];
}

/** One end of an integration: as somebody wrote it, and the application it was recognised as. */
export interface End {
  readonly written: string;
  readonly application?: string;
}

export interface Origin {
  readonly file: string;
  readonly line: number;
}

/** A command that was carried out, remembered so that a repeat changes nothing. */
export interface Turn {
  readonly id: string;
  readonly at: string;
}

/** One integration seen with all that its questions and rules may look at. */
export interface Vantage {
  readonly project: Project;
  /** Absent where only the project or one application is looked at. */
  readonly integration?: Integration;
  readonly applications: readonly Application[];
  /** `YYYY-MM-DD`; absent where the age of answers is of no matter. */
  readonly today?: string;
}

export function vantageOf(project: Project, integration: Integration, today?: string): Vantage {
  return vantages(project, today)(integration);
}

/** For many integrations of one project: its applications are found by their ids. */
export function vantages(project: Project, today?: string): (integration: Integration) => Vantage {
  const places = new Map(project.applications.map(({ id }, place) => [id, place]));
  const placeOf = ({ application = '' }: End) => places.get(application) ?? nowhere;
  return (integration) => {
    const [from, to] = [placeOf(integration.source), placeOf(integration.target)];
    const ends = from === to ? [from] : from < to ? [from, to] : [to, from];
    const applications = ends.flatMap((place) => project.applications[place] ?? []);
    return { project, integration, applications, ...(today === undefined ? {} : { today }) };
  };
}

const nowhere = Number.POSITIVE_INFINITY;

/** The answers on file about a subject; none where the subject is not part of the vantage. */
export function answersAbout(vantage: Vantage, subject: Subject): readonly Answer[] {
  switch (subject.scope) {
    case 'project':
      return vantage.project.answers;
    case 'application':
      return vantage.applications.find((application) => application.id === subject.id)?.answers ?? [];
    case 'integration':
      return vantage.integration?.id === subject.id ? vantage.integration.answers : [];
  }
}

/** The project with other answers about itself or one of its applications. */
export function changeAnswers(
  project: Project,
  subject: Subject,
  change: (answers: readonly Answer[]) => readonly Answer[],
): Project {
  if (subject.scope === 'project') return { ...project, answers: change(project.answers) };
  return {
    ...project,
    applications: project.applications.map((application) =>
      subject.scope === 'application' && application.id === subject.id
        ? { ...application, answers: change(application.answers) }
        : application,
    ),
  };
}

/** Every subject of the vantage, the integration first: what is nearest is asked first. */
export function subjectsOf(vantage: Vantage): Subject[] {
  return [
    ...(vantage.integration ? [{ scope: 'integration', id: vantage.integration.id } as const] : []),
    ...vantage.applications.map((application) => ({ scope: 'application', id: application.id }) as const),
    { scope: 'project' },
  ];
}

/** What a subject is called. */
export function subjectName(vantage: Vantage, subject: Subject): string {
  switch (subject.scope) {
    case 'project':
      return vantage.project.name;
    case 'application':
      return vantage.applications.find((application) => application.id === subject.id)?.name ?? subject.id;
    case 'integration':
      return vantage.integration?.name ?? subject.id;
  }
}

export function endName(end: End, project: Project): string {
  return project.applications.find((application) => application.id === end.application)?.name ?? end.written;
}

function nameAt(end: End, { applications, project }: Vantage): string {
  return applications.find(({ id }) => id === end.application)?.name ?? endName(end, project);
}

/** Puts names into a sentence of the content: `{integration}`, `{source}`, `{target}`, `{application}`, `{project}`. */
export function fillNames(text: string, vantage: Vantage, subject: Subject): string {
  return fillerOf(vantage, subject)(text);
}

/** For many sentences about one subject: its names are looked up once. `more`: names of other things. */
export function fillerOf(
  vantage: Vantage,
  subject: Subject,
  more: Readonly<Record<string, string>> = {},
): (text: string) => string {
  const { project, integration } = vantage;
  const application =
    subject.scope === 'application'
      ? vantage.applications.find((candidate) => candidate.id === subject.id)?.name
      : undefined;
  const names: Record<string, string | undefined> = {
    project: project.name,
    integration: integration?.name,
    source: integration && (nameAt(integration.source, vantage) || 'the sending application'),
    target: integration && (nameAt(integration.target, vantage) || 'the receiving application'),
    application,
    ...more,
  };
  return (text) => {
    const parts = partsOf(text);
    let filled = parts[0] ?? '';
    // Every second part is a name.
    for (let at = 1; at < parts.length; at += 2) {
      const name = parts[at] ?? '';
      const known = name === 'project' && isNameOfBoth(parts, names) ? 'the project' : names[name];
      filled += (known ?? `{${name}}`) + (parts[at + 1] ?? '');
    }
    return filled;
  };
}

/** Many a project is called after the application it puts in: one name for both in one sentence says nothing. */
function isNameOfBoth(
  parts: readonly string[],
  names: Readonly<Record<string, string | undefined>>,
): boolean {
  return parts.some((name, at) => at % 2 === 1 && name !== 'project' && names[name] === names.project);
}

/** A few hundred sentences of the content are filled in for every integration: each is taken apart once. */
const taken = new Map<string, readonly string[]>();

function partsOf(text: string): readonly string[] {
  let parts = taken.get(text);
  if (!parts) {
    parts = text.split(/\{(\w+)\}/);
    taken.set(text, parts);
  }
  return parts;
}
