/**
 * Why a finding is not what it was. Nothing is guessed: the project is judged again without one change at a time, and what
 * makes the difference is the cause. What judges otherwise (a rule, a limit) shows where what was said then gives another
 * finding today.
 */
import type { Content } from '../interview/topic.ts';
import { assessSubject } from '../judgement/assess.ts';
import { assessProject } from '../judgement/assess-project.ts';
import type { Calculation } from '../judgement/calculation.ts';
import type { Finding } from '../judgement/finding.ts';
import { surveyor } from '../judgement/survey.ts';
import { vantages } from '../landscape/landscape.ts';
import { contentDigests } from './content-digests.ts';
import { groundKeys } from './content-ground.ts';
import { type Change, weightOf } from './drift.ts';
import { type Milestone, type Noted, notedOf } from './milestone.ts';
import { type Factor, type Replay, replayFrom, type State } from './replay.ts';

export type Cause =
  | Factor
  /** Of `contentDigests`: a rule, a question, a limit. */
  | { readonly kind: 'content'; readonly key: string }
  /** The same answers and rules are judged otherwise by this version. */
  | { readonly kind: 'judgement' }
  /** An integration or application is gone. */
  | { readonly kind: 'gone'; readonly name: string };

export interface Ground {
  readonly content: Content;
  readonly calculations: readonly Calculation[];
  readonly milestone: Milestone;
  readonly now: State;
  /** `YYYY-MM-DD`, as it was judged; absent where the age of answers is of no matter. */
  readonly today?: string;
}

/** Finds the causes of one change after the other; what they have in common is worked out once. */
export function causeFinder(ground: Ground): (change: Change) => readonly Cause[] {
  const { content, milestone, now } = ground;
  const replay = replayFrom(content, milestone, now, ground.today);
  const judge = judgeOf(ground, replay);
  const portfolio = new Set(content.portfolio.map(({ key }) => key));
  return ({ id, before, after }) => {
    const noted = after ?? before;
    if (!noted) return [];
    const subject = subjectOf(id);
    const gone = goneIn(milestone, now);
    const own = gone.find((each) => each.id === subject.id && each.scope === subject.scope);
    if (own) return [{ kind: 'gone', name: own.name }];
    const isTogether = portfolio.has(noted.rule);
    const place = isTogether ? undefined : subject;
    const factors = place
      ? replay.factors.filter((factor) => isSeenFrom(factor, place, now))
      : replay.factors;
    const valueWith = (applied: ReadonlySet<Factor>) => judge(place, applied).get(id);
    const then = valueWith(new Set());
    const causes: Cause[] = [];
    if (keyOf(then) !== keyOf(before)) {
      if (isTogether && gone.length > 0)
        causes.push(...gone.map(({ name }) => ({ kind: 'gone', name }) as const));
      else causes.push(...contentCauses(ground, noted.rule));
    }
    if (keyOf(then) === keyOf(after)) return causes;
    return [...causes, ...explain(factors, valueWith, isTogether)];
  };
}

type Value = Noted | undefined;

/** What counts as the same finding. */
function keyOf(value: Value): string {
  return value ? `${value.kind}:${value.probability}:${value.impact}` : '';
}

/** How bad; what is unknown lies between nothing and the mildest risk. */
function heightOf(value: Value): number {
  if (!value) return 0;
  return value.kind === 'unknown' ? 0.25 : weightOf(value);
}

/**
 * Without which it would not be so; where several would each do alone, those that do; else, in the order of time, those
 * that changed it on the way.
 */
function explain(
  factors: readonly Factor[],
  valueWith: (applied: ReadonlySet<Factor>) => Value,
  isTogether: boolean,
): readonly Factor[] {
  if (!isTogether)
    return explainUnits(
      factors.map((each) => [each]),
      factors,
      valueWith,
    ).flat();
  // Thousands of answers may bear on what is judged together: first what they are about, then each.
  const groups = explainUnits(byPlace(factors), factors, valueWith);
  return groups.flatMap((group) => {
    if (group.length === 1) return group;
    const others = factors.filter((each) => !group.includes(each));
    const within = (applied: ReadonlySet<Factor>) => valueWith(new Set([...others, ...applied]));
    const found = explainUnits(
      group.map((each) => [each]),
      group,
      within,
    ).flat();
    return found.length > 0 ? found : group;
  });
}

type Unit = readonly Factor[];

function explainUnits(
  units: readonly Unit[],
  factors: readonly Factor[],
  valueWith: (applied: ReadonlySet<Factor>) => Value,
): readonly Unit[] {
  const [now, then] = [valueWith(new Set(factors)), valueWith(new Set())];
  const rises = heightOf(now) - heightOf(then);
  const needed = units.flatMap((unit) => {
    const without = valueWith(new Set(factors.filter((each) => !unit.includes(each))));
    return keyOf(without) === keyOf(now) ? [] : [{ unit, without }];
  });
  // What has kept it from getting even worse is no cause of its getting worse.
  // Where nothing is known any more there is no better or worse: what opened it counts, and what else it takes.
  const along = keyOf(now).startsWith('unknown')
    ? needed
    : needed.filter(({ without }) => (heightOf(now) - heightOf(without)) * rises >= 0);
  if (needed.length > 0) return (along.length > 0 ? along : needed).map(({ unit }) => unit);
  const enough = units.filter((unit) => keyOf(valueWith(new Set(unit))) === keyOf(now));
  if (enough.length > 0) return enough;
  const applied = new Set<Factor>();
  let value = then;
  return units.filter((unit) => {
    for (const factor of unit) applied.add(factor);
    const next = valueWith(applied);
    const isTurn = keyOf(next) !== keyOf(value);
    value = next;
    return isTurn;
  });
}

