/** A list of next steps as somebody wants to see it: only some of them, worst first, and what is the same step once. */
import type { Subject } from '../interview/answer.ts';
import type { QuestionKey, RoleId } from '../interview/topic.ts';
import { type Severity, severities } from '../judgement/finding.ts';
import { isRaised } from '../judgement/portfolio/raised.ts';
import { rankOf } from '../judgement/severity.ts';
import type { Integration } from '../landscape/landscape.ts';
import { addDays, weekdayOf } from '../reminder/zone.ts';
import type { Who } from './deed.ts';
import { isMine, type StepEntry } from './steps.ts';

export type StepOwner =
  | { readonly kind: 'me' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'role'; readonly role: RoleId };

export const stepTimes = ['late', 'this-week', 'open', 'doing', 'unproven'] as const;
/** When it is due, or how far it has come. */
export type StepTime = (typeof stepTimes)[number];

export const stepWeights = [...severities, 'unknown'] as const;
/** For a risk as bad as this or worse; or only to find something out. */
export type StepWeight = (typeof stepWeights)[number];

/** What is not said does not matter. */
export interface StepFilter {
  readonly whose?: StepOwner;
  readonly time?: StepTime;
  readonly weight?: StepWeight;
  /** An application, with all integrations that begin or end there, or one integration. */
  readonly about?: Exclude<Subject, { readonly scope: 'project' }>;
  /** One step, about each of the things it is asked for: by the key of its line. */
  readonly step?: string;
}

interface Around {
  readonly caller: Who;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly integrations: readonly Integration[];
}

export function chooseSteps(
  steps: readonly StepEntry[],
  { whose, time, weight, about, step }: StepFilter,
  { caller, today, integrations }: Around,
): StepEntry[] {
  const places = about && placesOf(about, integrations);
  return steps.filter(
    (entry) =>
      (!whose || isOf(entry, whose, caller)) &&
      (!time || isThen(entry, time, today)) &&
      (!weight || isAsBad(entry, weight)) &&
      (!places || places.has(placeKey(entry.subject))) &&
      (step === undefined || lineKey(entry) === step),
  );
}

function isOf(entry: StepEntry, whose: StepOwner, caller: Who): boolean {
  switch (whose.kind) {
    case 'me':
      return isMine(entry, caller);
    case 'nobody':
      return entry.owners.length === 0;
    case 'person':
      return entry.owners.some(({ name }) => name === whose.name) || asksFor(entry).includes(whose.name);
    case 'role':
      return entry.role === whose.role;
  }
}

/** Those who are said to know what it asks. */
export function asksFor(entry: StepEntry): readonly string[] {
  const question = askedIn(entry);
  return question === undefined
    ? []
    : entry.findings.flatMap(({ waitingFor }) =>
        waitingFor.filter((each) => each.question === question).flatMap(({ named }) => named),
      );
}

function isThen({ due, late, state, unproven }: StepEntry, time: StepTime, today: string): boolean {
  switch (time) {
    case 'late':
      return late;
    case 'this-week':
      return due !== undefined && due >= today && due <= addDays(today, 7 - weekdayOf(today));
    case 'unproven':
      return unproven;
    default:
      return state === time;
  }
}

function isAsBad(entry: StepEntry, weight: StepWeight): boolean {
  const worst = severityOf(entry);
  if (weight === 'unknown') return worst === undefined;
  return worst !== undefined && severities.indexOf(worst) <= severities.indexOf(weight);
}

/** Of the risks it works on; of a step that only finds something out there is none. */
function severityOf({ findings }: StepEntry): Severity | undefined {
  const raised = findings.filter(isRaised);
  return severities.find((severity) => raised.some((finding) => finding.severity === severity));
}

const placeKey = (subject: Subject) => (subject.scope === 'project' ? '' : `${subject.scope}:${subject.id}`);

function placesOf(about: NonNullable<StepFilter['about']>, integrations: readonly Integration[]) {
  const joined =
    about.scope === 'application'
      ? integrations.filter(({ source, target }) =>
          [source, target].some(({ application }) => application === about.id),
        )
      : [];
  return new Set([placeKey(about), ...joined.map(({ id }) => `integration:${id}`)]);
}

/** One step about many things stands once, where its first one does. What names one of them is no step about others. */
export function inLines(steps: readonly StepEntry[]): StepEntry[][] {
  const lines = new Map<string, StepEntry[]>();
  for (const entry of worstFirst(steps)) {
    const key = lineKey(entry);
    const line = lines.get(key);
    if (line) line.push(entry);
    else lines.set(key, [entry]);
  }
  return [...lines.values()];
}

const mostToFindOut = 3;

/** Whatever only has to be found out stands in one line, where its first one does, once that is more than a few. */
export function summedUp(lines: readonly StepEntry[][]): StepEntry[][] {
  const isToFindOut = ([first]: readonly StepEntry[]) =>
    first !== undefined && askedIn(first) !== undefined && severityOf(first) === undefined;
  const asked = lines.filter(isToFindOut);
  if (asked.length <= mostToFindOut) return [...lines];
  return lines.flatMap((line) => (!isToFindOut(line) ? [line] : line === asked[0] ? [asked.flat()] : []));
}

/** The same of all in one line. */
export function lineKey(entry: StepEntry): string {
  const { key, action } = entry.step;
  return askedIn(entry) ? key : `${key} ${action}`;
}

/** The question that a step only has to find the answer to. */
export function askedIn({ step: { key, proves } }: StepEntry): QuestionKey | undefined {
  return proves !== undefined && key === `ask.${proves}` ? proves : undefined;
}

const endOfTime = '9999';

/** Late ones first, then the worst, then what is due first; equals stay as they were. */
export function worstFirst(steps: readonly StepEntry[]): StepEntry[] {
  return steps.toSorted(
    (one, other) =>
      Number(other.late) - Number(one.late) ||
      rankIn(one) - rankIn(other) ||
      compare(one.due ?? endOfTime, other.due ?? endOfTime),
  );
}

const rankIn = ({ findings: [worst] }: StepEntry) => (worst ? rankOf(worst) : Number.POSITIVE_INFINITY);
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
