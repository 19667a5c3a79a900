/** The one thing to decide this week. */
import type { Finding } from '../../core/judgement/finding.ts';
import type { FindingId, StepId } from '../../core/register/deed.ts';
import type { Entry } from '../../core/register/register.ts';
import { isOpenStep, type StepEntry } from '../../core/register/steps.ts';
import { summarise } from '../../core/register/summary.ts';
import { addDays, type Day } from '../../core/reminder/zone.ts';
import type { Button } from '../reply.ts';
import { dayWords, endWords, midSentence, taskWords, whenWords } from './day-words.ts';
import { called, dayOf, type Ground } from './ground.ts';
import { raisedIn, whatItHelps } from './what-it-helps.ts';
import { whomFor } from './whom.ts';

export interface Advice {
  readonly what: string;
  readonly why: string;
  readonly button: Button;
  /** What it is about needs no second mention below. */
  readonly finding?: FindingId;
  readonly step?: StepId;
  /** Something is over or ends: it is to be said in a quiet week, too. */
  readonly isPressing?: true;
}

/**
 * A grave risk whose acceptance has ended first, then one whose acceptance ends before the next digest; else the step
 * that most of what is worst and in nobody's hands begins with.
 */
export function decisionIn(ground: Ground): Advice | undefined {
  const open = ground.entries.filter(({ state }) => state === 'undecided' || state === 'lapsed');
  const lapsed = open.find(({ state, inherent: { severity } }) => state === 'lapsed' && isGrave(severity));
  if (lapsed) return anew(ground, lapsed);
  const ending = ground.entries.find(
    (entry) => endsThisWeek(ground, entry) && isGrave(entry.inherent.severity),
  );
  return ending ? again(ground, ending) : nextStep(ground, open);
}

/** The next digest would be too late to say so. */
function endsThisWeek({ today }: Ground, { acceptance }: Entry): boolean {
  return acceptance?.holds === true && acceptance.until < addDays(today, 7);
}

const isGrave = (severity: string) => severity === 'critical' || severity === 'high';

/** It ended before the digest that this one compares with. */
function isBefore(ground: Ground, day: Day): boolean {
  return ground.since !== undefined && day < dayOf(ground, ground.since.at);
}

/** The same advice twice should not look new. */
function alreadyOpen(ground: Ground): string {
  const { since, today } = ground;
  return since ? `It was already open ${whenWords(dayOf(ground, since.at), today)}.` : '';
}

function anew(ground: Ground, { finding, acceptance }: Entry): Advice {
  const { reader, today } = ground;
  const approver = acceptance && called({ reader }, acceptance.approver);
  const isOver = acceptance?.lapses.some(({ kind }) => kind === 'passed');
  const accepted = isOver ? `until ${dayWords(acceptance?.until ?? '', today)}` : 'for other facts';
  return {
    what: `Decide${approver && approver !== 'you' ? ` with ${approver}` : ''} what becomes of this: ${finding.title}.`,
    why: [
      approver
        ? `It is ${finding.severity}; ${approver} accepted it ${accepted}, and it is open again.`
        : `It is ${finding.severity}, and no longer accepted.`,
      ...(isOver && acceptance && isBefore(ground, acceptance.until) ? [alreadyOpen(ground)] : []),
    ].join(' '),
    ...decide(ground, finding),
  };
}

function decide({ project }: Ground, { id }: Finding): Pick<Advice, 'button' | 'finding' | 'isPressing'> {
  return {
    button: {
      title: 'Decide now',
      command: { do: 'decide', risk: { project: project.id, finding: id } },
      primary: true,
    },
    finding: id,
    isPressing: true,
  };
}

function again(ground: Ground, { finding, acceptance }: Entry): Advice | undefined {
  if (!acceptance) return undefined;
  const { today, reader } = ground;
  const { approver, until } = acceptance;
  const isReader = approver.id === reader.id;
  const [step] = finding.steps;
  const other = step ? midSentence(taskWords(step.action)) : 'decide anew';
  return {
    what: [
      `${finding.title}. ${isReader ? 'Your' : `${approver.name}’s`} acceptance ends ${endWords(until, today)}:`,
      `${isReader ? 'renew it' : `ask ${approver.name} to renew it`}, or ${other}.`,
    ].join(' '),
    why: `It is ${finding.severity}, and open again from then on.`,
    ...decide(ground, finding),
  };
}

function nextStep(ground: Ground, open: readonly Entry[]): Advice | undefined {
  const { steps, project, today } = ground;
  const inHand = (step: StepEntry) =>
    !isOpenStep(step) || (step.moved !== undefined && step.owners.length > 0 && !step.late);
  const free = steps.filter((step) => !inHand(step));
  const pool = open
    .map(({ finding }) => finding)
    .filter((finding) => {
      const [first] = finding.steps;
      return first && free.some(({ step, findings }) => step.key === first.key && findings.includes(finding));
    });
  const { decision } = summarise(pool);
  if (!decision) return undefined;
  const served = free.filter((each) => each.step.key === decision.step.key && raisedIn(each).length > 0);
  const [entry] = served.toSorted((one, other) => weightOf(other) - weightOf(one));
  if (!entry) return undefined;
  const risks = [...new Set([...raisedIn(entry), ...served.flatMap(raisedIn)])];
  const wasDue = entry.moved && entry.late ? entry.due : undefined;
  return {
    what: [
      `${entry.about}: ${midSentence(taskWords(entry.step.action))}.`,
      ...(wasDue ? [`It was due ${dayWords(wasDue, today)}.`] : []),
      whomFor(ground, entry),
    ].join(' '),
    why: [
      whatItHelps(ground, risks, entry, served),
      ...(wasOpen(ground, entry) ? [alreadyOpen(ground)] : []),
    ].join(' '),
    step: entry.id,
    ...(wasDue ? { isPressing: true } : {}),
    button: {
      title: 'Open this step',
      command: { do: 'show-step', project: project.id, step: entry.id },
      primary: true,
    },
  };
}

const weightOf = (step: StepEntry) =>
  Math.max(...raisedIn(step).map(({ probability, impact }) => probability * impact));

/** Its risk stood in the digest before, and nobody has done anything about it. */
function wasOpen({ since, today, zone, entries }: Ground, step: StepEntry): boolean {
  if (!since || dayOf({ zone }, since.at) >= today || step.moved) return false;
  return raisedIn(step).some(
    ({ id }) =>
      since.findings.some((noted) => noted.id === id && noted.kind !== 'unknown') &&
      entries.some(({ finding, state }) => finding.id === id && state === 'undecided'),
  );
}
