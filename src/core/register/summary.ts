/** How many risks there are and how bad, which matter most, what they are about, and what nobody knows. */
import type { QuestionKey, RoleId } from '../interview/topic.ts';
import { type Finding, type NextStep, type Severity, severities } from '../judgement/finding.ts';
import { summedUpBy } from '../judgement/portfolio/index.ts';
import { rankOf, severityOf } from '../judgement/severity.ts';
import type { Entry } from './register.ts';

export interface Summary {
  /** Risks and issues. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly raised: number;
  /** Critical for no other reason than that the stage in which they had to be resolved has passed. */
  readonly late: number;
  /** Those of the raised that somebody accepted, and that holds. */
  readonly accepted: number;
  readonly unknown: number;
  readonly right: number;
  /** Risks and issues by impact, then by probability, both from 1: `[impact - 1][probability - 1]`. */
  readonly matrix: Matrix;
  /** One for each rule, worst first; last where all of it is accepted. */
  readonly groups: readonly Group[];
  /** Most weight first. */
  readonly themes: readonly Theme[];
  /** The step that works on most of what nobody has decided about. */
  readonly decision?: Decision;
  /** What holds up most judgements first. */
  readonly open: readonly OpenQuestion[];
}

/** Five by five: how many lie in each field, and how bad that is. */
export type Matrix = readonly (readonly { readonly count: number; readonly severity: Severity }[])[];

/**
 * One rule over all that it was raised about: seven integrations without an owner are one thing to know, also where a
 * finding about all of them says the same once more.
 */
export interface Group {
  /** Of those that are not accepted; where all are, of all. */
  readonly worst: Finding;
  /** The names of all that it is about, worst first. */
  readonly on: readonly string[];
  /** What people decided about it, where they did. */
  readonly decided?: InHand;
}

export interface InHand {
  /** So many risks and issues there are of this rule. */
  readonly of: number;
  readonly accepted: number;
  /** `YYYY-MM-DD`: the last days of the acceptances, each once, the earliest first. */
  readonly until: readonly string[];
  readonly treated: number;
  /** The names of those who treat it, each once. */
  readonly owners: readonly string[];
}

/** By the finding's id; what is not among them is undecided. */
export type Entries = ReadonlyMap<string, Entry>;

export interface Theme {
  readonly topic: string;
  readonly raised: number;
  readonly worst: Severity;
}

export interface Decision {
  readonly step: NextStep;
  /** So many risks and issues begin with this step. */
  readonly helps: number;
}

export interface OpenQuestion {
  readonly question: QuestionKey;
  readonly label: string;
  readonly on: readonly string[];
  readonly roles: readonly RoleId[];
  /** Whom people named as the ones who know. */
  readonly named: readonly string[];
  /** So many judgements wait for it. */
  readonly holdsUp: number;
}

const levels = [1, 2, 3, 4, 5];
const isCriticalByTime = ({ severity, atFirst }: Finding) =>
  severity === 'critical' && atFirst !== undefined && severityOf(atFirst, 1) !== 'critical';
const isRaised = ({ kind }: Finding) => kind === 'risk' || kind === 'issue';

/** `findings` in the order of `compareFindings`. */
export function summarise(findings: readonly Finding[], entries: Entries = new Map()): Summary {
  const raised = findings.filter(isRaised);
  const unknown = findings.filter(({ kind }) => kind === 'unknown');
  const decision = decisionOf(raised, entries);
  return {
    counts: countBySeverity(raised),
    raised: raised.length,
    late: raised.filter(isCriticalByTime).length,
    accepted: raised.filter(isAcceptedIn(entries)).length,
    unknown: unknown.length,
    right: findings.length - raised.length - unknown.length,
    matrix: matrixOf(raised),
    groups: groupsOf(raised, entries),
    themes: themesOf(raised),
    ...(decision ? { decision } : {}),
    open: openQuestions(unknown),
  };
}

function countBySeverity(raised: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { severity } of raised) counts[severity] += 1;
  return counts;
}

function matrixOf(raised: readonly Finding[]): Matrix {
  return levels.map((impact) =>
    levels.map((probability) => ({
      count: raised.filter((each) => each.impact === impact && each.probability === probability).length,
      severity: severityOf(probability, impact),
    })),
  );
}

const isAcceptedIn = (entries: Entries) => (finding: Finding) =>
  entries.get(finding.id)?.state === 'accepted';
const isTreatedIn = (entries: Entries) => (finding: Finding) => entries.get(finding.id)?.state === 'treated';

/**
 * As bad as its worst; of two that are equally bad, the one that is about more. What is accepted needs nobody now: it
 * comes last.
 */
