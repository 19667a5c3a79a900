/** Putting answers on file: what is new about them, and where it belongs. */
import { type Answer, newestPerSpeaker, type Said, type Subject } from '../core/interview/answer.ts';
import { isBy } from '../core/interview/interview.ts';
import type { Question, QuestionKey } from '../core/interview/topic.ts';
import { answersAbout, type Integration, type Project } from '../core/landscape/landscape.ts';
import type { PageRef } from './command.ts';
import { changeIntegration, changeProject, remember } from './documents.ts';
import type { House, Turn } from './house.ts';
import type { Readings } from './inputs.ts';
import { type Scene, sceneOf } from './scene.ts';

/** New entries of the log: what differs from this person's newest answer. The same again is no entry. */
export function entriesFor(
  turn: Turn,
  scene: Scene,
  page: PageRef,
  readings: Readings,
  blanks: readonly Question[],
): Answer[] {
  const onFile = answersAbout(scene.vantage, page.subject);
  const own = (key: QuestionKey) =>
    newestPerSpeaker(onFile, key).find((answer) => isBy(answer, scene.who))?.said;
  const said = new Map<QuestionKey, Said>();
  for (const [key, { reading }] of readings) if (reading.ok) said.set(key, reading.said);
  for (const { key } of blanks) if (!readings.has(key)) said.set(key, { kind: 'passed' });
  return [...said].flatMap(([question, value]) => {
    const standing = own(question);
    // Left open again in a later sitting is worth an entry: it says that this person has seen it again.
    if (value.kind !== 'passed' && standing && sameSaid(standing, value)) return [];
    // A blank does not wipe out what the page never showed: "someone else knows", "does not apply".
    if (value.kind === 'passed' && (standing?.kind === 'referred' || standing?.kind === 'not-applicable'))
      return [];
    const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
    return [{ question, by, at: turn.at, turn: page.turn, said: value }];
  });
}

function sameSaid(one: Said, other: Said): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Adds the entries to the document they belong to; a turn that is on file already adds nothing. */
export async function write(
  house: House,
  turn: Turn,
  scene: Scene,
  page: PageRef,
  entries: readonly Answer[],
  turnId: string,
): Promise<{ scene: Scene; repeated: boolean }> {
  const { project, integration } = scene.vantage;
  if (!integration) return { scene, repeated: false };
  const { subject } = page;
  let repeated = false;
  const add = <T extends Project | Integration>(document: T, put: (document: T) => T): T => {
    repeated = document.recent.some(({ id }) => id === turnId || id === turn.id);
    if (repeated) return document;
    const ids = [...new Set([turnId, turn.id])].map((id) => ({ id, at: turn.at }));
    return { ...put(document), recent: remember(document.recent, ...ids) };
  };
  let [newProject, newIntegration] = [project, integration];
  if (subject.scope === 'integration') {
    newIntegration = await changeIntegration(house.store, project.id, integration.id, (current) =>
      add(current, (document) => ({ ...document, answers: [...document.answers, ...entries] })),
    );
  } else {
    newProject = await changeProject(house.store, project.id, (current) =>
      add(current, (document) => withAnswers(document, subject, entries)),
    );
  }
  const place = { project: newProject, integration: newIntegration };
  return { scene: sceneOf(house, place, scene.who), repeated };
}

function withAnswers(project: Project, subject: Subject, entries: readonly Answer[]): Project {
  if (subject.scope === 'project') return { ...project, answers: [...project.answers, ...entries] };
  return {
    ...project,
    applications: project.applications.map((application) =>
      subject.scope === 'application' && application.id === subject.id
        ? { ...application, answers: [...application.answers, ...entries] }
        : application,
    ),
  };
}
