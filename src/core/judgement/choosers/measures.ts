/** What a rule may ask for like a calculation, and what takes more than numbers: content, plan and stage. */
import type { Content, QuestionKey } from '../../interview/topic.ts';
import type { Project } from '../../landscape/landscape.ts';
import type { Outcome } from '../calculation.ts';
import { type Condition, type Facts, questionsIn } from '../condition.ts';
import { fitOf, isFit } from './fit.ts';
import { parameters, parametersKnown, parametersOutcome } from './parameters-known.ts';

export function measure(id: string, content: Content, project: Project, facts: Facts): Outcome | undefined {
  if (id === parametersKnown) return parametersOutcome(content, project, facts);
  return isFit(content, id) ? fitOf(content, id, facts) : undefined;
}

/** Every question that it can rest on. */
export function readsOfMeasure(
  id: string,
  content: Content,
  inputsOf: (calculation: string) => readonly QuestionKey[],
): readonly QuestionKey[] {
  if (id === parametersKnown) return parameters.map(({ question }) => question);
  return content.choosers.flatMap(({ fit, when, ways, stated }) => {
    if (fit !== id) return [];
    const conditions: Condition[] = [
      ...(when ? [when] : []),
      ...ways.flatMap((way) => [...way.fits, ...way.against].map((argument) => argument.when)),
      ...stated.map((each) => each.when),
    ];
    return conditions.flatMap((condition) => questionsIn(condition, inputsOf));
  });
}
