/**
 * A project as it was at a milestone, as it is, and anywhere between: with some of what has changed since, and without
 * the rest. Answers are a log, so what had been said by then is what carries an earlier date.
 */
import { type Answer, type Subject, speakerKey, subjectKey, subjectOf } from '../interview/answer.ts';
import type { Content, DateId, QuestionKey } from '../interview/topic.ts';
import type { Application, End, Integration, Project } from '../landscape/landscape.ts';
import type { Deed } from './deed.ts';
import { type GrownOld, grownOld } from './grown-old.ts';
import type { Milestone } from './milestone.ts';

/** One thing that has changed since. */
export type Factor =
  /** What one person says to one question. */
  | {
      readonly kind: 'answer';
      readonly subject: Subject;
      readonly question: QuestionKey;
      readonly speaker: string;
    }
  /** What was settled where people had answered differently. */
  | { readonly kind: 'settled'; readonly subject: Subject; readonly question: QuestionKey }
  /** It has grown old. */
  | {
      readonly kind: 'stale';
      readonly subject: Subject;
      readonly question: QuestionKey;
      readonly speaker: string;
    }
  | Plain;

/** A change that is about no answer. */
export type Plain =
  | { readonly kind: 'stage' }
  | { readonly kind: 'date'; readonly id: DateId }
  /** Somebody came or went. */
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'integration'; readonly id: string }
  | { readonly kind: 'application'; readonly id: string }
  /** An integration joins other applications than it did. */
  | { readonly kind: 'ends'; readonly id: string };

export interface State {
  readonly project: Project;
  readonly integrations: readonly Integration[];
}

export interface Replay {
  /** In the order of time, as far as it is known: what is not dated comes first. */
  readonly factors: readonly Factor[];
  /** With these of the factors, and as it was for the rest. */
  with(applied: ReadonlySet<Factor>): State;
}

/** `today`: `YYYY-MM-DD`; absent, nothing grows old by its age alone. */
export function replayFrom(content: Content, milestone: Milestone, now: State, today?: string): Replay {
  const { project, integrations } = now;
  const known = {
    integration: new Map(milestone.integrations.map((each) => [each.id, each])),
    application: new Set(milestone.applications.map(({ id }) => id)),
  };
  const later = answersSince(milestone, now, known);
  const older = agesSince(grownOld(content, milestone, now, today), now, known);
  const plain: readonly Plain[] = [
    ...only(project.stage !== milestone.stage, { kind: 'stage' }),
    ...changedKeys(milestone.dates, project.dates).map((id): Plain => ({ kind: 'date', id })),
    ...changedPeople(milestone, project).map((id): Plain => ({ kind: 'person', id })),
    ...project.applications.flatMap(({ id }) =>
      only(!known.application.has(id), { kind: 'application', id }),
    ),
    ...integrations.flatMap(({ id, source, target }) => {
      const then = known.integration.get(id);
      if (!then) return only(true, { kind: 'integration', id });
      const isSame = then.source === source.application && then.target === target.application;
      return only(!isSame, { kind: 'ends', id });
    }),
  ];
  const settled = settledSince(milestone, now);
  const factors = [...plain, ...later.factors, ...settled.factors, ...older.factors];

  return {
    factors,
    with(applied) {
      const has = (kind: Plain['kind'], id = '') => {
        const factor = plain.find((each) => each.kind === kind && ('id' in each ? each.id : '') === id);
        return factor === undefined || applied.has(factor);
      };
      const isNew = (kind: 'integration' | 'application', id: string) => !known[kind].has(id);
      const said = (subject: Subject, answers: readonly Answer[]) =>
        older.keep(
          subject,
          later.keep(subject, answers, (factor) => applied.has(factor)),
          (factor) => applied.has(factor),
        );
      return {
        project: {
          ...settled.keep(project, applied),
          stage: (has('stage') ? project : milestone).stage,
          dates: datesWith(milestone, project, (id) => has('date', id)),
          people: peopleWith(milestone, project, (id) => has('person', id)),
          answers: said({ scope: 'project' }, project.answers),
          applications: project.applications.flatMap((each): Application[] => {
            if (isNew('application', each.id)) return has('application', each.id) ? [each] : [];
            return [{ ...each, answers: said({ scope: 'application', id: each.id }, each.answers) }];
          }),
        },
        integrations: integrations.flatMap((each): Integration[] => {
          const then = known.integration.get(each.id);
          if (!then) return has('integration', each.id) ? [each] : [];
          const answers = said({ scope: 'integration', id: each.id }, each.answers);
          const document = settled.keep(each, applied);
          if (has('ends', each.id)) return [{ ...document, answers }];
          const [source, target] = [endAt(each.source, then.source), endAt(each.target, then.target)];
          return [{ ...document, source, target, answers }];
        }),
      };
    },
  };
}

const only = (is: boolean, factor: Plain): readonly Plain[] => (is ? [factor] : []);

function endAt({ written }: End, application: string | undefined): End {
  return application === undefined ? { written } : { written, application };
}