/** Answers about one thing together, everything else by itself. */
function byPlace(factors: readonly Factor[]): readonly Unit[] {
  const units = new Map<string, Factor[]>();
  for (const factor of factors) {
    const key = JSON.stringify('subject' in factor ? factor.subject : factor);
    const known = units.get(key);
    if (known) known.push(factor);
    else units.set(key, [factor]);
  }
  return [...units.values()];
}

interface Place {
  readonly scope: 'project' | 'application' | 'integration';
  readonly id: string;
}

/** The end of an id of a finding: `…@integration:api002`. */
function subjectOf(finding: string): Place {
  const key = finding.slice(finding.indexOf('@') + 1);
  const [scope, ...id] = key.split(':');
  return { scope: scope as Place['scope'], id: id.join(':') };
}

/** Nothing sees sideways: an integration sees itself, its two applications and the project. */
function isSeenFrom(factor: Factor, { scope, id }: Place, { integrations }: State): boolean {
  const own = scope === 'integration' ? integrations.find((each) => each.id === id) : undefined;
  const ends = scope === 'application' ? [id] : [own?.source.application, own?.target.application];
  switch (factor.kind) {
    case 'stage':
    case 'date':
    case 'person':
      return true;
    case 'integration':
    case 'ends':
      return factor.id === id;
    case 'application':
      return ends.includes(factor.id);
    case 'answer':
    case 'stale':
    case 'settled': {
      const { subject } = factor;
      if (subject.scope === 'project') return true;
      return subject.scope === 'application'
        ? ends.includes(subject.id)
        : scope === 'integration' && subject.id === id;
    }
  }
}

/** Judges what is seen from one place, or everything together; each state once. */
function judgeOf({ content, calculations, today }: Ground, replay: Replay) {
  const number = new Map(replay.factors.map((factor, at) => [factor, at]));
  const judged = new Map<string, ReadonlyMap<string, Noted>>();
  return (place: Place | undefined, applied: ReadonlySet<Factor>): ReadonlyMap<string, Noted> => {
    const which = [...applied].map((factor) => number.get(factor) ?? -1).sort((one, other) => one - other);
    const key = `${place ? `${place.scope}:${place.id}` : ''}|${which.join()}`;
    let values = judged.get(key);
    if (!values) {
      const state = replay.with(applied);
      const findings = place
        ? findingsAt(content, calculations, place, state, today)
        : assessProject(content, calculations, state.project, state.integrations, undefined, today);
      values = new Map(
        findings.flatMap((finding) => {
          const noted = notedOf(finding);
          return noted ? [[noted.id, noted] as const] : [];
        }),
      );
      judged.set(key, values);
    }
    return values;
  };
}

function findingsAt(
  content: Content,
  calculations: readonly Calculation[],
  { scope, id }: Place,
  { project, integrations }: State,
  today?: string,
): readonly Finding[] {
  const look = surveyor(content, calculations, project);
  if (scope === 'integration') {
    const integration = integrations.find((each) => each.id === id);
    if (!integration) return [];
    const vantage = vantages(project, today)(integration);
    return assessSubject(content, calculations, vantage, { scope, id }, look(vantage));
  }
  const applications = project.applications.filter((each) => scope === 'application' && each.id === id);
  if (scope === 'application' && applications.length === 0) return [];
  const vantage = { project, applications, ...(today === undefined ? {} : { today }) };
  const subject = scope === 'application' ? ({ scope, id } as const) : ({ scope: 'project' } as const);
  return assessSubject(content, calculations, vantage, subject, look(vantage));
}

function goneIn({ integrations, applications }: Milestone, now: State) {
  const left = { integration: now.integrations, application: now.project.applications };
  const gone = (scope: 'integration' | 'application', before: readonly { id: string; name: string }[]) => {
    const ids = new Set(left[scope].map(({ id }) => id));
    return before.filter(({ id }) => !ids.has(id)).map((each) => ({ ...each, scope }));
  };
  return [...gone('integration', integrations), ...gone('application', applications)];
}

/** What the rule rests on and is not what it was. */
function contentCauses({ content, calculations, milestone }: Ground, rule: string): readonly Cause[] {
  const digests = contentDigests(content);
  const changed = groundKeys(content, calculations, rule).filter(
    (key) => milestone.digests[key] !== digests[key],
  );
  return changed.length > 0 ? changed.map((key) => ({ kind: 'content', key })) : [{ kind: 'judgement' }];
}
