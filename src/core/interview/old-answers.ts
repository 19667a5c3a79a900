/** What one person said that has grown old and still counts: it is confirmed, or changed, by the one who said it. */
import type { Survey } from '../judgement/survey.ts';
import type { Answer, Subject } from './answer.ts';
import { type Interviewee, isBy } from './interviewee.ts';
import type { Ageing, Stale } from './staleness.ts';
import type { Question } from './topic.ts';

export interface OldAnswer {
  readonly subject: Subject;
  readonly question: Question;
  readonly answer: Answer;
  readonly stale: Stale;
}

/** In the order of asking. */
export function oldAnswers(known: Survey, ages: Ageing, who: Pick<Interviewee, 'member'>): OldAnswer[] {
  return known.standings.flatMap(({ subject, question, applies, answers }) => {
    const answer = applies === 'no' ? undefined : answers.find((each) => isBy(each, who));
    const stale = answer && ages.of(answer, question, subject);
    return answer && stale ? [{ subject, question, answer, stale }] : [];
  });
}