/** What was said after the milestone about what was there then. */
function answersSince({ at }: Milestone, now: State, known: Known) {
  const byKey = new Map<string, Factor>();
  const found: { readonly factor: Factor; readonly at: string }[] = [];
  const collect = (subject: Subject, answers: readonly Answer[]) => {
    for (const answer of answers) {
      const key = keyOf(subject, answer);
      if (answer.at <= at || answer.by.kind !== 'person' || byKey.has(key)) continue;
      const factor: Factor = {
        kind: 'answer',
        subject,
        question: answer.question,
        speaker: speakerKey(answer.by),
      };
      byKey.set(key, factor);
      found.push({ factor, at: answer.at });
    }
  };
  forEachKnown(now, known, collect);
  found.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return {
    factors: found.map(({ factor }) => factor),
    keep(subject: Subject, answers: readonly Answer[], isApplied: (factor: Factor) => boolean) {
      const kept = answers.filter((answer) => {
        if (answer.at <= at) return true;
        const factor = byKey.get(keyOf(subject, answer));
        return factor !== undefined && isApplied(factor);
      });
      return kept.length === answers.length ? answers : kept;
    },
  };
}

/** The deeds that settled something after the milestone. */
function settledSince({ at }: Milestone, { project, integrations }: State) {
  const byDeed = new Map<Deed, Factor>();
  for (const deed of [project, ...integrations].flatMap(({ deeds = [] }) => deeds)) {
    if (deed.did.kind !== 'settled' || deed.at <= at) continue;
    const { question, about } = deed.did;
    byDeed.set(deed, { kind: 'settled', subject: subjectOf(about), question });
  }
  return {
    factors: [...byDeed.values()],
    keep<T extends { readonly deeds?: readonly Deed[] }>(document: T, applied: ReadonlySet<Factor>): T {
      const { deeds } = document;
      const kept = deeds?.filter((deed) => {
        const factor = byDeed.get(deed);
        return factor === undefined || applied.has(factor);
      });
      return kept && kept.length !== deeds?.length ? { ...document, deeds: kept } : document;
    },
  };
}

/** Which of them have grown old since; without that, they are as good as on the day they were given. */
function agesSince(ages: GrownOld, { project, integrations }: State, known: Known) {
  const byKey = new Map<string, Factor>();
  const collect = (subject: Subject, answers: readonly Answer[]) => {
    for (const { question, by } of ages.among(answers, subject)) {
      const factor = { kind: 'stale', subject, question, speaker: speakerKey(by) } as const;
      byKey.set(keyOf(subject, { question, by }), factor);
    }
  };
  forEachKnown({ project, integrations }, known, collect);
  return {
    factors: [...byKey.values()],
    keep(subject: Subject, answers: readonly Answer[], isApplied: (factor: Factor) => boolean) {
      const kept = answers.map((answer) => {
        const factor = byKey.get(keyOf(subject, answer));
        return factor && isApplied(factor) ? answer : ages.fresh(answer, subject);
      });
      return kept.every((answer, at) => answer === answers[at]) ? answers : kept;
    },
  };
}

function keyOf(subject: Subject, { question, by }: Pick<Answer, 'question' | 'by'>): string {
  return JSON.stringify([subjectKey(subject), question, speakerKey(by)]);
}

interface Known {
  readonly integration: ReadonlyMap<string, unknown>;
  readonly application: ReadonlySet<string>;
}

/** What is said about a newcomer comes with it. */
function forEachKnown(
  { project, integrations }: State,
  known: Known,
  look: (subject: Subject, answers: readonly Answer[]) => void,
): void {
  look({ scope: 'project' }, project.answers);
  for (const { id, answers } of project.applications)
    if (known.application.has(id)) look({ scope: 'application', id }, answers);
  for (const { id, answers } of integrations)
    if (known.integration.has(id)) look({ scope: 'integration', id }, answers);
}

type Dates = Project['dates'];

function changedKeys(before: Dates, after: Dates): DateId[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (id) => before[id] !== after[id],
  );
}

function datesWith(milestone: Milestone, project: Project, isApplied: (id: DateId) => boolean): Dates {
  const ids = new Set([...Object.keys(milestone.dates), ...Object.keys(project.dates)]);
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const date = (milestone.dates[id] === project.dates[id] || isApplied(id) ? project : milestone).dates[
        id
      ];
      return date === undefined ? [] : [[id, date]];
    }),
  );
}

/** Who is there on one side only, or is there differently. */
function changedPeople({ people: before }: Milestone, { people: after }: Project): string[] {
  const then = new Map(before.map((each) => [each.id, JSON.stringify(each)]));
  const now = new Map(after.map((each) => [each.id, JSON.stringify(each)]));
  return [...new Set([...then.keys(), ...now.keys()])].filter((id) => then.get(id) !== now.get(id));
}

function peopleWith(
  { people: before }: Milestone,
  { people: after }: Project,
  isApplied: (id: string) => boolean,
): Project['people'] {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  return [...ids].flatMap((id) => (isApplied(id) ? after : before).find((each) => each.id === id) ?? []);
}
