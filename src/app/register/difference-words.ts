/** A letter about a difference, on the day it is sent. Nothing, where it is not so any more. */
import { subjectKey, subjectOf } from '../../core/interview/answer.ts';
import { isOpenDifference } from '../../core/judgement/differences.ts';
import { subjectName, vantageOf } from '../../core/landscape/landscape.ts';
import type { LetterContent } from '../../core/reminder/letter.ts';
import { readProject } from '../documents.ts';
import type { House } from '../house.ts';
import type { Words } from '../reminder/letter-words.ts';
import { differencesIn } from './difference-known.ts';

export async function differenceWords(
  house: House,
  id: string,
  { difference: key, state, by }: Extract<LetterContent, { kind: 'difference' }>,
): Promise<Words | undefined> {
  const project = await readProject(house.store, id);
  if (!project) return undefined;
  const { differences, findings, integrations } = await differencesIn(house, project);
  const difference = differences.find((each) => each.id === key);
  const isOpen = difference !== undefined && isOpenDifference(difference);
  if (isOpen !== (state === 'open')) return undefined;
  const command = { do: 'show-difference', ref: { project: id, difference: key } } as const;
  if (isOpen) {
    const { question, about, voices } = difference;
    return {
      title: `Answered differently: ${question.label} (${about})`,
      lines: [
        `${voices.map(({ answer }) => answer.by.name).join(' and ')} said different things.`,
        'Nobody need be wrong: look at both answers, and at what hangs on them.',
      ],
      buttons: [{ title: 'Look at the answers', command, primary: true }],
    };
  }
  const question = house.content.question.get(key.slice(0, key.indexOf('@')));
  const subject = subjectOf(key.slice(key.indexOf('@') + 1));
  const integration = integrations.find((each) => subject.scope === 'integration' && each.id === subject.id);
  const vantage = integration
    ? vantageOf(project, integration)
    : { project, applications: project.applications };
  if (!question) return undefined;
  const sound = findings.filter(
    ({ kind, because }) =>
      kind === 'assertion' &&
      because.some(
        (each) => each.question === question.key && subjectKey(each.subject) === subjectKey(subject),
      ),
  );
  return {
    title: `No longer open: ${question.label} (${subjectName(vantage, subject)})`,
    lines: [
      difference?.settled
        ? `${by.name} has noted what holds.`
        : `${by.name} has changed the answer; you say the same now.`,
      ...sound.slice(0, 3).map(({ title }) => `Done right: ${title}`),
    ],
    buttons: difference ? [{ title: 'Look at it', command }] : [],
  };
}
