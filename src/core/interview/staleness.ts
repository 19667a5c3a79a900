/**
 * Whether what somebody said has grown old: by its age, because a stage gate asks for it once more, or because something
 * has changed since. What is old still counts; nobody is asked anew, the person who said it confirms it.
 */
import type { Project } from '../landscape/landscape.ts';
import type { Deed, Did } from '../register/deed.ts';
import { type Answer, type Subject, subjectKey } from './answer.ts';
import type { ChangeId, Content, Question, StageId } from './topic.ts';

export type Stale =
  /** So many days old. */
  | { readonly kind: 'aged'; readonly days: number }
  /** Said before the project came to this stage. */
  | { readonly kind: 'gate'; readonly stage: StageId }
  /** Said before this change. `about`: `subjectKey` of what has changed. */
  | { readonly kind: 'changed'; readonly about: string; readonly change: ChangeId; readonly at: string };

export interface Ageing {
  /** Two of one key find the same answers old. */
  readonly key: string;
  /** What was said from then on is as good as new, whatever it is about. */
  readonly freshFrom: string;
  /** Absent while the answer is as good as new. */
  of(answer: Answer, question: Pick<Question, 'key' | 'topic'>, subject: Subject): Stale | undefined;
}

const dayMs = 86_400_000;

/** By its age alone, in this stage. `today`: `YYYY-MM-DD`. */
export function isStale(
  answer: Pick<Answer, 'at' | 'said'>,
  question: Pick<Question, 'topic'>,
  content: Pick<Content, 'topics'>,
  stage: StageId,
  today: string,
): boolean {
  const most = daysOf(content, question.topic, stage);
  return most !== undefined && agesAtAll(answer) && daysBetween(answer.at, today) > most;
}

/** `today` absent: nothing grows old by its age alone. */
export function ageing(content: Content, project: Project, today?: string): Ageing {
  const known = kept.get(project);
  if (known?.content === content && known.today === today) return known.ageing;
  const made = makeAgeing(content, project, today);
  kept.set(project, { content, today, ageing: made });
  return made;
}

const kept = new WeakMap<
  Project,
  { readonly content: Content; readonly today: string | undefined; readonly ageing: Ageing }
>();

function makeAgeing(content: Content, project: Project, today: string | undefined): Ageing {
  const { stage, deeds = [] } = project;
  const changes = deeds.filter(isChange);
  const gates = gatesPassed(content, project);
  const freshFrom = latest([
    ...changes.map(({ at }) => at),
    ...gates.map(({ at }) => at),
    ...(today === undefined ? [] : youngEnough(content, stage, today)),
  ]);
  return {
    freshFrom,
    key: JSON.stringify([
      today,
      stage,
      gates.map(({ stage: { id }, at }) => [id, at]),
      changes.map(({ at }) => at),
    ]),
    of(answer, question, subject) {
      if (answer.at >= freshFrom || !agesAtAll(answer)) return undefined;
      const about = changes.length > 0 ? subjectKey(subject) : '';
      const change = changes.findLast(
        ({ at, did }) =>
          at > answer.at && did.questions.includes(question.key) && did.subjects.includes(about),
      );
      if (change)
        return { kind: 'changed', about: change.did.about, change: change.did.change, at: change.at };
      const gate = gates.findLast(
        ({ stage: { reconfirm = [] }, at }) => at > answer.at && reconfirm.includes(question.topic),
      );
      if (gate) return { kind: 'gate', stage: gate.stage.id };
      return today !== undefined && isStale(answer, question, content, stage, today)
        ? { kind: 'aged', days: daysBetween(answer.at, today) }
        : undefined;
    },
  };
}

/** Only what was given as an answer: what nobody knew yet is open anyway. */
function agesAtAll({ said }: Pick<Answer, 'said'>): boolean {
  return said.kind === 'value' || said.kind === 'not-applicable';
}

/** The first day on which it is too old by its age alone, as `YYYY-MM-DD`. */
export function oldFrom(
  answer: Pick<Answer, 'at'>,
  question: Pick<Question, 'topic'>,
  content: Pick<Content, 'topics'>,
  stage: StageId,
): string | undefined {
  const most = daysOf(content, question.topic, stage);
  if (most === undefined) return undefined;
  return new Date(Date.parse(answer.at.slice(0, 10)) + (most + 1) * dayMs).toISOString().slice(0, 10);
}

/** The day from which on nothing is too old by its age alone; none where answers hold for ever. */
function youngEnough(content: Pick<Content, 'topics'>, stage: StageId, today: string): readonly string[] {
  const days = content.topics.flatMap(({ id }) => daysOf(content, id, stage) ?? []);
  if (days.length === 0) return [];
  return [new Date(Date.parse(today) - Math.min(...days) * dayMs).toISOString().slice(0, 10)];
}

function latest(dates: readonly string[]): string {
  return dates.reduce((one, other) => (other > one ? other : one), '');
}

/** How long an answer holds; for ever where the topic does not say. */
function daysOf({ topics }: Pick<Content, 'topics'>, topic: string, stage: StageId): number | undefined {
  const { staleAfter } = topics.find(({ id }) => id === topic) ?? {};
  return staleAfter?.stages?.[stage] ?? staleAfter?.days;
}

function daysBetween(at: string, today: string): number {
  return Math.floor((Date.parse(today) - Date.parse(at.slice(0, 10))) / dayMs);
}

/** The gates behind the project that ask for answers once more, and when it came through each of them. */
function gatesPassed({ stages }: Content, { stage, deeds = [] }: Project) {
  const place = (id: StageId | undefined) => stages.findIndex((each) => each.id === id);
  return stages.slice(0, place(stage) + 1).flatMap((each, at) => {
    if (!each.reconfirm?.length) return [];
    const passed = deeds.findLast(
      ({ did }) => did.kind === 'set' && did.field === 'stage' && place(did.from) < at && place(did.to) >= at,
    );
    return passed ? [{ stage: each, at: passed.at }] : [];
  });
}

type Change = Deed & { readonly did: Extract<Did, { kind: 'changed' }> };

function isChange(deed: Deed): deed is Change {
  return deed.did.kind === 'changed';
}
