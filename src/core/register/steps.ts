/**
 * The next steps of a project: what the findings ask for, with what people said they do about it. A step is known by what
 * it does and to what, so one step that serves several findings is there once. It goes with its last finding, and
 * comes back with it: nobody closes a risk with a tick.
 */
import { type Subject, speakerKey, subjectKey } from '../interview/answer.ts';
import type { Content, QuestionKey, RoleId, StageId } from '../interview/topic.ts';
import type { Evidence, Finding, NextStep } from '../judgement/finding.ts';
import { isRaised } from '../judgement/portfolio/raised.ts';
import type { Integration, Project } from '../landscape/landscape.ts';
import { holdersOf } from '../landscape/roles.ts';
import { deedsOf } from './decisions.ts';
import type { Deed, Did, StepId, StepState, Who } from './deed.ts';
import { changesSince, type History, historyOf } from './history.ts';
import { isSameWho } from './who.ts';

/** The question whose answer shows whether a step is done. */
export interface Proof {
  readonly question: QuestionKey;
  readonly subject: Subject;
}

export interface StepEntry {
  readonly id: StepId;
  readonly step: NextStep;
  readonly subject: Subject;
  /** The subject's name. */
  readonly about: string;
  /** The findings that ask for it, worst first. */
  readonly findings: readonly Finding[];
  readonly role: RoleId;
  /** Whoever took it on, or else all who hold its role; empty where nobody does. */
  readonly owners: readonly Who[];
  readonly stage: StageId;
  /** `YYYY-MM-DD`: as somebody said, or the date of its stage gate. */
  readonly due?: string;
  readonly state: StepState;
  /** Somebody says that it is done, and the facts still say otherwise. */
  readonly unproven: boolean;
  /** Why it was dropped. */
  readonly reason?: string;
  /** It should have been done by now. */
  readonly late: boolean;
  readonly proof?: Proof;
  /** The newest thing somebody did about it; `turn` tells two of them apart. */
  readonly moved?: { readonly by: Who; readonly at: string; readonly turn: string };
}

type Moved = Deed & { readonly did: Extract<Did, { kind: 'moved-step' }> };

/** Everything the findings ask for; late first, then by date, then by how bad it is. `findings`: in their usual order. */
export function stepsOf(
  content: Content,
  project: Project,
  integrations: readonly Integration[],
  findings: readonly Finding[],
  today: string,
): StepEntry[] {
  const history = historyOf(project, integrations);
  const moves = movesIn(deedsOf(project, integrations));
  const places = new Map(integrations.map((integration) => [integration.id, integration]));
  const holders = (role: string, subject: Subject, integration: Integration | undefined) =>
    holdersOf(content.roles, role, { subject, ...(integration ? { integration } : {}) }, project).map(
      ({ who }) => who,
    );
  return [...askedFor(findings).values()]
    .map(({ id, step, subject, about, findings: served }): StepEntry => {
      const moved = moves.get(id) ?? [];
      const integration = subject.scope === 'integration' ? places.get(subject.id) : undefined;
      const owner = moved.findLast(({ did }) => did.owner)?.did.owner;
      const due = moved.findLast(({ did }) => did.due)?.did.due ?? gateDate(content, project, step.stage);
      const proof = proofOf(step, subject, served);
      const newest = moved.at(-1);
      const { state, unproven } = standOf(newest, served, proof, history);
      const isOver = state === 'dropped' || (state === 'done' && !unproven);
      return {
        id,
        step,
        subject,
        about,
        findings: served,
        role: step.owner,
        owners: owner ? [owner] : holders(step.owner, subject, integration),
        stage: step.stage,
        state,
        unproven,
        late: !isOver && due !== undefined && due < today,
        ...(due ? { due } : {}),
        ...(proof ? { proof } : {}),
        ...(newest ? { moved: { by: newest.by, at: newest.at, turn: newest.turn } } : {}),
        ...(state === 'dropped' && newest?.did.reason ? { reason: newest.did.reason } : {}),
      };
    })
    .sort(compareSteps);
}

/** Not over yet. */
export function isOpenStep({ state, unproven }: StepEntry): boolean {
  return state === 'open' || state === 'doing' || unproven;
}

export function isMine({ owners }: StepEntry, who: Who): boolean {
  return owners.some((owner) => isSameWho(owner, who));
}

interface Asked {
  readonly id: StepId;
  readonly step: NextStep;
  readonly subject: Subject;
  readonly about: string;
  readonly findings: Finding[];
}

