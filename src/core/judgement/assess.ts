/** The judgement: facts and content in, findings out. Pure, so that it can be replayed from an export. */
import { type Answer, type Subject, subjectKey } from '../interview/answer.ts';
import { day } from '../interview/answer-words.ts';
import { type Ageing, ageing } from '../interview/staleness.ts';
import type { Content, StageId } from '../interview/topic.ts';
import { fillerOf, subjectName, subjectsOf, type Vantage } from '../landscape/landscape.ts';
import type { Calculation } from './calculation.ts';
import type { Fact, Facts, Reason, Verdict } from './condition.ts';
import type { Precedents } from './docket.ts';
import { evidenceOf, isAllStale, waitingForConfirmation, waitingOn } from './evidence.ts';
import { roots, said } from './fact.ts';
import type { Evidence, Finding } from './finding.ts';
import { stepsFor } from './next-steps.ts';
import { type Rule, rulesOf } from './rules.ts';
import { compareFindings, weigh } from './severity.ts';
import { type Survey, survey } from './survey.ts';
import { those } from './those.ts';
import type { View } from './view.ts';

/** Findings about the given subjects (by default everything in the vantage), worst first. */
export function assess(
  content: Content,
  calculations: readonly Calculation[],
  vantage: Vantage,
  subjects: readonly Subject[] = subjectsOf(vantage),
  known: Survey = survey(content, calculations, vantage),
): Finding[] {
  return subjects
    .flatMap((subject) => assessSubject(content, calculations, vantage, subject, known))
    .sort(compareFindings);
}

/** Findings about one subject, in the order of the content. */
export function assessSubject(
  content: Content,
  calculations: readonly Calculation[],
  vantage: Vantage,
  subject: Subject,
  known: Survey,
  precedents?: Precedents,
): readonly Finding[] {
  const view = known.from(subject);
  const sight = sightOf(content, view, subject, vantage);
  const found: Finding[] = [];
  const judge = (rule: Rule): boolean => {
    const finding = judgeRisk(rule, sight);
    if (finding) found.push(finding);
    return finding !== undefined;
  };
  // How old something is stands in no precedent.
  rulesOf(content, calculations).about[subject.scope].call(
    view.heard,
    sight.isAnythingOld ? undefined : precedents,
    judge,
  );
  return withoutCovered(found, content);
}

/** One subject, with what all of its findings share. */
interface Sight {
  readonly content: Content;
  readonly subject: Subject;
  readonly key: string;
  readonly about: string;
  readonly view: View;
  /** Somebody was asked something and gave no answer. */
  readonly isAnythingOpen: boolean;
  /** Something was said so long ago that it may not hold any more. */
  readonly isAnythingOld: boolean;
  readonly stage: StageId;
  readonly criticality: { readonly added: number; readonly evidence?: Evidence };
  readonly fill: (text: string) => string;
  /** Several findings rest on the same answer. */
  readonly evidence: (reason: Reason) => Evidence;
}

function sightOf(content: Content, view: View, subject: Subject, vantage: Vantage): Sight {
  const kept = new Map<Answer, Evidence>();
  const ages = ageing(content, vantage.project, vantage.today);
  return {
    content,
    subject,
    key: subjectKey(subject),
    about: subjectName(vantage, subject),
    view,
    isAnythingOpen: view.heard.some(({ open }) => open.length > 0),
    isAnythingOld: view.heard.some((each) => each.hasBefore(ages.freshFrom)),
    stage: vantage.project.stage,
    criticality: subject.scope === 'integration' ? criticality(content, view, ages) : { added: 0 },
    fill: fillerOf(vantage, subject),
    evidence(reason) {
      let evidence = kept.get(reason.answer);
      if (!evidence) {
        evidence = evidenceOf(reason, content, ages);
        kept.set(reason.answer, evidence);
      }
      return evidence;
    },
  };
}

