/**
 * Where several people answered one question and do not say the same. Nobody is wrong by that: some differences are a
 * contradiction, others come from seeing different ends of a thing, or from an answer that has grown old.
 */
import { type Answer, type Subject, subjectKey } from '../interview/answer.ts';
import { type Ageing, ageing } from '../interview/staleness.ts';
import type { Content, Question, QuestionKey, RoleId } from '../interview/topic.ts';
import type { Integration, Project, Vantage } from '../landscape/landscape.ts';
import { subjectName, vantages } from '../landscape/landscape.ts';
import { holdsRole } from '../landscape/roles.ts';
import type { Calculation } from './calculation.ts';
import { differ } from './disagreement.ts';
import type { Finding } from './finding.ts';
import type { Settlement } from './settlement.ts';
import { type Standing, type Survey, surveyor } from './survey.ts';

export type DifferenceKind =
  /** Both cannot hold. */
  | 'contradiction'
  /** Near enough to go on with; worth a word. */
  | 'minor'
  /** Each sees another side: what goes out, what comes in. */
  | 'vantage'
  /** One of the answers has grown old: its author is asked first whether it still holds. */
  | 'stale'
  /** One knows what another does not. */
  | 'gap';

/** Worst first. */
const kinds: readonly DifferenceKind[] = ['contradiction', 'minor', 'vantage', 'stale', 'gap'];

/** What one of them says now. */
export interface Voice {
  readonly answer: Answer;
  /** Of the roles that can know the answer, those that this person holds there. */
  readonly roles: readonly RoleId[];
  readonly stale: boolean;
}

export interface Difference {
  /** Question and subject: `owner-alignment.purpose@integration:orders`. */
  readonly id: string;
  readonly question: Question;
  readonly subject: Subject;
  /** The name of the subject. */
  readonly about: string;
  /** By their answers, settled or not. */
  readonly kind: DifferenceKind;
  /** Whoever answered first comes first. */
  readonly voices: readonly Voice[];
  /** What counts instead of the answers, while it holds. */
  readonly settled?: Settlement;
}

export const differenceId = (question: QuestionKey, subject: Subject) => `${question}@${subjectKey(subject)}`;

/** All differences of a project, settled or not: of each integration, each application, the project. `today`: `YYYY-MM-DD`. */
export function differencesOf(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
  today: string,
): readonly Difference[] {
  const look = surveyor(content, calculations, project);
  const ages = ageing(content, project, today);
  const vantageOf = vantages(project, today);
  const at = (vantage: Vantage, subject: Subject, answers: readonly Answer[]) => {
    const contested = contestedIn(answers);
    return contested.size === 0
      ? []
      : differencesAt(content, ages, vantage, subject, look(vantage), contested);
  };
  const whole = { project, applications: [], today };
  return [
    ...integrations.flatMap((integration) =>
      at(vantageOf(integration), { scope: 'integration', id: integration.id }, integration.answers),
    ),
    ...project.applications.flatMap((application) =>
      at(
        { project, applications: [application], today },
        { scope: 'application', id: application.id },
        application.answers,
      ),
    ),
    ...at(whole, { scope: 'project' }, project.answers),
  ];
}

/** What has to be settled between people; what is settled, grown old or only not known by one of them has not. */
export function isOpenDifference({ kind, settled }: Difference): boolean {
  return !settled && kind !== 'gap' && kind !== 'stale';
}

/** What hangs on it: the risks, issues and unknowns that rest on or wait for an answer to this question. */
export function restingOn(
  { question: { key }, subject }: Pick<Difference, 'question' | 'subject'>,
  findings: readonly Finding[],
): readonly Finding[] {
  const about = subjectKey(subject);
  const isIt = (each: { readonly question: QuestionKey; readonly subject: Subject }) =>
    each.question === key && subjectKey(each.subject) === about;
  return findings.filter(
    ({ kind, because, waitingFor }) => kind !== 'assertion' && (because.some(isIt) || waitingFor.some(isIt)),
  );
}

/** Questions that two people have said something to; most have one answer, and need no closer look. */
function contestedIn(answers: readonly Answer[]): ReadonlySet<QuestionKey> {
  const first = new Map<QuestionKey, string>();
  const contested = new Set<QuestionKey>();
  for (const { question, by } of answers) {
    if (by.kind !== 'person') continue;
    const speaker = first.get(question);
    if (speaker === undefined) first.set(question, by.id);
    else if (speaker !== by.id) contested.add(question);
  }
  return contested;
}

/** Those about one subject, among these questions. */
export function differencesAt(
  content: Content,
  ages: Ageing,
  vantage: Vantage,
  subject: Subject,
  known: Survey,
  contested: ReadonlySet<QuestionKey>,
): readonly Difference[] {
  return known.among(subject, contested).flatMap((standing): Difference[] => {
    const { question, settled } = standing;
    if (standing.applies !== 'yes') return [];
    const voices = voicesOf(standing, content, ages, vantage);
    const kind = kindOf(question, voices);
    if (!kind) return [];
    return [
      {
        id: differenceId(question.key, subject),
        question,
        subject,
        about: subjectName(vantage, subject),
        kind,
        voices,
        ...(settled ? { settled } : {}),
      },
    ];
  });
}

function voicesOf(
  { answers, question, subject }: Standing,
  content: Content,
  ages: Ageing,
  vantage: Vantage,
): readonly Voice[] {
  return answers.flatMap((answer): Voice[] => {
    const { kind } = answer.said;
    if (kind !== 'value' && kind !== 'unsure') return [];
    const stale = kind === 'value' && ages.of(answer, question, subject) !== undefined;
    return [{ answer, roles: rolesOf(answer, question, subject, content, vantage), stale }];
  });
}

function rolesOf(
  { by }: Answer,
  question: Question,
  subject: Subject,
  { roles }: Content,
  { project, integration }: Vantage,
): readonly RoleId[] {
  const member = project.people.find(({ id }) => by.kind === 'person' && id === by.id);
  if (!member) return [];
  const where = { subject, ...(integration ? { integration } : {}) };
  return question.roles.filter((role) => holdsRole(member, role, where, roles));
}

function kindOf(question: Question, voices: readonly Voice[]): DifferenceKind | undefined {
  const found = new Set<DifferenceKind>();
  for (const [at, one] of voices.entries())
    for (const other of voices.slice(at + 1)) {
      const kind = kindOfPair(question, one, other);
      if (kind) found.add(kind);
    }
  return kinds.find((kind) => found.has(kind));
}

function kindOfPair(question: Question, one: Voice, other: Voice): DifferenceKind | undefined {
  const [mine, theirs] = [one.answer.said, other.answer.said];
  if (mine.kind !== 'value' || theirs.kind !== 'value')
    // That somebody else does not know is no news where one answer is enough.
    return mine.kind !== theirs.kind && question.compare.length > 0 ? 'gap' : undefined;
  const distance = differ(question.answer, [mine.value, theirs.value]);
  if (distance === 'none') return undefined;
  if (one.stale !== other.stale) return 'stale';
  if (seeDifferentSides(question, one, other)) return 'vantage';
  return distance === 'major' ? 'contradiction' : 'minor';
}

/** Each holds a vantage that the other does not. */
function seeDifferentSides({ vantages: sides = [] }: Question, one: Voice, other: Voice): boolean {
  const [mine, theirs] = [one, other].map(({ roles }) => sides.filter((side) => roles.includes(side)));
  if (!mine?.length || !theirs?.length) return false;
  return mine.every((side) => !theirs.includes(side));
}
