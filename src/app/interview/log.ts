/** Putting answers on file: what is new about them, and where it belongs. */
import {
  type Answer,
  isForgotten,
  newestPerSpeaker,
  type Said,
  type Subject,
  sameSaid,
} from '../../core/interview/answer.ts';
import { type Interviewee, isBy } from '../../core/interview/interviewee.ts';
import type { Reading } from '../../core/interview/read-answer.ts';
import { ageing } from '../../core/interview/staleness.ts';
import type { Question, QuestionKey } from '../../core/interview/topic.ts';
import {
  answersAbout,
  changeAnswers,
  type Integration,
  type Project,
} from '../../core/landscape/landscape.ts';
import { changeIntegration, changeProject, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import type { Readings } from '../inputs.ts';
import type { PageRef } from './interview-command.ts';
import { type Scene, sceneOf } from './scene.ts';

type AllSaid = ReadonlyMap<QuestionKey, Said>;

/** What can be read, and of the rest of these questions that they were left open. */
export function allSaid(readings: Readings, passed: readonly Question[]): AllSaid {
  const said = new Map<QuestionKey, Said>();
  for (const [key, { reading }] of readings) if (reading.ok) said.set(key, reading.said);
  for (const { key } of passed) if (!readings.has(key)) said.set(key, { kind: 'passed' });
  return said;
}

/**
 * New entries of the log: what differs from this person's newest answer. The same again is an entry where that has grown
 * old, or where somebody forgotten has spoken since, whose answer gives way only to a later one.
 */
export function entriesFor(
  turn: Turn,
  who: Pick<Interviewee, 'member'>,
  page: Pick<PageRef, 'turn' | 'correction'>,
  said: AllSaid,
  onFile: readonly Answer[],
  isOld: (answer: Answer) => boolean,
): Answer[] {
  const own = (key: QuestionKey) => newestPerSpeaker(onFile, key).find((answer) => isBy(answer, who));
  const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
  return [...said].flatMap(([question, value]): Answer[] => {
    const newest = own(question);
    const standing = newest?.said;
    const entry = { question, by, at: turn.at, turn: page.turn, said: value };
    // Left open again in a later sitting is worth an entry: it says that this person has seen it again.
    if (value.kind !== 'passed' && newest && sameSaid(newest.said, value))
      return isOld(newest) || isFollowedByForgotten(newest, onFile) ? [{ ...entry, confirms: true }] : [];
    // A second tap on one card leaves it open once.
    if (value.kind === 'passed' && standing?.kind === 'passed' && newest?.turn === page.turn) return [];
    // A blank wipes out what a correction put before somebody, and nothing else: an old card may never have shown it.
    const shown = page.correction && (standing?.kind === 'value' || standing?.kind === 'unsure');
    if (value.kind === 'passed' && standing && standing.kind !== 'passed' && !shown) return [];
    return [entry];
  });
}

function isFollowedByForgotten({ question, at }: Answer, onFile: readonly Answer[]): boolean {
  return newestPerSpeaker(onFile, question).some((other) => isForgotten(other.by) && other.at > at);
}

/** The page holds what a file says, and the person has said nothing of their own. */
export function isSuggested(
  { vantage, who }: Scene,
  page: PageRef,
  key: QuestionKey,
  reading: Reading,
): boolean {
  const newest = newestPerSpeaker(answersAbout(vantage, page.subject), key);
  if (newest.some((answer) => isBy(answer, who) && answer.said.kind !== 'passed')) return false;
  const suggested = newest.findLast(({ by }) => by.kind === 'file')?.said;
  return suggested !== undefined && reading.ok && sameSaid(suggested, reading.said);
}

/** When a delivery or a card was last dealt with, as far as that is remembered. */
export function takenAt({ vantage }: Scene, ...ids: readonly string[]): string | undefined {
  const recent = [...vantage.project.recent, ...(vantage.integration?.recent ?? [])];
  return recent.findLast(({ id }) => ids.includes(id))?.at;
}

/** A second tap comes within seconds. Later than this it is somebody coming back to an old card. */
const doubleTapMs = 20_000;

/** Whoever tapped twice has the next page already; whoever comes back later, or after a restart, may not. */
export function isHeard(house: House, turn: Turn, taken: string): boolean {
  return taken >= house.startedAt && Date.parse(turn.at) - Date.parse(taken) < doubleTapMs;
}

/** A page is taken once; it may be corrected again and again; and *Back* or a slip leaves it to be taken yet. */
type Taking = 'page' | 'correction' | 'in passing';

/** Adds to the document it belongs to what is new there; a turn that is on file already adds nothing. */
export async function write(
  house: House,
  turn: Turn,
  scene: Scene,
  page: PageRef,
  said: AllSaid,
  taking: Taking,
): Promise<{ scene: Scene; repeated: boolean }> {
  const { project, integration } = scene.vantage;
  if (!integration) return { scene, repeated: false };
  const { subject } = page;
  let repeated = false;
  const isOld = agedIn(house, scene, subject);
  const withNews = (answers: readonly Answer[]) => [
    ...answers,
    ...entriesFor(turn, scene.who, page, said, answers, isOld),
  ];
  const add = <T extends Project | Integration>(document: T, put: (document: T) => T): T => {
    repeated = document.recent.some(({ id }) => id === turn.id || (taking === 'page' && id === page.turn));
    if (repeated) return document;
    const ids = new Set(taking === 'in passing' ? [turn.id] : [page.turn, turn.id]);
    const taken = [...ids].map((id) => ({ id, at: turn.at }));
    return { ...put(document), recent: remember(document.recent, ...taken) };
  };
  let [newProject, newIntegration] = [project, integration];
  if (subject.scope === 'integration') {
    newIntegration = await changeIntegration(house.store, project.id, integration.id, (current) =>
      add(current, (document) => ({ ...document, answers: withNews(document.answers) })),
    );
  } else {
    newProject = await changeProject(house.store, project.id, (current) =>
      add(current, (document) => changeAnswers(document, subject, withNews)),
    );
  }
  const place = { project: newProject, integration: newIntegration };
  return { scene: sceneOf(house, place, scene.who), repeated };
}

/** Whether an answer about this has grown old. */
export function agedIn(
  house: House,
  { vantage }: Pick<Scene, 'vantage'>,
  subject: Subject,
): (answer: Answer) => boolean {
  const ages = ageing(house.content, vantage.project, vantage.today);
  return (answer) => {
    const question = house.content.question.get(answer.question);
    return question !== undefined && ages.of(answer, question, subject) !== undefined;
  };
}
