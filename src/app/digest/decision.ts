/** The one thing to decide this week. */
import type { Finding } from '../../core/judgement/finding.ts';
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import type { Entry } from '../../core/register/register.ts';
import { isOpenStep, type StepEntry } from '../../core/register/steps.ts';
import { summarise } from '../../core/register/summary.ts';
import { addDays, type Day } from '../../core/reminder/zone.ts';
import { generalTitle } from '../register/general-title.ts';
import type { Button } from '../reply.ts';
import { counted, countWords, endWords, listed, midSentence, taskWords, whenWords } from './day-words.ts';
import { dayOf, type Ground } from './ground.ts';
import { whomFor } from './whom.ts';

export interface Advice {
  readonly what: string;
  readonly why: string;
  readonly button: Button;
}

/**
 * A grave risk whose acceptance has ended first, then one whose acceptance ends before the next digest; else the step that most of what is worst and in nobody's hands begins
 * with. `told`: what the digest has said by then.
 */
export function decisionIn(ground: Ground, told: readonly string[]): Advice | undefined {
  const open = ground.entries.filter(({ state }) => state === 'undecided' || state === 'lapsed');
  const lapsed = open.find(({ state, inherent: { severity } }) => state === 'lapsed' && isGrave(severity));
  if (lapsed) return anew(ground, lapsed);
  const ending = ground.entries.find(
    (entry) => endsThisWeek(ground, entry) && isGrave(entry.inherent.severity),
  );
  return ending ? again(ground, ending) : nextStep(ground, open, told);
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
  const with_ =
    acceptance && acceptance.approver.id !== ground.reader.id ? ` with ${acceptance.approver.name}` : '';
  return {
    what: `Decide${with_} what becomes of this: ${finding.title}.`,
    why: [
      `It is ${finding.severity}, and nobody stands for it since its acceptance ended.`,
      ...(acceptance?.lapses.some(({ kind }) => kind === 'passed') && isBefore(ground, acceptance.until)
        ? [alreadyOpen(ground)]
        : []),
    ].join(' '),
    button: {
      title: 'Decide now',
      command: { do: 'decide', risk: { project: ground.project.id, finding: finding.id } },
      primary: true,
    },
  };
}

function again(ground: Ground, { finding, acceptance }: Entry): Advice | undefined {
  if (!acceptance) return undefined;
  const { today, reader, project } = ground;
  const { approver, until } = acceptance;
  const isReader = approver.id === reader.id;
  const [step] = finding.steps;
  const else_ = step ? midSentence(taskWords(step.action)) : 'decide anew';
  return {
    what: [
      `${finding.title}: ${isReader ? 'your' : `${approver.name}’s`} acceptance ends ${endWords(until, today)}.`,
      `Accept it again${isReader ? '' : ` with ${approver.name}`}, or ${else_}.`,
    ].join(' '),
    why: `It is ${finding.severity}, and after that nobody stands for it.`,
    button: {
      title: 'Decide now',
      command: { do: 'decide', risk: { project: project.id, finding: finding.id } },
      primary: true,
    },
  };
}

function nextStep(ground: Ground, open: readonly Entry[], told: readonly string[]): Advice | undefined {
  const { steps, project } = ground;
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
  return {
    what: `${entry.about}: ${midSentence(taskWords(entry.step.action))}. ${whomFor(ground, entry)}`,
    why: [
      ...whyFor(ground, risks, entry, served, told),
      ...(wasOpen(ground, entry) ? [alreadyOpen(ground)] : []),
    ].join(' '),
    button: {
      title: 'Open this step',
      command: { do: 'show-step', project: project.id, step: entry.id },
      primary: true,
    },
  };
}

const raisedIn = ({ findings }: StepEntry) => findings.filter(isRaised);

const weightOf = (step: StepEntry) =>
  Math.max(...raisedIn(step).map(({ probability, impact }) => probability * impact));

function whyFor(
  ground: Ground,
  risks: readonly Finding[],
  step: StepEntry,
  served: readonly StepEntry[],
  told: readonly string[],
): string[] {
  const severity = raisedIn(step)[0]?.severity ?? '';
  const worst = risks.filter((risk) => risk.severity === severity).length;
  const [first, second] = risks;
  // What stands above needs no second mention.
  if (first && !second)
    return told.some((line) => line.includes(first.title))
      ? []
      : [`Helps against a ${severity} risk: ${titleWithin(ground, first)}.`];
  const of = worst === risks.length ? '' : `, ${countWords(worst)} of them ${severity}`;
  if (first && second && risks.length === 2)
    return [
      `Helps against two ${of ? `risks${of}` : `${severity} risks`}: ${pairOf(ground, first, second)}.`,
    ];
  const all = of ? `${counted(risks.length, 'risk')}${of}` : `${countWords(risks.length)} ${severity} risks`;
  return [`Helps against ${all}${elsewhere(step, served)}.`];
}

/** One risk in two places is named once. */
function pairOf(ground: Ground, one: Finding, other: Finding): string {
  if (one.rule === other.rule && one.about !== other.about)
    return `${midSentence(generalTitle(ground.house.content, ground.project, one))} (${one.about} and ${other.about})`;
  return `${titleWithin(ground, one)}; ${titleWithin(ground, other)}`;
}

/** The button opens the step in one place; the others come up once that is in hand. */
function elsewhere({ about }: StepEntry, served: readonly StepEntry[]): string {
  const others = [...new Set(served.map((each) => each.about))].filter((each) => each !== about);
  return others.length > 0 ? `, here and in ${listed(others, 1)}` : '';
}

/** Its risk stood in the digest before, and nobody has done anything about it. */
function wasOpen({ since, today, zone, entries }: Ground, step: StepEntry): boolean {
  if (!since || dayOf({ zone }, since.at) >= today || step.moved) return false;
  return raisedIn(step).some(
    ({ id }) =>
      since.findings.some((noted) => noted.id === id && noted.kind !== 'unknown') &&
      entries.some(({ finding, state }) => finding.id === id && state === 'undecided'),
  );
}

/** A name that a title begins with keeps its capital. */
function titleWithin({ project, judged }: Ground, { title }: Finding): string {
  const named = [project, ...project.applications, ...judged.integrations];
  return named.some(({ name }) => title.startsWith(name)) ? title : midSentence(title);
}
