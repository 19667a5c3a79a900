/** The judgement: facts and content in, findings out. Pure, so that it can be replayed from an export. */

import { type Answer, type Subject, subjectKey } from '../interview/answer.ts';
import { inWords } from '../interview/answer-words.ts';
import type { Content, DateId, Risk, Step } from '../interview/topic.ts';
import { fillNames, subjectName, subjectsOf, type Vantage } from '../landscape/landscape.ts';
import type { Calculation } from './calculation.ts';
import { type Fact, type Facts, judge, type Verdict } from './condition.ts';
import type { Evidence, Finding, NextStep, Waiting } from './finding.ts';
import { compareFindings, weigh } from './severity.ts';
import { roots, type Survey, survey } from './survey.ts';

/** Findings about the given subjects (by default everything in the vantage), worst first. */
export function assess(
  content: Content,
  calculations: readonly Calculation[],
  vantage: Vantage,
  subjects: readonly Subject[] = subjectsOf(vantage),
  known: Survey = survey(content, calculations, vantage),
): Finding[] {
  const found: Finding[] = [];
  for (const topic of content.topics) {
    for (const risk of topic.risks) {
      for (const subject of subjects) {
        if (subject.scope !== risk.scope) continue;
        const finding = judgeRisk(content, risk, subject, known.from(subject), vantage);
        if (finding) found.push(finding);
      }
    }
  }
  return withoutCovered(found, content).sort(compareFindings);
}

function judgeRisk(
  content: Content,
  risk: Risk,
  subject: Subject,
  facts: Facts,
  vantage: Vantage,
): Finding | undefined {
  const verdict = judge(risk.when, facts);
  const kind = kindOf(verdict);
  const because = distinct([...verdict.because, ...asFarAsSaid(verdict)]).map(({ fact, answer }) =>
    evidence(fact, answer, content),
  );
  if (!kind || because.length === 0) return undefined;
  const fill = (text: string) => fillNames(text, vantage, subject);
  const weight = weigh(
    risk,
    facts,
    verdict.because.map(({ fact }) => fact),
    { stages: content.stages, current: vantage.project.stage },
    subject.scope === 'integration' ? criticality(content, facts) : { added: 0 },
  );
  const waitingFor = kind === 'unknown' ? waiting(verdict, content) : [];
  const topic = content.topics.find((candidate) => candidate.id === risk.topic);
  if (!topic) throw new Error(`risk ${risk.key} belongs to no topic`);
  return {
    id: `${risk.key}@${subjectKey(subject)}`,
    topic: risk.topic,
    rule: risk.key,
    subject,
    about: subjectName(vantage, subject),
    kind: kind === 'risk' && weight.overdue ? 'issue' : kind,
    title: fill(kind === 'assertion' ? risk.sound : risk.title),
    cause: fill(risk.cause),
    event: fill(risk.event),
    effect: fill(risk.effect),
    probability: kind === 'assertion' ? 1 : weight.probability,
    impact: weight.impact,
    severity: kind === 'assertion' ? 'low' : weight.severity,
    reasoning: weight.reasoning,
    because,
    waitingFor,
    cites: topic.cites,
    steps: stepsFor(kind, risk, waitingFor, content, vantage, fill),
    clears: fill(risk.clears),
    working: workingOf(risk, facts),
  };
}

/** Not asked is not open: a rule that only waits for questions nobody has seen yet is left out. */
function kindOf(verdict: Verdict): 'risk' | 'unknown' | 'assertion' | undefined {
  if (verdict.truth === 'yes') return 'risk';
  if (verdict.truth === 'no') {
    return verdict.because.some(({ answer }) => answer.said.kind === 'value') ? 'assertion' : undefined;
  }
  const put = verdict.waitingFor.flatMap(roots).some((fact) => fact.answers.length > 0);
  return put || verdict.waitingForDates.length > 0 ? 'unknown' : undefined;
}

/** "I don't know" to the question that would have opened the one it waits for. */
function asFarAsSaid(verdict: Verdict): Verdict['because'] {
  return verdict.waitingFor
    .flatMap(roots)
    .flatMap((fact) => fact.answers.map((answer) => ({ fact, answer })));
}

function distinct(because: Verdict['because']): Verdict['because'] {
  return [...new Map(because.map((entry) => [entry.answer, entry])).values()];
}

function evidence(fact: Fact, answer: Answer, content: Content): Evidence {
  return {
    question: fact.question.key,
    label: fact.question.label,
    about: fact.about,
    said: answer.said,
    words: inWords(fact.question, answer.said, content.reasons),
    by: answer.by,
    at: answer.at,
  };
}