/** What is right only has to be confirmed at the next gate, and is nobody's step. */
function askedFor(findings: readonly Finding[]): Map<StepId, Asked> {
  const asked = new Map<StepId, Asked>();
  for (const finding of findings) {
    if (finding.kind === 'assertion') continue;
    for (const step of finding.steps) {
      // To find something out is about what the question is about, whoever waits for the answer.
      const open = finding.waitingFor.find(({ question }) => `ask.${question}` === step.key);
      const { subject, about } = open ?? finding;
      const id = `${step.key}@${subjectKey(subject)}`;
      const known = asked.get(id);
      if (known) known.findings.push(finding);
      else asked.set(id, { id, step, subject, about, findings: [finding] });
    }
  }
  return asked;
}

function movesIn(deeds: readonly Deed[]): Map<StepId, Moved[]> {
  const moves = new Map<StepId, Moved[]>();
  for (const deed of deeds) {
    if (!isMove(deed)) continue;
    moves.set(deed.did.step, [...(moves.get(deed.did.step) ?? []), deed]);
  }
  return moves;
}

function isMove(deed: Deed): deed is Moved {
  return deed.did.kind === 'moved-step';
}

/**
 * Done counts once no finding rests on the answer any more that would show it. Where somebody has since given an answer
 * that still raises the risk, what was said about the step is out of date, and it is open again.
 */
function standOf(
  moved: Moved | undefined,
  findings: readonly Finding[],
  proof: Proof | undefined,
  history: History,
): Pick<StepEntry, 'state' | 'unproven'> {
  if (!moved) return { state: 'open', unproven: false };
  const { to } = moved.did;
  if (to === 'open' || to === 'doing') return { state: to, unproven: false };
  if (!proof) return { state: to, unproven: to === 'done' };
  const about = subjectKey(proof.subject);
  const answers = findings
    .flatMap(({ because }) => because)
    .filter(({ question, subject }) => question === proof.question && subjectKey(subject) === about);
  const since = changesSince(history(about), proof.question, moved.at);
  const isNewer = ({ by, at }: Evidence) =>
    since.some((change) => change.at === at && speakerKey(change.by) === speakerKey(by));
  if (answers.some(isNewer)) return { state: 'open', unproven: false };
  if (to === 'dropped') return { state: 'dropped', unproven: false };
  const waits = findings.some(({ waitingFor }) =>
    waitingFor.some(({ question }) => question === proof.question),
  );
  return { state: 'done', unproven: answers.length > 0 || waits };
}

/** The last of its reasons in the words of its own topic: what comes before it only opens the question. */
function proofOf({ proves }: NextStep, about: Subject, findings: readonly Finding[]): Proof | undefined {
  for (const { because, waitingFor, topic } of findings) {
    const known = [...waitingFor, ...because];
    if (proves !== undefined) {
      const named = known.find(({ question }) => question === proves);
      if (named) return { question: proves, subject: named.subject };
      continue;
    }
    const own = because.filter(({ question }) => question.startsWith(`${topic}.`));
    const decisive = own.at(-1) ?? because.at(-1);
    if (decisive) return { question: decisive.question, subject: decisive.subject };
  }
  // Nobody was asked yet: it is about the same thing as the step.
  return proves === undefined || proves.startsWith('date:')
    ? undefined
    : { question: proves, subject: about };
}

/** The date at which a stage ends, where the plan has one. */
export function gateDate({ stages }: Pick<Content, 'stages'>, { dates }: Project, id: StageId) {
  const ends = stages.find((stage) => stage.id === id)?.ends ?? [];
  return ends.map((date) => dates[date]).find((date) => date !== undefined);
}

const endOfTime = '9999';

function compareSteps(one: StepEntry, other: StepEntry): number {
  return (
    Number(!isOpenStep(one)) - Number(!isOpenStep(other)) ||
    Number(other.late) - Number(one.late) ||
    compare(one.due ?? endOfTime, other.due ?? endOfTime) ||
    Number(!isForRisk(one)) - Number(!isForRisk(other)) ||
    worstOf(other) - worstOf(one) ||
    compare(one.id, other.id)
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const isForRisk = ({ findings }: StepEntry) => findings.some(isRaised);
const worstOf = ({ findings }: StepEntry) =>
  Math.max(...findings.map(({ probability, impact }) => probability * impact));
