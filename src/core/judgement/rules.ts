/** The risks of the content, each with what judging it needs to know beforehand. */
import type {
  Citation,
  Content,
  DateId,
  QuestionKey,
  Risk,
  Scope,
  StageId,
  Step,
} from '../interview/topic.ts';
import { type Calculation, questionsOf } from './calculation.ts';
import { catalogueOf, type Placed } from './catalogue.ts';
import { readsOfMeasure } from './choosers/measures.ts';
import { type Condition, leavesIn, questionsIn, type Test, testOf } from './condition.ts';
import { Docket } from './docket.ts';
import type { Leaf } from './leaf.ts';

export interface Rule {
  readonly risk: Risk;
  readonly test: Test;
  /** What has to be answered before it may be called right. */
  readonly right?: Test;
  readonly cites: Citation;
  readonly due: StageId;
  readonly steps: readonly Step[];
  /** The calculations it rests on, the arithmetic of which is shown. */
  readonly calculations: readonly string[];
  /** Every question that it looks at: while nobody has said anything to any of them, there is nothing to say, */
  readonly reads: readonly Placed[];
  /** unless one of those on which it hangs whether they apply is known to be unknown. All that it looks at, with those. */
  readonly restsOn: readonly Placed[];
  /** Every condition by which those are looked at, taken apart; */
  readonly leaves: readonly Leaf[];
  /** and what its calculations read, in ways of their own. */
  readonly measured: ReadonlySet<QuestionKey>;
  /** It may wait for a date of the plan. */
  readonly isDated: boolean;
}

export interface Rules {
  readonly all: readonly Rule[];
  readonly about: Readonly<Record<Scope, Docket>>;
}

const kept = new WeakMap<Content, { readonly calculations: readonly Calculation[]; readonly rules: Rules }>();

export function rulesOf(content: Content, calculations: readonly Calculation[]): Rules {
  const known = kept.get(content);
  if (known?.calculations === calculations) return known.rules;
  const rules = makeRules(content, calculations);
  kept.set(content, { calculations, rules });
  return rules;
}

function makeRules(content: Content, calculations: readonly Calculation[]): Rules {
  const inputsOf = (id: string): readonly QuestionKey[] => {
    const calculation = calculations.find((each) => each.id === id);
    return calculation ? questionsOf(calculation) : readsOfMeasure(id, content, inputsOf);
  };
  const openers = (keys: readonly QuestionKey[], found = new Set<QuestionKey>()): Set<QuestionKey> => {
    for (const key of keys) {
      const when = content.question.get(key)?.when;
      const before = when ? questionsIn(when, inputsOf).filter((each) => !found.has(each)) : [];
      for (const each of before) found.add(each);
      openers(before, found);
    }
    return found;
  };
  const catalogue = catalogueOf(content);
  const placed = (keys: readonly QuestionKey[]) =>
    [...new Set(keys)].flatMap((key) => catalogue.byKey.get(key) ?? []);
  const rules = content.topics.flatMap(({ cites, risks }) =>
    risks.map((risk): Rule => {
      const { right } = risk;
      const conditions = right ? [risk.when, right] : [risk.when];
      const keys = conditions.flatMap((each) => questionsIn(each, inputsOf));
      const restsOn = placed([...keys, ...openers(keys)]);
      const leaves = [...conditions, ...restsOn.flatMap(({ question: { when } }) => when ?? [])].flatMap(
        leavesIn,
      );
      return {
        risk,
        test: testOf(risk.when),
        ...(right && { right: testOf(right) }),
        cites,
        due: risk.due,
        steps: risk.steps.flatMap((key) => content.step.get(key) ?? []),
        calculations: calculationsOf(risk),
        reads: placed(keys),
        restsOn,
        leaves: leaves.filter((leaf) => 'question' in leaf),
        measured: new Set(
          leaves.flatMap((leaf) => ('calculation' in leaf ? inputsOf(leaf.calculation) : [])),
        ),
        isDated: isDated(risk.when, calculations),
      };
    }),
  );
  const docket = (scope: Scope) =>
    new Docket(
      rules.filter(({ risk }) => risk.scope === scope),
      catalogue,
    );
  return {
    all: rules,
    about: {
      integration: docket('integration'),
      application: docket('application'),
      project: docket('project'),
    },
  };
}

function calculationsOf(risk: Risk): string[] {
  const weighing = typeof risk.probability === 'number' ? [] : [risk.probability.calculation];
  return [...new Set([...calculationsIn(risk.when), ...weighing])];
}

function isDated(condition: Condition, calculations: readonly Calculation[]): boolean {
  const dated = new Set(calculations.filter((each) => datesOf(each).length > 0).map(({ id }) => id));
  return leavesIn(condition).some((leaf) =>
    'calculation' in leaf ? dated.has(leaf.calculation) : 'after' in leaf,
  );
}

function datesOf({ dates = [], datesIfThere = [], uses = [] }: Calculation): readonly DateId[] {
  return [...dates, ...datesIfThere, ...uses.flatMap(datesOf)];
}

function calculationsIn(condition: Condition): string[] {
  return leavesIn(condition).flatMap((leaf) => ('calculation' in leaf ? [leaf.calculation] : []));
}
