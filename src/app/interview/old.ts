/** A person's answers that have grown old, and the card that asks whether they are still true. */
import { type Answer, type Subject, subjectKey } from '../../core/interview/answer.ts';
import { inWords } from '../../core/interview/answer-words.ts';
import { isBy } from '../../core/interview/interviewee.ts';
import { type OldAnswer, oldAnswers } from '../../core/interview/old-answers.ts';
import { ageing, type Stale } from '../../core/interview/staleness.ts';
import type { Content } from '../../core/interview/topic.ts';
import type { Integration, Member, Project } from '../../core/landscape/landscape.ts';
import { listIntegrations, readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { todayOf } from '../today.ts';
import type { ConfirmReply } from './confirm-reply.ts';
import { aboutSubject } from './page.ts';
import { type Scene, sceneOf } from './scene.ts';

/** What somebody reads before they say that all of it is still true. */
const perCard = 6;

/** An old answer, seen from an integration whose interview it belongs to. */
export interface Old extends OldAnswer {
  readonly scene: Scene;
}

/** What of the caller's answers is old where an interview is now. */
export function oldHere(house: House, scene: Scene): readonly Old[] {
  const { vantage, who, known } = scene;
  const ages = ageing(house.content, vantage.project, vantage.today);
  return oldAnswers(known, ages, who).map((each) => ({ ...each, scene }));
}

/** The card that comes before the next page of an interview; nothing where nothing is old or it was put off. */
export async function oldFirst(house: House, turn: Turn, scene: Scene): Promise<ConfirmReply | undefined> {
  const old = oldHere(house, scene);
  if (old.length === 0) return undefined;
  const sitting = (await readPerson(house.store, turn.caller))?.sitting;
  return sitting?.later ? undefined : confirmReply(house, scene.vantage.project, old, scene.who.integration);
}

/** Over the whole project. An integration is only looked at where this person has said something old. */
export async function oldIn(house: House, project: Project, member: Member): Promise<readonly Old[]> {
  const ages = ageing(house.content, project, todayOf(house));
  const isOld = (subject: Subject, answers: readonly Answer[]) =>
    answers.some((answer) => {
      const question = isBy(answer, { member }) && house.content.question.get(answer.question);
      return question && ages.of(answer, question, subject) !== undefined;
    });
  const integrations = await listIntegrations(house.store, project.id);
  const places = new Set<Integration>();
  for (const integration of integrations)
    if (isOld({ scope: 'integration', id: integration.id }, integration.answers)) places.add(integration);
  for (const { id, answers } of project.applications) {
    const touches = ({ source, target }: Integration) =>
      source.application === id || target.application === id;
    if (!isOld({ scope: 'application', id }, answers) || [...places].some(touches)) continue;
    const place = integrations.find(touches);
    if (place) places.add(place);
  }
  if (places.size === 0 && integrations[0] && isOld({ scope: 'project' }, project.answers))
    places.add(integrations[0]);
  const found = new Map<string, Old>();
  for (const integration of places) {
    const scene = sceneOf(house, { project, integration }, { member, since: '' });
    for (const old of oldHere(house, scene)) {
      const key = `${old.question.key}@${subjectKey(old.subject)}`;
      if (!found.has(key)) found.set(key, old);
    }
  }
  return [...found.values()];
}

export function confirmReply(
  house: House,
  project: Project,
  old: readonly Old[],
  integration?: Integration,
): ConfirmReply {
  const shown = old.slice(0, perCard);
  return {
    kind: 'confirm',
    ref: {
      project: project.id,
      ...(integration ? { integration: integration.id } : {}),
      old: shown.map(({ subject, question, answer }) => ({ subject, question: question.key, at: answer.at })),
    },
    lines: shown.map((each) => lineOf(house, project, each)),
    left: old.length - shown.length,
    done: false,
  };
}

function lineOf(
  house: House,
  project: Project,
  { subject, question, answer, stale, scene }: Old,
): ConfirmReply['lines'][number] {
  return {
    about: aboutSubject(scene.vantage, subject),
    label: question.label,
    words: inWords(question, answer.said, house.content.reasons),
    at: answer.at,
    why: whyOld(house.content, stale),
    change: {
      do: 'ask-again',
      project: project.id,
      integration: scene.who.integration.id,
      subject,
      question: question.key,
    },
  };
}

/** What made it old; its age shows by its date. */
export function whyOld({ stages, changes }: Content, stale: Stale): string {
  switch (stale.kind) {
    case 'aged':
      return '';
    case 'gate':
      return `before the stage ${stages.find(({ id }) => id === stale.stage)?.title ?? stale.stage}`;
    case 'changed': {
      const title = changes.find(({ id }) => id === stale.change)?.title ?? stale.change;
      return `before a change: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
    }
  }
}