function groupsOf(raised: readonly Finding[], entries: Entries): Group[] {
  const isAccepted = isAcceptedIn(entries);
  const groups = new Map<string, Finding[]>();
  const rules = new Set(raised.map(({ rule }) => rule));
  for (const finding of raised) {
    const sum = summedUpBy.get(finding.rule);
    const rule = sum && rules.has(sum) ? sum : finding.rule;
    const known = groups.get(rule);
    if (known) known.push(finding);
    else groups.set(rule, [finding]);
  }
  return [...groups.values()]
    .flatMap((all) => {
      const worst = all.find((finding) => !isAccepted(finding)) ?? all[0];
      return worst ? [groupOf(worst, all, entries)] : [];
    })
    .sort(
      (one, other) =>
        Number(isAccepted(one.worst)) - Number(isAccepted(other.worst)) ||
        rankOf(one.worst) - rankOf(other.worst) ||
        other.on.length - one.on.length,
    );
}

function groupOf(worst: Finding, all: readonly Finding[], entries: Entries): Group {
  const each = all.filter(({ rule }) => summedUpBy.has(rule));
  const on = [...new Set((each.length > 0 ? each : all).map(({ about }) => about))];
  const own = all.flatMap(({ id }) => entries.get(id) ?? []);
  const accepted = own.filter(({ state }) => state === 'accepted');
  const treated = own.filter(({ state }) => state === 'treated');
  if (accepted.length + treated.length === 0) return { worst, on };
  const decided = {
    of: all.length,
    accepted: accepted.length,
    until: [...new Set(accepted.flatMap(({ acceptance }) => acceptance?.until ?? []))].sort(),
    treated: treated.length,
    owners: [...new Set(treated.flatMap(({ owner }) => owner?.name ?? []))],
  };
  return { worst, on, decided };
}

/** What time alone has added would even everything out. */
const weightOf = ({ probability, impact, atFirst }: Finding) => atFirst ?? probability * impact;

function themesOf(raised: readonly Finding[]): Theme[] {
  const themes = new Map<string, { raised: number; weight: number; worst: number }>();
  for (const finding of raised) {
    const weight = weightOf(finding);
    const known = themes.get(finding.topic) ?? { raised: 0, weight: 0, worst: 0 };
    themes.set(finding.topic, {
      raised: known.raised + 1,
      weight: known.weight + weight,
      worst: Math.max(known.worst, finding.probability * finding.impact),
    });
  }
  return [...themes]
    .sort(([, one], [, other]) => other.weight - one.weight)
    .map(([topic, theme]) => ({ topic, raised: theme.raised, worst: severityOf(theme.worst, 1) }));
}

/** Among the worst risks that nobody has decided about, the first step that most weight hangs on. */
function decisionOf(raised: readonly Finding[], entries: Entries): Decision | undefined {
  const undecided = raised.filter(
    (finding) => !isTreatedIn(entries)(finding) && !isAcceptedIn(entries)(finding),
  );
  const worst = severities.find((severity) => undecided.some((finding) => finding.severity === severity));
  const steps = new Map<string, { readonly step: NextStep; weight: number }>();
  for (const finding of undecided) {
    const [step] = finding.steps;
    if (!step || finding.severity !== worst) continue;
    const known = steps.get(step.key);
    if (known) known.weight += weightOf(finding);
    else steps.set(step.key, { step, weight: weightOf(finding) });
  }
  const [first] = [...steps.values()].sort((one, other) => other.weight - one.weight);
  if (!first) return undefined;
  const helps = raised.filter(({ steps: [step] }) => step?.key === first.step.key).length;
  return { step: first.step, helps };
}

/** By what has to be found out first, because one answer often settles several. */
export function openQuestions(unknown: readonly Finding[]): OpenQuestion[] {
  const open = new Map<
    string,
    Pick<OpenQuestion, 'question' | 'label' | 'roles'> & {
      on: Set<string>;
      named: Set<string>;
      holdsUp: number;
    }
  >();
  for (const { waitingFor } of unknown) {
    const [first] = waitingFor;
    if (!first) continue;
    const { question, label, roles, about, named } = first;
    const known = open.get(question) ?? {
      question,
      label,
      roles,
      on: new Set(),
      named: new Set(),
      holdsUp: 0,
    };
    known.on.add(about);
    for (const name of named) known.named.add(name);
    known.holdsUp += 1;
    open.set(question, known);
  }
  return [...open.values()]
    .sort((one, other) => other.holdsUp - one.holdsUp)
    .map((each) => ({ ...each, on: [...each.on], named: [...each.named] }));
}
