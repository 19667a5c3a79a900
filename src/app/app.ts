/** One turn: a command in, replies out. Everything is written before anything is said. */
import type { Seen } from '../core/landscape/person.ts';
import { addIntegration } from './add-integration.ts';
import { answerPage, back, setAside } from './answer.ts';
import { answerHere, answerInPrivate } from './answer-here.ts';
import { askAgain, listAnswers, showAnswers } from './change.ts';
import { changeRequest, previewChange, reopen } from './change-request.ts';
import type { Caller, Command } from './command.ts';
import { compare, showCompare } from './compare.ts';
import { confirm, confirmLater, stillTrue } from './confirm.ts';
import { differences, settle, showDifference } from './differences.ts';
import { listIntegrations } from './documents.ts';
import { exportAs, exportProject, formatOf } from './export/export.ts';
import { applyUpload, dropUpload, handIn, showUpload } from './export/hand-in.ts';
import { risks, showRisks } from './findings.ts';
import type { House, Turn } from './house.ts';
import { importText, trySample } from './import.ts';
import { fold, listAll } from './integrations.ts';
import { landscape, showPlace } from './landscape.ts';
import { projectsOf } from './membership.ts';
import { listMilestones, milestone } from './milestone.ts';
import { nextSteps, showSteps } from './next-steps.ts';
import { project, setProject } from './project.ts';
import { isWhen, remindMe, snooze } from './put-off.ts';
import { keepReachable } from './reachable.ts';
import { reminders, setReminders } from './reminders.ts';
import type { Outcome } from './reply.ts';
import { previewSchedule } from './schedule-card.ts';
import { remindTeam, setSchedule } from './schedules.ts';
import { begin, continueSitting, interview, openInterview, pause } from './sitting.ts';
import { moveStep, proveStep, showStep } from './step.ts';
import { gate, showSummary, summary } from './summary.ts';
import { namedSo, stageNamed } from './summary-of.ts';
import { decide, treat, withdraw } from './treat.ts';
import { isTextAsked, sayText } from './typed-text.ts';
import { help, leave, meet } from './welcome.ts';
import {
  adopt,
  compareProposals,
  keepProposal,
  showProposal,
  whatIf,
  whatIfAsk,
  whatIfOf,
  whatIfSee,
} from './what-if.ts';

export interface Request {
  readonly caller: Caller;
  /** The id of this delivery. The same id again changes nothing. */
  readonly turn: string;
  readonly command: Command;
  /** How to reach this conversation later; opaque to the house. */
  readonly address?: unknown;
  /** What the caller's client says of where they are. */
  readonly seen?: Seen;
}

export interface App {
  take(request: Request): Promise<Outcome>;
}

export function openApp(house: House): App {
  return {
    async take({ caller, turn, command, address, seen }) {
      const outcome = await takeTurn(house, { caller, id: turn, at: house.now().toISOString() }, command);
      if (address !== undefined && command.do !== 'leave') await keepReachable(house, caller, address, seen);
      return outcome;
    },
  };
}

async function takeTurn(house: House, turn: Turn, command: Command): Promise<Outcome> {
  return carryOut(house, turn, (await isAnswer(house, turn, command)) ? asSaid(command) : command);
}

/** "Project accounting, step 2" begins like a command and is an answer, where a text is asked for and nothing has that name. */
async function isAnswer(house: House, turn: Turn, command: Command): Promise<boolean> {
  if (command.do === 'export' && formatOf(command.name)) return false;
  if (!('typed' in command) || !(await isTextAsked(house, turn))) return false;
  if (command.do === 'remind-team') return false;
  if (command.do === 'change-request') return !command.name.includes(':');
  if (command.do === 'remind-me') return !isWhen(house, command.when);
  const projects = await projectsOf(house, turn.caller);
  const [current] = projects;
  if (current && command.do === 'compare')
    return !(await listMilestones(house.store, current.id)).some(({ name }) =>
      fold(name).includes(fold(command.name)),
    );
  if (current && command.do === 'gate') return stageNamed(house, current, command.name) === undefined;
  const integrations = current ? await listIntegrations(house.store, current.id) : [];
  if (current && (command.do === 'summary' || command.do === 'risks'))
    return namedSo(house, current, integrations, command.name).length === 0;
  const places = () => [
    ...(current?.applications ?? []),
    ...integrations.flatMap(({ source, target }) => [{ name: source.written }, { name: target.written }]),
  ];
  const named = command.do === 'project' ? projects : command.do === 'landscape' ? places() : integrations;
  return !named.some(({ name }) => fold(name).includes(fold(command.name ?? '')));
}

