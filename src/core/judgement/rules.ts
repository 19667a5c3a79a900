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
import { type Catalogue, catalogueOf, type Placed } from './catalogue.ts';
import { readsOfMeasure } from './choosers/measures.ts';
import { type Condition, questionsIn, type Test, testOf } from './condition.ts';

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
  /** Every question that it looks at. While nobody has said anything to any of them, there is nothing to say, */
  readonly reads: readonly QuestionKey[];
  /** unless one of these is known to be unknown: the questions on which it hangs whether those apply. */
  readonly hangsOn: readonly QuestionKey[];
  /** All of them: what is said to anything else is of no account. */
  readonly restsOn: Readonly<Record<Scope, readonly Placed[]>>;
  /** It may wait for a date of the plan. */
  readonly isDated: boolean;
}

export interface Rules {
  readonly all: readonly Rule[];
  /** Those about one kind of subject of which there may be something to say, in the order of the content. */
  worthJudging(scope: Scope, heard: readonly Heard[]): readonly Rule[];
}

/** What was heard about one thing, by the numbers of the questions. */
export interface Heard {
  /** Somebody gave an answer. */
  readonly answered: readonly number[];
  /** Put to somebody who gave none. */
  readonly open: readonly number[];
  hasBefore(at: string): boolean;
}

const nothing: readonly never[] = [];

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
  const rules = content.topics.flatMap(({ cites, risks }) =>
    risks.map((risk): Rule => {
      const { right } = risk;
      const reads = [
        ...new Set([risk.when, right].flatMap((each) => (each ? questionsIn(each, inputsOf) : []))),
      ];
      const hangsOn = [...openers(reads)];
      return {
        risk,
        test: testOf(risk.when),
        ...(right && { right: testOf(right) }),
        cites,
        due: risk.due,
        steps: risk.steps.flatMap((key) => content.step.get(key) ?? []),
        calculations: calculationsOf(risk),
        reads,
        hangsOn,
        restsOn: byScope(
          [...new Set([...reads, ...hangsOn])].flatMap((key) => catalogue.byKey.get(key) ?? []),
        ),
        isDated: isDated(risk.when, calculations),
      };
    }),
  );
  const pickerAbout = (scope: Scope) =>
    pickerOf(
      rules.filter(({ risk }) => risk.scope === scope),
      catalogue,
    );
  const about = {
    integration: pickerAbout('integration'),
    application: pickerAbout('application'),
    project: pickerAbout('project'),
  };
  return { all: rules, worthJudging: (scope, heard) => about[scope](heard) };
}

/** Picks the rules that name a question of which something was heard. */
function pickerOf(
  rules: readonly Rule[],
  { questions }: Catalogue,
): (heard: readonly Heard[]) => readonly Rule[] {
  const naming = (namedBy: (rule: Rule) => readonly QuestionKey[]) =>
    questions.map(({ question }) =>
      rules.flatMap((rule, place) => (namedBy(rule).includes(question.key) ? [place] : [])),
    );
  const reading = naming(({ reads }) => reads);
  const hanging = naming(({ reads, hangsOn }) => [...reads, ...hangsOn]);
  return (heard) => {
    const marked = new Uint8Array(rules.length);
    for (const { answered, open } of heard) {
      for (const number of answered) for (const place of reading[number] ?? nothing) marked[place] = 1;
      for (const number of open) for (const place of hanging[number] ?? nothing) marked[place] = 1;
    }
    return rules.filter((_, place) => marked[place] === 1);
  };
}

function byScope(all: readonly Placed[]): Rule['restsOn'] {
  const of = (scope: Scope) => all.filter((placed) => placed.scope === scope);
  return { integration: of('integration'), application: of('application'), project: of('project') };
}

function calculationsOf(risk: Risk): string[] {
  const weighing = typeof risk.probability === 'number' ? [] : [risk.probability.calculation];
  return [...new Set([...calculationsIn(risk.when), ...weighing])];
}

function isDated(condition: Condition, calculations: readonly Calculation[]): boolean {
  if ('all' in condition) return condition.all.some((part) => isDated(part, calculations));
  if ('any' in condition) return condition.any.some((part) => isDated(part, calculations));
  if ('not' in condition) return isDated(condition.not, calculations);
  if ('calculation' in condition) {
    const calculation = calculations.find(({ id }) => id === condition.calculation);
    return calculation !== undefined && datesOf(calculation).length > 0;
  }
  return 'after' in condition;
}

function datesOf({ dates = [], datesIfThere = [], uses = [] }: Calculation): readonly DateId[] {
  return [...dates, ...datesIfThere, ...uses.flatMap(datesOf)];
}

function calculationsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(calculationsIn);
  if ('any' in condition) return condition.any.flatMap(calculationsIn);
  if ('not' in condition) return calculationsIn(condition.not);
  return 'calculation' in condition ? [condition.calculation] : [];
}
