/**
 * Open questions of the core path whose roles nobody holds, in Teams or outside: they wait, and no interview shows it.
 * It is said of a project whose people are known: of one that is just being put together it would be true every day.
 */
import type { Subject } from '../../interview/answer.ts';
import type { Content, Question, RoleId } from '../../interview/topic.ts';
import type { HeldRole, Integration, Project } from '../../landscape/landscape.ts';
import { holdsRole } from '../../landscape/roles.ts';
import type { Fact, Facts } from '../condition.ts';
import { oneList } from '../one-list.ts';
import { those } from '../those.ts';
import { ofProject, type Portfolio, type PortfolioRule } from './portfolio-rule.ts';

interface Open {
  readonly integration: Integration;
  readonly questions: readonly Question[];
}

/** So many people have said what they are, and they are most of those who are known. */
const known = 4;
/** So many roles are told, and so many things of each named; the rest is counted. */
const mostRoles = 6;
const mostThings = 3;

export const nobodyToAsk: PortfolioRule<Open> = {
  id: 'nobody-to-ask',
  scope: 'project',
  needs: [],
  isAbout: isStaffed,
  take({ core, integration, facts }) {
    const questions = oneList(core.map((key) => those(facts.of(key), isOpen))).map(questionOf);
    return questions.length > 0 ? { integration, questions } : undefined;
  },
  look(taken, portfolio) {
    const { content } = portfolio;
    const missing = missingRoles(taken, portfolio);
    if (missing.length === 0) return [];
    const named = ({ role }: Missing) => content.roles.find(({ id }) => id === role);
    const left = missing.length - mostRoles;
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because: [],
        isAboutPeople: true,
        names: missing.map((each) => named(each)?.phrase ?? each.role),
        working: [
          ...missing
            .slice(0, mostRoles)
            .map((each) => `nobody is named as ${named(each)?.title ?? each.role}: ${waiting(each)}`),
          ...(left > 0 ? [`and ${left} more`] : []),
        ],
      },
    ];
  },
};

interface Missing {
  /** The one of the roles of its questions that is placed best to know. */
  readonly role: RoleId;
  readonly questions: number;
  /** The names of what they are about. */
  readonly about: readonly string[];
}

/** Most questions first. */
function missingRoles(taken: readonly Open[], portfolio: Portfolio): Missing[] {
  const found = new Map<RoleId, { readonly role: RoleId; questions: number; readonly about: Set<string> }>();
  for (const { role, about } of waitingIn(taken, portfolio)) {
    const missing = found.get(role) ?? { role, questions: 0, about: new Set<string>() };
    missing.questions += 1;
    missing.about.add(about);
    found.set(role, missing);
  }
  return [...found.values()]
    .map((each) => ({ ...each, about: [...each.about] }))
    .sort((one, other) => other.questions - one.questions || (one.role < other.role ? -1 : 1));
}

function waitingIn(
  taken: readonly Open[],
  { content, project, integrations, facts, factsOf }: Portfolio,
): readonly { readonly role: RoleId; readonly about: string }[] {
  const isHeld = holding(content, project, integrations);
  const core = [...content.question.values()].filter((question) => question.core);
  const at = ({ roles: [role = ''] }: Question, about: string) => ({ role, about });
  const isOpenIn = (from: Facts, { key }: Question) => from.of(key).some(isOpen);
  return [
    ...core
      .filter((each) => each.scope === 'project' && !isHeld(each, ofProject) && isOpenIn(facts, each))
      .map((question) => at(question, 'the project')),
    ...project.applications.flatMap((application) =>
      core
        .filter(
          (each) =>
            each.scope === 'application' &&
            // Who is there costs less to look up than what was said.
            !isHeld(each, { scope: 'application', id: application.id }) &&
            isOpenIn(factsOf(application), each),
        )
        .map((question) => at(question, application.name)),
    ),
    ...taken.flatMap(({ integration: { id, name }, questions }) =>
      questions
        .filter((question) => !isHeld(question, { scope: 'integration', id }))
        .map((question) => at(question, name)),
    ),
  ];
}

/** Whether anybody holds a role that can know, in Teams or outside. How far data gets to whoever is further down is left out. */
function holding(
  { roles }: Content,
  { people, outsiders = [] }: Project,
  integrations: readonly Integration[],
): (question: Question, subject: Subject) => boolean {
  const held = [...people.filter(({ left }) => !left), ...outsiders].flatMap((each) => each.roles);
  const everywhere = new Set(held.filter((each) => !isNear(each)).map(({ role }) => role));
  const near = held.filter(isNear);
  const named = new Map(integrations.map((each) => [each.id, each]));
  const at = byPlace(near, named);
  const ends = new Map(roles.map(({ id, ofApplication }) => [id, ofApplication]));
  const anywhere = new Set(near.map(({ role }) => role));
  return (question, subject) => {
    if (question.roles.some((role) => everywhere.has(role))) return true;
    const integration = subject.scope === 'integration' ? named.get(subject.id) : undefined;
    // Of the hundreds who own something a few are placed where a question is about.
    const places = integration ? placesOf(integration) : subject.scope === 'application' ? [subject.id] : [];
    const here = subject.scope === 'project' ? near : places.flatMap((place) => at.get(place) ?? []);
    const isHeldBy = (each: HeldRole, role: RoleId) => {
      const from = integration ?? named.get(each.in ?? '');
      return holdsRole({ roles: [each] }, role, { subject, ...(from ? { integration: from } : {}) }, roles);
    };
    return question.roles.some((role) => {
      const end = ends.get(role);
      if (end === undefined && !anywhere.has(role)) return false;
      return (end === 'downstream' ? near : here).some((each) => isHeldBy(each, role));
    });
  };
}

const isNear = ({ on, in: integration }: HeldRole) => on !== undefined || integration !== undefined;

const placesOf = ({ id, source, target }: Integration) =>
  [id, source.application, target.application].flatMap((place) => place ?? []);

/** A role in an integration counts at its ends as well. */
function byPlace(
  near: readonly HeldRole[],
  named: ReadonlyMap<string, Integration>,
): ReadonlyMap<string, readonly HeldRole[]> {
  const at = new Map<string, HeldRole[]>();
  for (const held of near) {
    const integration = named.get(held.in ?? '');
    for (const place of integration ? placesOf(integration) : [held.on ?? ''])
      at.set(place, [...(at.get(place) ?? []), held]);
  }
  return at;
}

function isStaffed({ people, outsiders = [] }: Project): boolean {
  const here = people.filter(({ left }) => !left);
  const named = [...here, ...outsiders].filter(({ roles }) => roles.length > 0).length;
  return named >= known && named * 2 > here.length + outsiders.length;
}

/** It applies, and nobody has given an answer: who has said that they do not know leaves it open. */
function isOpen({ answers, behind }: Fact): boolean {
  return (
    behind === undefined &&
    answers.every(({ said: { kind } }) => kind !== 'value' && kind !== 'not-applicable')
  );
}

const questionOf = ({ question }: Fact) => question;

function waiting({ questions, about }: Missing): string {
  const shown = about.slice(0, mostThings).join(', ');
  const more = about.length - mostThings;
  const things = more > 0 ? `${shown} and ${more} more` : shown;
  return `${questions === 1 ? 'one question waits' : `${questions} questions wait`} (${things})`;
}
