/** Every question of a whole project that somebody still has to answer, each once, with those who could. */
import type { Calculation } from '../judgement/calculation.ts';
import { type Standing, surveyor } from '../judgement/survey.ts';
import { type Integration, type Project, vantages } from '../landscape/landscape.ts';
import { holdersOf } from '../landscape/roles.ts';
import type { Answer, Subject } from './answer.ts';
import { type Knower, type Knowers, knowersIn } from './knowers.ts';
import type { Content, Question, RoleId } from './topic.ts';

/** A question about one thing. */
export interface Open {
  readonly question: Question;
  readonly subject: Subject;
  /** One for each answer that is wanted: where answers are compared, several. */
  readonly seats: readonly Seat[];
  /** Who has said that they do not know, or that somebody else does. */
  readonly tried: readonly string[];
  /** Where nobody can be asked: who would know, and is a guest or not in Teams. */
  readonly outside: readonly string[];
  /** Who has answered something of the same topic about the same thing. */
  readonly neighbours: ReadonlySet<string>;
}

export interface Seat {
  readonly candidates: readonly Candidate[];
}

export interface Candidate extends Knower {
  /** Place of their best role among those that can know; 0 is best. */
  readonly rank: number;
}

export function openQuestionsOf(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
): Open[] {
  const knowers = knowersIn(content, project, integrations);
  const standings = everywhere(content, calculations, project, integrations);
  const neighbours = neighboursIn(standings);
  const named = new Map(integrations.map((each) => [each.id, each]));
  const outside = ({ question, subject }: Standing) => {
    const integration = subject.scope === 'integration' ? named.get(subject.id) : undefined;
    const where = integration ? { subject, integration } : { subject };
    const away = { people: project.people.filter(({ guest }) => guest), outsiders: project.outsiders ?? [] };
    const names = question.roles.flatMap((role) => holdersOf(content.roles, role, where, away));
    return [...new Set(names.map(({ who }) => who.name))];
  };
  return standings.flatMap((standing) => {
    const { question, subject, applies, settled } = standing;
    if (applies !== 'yes' || settled) return [];
    const seats = seatsOf(standing, knowers);
    if (!seats) return [];
    return [
      {
        question,
        subject,
        seats,
        tried: standing.answers.filter(isNoAnswer).map(({ by }) => by.name),
        outside: seats.some(({ candidates }) => candidates.length > 0) ? [] : outside(standing),
        neighbours: neighbours(standing),
      },
    ];
  });
}

/** What holds for everything comes first: the project, its applications, then each integration. */
function everywhere(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
): Standing[] {
  const look = surveyor(content, calculations, project);
  const vantageOf = vantages(project);
  const about = (vantage: Parameters<typeof look>[0], scope: Subject['scope']) =>
    look(vantage).standings.filter(({ subject }) => subject.scope === scope);
  return [
    ...about({ project, applications: [] }, 'project'),
    ...project.applications.flatMap((each) => about({ project, applications: [each] }, 'application')),
    ...integrations.flatMap((each) => about(vantageOf(each), 'integration')),
  ];
}

/** None where enough has been said; without candidates where nobody is left who could. */
function seatsOf({ question, subject, answers }: Standing, knowers: Knowers): Seat[] | undefined {
  const gave = new Set(answers.filter(isGiven).flatMap(speakerOf));
  const spoken = new Set(answers.filter(({ said }) => said.kind !== 'passed').flatMap(speakerOf));
  const able = candidatesFor(question.roles, subject, knowers);
  const isAble = new Set(able.map(({ member }) => member.id));
  const compared = question.compare.flatMap((role): Seat[] => {
    const holders = candidatesFor([role], subject, knowers).filter(({ member }) => isAble.has(member.id));
    if (holders.some(({ member }) => gave.has(member.id))) return [];
    const candidates = holders.filter(({ member }) => !spoken.has(member.id));
    return candidates.length > 0 ? [{ candidates }] : [];
  });
  if (compared.length > 0) return compared;
  return gave.size > 0 ? undefined : [{ candidates: able.filter(({ member }) => !spoken.has(member.id)) }];
}

/** Each person once, by the best of their roles. */
function candidatesFor(roles: readonly RoleId[], subject: Subject, knowers: Knowers): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const [rank, role] of roles.entries())
    for (const knower of knowers(subject, role)) {
      const known = found.get(knower.member.id);
      if (!known || (knower.near && !known.near)) found.set(knower.member.id, { ...knower, rank });
    }
  return [...found.values()];
}

const isGiven = ({ said }: Answer) => said.kind === 'value' || said.kind === 'not-applicable';
const isNoAnswer = ({ said }: Answer) => said.kind === 'unsure' || said.kind === 'referred';
const speakerOf = ({ by }: Answer) => (by.kind === 'person' ? [by.id] : []);

function neighboursIn(standings: readonly Standing[]): (standing: Standing) => ReadonlySet<string> {
  const speakers = new Map<string, Set<string>>();
  for (const standing of standings) {
    if (standing.answers.length === 0) continue;
    const key = neighbourhood(standing);
    const known = speakers.get(key) ?? new Set();
    for (const answer of standing.answers) for (const id of speakerOf(answer)) known.add(id);
    speakers.set(key, known);
  }
  return (standing) => speakers.get(neighbourhood(standing)) ?? none;
}

const none: ReadonlySet<string> = new Set();

function neighbourhood({ question, subject }: Pick<Standing, 'question' | 'subject'>): string {
  return `${question.topic} ${subject.scope === 'project' ? '' : subject.id} ${subject.scope}`;
}