function asSaid(command: Command): Command {
  return 'typed' in command && command.typed !== undefined ? { do: 'say', text: command.typed } : command;
}

function carryOut(house: House, turn: Turn, command: Command): Promise<Outcome> {
  switch (command.do) {
    case 'help':
      return help(house, turn);
    case 'meet':
      return meet(house, turn, command.address);
    case 'leave':
      return leave(house, turn);
    case 'integrations':
      return listAll(house, turn, command.page);
    case 'add-integration':
      return addIntegration(house, turn, command);
    case 'import':
      return importText(house, turn, command);
    case 'export':
      return exportProject(house, turn, command);
    case 'hand-in':
      return handIn(house, turn, command);
    case 'show-upload':
      return showUpload(house, turn, command);
    case 'apply-upload':
      return applyUpload(house, turn, command);
    case 'drop-upload':
      return dropUpload(house, turn, command);
    case 'export-file':
      return exportAs(house, turn, command);
    case 'try-sample':
      return trySample(house, turn);
    case 'interview':
      return interview(house, turn, command);
    case 'open-interview':
      return openInterview(house, turn, command);
    case 'begin':
      return begin(house, turn, command);
    case 'answer':
      return answerPage(house, turn, command);
    case 'set-aside':
      return setAside(house, turn, command);
    case 'back':
      return back(house, turn, command);
    case 'say':
      return sayText(house, turn, command.text);
    case 'continue':
      return continueSitting(house, turn);
    case 'pause':
      return pause(house, turn);
    case 'change':
      return listAnswers(house, turn, command);
    case 'show-answers':
      return showAnswers(house, turn, command);
    case 'what-if':
      return whatIf(house, turn, command);
    case 'what-if-of':
      return whatIfOf(house, turn, command);
    case 'what-if-ask':
      return whatIfAsk(house, turn, command);
    case 'what-if-see':
      return whatIfSee(house, turn, command);
    case 'keep-proposal':
      return keepProposal(house, turn, command);
    case 'show-proposal':
      return showProposal(house, turn, command);
    case 'compare-proposals':
      return compareProposals(house, turn, command);
    case 'adopt':
      return adopt(house, turn, command);
    case 'change-request':
      return changeRequest(house, turn, command);
    case 'preview-change':
      return previewChange(house, turn, command);
    case 'reopen':
      return reopen(house, turn, command);
    case 'confirm':
      return confirm(house, turn);
    case 'still-true':
      return stillTrue(house, turn, command);
    case 'confirm-later':
      return confirmLater(house, turn, command);
    case 'ask-again':
      return askAgain(house, turn, command);
    case 'risks':
      return risks(house, turn, command);
    case 'show-risks':
      return showRisks(house, turn, command);
    case 'landscape':
      return landscape(house, turn, command);
    case 'show-place':
      return showPlace(house, turn, command);
    case 'summary':
      return summary(house, turn, command);
    case 'milestone':
      return milestone(house, turn, command);
    case 'compare':
      return compare(house, turn, command);
    case 'show-compare':
      return showCompare(house, turn, command);
    case 'gate':
      return gate(house, turn, command);
    case 'show-summary':
      return showSummary(house, turn, command);
    case 'decide':
      return decide(house, turn, command);
    case 'treat':
      return treat(house, turn, command);
    case 'withdraw':
      return withdraw(house, turn, command);
    case 'next-steps':
      return nextSteps(house, turn, command);
    case 'show-steps':
      return showSteps(house, turn, command);
    case 'show-step':
      return showStep(house, turn, command);
    case 'move-step':
      return moveStep(house, turn, command);
    case 'prove-step':
      return proveStep(house, turn, command);
    case 'project':
      return project(house, turn, command.name);
    case 'set-project':
      return setProject(house, turn, command);
    case 'snooze':
      return snooze(house, turn, command);
    case 'remind-me':
      return remindMe(house, turn, command.when);
    case 'remind-team':
      return remindTeam(house, turn, command.when);
    case 'set-schedule':
      return setSchedule(house, turn, command);
    case 'differences':
      return differences(house, turn, command.page);
    case 'show-difference':
      return showDifference(house, turn, command);
    case 'settle':
      return settle(house, turn, command);
    case 'preview-schedule':
      return previewSchedule(house, turn, command);
    case 'answer-here':
      return answerHere(house, turn, command);
    case 'answer-in-private':
      return answerInPrivate(house, turn, command);
    case 'reminders':
      return turn.caller.conversation.kind === 'personal'
        ? reminders(house, turn)
        : remindTeam(house, turn, '');
    case 'set-reminders':
      return setReminders(house, turn, command.inputs);
  }
}
