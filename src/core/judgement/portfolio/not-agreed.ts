/**
 * Questions to which people have given answers that cannot all hold, and which should have been settled by the end of a
 * stage that is over: the first of the stages at which a risk that rests on the question is due.
 */
import type { Content, QuestionKey } from '../../interview/topic.ts';
import { type Fact, questionsIn, type Reason } from '../condition.ts';
import { differ } from '../disagreement.ts';
import { givenValue, said } from '../fact.ts';
import { ofProject, type PortfolioRule } from './portfolio-rule.ts';

interface Open {
  readonly fact: Fact;
  readonly because: readonly Reason[];
  readonly name: string;
}

export const notAgreed: PortfolioRule<readonly Open[]> = {
  id: 'not-agreed',
  scope: 'project',
  needs: [],
  take({ content, project, integration, facts }) {
    const past = pastGate(content, project.stage);
    const open = past.flatMap((key) =>
      facts.of(key).flatMap((fact): Open[] => {
        if (fact.subject.scope !== 'integration' || !cannotAllHold(fact)) return [];
        return [{ fact, because: said(fact).valued, name: integration.name }];
      }),
    );
    return open.length > 0 ? open : undefined;
  },
  look(taken, { evidence }) {
    const open = taken.flat();
    if (open.length === 0) return [];
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because: open.flatMap(({ because }) => because).map(evidence),
        names: [...new Set(open.map(({ name }) => name))],
        working: open.map(
          ({ fact, because, name }) => `${fact.question.label} of ${name}: ${because.length} answers`,
        ),
      },
    ];
  },
};

/** Who sees another side of it may say something else: that is no contradiction. */
function cannotAllHold(fact: Fact): boolean {
  const { valued } = said(fact);
  if (valued.length < 2 || fact.question.vantages) return false;
  return differ(fact.question.answer, valued.map(givenValue)) === 'major';
}

const kept = new WeakMap<Content, Map<string, readonly QuestionKey[]>>();

/** Questions that a rule of their own does not judge by whether people differ. */
function pastGate(content: Content, stage: string): readonly QuestionKey[] {
  const known = kept.get(content) ?? new Map<string, readonly QuestionKey[]>();
  kept.set(content, known);
  let keys = known.get(stage);
  if (!keys) {
    const place = (id: string) => content.stages.findIndex((each) => each.id === id);
    const own = new Set<QuestionKey>();
    const past = new Set<QuestionKey>();
    for (const { when, due } of content.risk.values()) {
      const questions = questionsIn(when, () => []);
      if (JSON.stringify(when).includes('"disagree":true')) for (const key of questions) own.add(key);
      if (place(due) < place(stage)) for (const key of questions) past.add(key);
    }
    keys = [...past].filter((key) => !own.has(key));
    known.set(stage, keys);
  }
  return keys;
}