function waiting(verdict: Verdict, content: Content): Waiting[] {
  const open = new Map(
    verdict.waitingFor.flatMap(roots).map((fact) => [`${fact.question.key}@${fact.about}`, fact]),
  );
  return [
    ...[...open.values()].map((fact) => ({
      question: fact.question.key,
      label: fact.question.label,
      about: fact.about,
      roles: fact.question.roles,
      named: fact.answers.flatMap(({ said }) => (said.kind === 'referred' ? [said.to] : [])),
    })),
    ...verdict.waitingForDates.map((date) => waitingForDate(date, content)),
  ];
}

function waitingForDate(date: DateId, content: Content): Waiting {
  const title = content.dates.find((candidate) => candidate.id === date)?.title ?? date;
  return {
    question: `date:${date}`,
    label: `Date “${title}”`,
    about: 'the project plan',
    roles: ['project-manager'],
    named: [],
  };
}

/** The largest addition to the impact that anybody's answer about this integration stands for. */
function criticality(content: Content, facts: Facts): { added: number; evidence?: Evidence } {
  let worst: { added: number; evidence?: Evidence } | undefined;
  for (const question of content.weighing) {
    const { answer: shape } = question;
    if (shape.kind !== 'choice') continue;
    for (const fact of facts.of(question.key)) {
      for (const answer of fact.answers) {
        if (answer.said.kind !== 'value' || answer.said.value.type !== 'choice') continue;
        const { option: chosen } = answer.said.value;
        const added = shape.options.find((option) => option.id === chosen)?.impact ?? 0;
        if (!worst || added > worst.added) worst = { added, evidence: evidence(fact, answer, content) };
      }
    }
  }
  return worst ?? { added: 0 };
}

/** A risk has the steps of its rule; an unknown is to be found out; what is right is confirmed at the next gate. */
function stepsFor(
  kind: 'risk' | 'unknown' | 'assertion',
  risk: Risk,
  waitingFor: readonly Waiting[],
  content: Content,
  vantage: Vantage,
  fill: (text: string) => string,
): NextStep[] {
  const own = risk.steps.flatMap((key) => content.step.get(key) ?? []);
  if (kind === 'risk')
    return own.map((step) => ({ ...step, action: fill(step.action), done: fill(step.done) }));
  if (kind === 'unknown') {
    return waitingFor.map(({ question, label, about, roles, named }) => ({
      key: `ask.${question}`,
      action:
        named.length > 0
          ? `Ask ${named.join(' or ')} about ${about}: ${label}`
          : `Find out for ${about}: ${label}`,
      owner: roles[0] ?? 'project-manager',
      with: [],
      stage: risk.due,
      done: 'The answer is on file, with its author',
    }));
  }
  return [confirm(own[0], content, vantage.project.stage)];
}

function confirm(step: Step | undefined, content: Content, current: string): NextStep {
  const at = content.stages.findIndex((stage) => stage.id === current);
  const next = content.stages[at + 1] ?? content.stages[at];
  return {
    key: 'confirm',
    action: 'Nothing to do now; confirm it before the next gate',
    owner: step?.owner ?? 'project-manager',
    with: [],
    stage: next?.id ?? current,
    done: 'Somebody who can know has confirmed the answer',
  };
}

function workingOf(risk: Risk, facts: Facts): readonly string[] {
  const ids = new Set(calculationsIn(risk));
  return [...ids].flatMap((id) => {
    const outcome = facts.calculate(id);
    return outcome.kind === 'result' ? outcome.working : [];
  });
}

function calculationsIn(risk: Risk): string[] {
  const inCondition = (condition: Risk['when']): string[] => {
    if ('all' in condition) return condition.all.flatMap(inCondition);
    if ('any' in condition) return condition.any.flatMap(inCondition);
    if ('not' in condition) return inCondition(condition.not);
    return 'calculation' in condition ? [condition.calculation] : [];
  };
  const weighing = typeof risk.probability === 'number' ? [] : [risk.probability.calculation];
  return [...inCondition(risk.when), ...weighing];
}

/** Where one raised risk explains another about the same thing, only the first is shown. */
function withoutCovered(findings: readonly Finding[], content: Content): Finding[] {
  const raised = findings.filter(({ kind }) => kind === 'risk' || kind === 'issue');
  const covered = new Set(
    raised.flatMap(({ rule, subject }) =>
      (content.risk.get(rule)?.covers ?? []).map((other) => `${other}@${subjectKey(subject)}`),
    ),
  );
  return findings.filter(({ id }) => !covered.has(id));
}
