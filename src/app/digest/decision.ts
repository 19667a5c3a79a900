/** The one thing to decide this week. */
import type { Finding } from '../../core/judgement/finding.ts';
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import type { Entry } from '../../core/register/register.ts';
import { isOpenStep, type StepEntry } from '../../core/register/steps.ts';
import { summarise } from '../../core/register/summary.ts';
import type { Button } from '../reply.ts';
import { counted, countWords, listed, midSentence, taskWords } from './day-words.ts';
import type { Ground } from './ground.ts';

export interface Advice {
  readonly what: string;
  readonly why: string;
  readonly button: Button;
}

/**
 * A grave risk whose acceptance has ended first; else the step that most of what is worst and in nobody's hands begins
 * with. `told`: what the digest has said by then.
 */
export function decisionIn(ground: Ground, told: readonly string[]): Advice | undefined {
  const open = ground.entries.filter(({ state }) => state === 'undecided' || state === 'lapsed');
  const lapsed = open.find(({ state, inherent: { severity } }) => state === 'lapsed' && isGrave(severity));
  return lapsed ? anew(ground, lapsed) : nextStep(ground, open, told);
}

const isGrave = (severity: string) => severity === 'critical' || severity === 'high';

function anew(ground: Ground, { finding, acceptance }: Entry): Advice {
  const with_ =
    acceptance && acceptance.approver.id !== ground.reader.id ? ` with ${acceptance.approver.name}` : '';
  return {
    what: `Decide${with_} what becomes of this: ${finding.title}.`,
    why: `It is ${finding.severity}, nobody stands for it since its acceptance ended, and it does not go away by itself.`,
    button: {
      title: 'Decide now',
      command: { do: 'decide', risk: { project: ground.project.id, finding: finding.id } },
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
  const served = free.filter(({ step }) => step.key === decision.step.key);
  const [entry] = served.toSorted((one, other) => weightOf(other) - weightOf(one));
  if (!entry) return undefined;
  const places = [...new Set([entry, ...served].map(({ about }) => about))];
  const risks = new Set(served.flatMap(({ findings }) => findings.filter(isRaised)));
  const worst = [...risks].filter(({ severity }) => severity === raisedIn(entry)[0]?.severity).length;
  return {
    what: `${listed(places, 2)}: ${midSentence(taskWords(entry.step.action))}.`,
    why: [whyFor(ground, risks.size, worst, entry, told), whoFor(ground, entry)].join(' '),
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

function whyFor(ground: Ground, risks: number, worst: number, step: StepEntry, told: readonly string[]) {
  const [first] = raisedIn(step);
  const severity = first?.severity ?? '';
  if (risks === 1) {
    const isTold = first && told.some((line) => line.includes(first.title));
    return `It is the first step against a ${severity} risk${first && !isTold ? `: ${titleWithin(ground, first)}` : ''}.`;
  }
  if (worst === risks) return `It is the first step against ${countWords(risks)} ${severity} risks.`;
  return `It is the first step against ${counted(risks, 'risk')}, ${countWords(worst)} of them ${severity}.`;
}

/** What a manager decides is who does it. */
function whoFor({ reader }: Ground, { owners }: StepEntry): string {
  if (owners.length === 0) return 'Nobody holds the role for it: find somebody.';
  if (owners.some(({ id }) => id === reader.id)) return 'It falls to you: do it, or give it to somebody.';
  return `Ask ${listed(
    owners.map(({ name }) => name),
    2,
  )}.`;
}

/** A name that a title begins with keeps its capital. */
function titleWithin({ project, judged }: Ground, { title }: Finding): string {
  const named = [project, ...project.applications, ...judged.integrations];
  return named.some(({ name }) => title.startsWith(name)) ? title : midSentence(title);
}
