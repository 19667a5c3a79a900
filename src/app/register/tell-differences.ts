/** Who is told that people answered differently, and that they no longer do: exactly those who answered. */
import { createHash } from 'node:crypto';
import { subjectKey } from '../../core/interview/answer.ts';
import { ageing } from '../../core/interview/staleness.ts';
import { type Difference, differencesAt, isOpenDifference } from '../../core/judgement/differences.ts';
import { answersAbout, type Project } from '../../core/landscape/landscape.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import { markOf } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import type { PageRef } from '../interview/interview-command.ts';
import type { Scene } from '../interview/scene.ts';
import { post } from '../reminder/outbox.ts';
import { todayOf } from '../today.ts';

/** After answers to a page: those that contradict are told of it, and those that no longer do. */
export async function tellDifferences(
  house: House,
  turn: Turn,
  page: Pick<PageRef, 'subject' | 'questions'>,
  before: Scene,
  after: Scene,
): Promise<void> {
  const others = answersAbout(after.vantage, page.subject).some(
    ({ by, question }) =>
      by.kind === 'person' && by.id !== turn.caller.id && page.questions.includes(question),
  );
  // Most questions are answered by one person.
  if (!others) return;
  const { project } = after.vantage;
  const [earlier = [], now = []] = [before, after].map((scene) => openIn(house, scene, page));
  const over = earlier.filter(({ id }) => !now.some((each) => each.id === id));
  await post(house, [
    ...now.filter(({ kind }) => kind !== 'minor').flatMap((each) => lettersFor(turn, project, each, 'open')),
    ...over.flatMap((each) => lettersFor(turn, project, each, 'over')),
  ]);
}

/** Somebody has settled it. */
export async function tellOver(
  house: House,
  turn: Turn,
  project: Project,
  difference: Difference,
): Promise<void> {
  await post(house, lettersFor(turn, project, difference, 'over'));
}

function openIn(
  house: House,
  { vantage, known }: Scene,
  page: Pick<PageRef, 'subject' | 'questions'>,
): readonly Difference[] {
  const ages = ageing(house.content, vantage.project, todayOf(house));
  return differencesAt(house.content, ages, vantage, page.subject, known, new Set(page.questions)).filter(
    isOpenDifference,
  );
}

/** The same answers against each other are the same occasion, however often somebody looks. */
function lettersFor(
  { caller }: Turn,
  { id: project, home }: Project,
  { id, question, subject, voices, about }: Difference,
  state: 'open' | 'over',
): Letter[] {
  const tenant = home.kind === 'anyone' ? caller.tenant : home.tenant;
  const answers = JSON.stringify(voices.map(({ answer }) => [answer.by, answer.at]));
  const occasion = createHash('sha256').update(answers).digest('hex').slice(0, 16);
  return voices.flatMap(({ answer: { by } }): Letter[] => {
    if (by.kind !== 'person' || (state === 'over' && by.id === caller.id)) return [];
    return [
      {
        id: `difference/${state}/${question.key}@${subjectKey(subject)}/${markOf(by.id)}/${occasion}`,
        project,
        to: { kind: 'person', tenant, id: by.id, name: by.name },
        about:
          state === 'open'
            ? `Answered differently: ${question.label} (${about})`
            : `No longer answered differently: ${question.label} (${about})`,
        content: { kind: 'difference', difference: id, state, by: { id: caller.id, name: caller.name } },
        urgency: 'daily',
      },
    ];
  });
}