function judgeRisk(rule: Rule, sight: Sight): Finding | undefined {
  const { risk, test, cites, calculations } = rule;
  const { content, subject, view, fill } = sight;
  // Most rules wait for questions that nobody has seen yet.
  const truth = test.truth(view, 'yes');
  if (truth === 'unknown' && !rule.isDated && !sight.isAnythingOpen) return undefined;
  const shown = truth === 'no' ? shownRight(rule, view) : nothing;
  if (truth === 'no' && shown.length === 0 && !sight.isAnythingOld) return undefined;
  const verdict = test.judge(view, 'yes');
  const judged = kindOf(verdict, sight.isAnythingOpen);
  if (!judged) return undefined;
  const isRight = shown.length > 0;
  const rests = isRight ? shown : verdict.because;
  const because = distinct(rests, asFarAsSaid(verdict)).map(sight.evidence);
  if (because.length === 0) return undefined;
  // What was right when it was said is not known to be right any more.
  const isOutdated = judged === 'assertion' && isAllStale(because);
  if (judged === 'assertion' && !isRight && !isOutdated) return undefined;
  const kind = isOutdated ? 'unknown' : judged;
  const weight = weigh(
    risk,
    view,
    verdict.because,
    { stages: content.stages, current: sight.stage },
    sight.criticality,
  );
  const age = ageOf(because);
  const waitingFor = isOutdated
    ? waitingForConfirmation(because, content)
    : kind === 'unknown'
      ? waitingOn(verdict, content)
      : nothing;
  return {
    id: `${risk.key}@${sight.key}`,
    topic: risk.topic,
    rule: risk.key,
    subject,
    about: sight.about,
    kind: kind === 'risk' && weight.overdue ? 'issue' : kind,
    title: fill((kind === 'assertion' && risk.sound) || risk.title),
    cause: fill(risk.cause),
    event: fill(risk.event),
    effect: fill(risk.effect),
    probability: kind === 'assertion' ? 1 : weight.probability,
    impact: weight.impact,
    severity: kind === 'assertion' ? 'low' : weight.severity,
    ...(weight.atFirst === undefined ? {} : { atFirst: weight.atFirst }),
    reasoning: age ? [...weight.reasoning, age] : weight.reasoning,
    because,
    waitingFor,
    cites,
    steps: stepsFor(kind, rule, waitingFor, sight),
    clears: fill(risk.clears),
    working: calculations.length > 0 ? workingOf(calculations, view) : nothing,
  };
}

/** What shows that it is done right; where several people answered each has to say so. */
function shownRight({ right }: Rule, view: View): readonly Reason[] {
  return right?.truth(view, 'no') === 'yes' ? right.judge(view, 'no').because : nothing;
}

/** How old the evidence is, where some of it has grown old. */
function ageOf(because: readonly Evidence[]): string | undefined {
  const old = those(because, ({ stale }) => stale !== undefined);
  const [first] = old;
  if (!first) return undefined;
  const oldest = old.reduce((one, other) => (other.at < one.at ? other : one), first);
  const what = old.length === because.length ? 'All that it rests on' : 'Some of what it rests on';
  return `${what} has grown old, the oldest of ${day(oldest.at)}: it is to be confirmed.`;
}

/** What two calculations both went in with is said once. */
function workingOf(calculations: readonly string[], view: View): readonly string[] {
  const lines = calculations.flatMap((id) => {
    const outcome = view.calculate(id);
    return outcome.kind === 'result' ? outcome.working : [];
  });
  return calculations.length > 1 ? [...new Set(lines)] : lines;
}

const nothing: readonly never[] = [];

/** Not asked is not open: a rule that only waits for questions nobody has seen yet is left out. */
function kindOf(verdict: Verdict, isAnythingOpen: boolean): 'risk' | 'unknown' | 'assertion' | undefined {
  if (verdict.truth === 'yes') return 'risk';
  if (verdict.truth === 'no') {
    return verdict.because.some(({ answer }) => answer.said.kind === 'value') ? 'assertion' : undefined;
  }
  const { waitingFor, waitingForDates } = verdict;
  if (waitingForDates.length > 0) return 'unknown';
  const isPut = (fact: Fact) => roots(fact).some(({ answers }) => answers.length > 0);
  return isAnythingOpen && waitingFor.some(isPut) ? 'unknown' : undefined;
}

/** "I don't know" to the question that would have opened the one it waits for. */
function asFarAsSaid({ waitingFor }: Verdict): readonly Reason[] {
  return waitingFor.length === 0 ? [] : waitingFor.flatMap(roots).flatMap((fact) => said(fact).all);
}

function distinct(one: readonly Reason[], other: readonly Reason[]): readonly Reason[] {
  const all = other.length > 0 ? [...one, ...other] : one;
  if (all.length < 2) return all;
  return [...new Map(all.map((reason) => [reason.answer, reason])).values()];
}

/** The largest addition to the impact that anybody's answer about this integration stands for. */
function criticality(content: Content, facts: Facts, ages: Ageing): { added: number; evidence?: Evidence } {
  let worst: { added: number; evidence?: Evidence } | undefined;
  for (const question of content.weighing) {
    const { answer: shape } = question;
    if (shape.kind !== 'choice') continue;
    for (const fact of facts.of(question.key)) {
      for (const answer of fact.answers) {
        if (answer.said.kind !== 'value' || answer.said.value.type !== 'choice') continue;
        const { option: chosen } = answer.said.value;
        const added = shape.options.find((option) => option.id === chosen)?.impact ?? 0;
        if (!worst || added > worst.added)
          worst = { added, evidence: evidenceOf({ fact, answer }, content, ages) };
      }
    }
  }
  return worst ?? { added: 0 };
}

/** Where one raised risk explains another about the same thing, only the first is shown. */
function withoutCovered(findings: readonly Finding[], content: Content): readonly Finding[] {
  const covered = new Set<string>();
  for (const { kind, rule } of findings) {
    if (kind !== 'risk' && kind !== 'issue') continue;
    for (const other of content.risk.get(rule)?.covers ?? nothing) covered.add(other);
  }
  return covered.size > 0 ? findings.filter(({ rule }) => !covered.has(rule)) : findings;
}
