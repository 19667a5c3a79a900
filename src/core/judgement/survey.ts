/**
 * One pass over all questions of a vantage: which apply, and what people have said. Everything else (what to ask next,
 * what is a risk) reads from it. An answer whose question no longer applies stays on file and counts for nothing.
 */
import { type Answer, newestPerSpeaker, type Said, type Subject, subjectKey } from '../interview/answer.ts';
import type { AnswerShape, Content, DateId, Question, QuestionKey } from '../interview/topic.ts';
import { answersAbout, subjectName, subjectsOf, type Vantage } from '../landscape/landscape.ts';
import type { Calculation, Given, Outcome } from './calculation.ts';
import { type Fact, type Facts, judge, setAside, type Truth } from './condition.ts';

export interface Standing {
  readonly subject: Subject;
  readonly question: Question;
  readonly applies: Truth;
  /** The newest answer of each person, whether it counts or not. */
  readonly answers: readonly Answer[];
  /** What an imported file suggests. */
  readonly suggested?: Answer;
}

export interface Survey {
  /** In the order of asking. */
  readonly standings: readonly Standing[];
  /** What may be looked at when something about this subject is judged. */
  from(subject: Subject): Facts;
}

export function survey(content: Content, calculations: readonly Calculation[], vantage: Vantage): Survey {
  const subjects = subjectsOf(vantage);
  const facts = new Map<QuestionKey, Fact[]>();
  const standings: Standing[] = [];
  const views = new Map<string, Facts>();
  const from = (subject: Subject): Facts => {
    const key = subjectKey(subject);
    const view = views.get(key) ?? viewFrom(subject, facts, vantage, content, calculations);
    views.set(key, view);
    return view;
  };
  const newest = new Map(
    subjects.map((subject) => [subjectKey(subject), byQuestion(answersAbout(vantage, subject))]),
  );
  for (const topic of content.topics) {
    for (const question of topic.questions) {
      for (const subject of subjects) {
        if (subject.scope !== question.scope) continue;
        const said = newest.get(subjectKey(subject))?.get(question.key) ?? [];
        const verdict = question.when ? judge(question.when, from(subject)) : undefined;
        const applies = verdict?.truth ?? 'yes';
        const answers = said.filter(
          (answer) => answer.by.kind === 'person' && fits(question.answer, answer.said),
        );
        const suggested = said.findLast((answer) => answer.by.kind === 'file');
        standings.push({ subject, question, applies, answers, ...(suggested ? { suggested } : {}) });
        if (applies === 'no') continue;
        const about = subjectName(vantage, subject);
        const fact: Fact =
          applies === 'yes'
            ? { question, subject, about, answers }
            : { question, subject, about, answers: [], behind: (verdict?.waitingFor ?? []).flatMap(roots) };
        facts.set(question.key, [...(facts.get(question.key) ?? []), fact]);
      }
    }
  }
  return { standings, from };
}

/** What has to be answered first, all the way down. */
export function roots(fact: Fact): readonly Fact[] {
  return fact.behind ?? [fact];
}

/** What was said to an older wording of the question is no answer to this one: it stays on file, and is asked again. */
function fits(shape: AnswerShape, said: Said): boolean {
  if (said.kind !== 'value') return true;
  const { value } = said;
  if (value.type !== shape.kind) return false;
  if (shape.kind !== 'choice' && shape.kind !== 'multi') return true;
  const chosen = value.type === 'choice' ? [value.option] : value.type === 'multi' ? value.options : [];
  return chosen.every((id) => shape.options.some((option) => option.id === id));
}

function byQuestion(answers: readonly Answer[]): Map<QuestionKey, Answer[]> {
  const grouped = new Map<QuestionKey, Answer[]>();
  for (const answer of answers) {
    const group = grouped.get(answer.question);
    if (group) group.push(answer);
    else grouped.set(answer.question, [answer]);
  }
  for (const [question, group] of grouped) grouped.set(question, newestPerSpeaker(group, question));
  return grouped;
}

/** An integration sees its two applications and the project; an application sees the project; nothing sees sideways. */
function viewFrom(
  subject: Subject,
  facts: ReadonlyMap<QuestionKey, readonly Fact[]>,
  vantage: Vantage,
  content: Content,
  calculations: readonly Calculation[],
): Facts {
  const outcomes = new Map<string, Outcome>();
  const visible = (fact: Fact) =>
    subject.scope === 'integration' ||
    fact.subject.scope === 'project' ||
    subjectKey(fact.subject) === subjectKey(subject);
  const view: Facts = {
    of: (question) => (facts.get(question) ?? []).filter(visible),
    planDate: (id: DateId) => vantage.project.dates[id],
    calculate: (id) => {
      const calculation = calculations.find((candidate) => candidate.id === id);
      if (!calculation) throw new Error(`no calculation is called ${id}`);
      const outcome = outcomes.get(id) ?? calculate(calculation, view, content);
      outcomes.set(id, outcome);
      return outcome;
    },
  };
  return view;
}

/** Gathers the inputs; all of them are needed, of every subject, and one that does not apply ends the calculation. */
function calculate(calculation: Calculation, facts: Facts, content: Content): Outcome {
  const inputs = Object.entries(calculation.inputs).map(([name, input]) => {
    const found = facts.of(input.question).filter((fact) => !setAside(fact));
    const counts = ({ said }: Answer) =>
      said.kind === 'value' || (input.unsureCounts && said.kind === 'unsure');
    const given = found.flatMap((fact) => fact.answers.filter(counts).map((answer) => ({ fact, answer })));
    return { name, found, given, open: found.filter((fact) => !fact.answers.some(counts)) };
  });
  if (inputs.some(({ found }) => found.length === 0)) return { kind: 'does-not-apply' };
  const because = inputs.flatMap(({ given }) => given);
  const waitingFor = inputs.flatMap(({ open }) => open);
  if (waitingFor.length > 0) return { kind: 'waiting', waitingFor, because };
  const valuesOf = (name: string) =>
    (inputs.find((input) => input.name === name)?.given ?? []).flatMap(({ answer }) =>
      answer.said.kind === 'value' ? [answer.said.value] : [],
    );
  const given: Given = {
    number: (name) => {
      const numbers = valuesOf(name).flatMap((value) => (value.type === 'number' ? [value] : []));
      return {
        low: Math.min(...numbers.map(({ low }) => low)),
        high: Math.max(...numbers.map(({ high }) => high)),
      };
    },
    options: (name) =>
      valuesOf(name).flatMap((value) =>
        value.type === 'choice' ? [value.option] : value.type === 'multi' ? value.options : [],
      ),
    unsure: (name) => valuesOf(name).length === 0,
    limit: (id) => {
      const limit = content.limits.find((candidate) => candidate.id === id);
      if (!limit) throw new Error(`no limit is called ${id}`);
      return limit;
    },
  };
  return { kind: 'result', ...calculation.run(given), because };
}
