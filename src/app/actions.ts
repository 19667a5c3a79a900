/** What is done at each command: one entry each, by theme. A command without an entry does not compile. */
import { addIntegration } from './add-integration.ts';
import { rosterChanged } from './admission.ts';
import { adopt } from './adopt.ts';
import { answerPage, back, setAside } from './answer.ts';
import { answerHere, answerInPrivate } from './answer-here.ts';
import { ask, askPerson } from './ask.ts';
import type { AskingCommand } from './asking-command.ts';
import { askAgain, listAnswers, showAnswers } from './change.ts';
import { changeRequest, previewChange, reopen } from './change-request.ts';
import type { Command } from './command.ts';
import { compare, showCompare } from './compare.ts';
import { confirm, confirmLater, stillTrue } from './confirm.ts';
import { showDifference } from './difference-card.ts';
import { differences } from './differences.ts';
import { digest } from './digest/on-demand.ts';
import { exportAs, exportProject } from './export/export.ts';
import { applyUpload, dropUpload, handIn, showUpload } from './export/hand-in.ts';
import { risks, showRisks } from './findings.ts';
import { forget, forgetMe } from './forget.ts';
import type { House, Turn } from './house.ts';
import { importText, trySample } from './import.ts';
import { listAll } from './integrations.ts';
import type { InterviewCommand } from './interview-command.ts';
import { landscape, showPlace } from './landscape.ts';
import { milestone } from './milestone.ts';
import { myData } from './my-data.ts';
import { nextSteps, showSteps } from './next-steps.ts';
import { participation, showParticipation } from './participation.ts';
import { showPeople, showWhoIsWho } from './people.ts';
import type { PeopleCommand } from './people-command.ts';
import { plan, sendPlan, showPlan } from './plan.ts';
import type { PrivacyCommand } from './privacy-command.ts';
import { project, setProject } from './project.ts';
import type { ProjectCommand } from './project-command.ts';
import { compareProposals, keepProposal, showProposal } from './proposals.ts';
import { remindMe, snooze } from './put-off.ts';
import { referTo } from './refer.ts';
import type { RegisterCommand } from './register-command.ts';
import type { ReminderCommand } from './reminder-command.ts';
import { reminders, setReminders } from './reminders.ts';
import type { Outcome } from './reply.ts';
import { answerRole, giveRole, noteRole, sayRole } from './roles.ts';
import { previewSchedule } from './schedule-card.ts';
import { remindTeam, setSchedule } from './schedules.ts';
import { settle } from './settle.ts';
import { begin, continueSitting, interview, openInterview, pause } from './sitting.ts';
import { moveStep, proveStep, showStep } from './step.ts';
import { gate, showSummary, summary } from './summary.ts';
import { decide, treat, withdraw } from './treat.ts';
import { sayText } from './typed-text.ts';
import { help, leave, meet } from './welcome.ts';
import { whatIf, whatIfAsk, whatIfOf, whatIfSee } from './what-if.ts';
import type { WhatIfCommand } from './what-if-command.ts';

type Action<Each extends Command> = (house: House, turn: Turn, command: Each) => Promise<Outcome>;
type Actions<Theme extends Command> = {
  readonly [Do in Theme['do']]: Action<Extract<Theme, { readonly do: Do }>>;
};

const interviews: Actions<InterviewCommand> = {
  interview,
  'open-interview': openInterview,
  begin,
  continue: continueSitting,
  pause,
  answer: answerPage,
  'set-aside': setAside,
  back,
  say: (house, turn, { text }) => sayText(house, turn, text),
  'ask-again': askAgain,
  change: listAnswers,
  'show-answers': showAnswers,
  confirm,
  'still-true': stillTrue,
  'confirm-later': confirmLater,
  'answer-here': answerHere,
  'answer-in-private': answerInPrivate,
};

const trials: Actions<WhatIfCommand> = {
  'what-if': whatIf,
  'what-if-of': whatIfOf,
  'what-if-ask': whatIfAsk,
  'what-if-see': whatIfSee,
  'keep-proposal': keepProposal,
  'show-proposal': showProposal,
  'compare-proposals': compareProposals,
  adopt,
  'change-request': changeRequest,
  'preview-change': previewChange,
  reopen,
};

const register: Actions<RegisterCommand> = {
  risks,
  'show-risks': showRisks,
  summary,
  'show-summary': showSummary,
  gate,
  milestone,
  compare,
  'show-compare': showCompare,
  decide,
  treat,
  withdraw,
  'next-steps': nextSteps,
  'show-steps': showSteps,
  'show-step': showStep,
  'move-step': moveStep,
  'prove-step': proveStep,
  differences: (house, turn, { page }) => differences(house, turn, page),
  'show-difference': showDifference,
  settle,
};

const projects: Actions<ProjectCommand> = {
  project: (house, turn, { name }) => project(house, turn, name),
  'set-project': setProject,
  integrations: (house, turn, { page }) => listAll(house, turn, page),
  'add-integration': addIntegration,
  landscape,
  'show-place': showPlace,
  import: importText,
  'try-sample': trySample,
  export: exportProject,
  'export-file': exportAs,
  'hand-in': handIn,
  'show-upload': showUpload,
  'apply-upload': applyUpload,
  'drop-upload': dropUpload,
};

const people: Actions<PeopleCommand> = {
  people: showWhoIsWho,
  'show-people': showPeople,
  'say-role': sayRole,
  'note-role': noteRole,
  'give-role': giveRole,
  'answer-role': answerRole,
};

const reminding: Actions<ReminderCommand> = {
  reminders: (house, turn) =>
    turn.caller.conversation.kind === 'personal' ? reminders(house, turn) : remindTeam(house, turn, ''),
  digest,
  'set-reminders': (house, turn, { inputs }) => setReminders(house, turn, inputs),
  snooze,
  'remind-me': (house, turn, { when }) => remindMe(house, turn, when),
  'remind-team': (house, turn, { when }) => remindTeam(house, turn, when),
  'set-schedule': setSchedule,
  'preview-schedule': previewSchedule,
};

const privacy: Actions<PrivacyCommand> = {
  'my-data': myData,
  'forget-me': forgetMe,
  forget,
};

const asking: Actions<AskingCommand> = {
  ask,
  'ask-person': askPerson,
  'refer-to': referTo,
  plan,
  'show-plan': showPlan,
  'send-plan': sendPlan,
  participation,
  'show-participation': showParticipation,
};

const actions: Actions<Command> = {
  ...interviews,
  ...trials,
  ...register,
  ...projects,
  ...people,
  ...reminding,
  ...privacy,
  ...asking,
  help,
  meet: (house, turn, { address }) => meet(house, turn, address),
  leave,
  'roster-changed': rosterChanged,
};

export function carryOut(house: House, turn: Turn, command: Command): Promise<Outcome> {
  // The table holds each action to its own command; which one it is, is known only here.
  const action = actions[command.do] as Action<Command>;
  return action(house, turn, command);
}
