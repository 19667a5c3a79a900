/** Which answers have grown old since a milestone, and what would be on file had they not. */
import { type Answer, type Subject, speakerKey, subjectKey } from '../interview/answer.ts';
import { type Ageing, ageing } from '../interview/staleness.ts';
import type { Content } from '../interview/topic.ts';
import { settlementsIn } from '../judgement/settlement.ts';
import type { Integration, Project } from '../landscape/landscape.ts';
import type { Milestone } from './milestone.ts';

export interface GrownOld {
  /** Those that count now, are old, and were not at the milestone. */
  among(answers: readonly Answer[], subject: Subject): readonly Answer[];
  /** As if it had been said today, unless it was old at the milestone already. */
  fresh(answer: Answer, subject: Subject): Answer;
}

/** `today`: `YYYY-MM-DD`; absent, nothing grows old by its age alone. */
export function grownOld(
  content: Content,
  milestone: Milestone,
  { project, integrations }: { readonly project: Project; readonly integrations: readonly Integration[] },
  today?: string,
): GrownOld {
  const { stage, at } = milestone;
  const { deeds = [] } = project;
  const then = { ...project, stage, deeds: deeds.filter((deed) => deed.at <= at) };
  const atMilestone = ageing(content, then, today === undefined ? undefined : at.slice(0, 10));
  const now = ageing(content, project, today);
  // The stage that has passed may be the one that finds it old.
  const before = ageing(content, { ...project, stage }, today);
  const isOld = (ages: Ageing, answer: Answer, subject: Subject) => {
    const question = content.question.get(answer.question);
    return question !== undefined && ages.of(answer, question, subject) !== undefined;
  };
  const wasOld = (answer: Answer, subject: Subject) => answer.at <= at && isOld(atMilestone, answer, subject);
  const lately = [at, ...deeds.map((deed) => deed.at), ...(today ? [`${today}T23:59:59.999Z`] : [])]
    .sort()
    .at(-1);
  const places = new Map(integrations.map(({ id, deeds }) => [id, deeds]));
  /** What was settled since, instead of it. */
  const settledAt = ({ question, at }: Answer, subject: Subject) => {
    const deeds = subject.scope === 'integration' ? places.get(subject.id) : project.deeds;
    const settled = settlementsIn(deeds).get(subjectKey(subject))?.get(question)?.answer.at;
    return settled !== undefined && settled >= at ? settled : undefined;
  };
  return {
    among: (answers, subject) =>
      [...newest(answers).values()].filter(
        (answer) => isOld(now, answer, subject) && !wasOld(answer, subject) && !settledAt(answer, subject),
      ),
    fresh: (answer, subject) =>
      (isOld(now, answer, subject) || isOld(before, answer, subject)) && !wasOld(answer, subject)
        ? { ...answer, at: settledAt(answer, subject) ?? lately ?? at }
        : answer,
  };
}

/** What each person says to each question. */
function newest(answers: readonly Answer[]): ReadonlyMap<string, Answer> {
  return new Map(
    answers.flatMap((answer) =>
      answer.by.kind === 'person'
        ? [[JSON.stringify([answer.question, speakerKey(answer.by)]), answer] as const]
        : [],
    ),
  );
}
